"""What stands above the list: the worker's figures and today's appointments, in full or folded to a line each."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.queue.day_line import DayLine
from ui.queue.day_read import Day, Part
from ui.queue.day_strip import DayStrip
from ui.queue.indicator_cards import IndicatorCards, in_one_line
from ui.shell.kept_focus import kept_focus
from ui.theme.labels import frame, stored
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

_FOLD_BELOW = {Part.FIGURES: Size.FOLD_FIGURES_BELOW, Part.DAY: Size.FOLD_DAY_BELOW}


class DayPanel(QWidget):
    """A part is folded as the person left it; as long as nobody has said, a low window folds it.

    `result_wanted` carries the result of a card that was pressed, `own_results_wanted` asks for *Mine resultater*,
    `attendance_noted` carries an appointment and how it went, `folded` a part and whether it is folded now.
    """

    result_wanted = Signal(object)
    own_results_wanted = Signal()
    attendance_noted = Signal(object, object)
    folded = Signal(object, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._chosen: dict[Part, bool] = {}
        self._toggles: dict[bool, QPushButton] = {}
        self._height = 0
        self._any_appointment = False
        self.cards, self.strip, self.line = IndicatorCards(theme), DayStrip(), DayLine()
        self._figures, self._figures_line = QWidget(), frame("card")
        self._figures_words = stored("", wrap=True)
        self._lay_out()
        self.cards.result_wanted.connect(self.result_wanted)
        for each in (self.strip, self.line):
            each.attendance_noted.connect(self.attendance_noted)
        self.strip.fold_wanted.connect(lambda: self._fold(Part.DAY, folded=True))
        self.line.unfold_wanted.connect(lambda: self._fold(Part.DAY, folded=False))

    def show_day(self, day: Day, otherwise: QWidget) -> None:
        """Show a worker's day; the keyboard stays on its button, else it goes to `otherwise`."""
        self._chosen = {**day.folded, **self._chosen}
        self._any_appointment = bool(day.appointments)
        with kept_focus(self, otherwise):
            self.cards.show_results(day.results)
            self._figures_words.setText(in_one_line(day.results))
            self.strip.show_appointments(day.appointments)
            self.line.show_appointments(day.appointments)
        self._fit()

    def know_height(self, height: int) -> None:
        """Fold or unfold by the window's height what nobody has chosen."""
        self._height = height
        self._fit()

    def is_folded(self, part: Part) -> bool:
        """Whether a part is one line."""
        return self._chosen.get(part, self._height < _FOLD_BELOW[part])

    def _fold(self, part: Part, *, folded: bool) -> None:
        self._chosen[part] = folded
        self._fit()
        # The button that was pressed goes; its counterpart takes the keyboard.
        day = self.line.unfold if folded else self.strip.fold
        (day if part is Part.DAY else self._toggles[folded]).setFocus()
        self.folded.emit(part, folded)

    def _fit(self) -> None:
        figures = not self.cards.is_empty()
        folded = self.is_folded(Part.FIGURES)
        self.cards.setVisible(figures and not folded)
        self._figures.setVisible(figures and not folded)
        self._figures_line.setVisible(figures and folded)
        self.strip.setVisible(self._any_appointment and not self.is_folded(Part.DAY))
        self.line.setVisible(self._any_appointment and self.is_folded(Part.DAY))
        self.setVisible(figures or self._any_appointment)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        figures = QVBoxLayout(self._figures)
        figures.setContentsMargins(0, 0, 0, 0)
        figures.setSpacing(Space.XS)
        figures.addWidget(self.cards)
        figures.addLayout(self._links(folded=False))
        line = QHBoxLayout(self._figures_line)
        line.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        line.addWidget(self._figures_words, stretch=1)
        line.addLayout(self._links(folded=True))
        for each in (self._figures, self._figures_line, self.strip, self.line):
            column.addWidget(each)
            each.hide()
        self.hide()

    def _links(self, *, folded: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        own = QPushButton(self.tr("Mine resultater …"))
        own.clicked.connect(self.own_results_wanted)
        fold = QPushButton(self.tr("Vis tal") if folded else self.tr("Skjul tal"))
        fold.clicked.connect(lambda: self._fold(Part.FIGURES, folded=not folded))
        self._toggles[folded] = fold
        row.addStretch()
        for link in (own, fold):
            link.setProperty("role", "link")
            row.addWidget(link)
        return row
