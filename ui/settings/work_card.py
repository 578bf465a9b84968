"""How the program looks, how much there is room for in a week, and which days are closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.cases.screen_settings import (
    MOST_SLOTS,
    SetClosedDays,
    SetSlotsPerWeek,
    SetTheme,
    ThemeChoice,
    set_closed_days,
    set_slots_per_week,
    set_theme,
)
from app.rules.calendar import LocalHolidays
from ui.forms.choice_fields import MultiChoice, SegmentedChoice
from ui.forms.number_field import NumberField
from ui.settings.card import Card
from ui.settings.saver import Saver

if TYPE_CHECKING:
    from app.changes import Changes
    from ui.settings.settings_read import SettingsRead
    from ui.shell.workplace import Workplace

_THEMES: Final = {ThemeChoice.SYSTEM: "Som maskinen", ThemeChoice.LIGHT: "Lyst", ThemeChoice.DARK: "Mørkt"}
_DAYS: Final = {
    "first_of_may": "1. maj",
    "constitution_day": "5. juni",
    "christmas_eve": "24. december",
    "new_years_eve": "31. december",
}


class WorkCard(Card):
    """Each is saved by itself."""

    def __init__(self, workplace: Workplace, read: SettingsRead, parent: QWidget | None = None) -> None:
        """Make the card with what stands in the store."""
        super().__init__(self.tr("Udseende og uge"), parent=parent)
        self._workplace = workplace
        self.theme = SegmentedChoice(self.tr("Udseende"), _THEMES)
        self.slots = NumberField(
            self.tr("Opgaver, du har tid til"),
            unit=self.tr("om ugen"),
            largest=MOST_SLOTS,
            help_text=self.tr("Mine resultater viser, hvor tiden ikke slår til. Kan stå tom."),
        )
        self.days = MultiChoice(
            self.tr("Jobcentret har lukket"),
            _DAYS,
            columns=2,
            help_text=self.tr("Frister i arbejdsdage springer de dage over. Helligdagene er med i forvejen."),
        )
        for field in (self.theme, self.slots, self.days):
            self.column.addWidget(field)
        self.theme.set_value(read.settings.theme)
        self.slots.set_value(read.settings.slots_per_week)
        self.days.set_value([name for name in _DAYS if getattr(read.closed_days, name)])
        self._savers = (
            Saver(workplace, {"theme": self.theme}, set_theme, self._chosen_theme, self.status),
            Saver(
                workplace,
                {"slots_per_week": self.slots},
                set_slots_per_week,
                lambda: SetSlotsPerWeek(self.slots.whole()),
                self.status,
            ),
            Saver(workplace, {"days": self.days}, set_closed_days, self._chosen_days, self.status),
        )
        # One sees at once what one has chosen.
        self.theme.changed.connect(lambda: workplace.theme.choose(self._chosen_theme().theme))
        workplace.desk.runner.changes.changes_made.connect(self._look_at_theme)

    def show_theme(self, theme: ThemeChoice) -> None:
        """Show what was chosen elsewhere."""
        if self.theme.value() != theme:
            self.theme.set_value(theme)
            self._savers[0].rest()

    def _chosen_theme(self) -> SetTheme:
        return SetTheme(self.theme.value() or ThemeChoice.SYSTEM)

    def _chosen_days(self) -> SetClosedDays:
        chosen = self.days.value()
        return SetClosedDays(LocalHolidays(**{name: name in chosen for name in _DAYS}))

    def _look_at_theme(self, changes: Changes, _initiator: object) -> None:
        """The search may have changed it."""
        if ("setting", "theme") not in changes.rows:
            return
        from app.cases.screen_settings import read_screen_settings
        from ui.operation import Road

        desk = self._workplace.desk
        self._workplace.run(
            Road.READ, desk.read(read_screen_settings), lambda settings: self.show_theme(settings.theme), self
        )
