"""Draws the rows of a list: text with a muted second text, chips, and cells that are wrong."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.lists.row_model import Role
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone, Weight

Index = QModelIndex | QPersistentModelIndex

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """Everything that is drawn comes from the model and the theme; nothing is decided here."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        """Keep the fonts: they are needed for every cell."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._hovered = -1
        self._body, self._strong = font(), font(weight=Weight.MEDIUM)
        self._fine = font(Size.LABEL, Weight.MEDIUM)

    def hover(self, row: int) -> None:
        """Remember the row under the mouse, -1 for none."""
        self._hovered = row

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        self._paint_ground(painter, rect, index)
        inner = rect.adjusted(Space.M, 0, -Space.S, 0)
        text = " ".join(str(index.data() or "").split())
        fault, tone = index.data(Role.FAULT), index.data(Role.TONE)
        if fault:
            self._paint_fault(painter, rect, text, str(fault))
        elif tone:
            # Qt hands a text back where a member of a closed set of texts was put in.
            self._paint_chip(painter, inner, text, Tone(tone))
        else:
            second = index.data(Role.SECOND)
            used = self._write(painter, inner, text, self._strong if second else self._body, self._theme.colours.ink)
            if second:
                rest = inner.adjusted(used + Space.S, 0, 0, 0)
                self._write(painter, rest, str(second), self._body, self._theme.colours.muted)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colours = self._theme.colours
        selected = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        ground = colours.selection if selected else colours.hover if index.row() == self._hovered else colours.surface
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            for edge in (rect.top(), rect.bottom() - Size.FOCUS + 1):
                painter.fillRect(rect.left(), edge, rect.width(), Size.FOCUS, QColor(colours.link))
        if selected and index.column() == 0:
            # A bar beside the colour: a chosen row must be found without telling two greys apart.
            painter.fillRect(rect.left(), rect.top(), Size.MARK, rect.height(), QColor(colours.link))

    def _paint_fault(self, painter: QPainter, rect: QRect, text: str, fault: str) -> None:
        """The value as it stands, and under it a mark and what is wrong."""
        pair = self._theme.colours.chips[Tone.RED]
        box = rect.adjusted(Space.XS, Space.XS, -Space.XS, -Space.XS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(QRectF(box), Size.CHIP_CORNER, Size.CHIP_CORNER)
        inner = box.adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        half = inner.height() // 2
        self._write(painter, inner.adjusted(0, 0, 0, -half), text or "(tom)", self._body, pair.ink)
        self._write(painter, inner.adjusted(0, half, 0, 0), f"! {fault}", self._fine, pair.ink)

    def _write(self, painter: QPainter, rect: QRect, text: str, written_in: QFont, colour: str) -> int:
        """Write on one line, cut with three dots where it does not fit, and return the width used."""
        if rect.width() <= 0:
            return 0
        metrics = QFontMetrics(written_in)
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.setFont(written_in)
        painter.setPen(QColor(colour))
        painter.drawText(rect, _MIDDLE, fitting)
        return metrics.horizontalAdvance(fitting)

    def _paint_chip(self, painter: QPainter, rect: QRect, text: str, tone: Tone) -> None:
        if not text:
            return
        pair = self._theme.colours.chips[tone]
        metrics = QFontMetrics(self._fine)
        width = min(metrics.horizontalAdvance(text) + 2 * Space.S, rect.width())
        box = QRect(rect.left(), rect.center().y() - Size.CHIP // 2 + 1, width, Size.CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(QRectF(box), Size.CHIP_CORNER, Size.CHIP_CORNER)
        painter.setFont(self._fine)
        painter.setPen(QColor(pair.ink))
        fitting = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, width - 2 * Space.S + 1))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, fitting)
