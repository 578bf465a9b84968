"""Draws the queue's rows: chips, names with their birth date, lane headings over the whole width."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from ui.queue.columns import Column, LaneHeading, Role
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone, Weight

Index = QModelIndex | QPersistentModelIndex

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


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
        used = self._write(painter, inner, str(index.data()), self._strong, colours.ink)
        self._paint_chip(painter, inner.adjusted(used + Space.S, 0, 0, 0), str(heading.count), index.data(Role.TONE))

    def _paint_row(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colours = self._theme.colours
        selected = index.row() == self._view.currentIndex().row()
        hovered = index.row() == self._hovered
        marked = index.row() in self._marked
        ground = colours.selection if selected or marked else colours.hover if hovered else colours.surface
        painter.fillRect(rect, QColor(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        if selected and self._view.hasFocus():
            for edge in (rect.top(), rect.bottom() - Size.FOCUS + 1):
                painter.fillRect(rect.left(), edge, rect.width(), Size.FOCUS, QColor(colours.link))
        if (selected or marked) and index.column() == Column.DEADLINE:
            # A bar beside the colour: the chosen row must be found without telling two greys apart.
            painter.fillRect(rect.left(), rect.top(), Size.MARK, rect.height(), QColor(colours.link))
        inner = rect.adjusted(Space.M, 0, -Space.S, 0)
        text = str(index.data() or "")
        match index.column():
            case Column.DEADLINE:
                self._paint_chip(painter, inner, text, index.data(Role.TONE))
            case Column.CITIZEN:
                inner = self._write_at_the_end(painter, inner, index.data(Role.MORE))
                self._write_name(painter, inner, text, index.data(Role.SECONDARY))
            case Column.TASK:
                self._write_two(painter, inner, (text, self._body), index.data(Role.SECONDARY))
            case Column.MATCH:
                self._write(painter, inner, text, self._body, colours.ink)
            case Column.NEXT:
                written_in = self._link_hovered if hovered else self._medium
                self._write(painter, inner, text, written_in, colours.link)
            case _:
                self._write(painter, inner, text, self._body, colours.muted)

    def _write_at_the_end(self, painter: QPainter, rect: QRect, text: str | None) -> QRect:
        """Write what must not be cut off at the right, and return the room that is left beside it."""
        if not text:
            return rect
        width = QFontMetrics(self._chip).horizontalAdvance(text) + Space.S
        self._write(painter, rect.adjusted(rect.width() - width, 0, 0, 0), text, self._chip, self._theme.colours.muted)
        return rect.adjusted(0, 0, -width - Space.XS, 0)

    def _write_name(self, painter: QPainter, rect: QRect, name: str, born: str | None) -> None:
        """Write a citizen; a long name gives way to the birth date, which tells two of one name apart."""
        room = QFontMetrics(self._body).horizontalAdvance(born) + Space.S if born else 0
        used = self._write(painter, rect.adjusted(0, 0, -room, 0), name, self._medium, self._theme.colours.ink)
        if born:
            rest = rect.adjusted(used + Space.S, 0, 0, 0)
            self._write(painter, rest, born, self._body, self._theme.colours.muted)

    def _write_two(self, painter: QPainter, rect: QRect, first: tuple[str, QFont], second: str | None) -> None:
        """Write a text and, in what room is left, a second one beside it."""
        used = self._write(painter, rect, first[0], first[1], self._theme.colours.ink)
        if second:
            rest = rect.adjusted(used + Space.S, 0, 0, 0)
            self._write(painter, rest, second, self._body, self._theme.colours.muted)

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

    def _paint_chip(self, painter: QPainter, rect: QRect, text: str, tone: Tone | None) -> None:
        pair = self._theme.colours.chips[tone or Tone.GREY]
        wanted = QFontMetrics(self._chip).horizontalAdvance(text) + 2 * Space.S
        width = min(wanted, rect.width())
        chip = QRect(rect.left(), rect.center().y() - Size.CHIP // 2 + 1, width, Size.CHIP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(QRectF(chip), Size.CHIP_CORNER, Size.CHIP_CORNER)
        painter.setFont(self._chip)
        painter.setPen(QColor(pair.ink))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, text)
