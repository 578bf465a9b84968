"""Draws cells: a name with the birth date, a deadline's chip, lines that belong together on one ground."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.lists.cell import Cell, Ink
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone, Weight

Index = QModelIndex | QPersistentModelIndex

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CellSource(Protocol):
    """What is asked of a model beside Qt's own questions."""

    def cell_at(self, place: int, column: int) -> Cell:
        """What a cell says."""

    def is_together(self, place: int) -> bool:
        """Whether the row belongs together with one beside it."""

    def ends_group(self, place: int) -> bool:
        """Whether the row is the last of those that belong together, or belongs to none."""


class CellDelegate(QStyledItemDelegate):
    """Asks the model for values and the theme for colours; fonts and their measures are made once."""

    def __init__(self, theme: Theme, source: CellSource, view: QTableView) -> None:
        """Draw for one view."""
        super().__init__(view)
        self._theme, self._source, self._view = theme, source, view
        self._body, self._name = font(), font(weight=Weight.MEDIUM)
        self._chip = font(Size.LABEL, Weight.MEDIUM)
        self._measures = {id(each): QFontMetrics(each) for each in (self._body, self._name, self._chip)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        rect: QRect = option.rect
        place = index.row()
        self._paint_ground(painter, rect, place, index.column())
        inner = rect.adjusted(Space.M, 0, -Space.S, 0)
        found, colours = self._source.cell_at(place, index.column()), self._theme.colours
        if found.tone is not None:
            used = self._paint_chip(painter, inner, found, marked=self._is_marked(place))
        else:
            ink = colours.muted if found.ink is Ink.MUTED else colours.ink
            used = self._write(painter, inner, found.text, self._name if found.ink is Ink.STRONG else self._body, ink)
        if found.second:
            ink = colours.ink if found.tone is not None else colours.muted
            self._write(painter, inner.adjusted(used + Space.S, 0, 0, 0), found.second, self._body, ink)

    def _paint_ground(self, painter: QPainter, rect: QRect, place: int, column: int) -> None:
        colours, selected = self._theme.colours, self._is_marked(place)
        if selected:
            ground = colours.selection
        else:
            ground = colours.group_row if self._source.is_together(place) else colours.surface
        painter.fillRect(rect, QColor(ground))
        if self._source.ends_group(place):
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        if self._view.currentIndex().row() == place and self._view.hasFocus():
            for edge in (rect.top(), rect.bottom() - Size.FOCUS + 1):
                painter.fillRect(rect.left(), edge, rect.width(), Size.FOCUS, QColor(colours.link))
        if selected and self._view.horizontalHeader().visualIndex(column) == 0:
            # A bar beside the colour: a marked row must be found without telling two greys apart.
            painter.fillRect(rect.left(), rect.top(), Size.MARK, rect.height(), QColor(colours.link))

    def _write(self, painter: QPainter, rect: QRect, text: str, written_in: QFont, colour: str) -> int:
        """Write on one line, cut with three dots where it does not fit, and return the width used."""
        if rect.width() <= 0:
            return 0
        metrics = self._measures[id(written_in)]
        width = metrics.horizontalAdvance(text)
        if width > rect.width():
            text, width = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()), rect.width()
        painter.setFont(written_in)
        painter.setPen(QColor(colour))
        painter.drawText(rect, _MIDDLE, text)
        return width

    def _is_marked(self, place: int) -> bool:
        return self._view.selectionModel().isRowSelected(place, QModelIndex())

    def _paint_chip(self, painter: QPainter, rect: QRect, found: Cell, *, marked: bool) -> int:
        text, pair = found.text, self._theme.colours.chips[found.tone or Tone.GREY]
        width = min(self._measures[id(self._chip)].horizontalAdvance(text) + 2 * Space.S, rect.width())
        chip = QRect(rect.left(), rect.center().y() - Size.CHIP // 2 + 1, width, Size.CHIP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # On the ground of a marked row a blue chip would be nearly lost.
        painter.setPen(QColor(self._theme.colours.field_border) if marked else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(QRectF(chip), Size.CHIP_CORNER, Size.CHIP_CORNER)
        painter.setFont(self._chip)
        painter.setPen(QColor(pair.ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        return width
