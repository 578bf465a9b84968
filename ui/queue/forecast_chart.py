"""The next weeks as bars, each with its number; what goes beyond one's time is drawn and said apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.queue.forecast import WeekLoad
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone, Weight


class ForecastChart(QWidget):
    """One bar a week; the line across is what there is time for."""

    def __init__(
        self, theme: Theme, weeks: Sequence[WeekLoad], capacity: int | None, parent: QWidget | None = None
    ) -> None:
        """Make the chart."""
        super().__init__(parent)
        self._theme, self._weeks, self._capacity = theme, tuple(weeks), capacity
        self.setAccessibleName(forecast_words(weeks, capacity))
        self.setMinimumHeight(Size.CHART)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars with their numbers and weeks, and the line."""
        del event
        colours = self._theme.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(0, Space.L + Space.XS, self.width(), self.height() - 3 * Space.L)
        most = max((*(week.due for week in self._weeks), self._capacity or 0, 1))
        step = room.width() / max(len(self._weeks), 1)
        for number, week in enumerate(self._weeks):
            left, width = room.left() + number * step + Space.XS, step - 2 * Space.XS
            within = week.due - (week.shortage or 0)
            for low, high, tone in ((0, within, Tone.BLUE), (within, week.due, Tone.AMBER)):
                if high > low:
                    top, bottom = (room.bottom() - room.height() * value / most for value in (high, low))
                    painter.fillRect(QRectF(left, top, width, bottom - top), QColor(colours.chips[tone].ground))
                    painter.fillRect(QRectF(left, top, width, Size.FOCUS), QColor(colours.chips[tone].ink))
            top = room.bottom() - room.height() * week.due / most
            self._write(painter, QRectF(left, top - Space.L, width, Space.L), str(week.due), strong=True)
            self._write(painter, QRectF(left, room.bottom(), width, 2 * Space.M), f"uge {week.number}")
        painter.fillRect(QRectF(room.left(), room.bottom(), room.width(), 1), QColor(colours.line))
        if self._capacity is not None:
            y = room.bottom() - room.height() * self._capacity / most
            painter.setPen(QPen(QColor(colours.ink), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
        painter.end()

    def _write(self, painter: QPainter, rect: QRectF, text: str, *, strong: bool = False) -> None:
        colours = self._theme.colours
        painter.setFont(font(Size.LABEL, Weight.STRONG if strong else Weight.NORMAL))
        painter.setPen(QColor(colours.ink if strong else colours.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def forecast_words(weeks: Sequence[WeekLoad], capacity: int | None) -> str:
    """The same in words: how much falls due, when most does, and where there is no time for it."""
    if not any(week.due for week in weeks):
        return "Der falder intet til i de næste uger."
    total, worst = sum(week.due for week in weeks), max(weeks, key=lambda week: week.due)
    parts = [f"{total} opgaver falder til i de næste {len(weeks)} uger, flest i uge {worst.number}: {worst.due}."]
    if weeks[0].over:
        parts.append(f"Heraf er {weeks[0].over} overskredet.")
    if capacity is not None:
        short = [f"uge {week.number}: {week.shortage}" for week in weeks if week.shortage]
        parts.append(
            f"Du har tid til {capacity} om ugen. "
            + (f"Der mangler tid til {', '.join(short)}." if short else "Der er tid til dem alle.")
        )
    return " ".join(parts)
