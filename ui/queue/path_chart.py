"""The straight path to a target: where it starts, where we should be today and are, and where we are heading."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.results.results import Result
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone

_DOT = Space.XS + 1
_LINES = 4


class PathChart(QWidget):
    """Drawn from a result with a dated target; what it shows stands in words beside it."""

    def __init__(self, theme: Theme, result: Result, words: str, parent: QWidget | None = None) -> None:
        """Make the chart; `words` say the same for those who do not see it."""
        super().__init__(parent)
        self._theme, self._result = theme, result
        self.setAccessibleName(words)
        self.setMinimumHeight(Size.CHART)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the scale, the path, today's figure and the way it goes from here."""
        del event
        result, target = self._result, self._result.target
        if target is None or target.value is None or target.reach_on is None:
            return
        colours, today = self._theme.colours, result.measure.as_of
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Size.LABEL))
        start_on = min(target.start_on or today, today)
        end_on = max(target.reach_on, today)
        room = QRectF(3 * Space.M, Space.M, self.width() - 5 * Space.XL, self.height() - 3 * Space.M - Space.S)
        low, high = self._scale()

        def at(day: date, value: float) -> QPointF:
            days = max((end_on - start_on).days, 1)
            part = (day - start_on).days / days
            return QPointF(
                room.left() + room.width() * part, room.bottom() - room.height() * (value - low) / (high - low)
            )

        self._draw_scale(painter, room, low, high)
        path = QPen(QColor(colours.muted), Size.FOCUS, Qt.PenStyle.DashLine)
        painter.setPen(path)
        first = target.start_value if target.start_value is not None and target.start_on else target.value
        painter.drawLine(at(start_on, first), at(target.reach_on, target.value))
        value = result.measure.value
        if value is not None:
            behind = result.path_today is not None and value < result.path_today
            ink = QColor(colours.chips[Tone.AMBER if behind else Tone.GREEN].ink)
            if result.projected is not None:
                painter.setPen(QPen(ink, Size.FOCUS, Qt.PenStyle.DotLine))
                painter.drawLine(at(today, value), at(target.reach_on, result.projected))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawEllipse(at(today, value), _DOT, _DOT)
        painter.setBrush(QColor(colours.ink))
        painter.setPen(Qt.PenStyle.NoPen)
        goal = at(target.reach_on, target.value)
        painter.drawRect(QRectF(goal.x() - _DOT + 1, goal.y() - _DOT + 1, 2 * _DOT - 2, 2 * _DOT - 2))
        painter.setPen(QColor(colours.ink))
        painter.drawText(goal + QPointF(Space.S, Space.XS), "mål")
        for day, words in self._days(start_on, today, end_on):
            self._draw_day(painter, room, at(day, low).x(), words)
        painter.end()

    def _days(self, start_on: date, today: date, end_on: date) -> list[tuple[date, str]]:
        days = {start_on: f"{start_on:%d.%m.%y}", end_on: f"{end_on:%d.%m.%y}", today: "i dag"}
        return list(days.items())

    def _draw_day(self, painter: QPainter, room: QRectF, x: float, words: str) -> None:
        colours = self._theme.colours
        painter.setPen(QColor(colours.line))
        painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))
        painter.setPen(QColor(colours.muted))
        width = painter.fontMetrics().horizontalAdvance(words)
        left = min(max(x - width / 2, 0.0), self.width() - width)
        painter.drawText(QPointF(left, room.bottom() + Space.L), words)

    def _draw_scale(self, painter: QPainter, room: QRectF, low: float, high: float) -> None:
        colours = self._theme.colours
        for number in range(_LINES + 1):
            value = low + (high - low) * number / _LINES
            y = room.bottom() - room.height() * number / _LINES
            painter.setPen(QColor(colours.line))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(QColor(colours.muted))
            painter.drawText(
                QRectF(0, y - Space.S, room.left() - Space.S, Space.L),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                f"{value:.0f}",
            )

    def _scale(self) -> tuple[float, float]:
        """Round limits that hold every figure, so that a small distance to the target can be seen."""
        result, target = self._result, self._result.target
        values = [result.measure.value, result.path_today, result.projected]
        values += [target.value, target.start_value] if target else []
        known = [value for value in values if value is not None]
        low = max(0.0, (min(known) - 5) // 10 * 10)
        high = min(100.0, (max(known) + 14) // 10 * 10)
        return low, max(high, low + 10)
