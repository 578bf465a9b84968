"""What every list is drawn with: a row's ground, a text on one line, a chip. Nothing is decided here."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from ui.theme.tokens import Colours, Pair, Size, Space

LEFT_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Standing(NamedTuple):
    """How a row stands. `first` says that the cell is at the row's left end, where the bar of a chosen row is."""

    chosen: bool
    current: bool
    hovered: bool = False
    first: bool = True


def draw_ground(painter: QPainter, rect: QRect, colours: Colours, standing: Standing) -> None:
    """Draw a row's ground and the line below it; `current` draws the two lines of the keyboard's focus."""
    ground = colours.selection if standing.chosen else colours.hover if standing.hovered else colours.surface
    painter.fillRect(rect, QColor(ground))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
    draw_standing(painter, rect, colours, standing)


def draw_standing(painter: QPainter, rect: QRect, colours: Colours, standing: Standing) -> None:
    """Draw over a ground where the keyboard stands and what is chosen."""
    if standing.current:
        for edge in (rect.top(), rect.bottom() - Size.FOCUS + 1):
            painter.fillRect(rect.left(), edge, rect.width(), Size.FOCUS, QColor(colours.link))
    if standing.chosen and standing.first:
        # A bar beside the colour: the chosen row must be found without telling two greys apart.
        painter.fillRect(rect.left(), rect.top(), Size.MARK, rect.height(), QColor(colours.link))


def write_line(
    painter: QPainter, rect: QRect, text: str, written_in: QFont, colour: str, where: Qt.AlignmentFlag = LEFT_MIDDLE
) -> int:
    """Write on one line, cut with three dots where it does not fit, and return the width used."""
    if rect.width() <= 0:
        return 0
    metrics = QFontMetrics(written_in)
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(written_in)
    painter.setPen(QColor(colour))
    painter.drawText(rect, where, fitting)
    return metrics.horizontalAdvance(fitting)


def draw_chip(painter: QPainter, rect: QRect, text: str, written_in: QFont, pair: Pair) -> None:
    """Draw a chip at the left end of a cell, as wide as its text and no wider than the cell."""
    metrics = QFontMetrics(written_in)
    width = min(metrics.horizontalAdvance(text) + 2 * Space.S, rect.width())
    chip = QRect(rect.left(), rect.center().y() - Size.CHIP // 2 + 1, width, Size.CHIP)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(pair.ground))
    painter.drawRoundedRect(QRectF(chip), Size.CHIP_CORNER, Size.CHIP_CORNER)
    painter.setFont(written_in)
    painter.setPen(QColor(pair.ink))
    fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, fitting)
