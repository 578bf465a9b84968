"""Draws the rows of the search: an icon, a name, what tells it apart, and its key at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.lists.drawing import Standing, draw_standing, write_line
from ui.search.search_model import Role
from ui.search.search_rows import CitizenResult, DoingResult, Heading
from ui.theme.fonts import font
from ui.theme.icons import Icon, pixmap
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Weight

Index = QModelIndex | QPersistentModelIndex

_LOW = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


class SearchDelegate(QStyledItemDelegate):
    """Everything comes from the row and the theme."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Keep fonts and icons: they are needed at every key stroke."""
        super().__init__(view)
        self._theme, self._view = theme, view
        self._hovered = -1
        self._body, self._medium = font(), font(weight=Weight.MEDIUM)
        self._label = font(Size.LABEL, Weight.MEDIUM)
        self._icons: dict[tuple[Icon, str], QPixmap] = {}

    def hover(self, row: int) -> None:
        """Remember the row under the mouse, -1 for none."""
        self._hovered = row

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature.
        """As high as the queue's rows; headings a little less."""
        heading = isinstance(index.data(Role.ROW), Heading)
        return QSize(0, Size.GROUP_ROW if heading else Size.ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        row = index.data(Role.ROW)
        inner = rect.adjusted(Space.L, 0, -Space.L, 0)
        if isinstance(row, Heading):
            low = inner.adjusted(0, 0, 0, -Space.XS)
            write_line(painter, low, row.title, self._label, self._theme.colours.muted, _LOW)
        else:
            self._ground(painter, rect, index)
            if isinstance(row, CitizenResult):
                inner = self._aside(painter, inner, row.aside)
                self._texts(painter, inner, Icon.CITIZEN, row.hit.name, row.second)
            elif isinstance(row, DoingResult):
                inner = self._key(painter, inner, row.keys)
                self._texts(painter, inner, row.icon, row.title, row.second)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        colours = self._theme.colours
        chosen = index.row() == self._view.currentIndex().row()
        hovered = index.row() == self._hovered
        if chosen or hovered:
            painter.fillRect(rect, QColor(colours.selection if chosen else colours.hover))
        draw_standing(painter, rect, colours, Standing(chosen, chosen and self._view.hasFocus()))

    def _texts(self, painter: QPainter, rect: QRect, icon: Icon, first: str, second: str) -> None:
        colours = self._theme.colours
        drawn = self._icon(icon, colours.muted)
        painter.drawPixmap(rect.left(), rect.center().y() - Size.ICON // 2 + 1, drawn)
        rect = rect.adjusted(Size.ICON + Space.M, 0, 0, 0)
        used = write_line(painter, rect, first, self._medium, colours.ink)
        if second:
            write_line(painter, rect.adjusted(used + Space.M, 0, 0, 0), second, self._body, colours.muted)

    def _aside(self, painter: QPainter, rect: QRect, text: str) -> QRect:
        """Write at the right, over a third of the row at most, and return what is left of it."""
        metrics = QFontMetrics(self._body)
        width = min(metrics.horizontalAdvance(text), rect.width() // 3)
        at = QRect(rect.right() - width, rect.top(), width + 1, rect.height())
        write_line(painter, at, text, self._body, self._theme.colours.muted)
        return rect.adjusted(0, 0, -width - Space.L, 0)

    def _key(self, painter: QPainter, rect: QRect, keys: str | None) -> QRect:
        """Draw a key cap at the right, and return what is left of the row."""
        if not keys:
            return rect
        colours = self._theme.colours
        width = QFontMetrics(self._label).horizontalAdvance(keys) + 2 * Space.S
        cap = QRect(rect.right() - width, rect.center().y() - Size.CHIP // 2 + 1, width, Size.CHIP)
        painter.setPen(QColor(colours.line))
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(QRectF(cap).adjusted(0.5, 0.5, -0.5, -0.5), Size.CHIP_CORNER, Size.CHIP_CORNER)
        painter.setFont(self._label)
        painter.setPen(QColor(colours.muted))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, keys)
        return rect.adjusted(0, 0, -width - Space.L, 0)

    def _icon(self, icon: Icon, colour: str) -> QPixmap:
        key = (icon, colour)
        if key not in self._icons:
            self._icons[key] = pixmap(icon, colour, ratio=self._view.devicePixelRatioF())
        return self._icons[key]
