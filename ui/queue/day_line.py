"""The day's appointments folded to one line: how many, and the next one with its four buttons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from app.queue.day import Appointment
from ui.queue.day_strip import attendance_buttons, clock_words
from ui.theme.elided_label import ElidedLabel
from ui.theme.tokens import Space

# Narrower than this there is no room for the buttons beside the words.
_NARROW: Final = 700
_WORDS_FIRST: Final = 100


class DayLine(QFrame):
    """`attendance_noted` carries the appointment and how it went, `unfold_wanted` asks for all of them."""

    attendance_noted = Signal(object, object)
    unfold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty line."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Dagens aftaler"))
        self._shown: tuple[Appointment, ...] | None = None
        self._words = ElidedLabel("")
        self._buttons: tuple[QPushButton, ...] = ()
        self.unfold = QPushButton(self.tr("Vis alle"))
        self.unfold.setProperty("role", "link")
        self.unfold.setAccessibleName(self.tr("Vis dagens aftaler"))
        self.unfold.clicked.connect(self.unfold_wanted)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.M, Space.XS, Space.M, Space.XS)
        self._row.setSpacing(Space.XS)
        # The words come first, and what they leave stays empty: no button grows.
        self._row.addWidget(self._words, stretch=_WORDS_FIRST)
        self._row.addStretch(1)
        self._row.addWidget(self.unfold)

    def show_appointments(self, appointments: Sequence[Appointment]) -> None:
        """Say how many there are and which is next."""
        if self._shown == tuple(appointments):
            return
        self._shown = tuple(appointments)
        for button in self._buttons:
            button.hide()
            self._row.removeWidget(button)
            button.deleteLater()
        following = next_appointment(appointments)
        self._words.show_text(day_words(appointments))
        self._buttons = () if following is None else attendance_buttons(following, self.attendance_noted.emit)
        for number, button in enumerate(self._buttons):
            self._row.insertWidget(2 + number, button)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons only where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for button in self._buttons:
            button.setVisible(self.width() >= _NARROW)


def next_appointment(appointments: Sequence[Appointment]) -> Appointment | None:
    """The first for which nobody has said yet how it went."""
    return next((each for each in appointments if each.attendance is None), None)


def day_words(appointments: Sequence[Appointment]) -> str:
    """As in `3 aftaler i dag, næste kl. 10.30 Nadia Karim`."""
    count = "1 aftale i dag" if len(appointments) == 1 else f"{len(appointments)} aftaler i dag"
    following = next_appointment(appointments)
    if following is None:
        return f"{count}, fremmøde er noteret"
    return f"{count}, næste {clock_words(following.meets_at)} {following.citizen}"
