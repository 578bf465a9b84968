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

_NOWHERE = QModelIndex()
_MOST_WIDTHS = 20_000
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
        # Each is asked for hundreds of times in one drawing of the list.
        self._widths: dict[tuple[int, str], int] = {}
        self._colours: dict[str, QColor] = {}
        self._marked: dict[int, bool] = {}

    def begin(self) -> None:
        """Begin to draw the list anew: which rows are marked is looked up once a row."""
        self._marked.clear()
        if len(self._widths) > _MOST_WIDTHS:
            self._widths.clear()

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
        painter.fillRect(rect, self._colour(ground))
        if self._source.ends_group(place):
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._colour(colours.line))
        if self._view.currentIndex().row() == place and self._view.hasFocus():
            for edge in (rect.top(), rect.bottom() - Size.FOCUS + 1):
                painter.fillRect(rect.left(), edge, rect.width(), Size.FOCUS, self._colour(colours.link))
        if selected and self._view.horizontalHeader().visualIndex(column) == 0:
            # A bar beside the colour: a marked row must be found without telling two greys apart.
            painter.fillRect(rect.left(), rect.top(), Size.MARK, rect.height(), self._colour(colours.link))

    def _write(self, painter: QPainter, rect: QRect, text: str, written_in: QFont, colour: str) -> int:
        """Write on one line, cut with three dots where it does not fit, and return the width used."""
        if rect.width() <= 0:
            return 0
        width = self._width(text, written_in)
        if width > rect.width():
            metrics = self._measures[id(written_in)]
            text, width = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width()), rect.width()
        painter.setFont(written_in)
        painter.setPen(self._colour(colour))
        painter.drawText(rect, _MIDDLE, text)
        return width

    def _is_marked(self, place: int) -> bool:
        found = self._marked.get(place)
        if found is None:
            found = self._marked[place] = self._view.selectionModel().isRowSelected(place, _NOWHERE)
        return found

    def _width(self, text: str, written_in: QFont) -> int:
        key = (id(written_in), text)
        found = self._widths.get(key)
        if found is None:
            found = self._widths[key] = self._measures[id(written_in)].horizontalAdvance(text)
        return found

    def _colour(self, name: str) -> QColor:
        found = self._colours.get(name)
        if found is None:
            found = self._colours[name] = QColor(name)
        return found

    def _paint_chip(self, painter: QPainter, rect: QRect, found: Cell, *, marked: bool) -> int:
        text, pair = found.text, self._theme.colours.chips[found.tone or Tone.GREY]
        width = min(self._width(text, self._chip) + 2 * Space.S, rect.width())
        chip = QRect(rect.left(), rect.center().y() - Size.CHIP // 2 + 1, width, Size.CHIP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # On the ground of a marked row a blue chip would be nearly lost.
        painter.setPen(
            self._colour(self._theme.colours.field_border) if marked and found.tone is Tone.BLUE else Qt.PenStyle.NoPen
        )
        painter.setBrush(self._colour(pair.ground))
        painter.drawRoundedRect(QRectF(chip), Size.CHIP_CORNER, Size.CHIP_CORNER)
        painter.setFont(self._chip)
        painter.setPen(self._colour(pair.ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
        return width
