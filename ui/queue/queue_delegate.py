"""Draws the queue's rows: chips, names with their birth date, lane headings over the whole width."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui.lists.drawing import Standing, draw_chip, draw_ground, write_line
from ui.queue.columns import Column, LaneHeading, Role
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone, Weight

Index = QModelIndex | QPersistentModelIndex


class QueueDelegate(QStyledItemDelegate):
    """Everything that is drawn comes from the model and the theme; nothing is decided here.

    Which row is chosen and which is under the mouse is asked of the view and not of the option's state: that
    knows of cells only, and reading it makes PySide's classes for `QStyle`, 10 ms before the first row.
    """

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        """Keep the fonts: they are needed for every cell."""
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._hovered = -1
        self._marked: frozenset[int] = frozenset()
        self._body = font()
        self._strong = font(weight=Weight.STRONG)
        self._medium = font(weight=Weight.MEDIUM)
        self._chip = font(Size.LABEL, Weight.MEDIUM)
        self._link_hovered = font(weight=Weight.MEDIUM)
        self._link_hovered.setUnderline(True)

    def hover(self, row: int) -> None:
        """Remember the row under the mouse, -1 for none."""
        self._hovered = row

    def mark(self, rows: frozenset[int]) -> None:
        """Remember the rows that are marked beside the chosen one."""
        self._marked = rows

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        heading = index.data(Role.HEADING)
        if isinstance(heading, LaneHeading):
            self._paint_heading(painter, rect, heading, index)
        else:
            self._paint_row(painter, rect, index)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, heading: LaneHeading, index: Index) -> None:
        colours = self._theme.colours
        painter.fillRect(rect, QColor(colours.group_row))
        inner = rect.adjusted(Space.M, 0, -Space.M, 0)
        used = write_line(painter, inner, str(index.data()), self._strong, colours.ink)
        pair = colours.chips[index.data(Role.TONE) or Tone.GREY]
        draw_chip(painter, inner.adjusted(used + Space.S, 0, 0, 0), str(heading.count), self._chip, pair)

    def _paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colours = self._theme.colours
        selected = index.row() == self._view.currentIndex().row()
        hovered = index.row() == self._hovered
        marked = index.row() in self._marked
        standing = Standing(
            selected or marked, selected and self._view.hasFocus(), hovered, index.column() == Column.DEADLINE
        )
        draw_ground(painter, rect, colours, standing)
        inner = rect.adjusted(Space.M, 0, -Space.S, 0)
        text = str(index.data() or "")
        match index.column():
            case Column.DEADLINE:
                draw_chip(painter, inner, text, self._chip, colours.chips[index.data(Role.TONE) or Tone.GREY])
            case Column.CITIZEN:
                inner = self._write_at_the_end(painter, inner, index.data(Role.MORE))
                self._write_name(painter, inner, text, index.data(Role.SECONDARY))
            case Column.TASK:
                self._write_two(painter, inner, (text, self._body), index.data(Role.SECONDARY))
            case Column.MATCH:
                write_line(painter, inner, text, self._body, colours.ink)
            case Column.NEXT:
                written_in = self._link_hovered if hovered else self._medium
                write_line(painter, inner, text, written_in, colours.link)
            case _:
                write_line(painter, inner, text, self._body, colours.muted)

    def _write_at_the_end(self, painter: QPainter, rect: QRect, text: str | None) -> QRect:
        """Write what must not be cut off at the right, and return the room that is left beside it."""
        if not text:
            return rect
        width = QFontMetrics(self._chip).horizontalAdvance(text) + Space.S
        write_line(painter, rect.adjusted(rect.width() - width, 0, 0, 0), text, self._chip, self._theme.colours.muted)
        return rect.adjusted(0, 0, -width - Space.XS, 0)

    def _write_name(self, painter: QPainter, rect: QRect, name: str, born: str | None) -> None:
        """Write a citizen; a long name gives way to the birth date, which tells two of one name apart."""
        room = QFontMetrics(self._body).horizontalAdvance(born) + Space.S if born else 0
        used = write_line(painter, rect.adjusted(0, 0, -room, 0), name, self._medium, self._theme.colours.ink)
        if born:
            rest = rect.adjusted(used + Space.S, 0, 0, 0)
            write_line(painter, rest, born, self._body, self._theme.colours.muted)

    def _write_two(self, painter: QPainter, rect: QRect, first: tuple[str, QFont], second: str | None) -> None:
        """Write a text and, in what room is left, a second one beside it."""
        used = write_line(painter, rect, first[0], first[1], self._theme.colours.ink)
        if second:
            rest = rect.adjusted(used + Space.S, 0, 0, 0)
            write_line(painter, rest, second, self._body, self._theme.colours.muted)
