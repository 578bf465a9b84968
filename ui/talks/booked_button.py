"""One appointment as a block of the week: as many of its lines as there is room for, and all of them in its tip."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.talks.week import Booked
from ui.talks.week_words import first_line, second_line, state_words, tone_of, whole_words
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Weight

_NARROW = 110
_ARROWS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}


class BookedButton(QPushButton):
    """`arrow_pressed` carries the days and the places to go, as (0, 1) for the next of the day."""

    arrow_pressed = Signal(int, int)

    def __init__(self, booked: Booked, theme: Theme, parent: QWidget) -> None:
        """Make the block."""
        super().__init__(parent)
        self.booked, self._theme = booked, theme
        self.setProperty("role", "block")
        self.setProperty("tone", tone_of(booked).value)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(whole_words(booked))
        self.setAccessibleName(whole_words(booked))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbours by the arrow keys."""
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.arrow_pressed.emit(*step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the block by the style sheet and the lines upon it."""
        super().paintEvent(event)
        painter = QPainter(self)
        ink = QColor(self._theme.colours.chips[tone_of(self.booked)].ink)
        area = self.rect().adjusted(Space.S + Size.MARK, Space.XS - 1, -Space.XS, -Space.XS + 1)
        strong, plain = font(Size.LABEL, Weight.STRONG), font(Size.LABEL)
        height = QFontMetrics(plain).lineSpacing()
        room = max(1, area.height() // height)
        lines = self._lines(room)
        for number, text in enumerate(lines):
            used = strong if number == 0 else plain
            painter.setFont(used)
            painter.setPen(ink)
            where = QRect(area.left(), area.top() + number * height, area.width(), height)
            painter.drawText(
                where,
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, area.width()),
            )
        painter.end()

    def _lines(self, room: int) -> list[str]:
        first, second, state = first_line(self.booked), second_line(self.booked), state_words(self.booked)
        if self.width() < _NARROW:
            # Side by side there is room for the name, and the hour is seen from the place.
            first = self.booked.citizen
        if room == 1:
            # What does not fit a line of its own still says itself in words.
            return [f"{first} · {state}" if state else first]
        if room == 2:
            return [first, state or second]
        return [line for line in (first, second, state) if line]
