"""Dot and line: the best estimate and its 90 % interval, drawn on the same scale in every row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.guide.estimates import Estimate
from ui.theme.tokens import Colours, Size

# All of a hundred: a scale that followed the rows would make the same offer look better or worse from list to list.
_WHOLE = 1.0


def draw_interval(painter: QPainter, rect: QRect, estimate: Estimate | None, colours: Colours) -> None:
    """Draw the track, and on it line and dot; the track alone where there is nothing that may be shown."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    track = QRectF(rect.left(), rect.center().y() + 1 - Size.TRACK / 2, rect.width(), Size.TRACK)
    painter.setBrush(QColor(colours.group_row))
    painter.drawRoundedRect(track, Size.CHIP_CORNER, Size.CHIP_CORNER)
    if estimate is None:
        return
    low, share, high = (_x(track, each) for each in (estimate.low, estimate.share, estimate.high))
    middle = track.center().y()
    line = QRectF(low, middle - Size.INTERVAL / 2, max(high - low, Size.INTERVAL), Size.INTERVAL)
    painter.setBrush(QColor(colours.interval))
    painter.drawRoundedRect(line, Size.INTERVAL / 2, Size.INTERVAL / 2)
    painter.setBrush(QColor(colours.link))
    painter.drawEllipse(QPointF(share, middle), Size.ESTIMATE / 2, Size.ESTIMATE / 2)


def _x(track: QRectF, share: float) -> float:
    """Where a share lies; the ends stay a dot's half away from the track's, so that no dot is cut."""
    inner = track.width() - Size.ESTIMATE
    return track.left() + Size.ESTIMATE / 2 + inner * min(max(share, 0.0), _WHOLE)
