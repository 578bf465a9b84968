"""Dagens aftaler: who comes when, and one click for whether they came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.cases.words import ATTENDANCE, TALK_PURPOSES
from app.queue.day import Appointment
from db.values.talks import AttendanceKind
from ui.theme.elided_label import ElidedLabel
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space

_SEEN_AT_ONCE: Final = 3
# Narrower than this the buttons stand below the name.
_NARROW: Final = 620
_ROW: Final = Size.FIELD + Space.S


class DayStrip(QFrame):
    """`attendance_noted` carries the appointment and how it went, `fold_wanted` comes when it is to be put away."""

    attendance_noted = Signal(object, object)
    fold_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make an empty, hidden strip."""
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(self.tr("Dagens aftaler"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows: list[QBoxLayout] = []
        self._shown: tuple[Appointment, ...] | None = None
        self.fold = QPushButton(self.tr("Skjul"))
        self.fold.setProperty("role", "link")
        self.fold.setAccessibleName(self.tr("Skjul dagens aftaler"))
        self.fold.clicked.connect(self.fold_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.XS, Space.S)
        column.setSpacing(Space.XS)
        top = QHBoxLayout()
        top.addWidget(caption(self.tr("Dagens aftaler"), "strong"))
        top.addStretch()
        top.addWidget(self.fold)
        column.addLayout(top)
        column.addWidget(self._scroll)
        self.hide()

    def show_appointments(self, appointments: Sequence[Appointment]) -> None:
        """Show the day; beyond three one scrolls."""
        if self._shown == tuple(appointments):
            return
        self._shown = tuple(appointments)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.XS)
        self._rows = [self._row(appointment) for appointment in appointments]
        for row in self._rows:
            column.addLayout(row)
        column.addStretch()
        self._scroll.setWidget(page)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons beside the name or below it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        for row in self._rows:
            row.setDirection(direction)
        seen = min(len(self._rows), _SEEN_AT_ONCE)
        self._scroll.setFixedHeight(2 * _ROW if narrow else seen * _ROW)

    def _row(self, appointment: Appointment) -> QBoxLayout:
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(Space.S)
        who = QHBoxLayout()
        who.setSpacing(Space.S)
        who.addWidget(stored(clock_words(appointment.meets_at), "muted"))
        citizen = ElidedLabel("strong")
        citizen.show_text(appointment.citizen)
        who.addWidget(citizen, stretch=3)
        interpreter = self.tr("tolk bestilt") if appointment.interpreter_booked else None
        what = " · ".join(filter(None, (TALK_PURPOSES[appointment.purpose], appointment.place, interpreter)))
        who.addWidget(stored(what, "fine", wrap=True), stretch=1)
        row.addLayout(who, stretch=1)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.XS)
        for button in attendance_buttons(appointment, self.attendance_noted.emit):
            buttons.addWidget(button)
        buttons.addStretch()
        row.addLayout(buttons)
        return row


def attendance_buttons(
    appointment: Appointment, note: Callable[[Appointment, AttendanceKind], object]
) -> tuple[QPushButton, ...]:
    """One button for each way it may have gone; one click notes it."""

    def press(button: QPushButton, kind: AttendanceKind) -> None:
        # What is shown as noted is what stands in the store; the click shows when it has been saved.
        button.setChecked(appointment.attendance is kind)
        if appointment.attendance is not kind:
            note(appointment, kind)

    made = []
    for kind, words in ATTENDANCE.items():
        button = QPushButton(words.capitalize())
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setChecked(appointment.attendance is kind)
        button.setAccessibleName(f"{appointment.citizen}: {words}")
        button.clicked.connect(lambda _checked=False, button=button, kind=kind: press(button, kind))
        made.append(button)
    return tuple(made)


def clock_words(meets_at: str | None) -> str:
    """As in `kl. 9.00`."""
    if meets_at is None:
        return "i dag"
    hour, minute = meets_at.split(":")
    return f"kl. {int(hour)}.{minute}"
