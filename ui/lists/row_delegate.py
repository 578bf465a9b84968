"""Draws the rows of a list: text with a muted second text, chips, and cells that are wrong."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.lists.drawing import Standing, draw_chip, draw_ground, write_line
from ui.lists.row_model import Role
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone, Weight

Index = QModelIndex | QPersistentModelIndex


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
            if text:
                draw_chip(painter, inner, text, self._fine, self._theme.colours.chips[Tone(tone)])
        else:
            second = index.data(Role.SECOND)
            used = write_line(painter, inner, text, self._strong if second else self._body, self._theme.colours.ink)
            if second:
                rest = inner.adjusted(used + Space.S, 0, 0, 0)
                write_line(painter, rest, str(second), self._body, self._theme.colours.muted)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        chosen = self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        current = index.row() == self._view.currentIndex().row() and self._view.hasFocus()
        standing = Standing(chosen, current, index.row() == self._hovered, index.column() == 0)
        draw_ground(painter, rect, self._theme.colours, standing)

    def _paint_fault(self, painter: QPainter, rect: QRect, text: str, fault: str) -> None:
        """The value as it stands, and under it a mark and what is wrong."""
        pair = self._theme.colours.chips[Tone.RED]
        box = rect.adjusted(Space.XS, Space.XS, -Space.XS, -Space.XS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(QRectF(box), Size.CHIP_CORNER, Size.CHIP_CORNER)
        inner = box.adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        half = inner.height() // 2
        write_line(painter, inner.adjusted(0, 0, 0, -half), text or "(tom)", self._body, pair.ink)
        write_line(painter, inner.adjusted(0, half, 0, 0), f"! {fault}", self._fine, pair.ink)
