"""Draws an entry of the timeline: its day, its title and the beginning of its text; struck out when withdrawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from app.cases.timeline import TimelineEntry
from ui.citizen.timeline_model import Role
from ui.danish_dates import full_date
from ui.lists.drawing import Standing, draw_ground, write_line
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Space, Weight

Index = QModelIndex | QPersistentModelIndex


class TimelineDelegate(QStyledItemDelegate):
    """Two lines where there is a text, one where there is none."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        """Keep the fonts: they are needed for every row."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._body, self._medium = font(), font(weight=Weight.MEDIUM)
        self._struck = font()
        self._struck.setStrikeOut(True)
        self._day_width = QFontMetrics(self._body).horizontalAdvance("00.00.0000") + Space.M
        self._line = QFontMetrics(self._body).lineSpacing()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        entry = index.data(Role.ENTRY)
        lines = 2 if isinstance(entry, TimelineEntry) and _under(entry) else 1
        return QSize(option.rect.width(), lines * self._line + 2 * Space.S)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        entry = index.data(Role.ENTRY)
        if not isinstance(entry, TimelineEntry):
            return
        painter.save()
        colours, rect = self._theme.colours, QRect(option.rect)
        chosen = self._view.selectionModel().isSelected(index)
        current = self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        draw_ground(painter, rect, colours, Standing(chosen, current))
        inner = rect.adjusted(Space.M, Space.S, -Space.M, 0)
        inner.setHeight(self._line)
        write_line(painter, inner, full_date(entry.day), self._body, colours.muted)
        inner.setLeft(inner.left() + self._day_width)
        gone = entry.withdrawn is not None
        write_line(painter, inner, entry.title, self._struck if gone else self._medium, colours.ink)
        write_line(painter, inner.translated(0, self._line), _under(entry), self._body, colours.muted)
        painter.restore()


def _under(entry: TimelineEntry) -> str:
    """The second line: who withdrew it and why, or the beginning of its text."""
    if entry.withdrawn is not None:
        return withdrawn_words(entry)
    return " ".join((entry.text or "").split())


def withdrawn_words(entry: TimelineEntry) -> str:
    """As in `Trukket tilbage 20.03.2007 af M. Holm: forkert borger`."""
    gone = entry.withdrawn
    if gone is None:
        return ""
    by = f" af {gone.by}" if gone.by else ""
    return f"Trukket tilbage {full_date(gone.on)}{by}: {gone.reason}"
