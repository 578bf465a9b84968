"""Afgør forlængelse: whether sickness benefit goes on beyond its limit, on which grounds, and why."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from app.cases.sickness_cases import DecideExtension
from app.cases.sickness_view import OpenedSickness, SicknessNow
from db.errors import Refused
from ui.danish_dates import full_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import MultiChoice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.side_panel import side_panel
from ui.forms.text_fields import Note
from ui.sickness.follow_up_dialog import case_lines
from ui.theme.labels import stored
from ui.theme.tokens import Size

# Lov om dagpenge ved sygdom, § 27; the wording is to be confirmed by the municipality's lawyer.
GROUNDS: Final = {
    "rehabilitation": "Revalidering er overvejende sandsynlig",
    "clarification": "Arbejdsevnen skal afklares ved afprøvning",
    "treatment": "Under behandling og ventes tilbage i arbejde",
    "life_threatening": "Alvorlig, livstruende sygdom",
    "injury": "En sag om arbejdsskade er rejst",
    "pension": "En sag om førtidspension er begyndt",
}


class ExtensionDialog(CaseDialog):
    """One decision about one period."""

    done_words = "Afgørelsen er gemt."

    def __init__(
        self, opened: OpenedSickness, sickness: SicknessNow, today: date, parent: QWidget | None = None
    ) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Afgør forlængelse"), self.tr("Gem afgørelse"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1] + Size.ROW)
        self._sickness = sickness
        if sickness.limit_on is not None:
            words = self.tr("De 52 uger er brugt {day}.").format(day=full_date(sickness.limit_on))
            self.body.addWidget(stored(words, wrap=True))
        self.grounds = MultiChoice(
            self.tr("Grunde til forlængelse"),
            GROUNDS,
            columns=2,
            help_text=self.tr("Grundene er til juridisk kontrol."),
        )
        self.decision = SegmentedChoice(
            self.tr("Afgørelse"), {"yes": self.tr("Forlænges"), "no": self.tr("Forlænges ikke")}
        )
        self.reason = Note(self.tr("Begrundelse"), lines=5)
        self.decided_on = DayField(self.tr("Afgjort den"), today)
        self.decided_on.set_value(today)
        fields = {
            "grounds": self.grounds,
            "decision": self.decision,
            "reason": self.reason,
            "decided_on": self.decided_on,
        }
        for field in fields.values():
            self.body.addWidget(field)
        self.finish(Form(fields, self), opened.case.head, opened.case.draft, side_panel(case_lines(sickness)))
        if opened.case.draft is None:
            self.grounds.take_focus()

    def request(self) -> DecideExtension:
        """The decision as the fields say it; its grounds stand before the reason."""
        on, decision, reason = self.decided_on.value(), self.decision.value(), self.reason.value()
        if decision is None:
            raise Refused(self.tr("Vælg, om sygedagpengene forlænges."), field="decision", code="missing")
        if decision == "yes" and not self.grounds.value():
            raise Refused(self.tr("Markér mindst én grund til forlængelse."), field="grounds", code="missing")
        if on is None:
            raise Refused(self.tr("Skriv datoen for afgørelsen."), field="decided_on", code="missing")
        if not reason:
            return DecideExtension(self._sickness.id, on, "")
        grounds = "; ".join(GROUNDS[each] for each in self.grounds.value())
        words = self.tr("Forlænges") if decision == "yes" else self.tr("Forlænges ikke")
        return DecideExtension(self._sickness.id, on, f"{words}{f' ({grounds})' if grounds else ''}: {reason}")
