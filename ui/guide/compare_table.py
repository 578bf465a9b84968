"""Offers side by side: a row for each property, a column for each offer, and in words where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.guide.estimates import Estimate
from ui.guide.interval_drawing import draw_interval
from ui.theme.fonts import font
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Weight

Index = QModelIndex | QPersistentModelIndex

DIFFERENT, SAME = "forskel", "ens"

_NOWHERE = QModelIndex()
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_WRAPPED: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


class CompareCell(NamedTuple):
    """What an offer has of a property. `mark` says in a word how it stands to the others; `estimate` is drawn too."""

    text: str
    mark: str = ""
    estimate: Estimate | None = None


class CompareRow(NamedTuple):
    """A property and what each offer has of it."""

    heading: str
    cells: tuple[CompareCell, ...]

    def differs(self) -> bool:
        """Whether the offers do not all say the same."""
        return len({cell.text for cell in self.cells}) > 1


class CompareModel(QAbstractTableModel):
    """The first column names the property and says whether the offers differ in it."""

    def __init__(self, titles: Sequence[str], rows: Sequence[CompareRow], parent: QObject | None = None) -> None:
        """Show these offers."""
        super().__init__(parent)
        self.titles, self.rows = tuple(titles), tuple(rows)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A row for each property."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The property, and the offers."""
        return 0 if parent.isValid() else 1 + len(self.titles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The offers' titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= len(self.titles):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self.titles[section - 1] if section else ""
        if role == Qt.ItemDataRole.AccessibleTextRole and not section:
            return "Egenskab"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, and where it is read aloud also the property and how it stands to the others."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if not index.column():
            words = {Qt.ItemDataRole.DisplayRole: row.heading}
            words[Qt.ItemDataRole.AccessibleTextRole] = f"{row.heading}, {difference(row)}"
            return words.get(Qt.ItemDataRole(role)) if role in words else None
        cell = row.cells[index.column() - 1]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return cell.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (f"{row.heading}: {cell.text}", cell.mark, self.titles[index.column() - 1])
            return ", ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be gone to."""
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags


def difference(row: CompareRow) -> str:
    """Whether the offers differ, in a word."""
    return DIFFERENT if row.differs() else SAME


class _CellDelegate(QStyledItemDelegate):
    """Draws wrapped text, a muted word under it, and dot and line above it where there is an estimate."""

    def __init__(self, theme: Theme, view: QTableView, model: CompareModel) -> None:
        super().__init__(view)
        self._theme, self._view, self._model = theme, view, model
        self._body, self._name, self._fine = font(), font(weight=Weight.MEDIUM), font(Size.LABEL, Weight.MEDIUM)
        self._measures = {id(each): QFontMetrics(each) for each in (self._body, self._name, self._fine)}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        painter.save()
        rect: QRect = option.rect
        colours, row = self._theme.colours, self._model.rows[index.row()]
        here = index.column() == self._view.currentIndex().column() and index.column() > 0
        painter.fillRect(rect, QColor(colours.selection if here else colours.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(colours.line))
        if self._view.hasFocus() and index == self._view.currentIndex():
            painter.setPen(QColor(colours.link))
            for inset in range(Size.FOCUS):
                painter.drawRect(rect.adjusted(inset, inset, -1 - inset, -1 - inset))
        inner = rect.adjusted(Space.M, Space.S, -Space.M, -Space.S)
        if index.column():
            cell = row.cells[index.column() - 1]
            text, mark, written_in, estimate = cell.text, cell.mark, self._body, cell.estimate
        else:
            text, mark, written_in, estimate = row.heading, difference(row), self._name, None
        if estimate is not None:
            track = QRect(inner.left(), inner.top(), min(inner.width(), Size.GUIDE_COLUMNS[2]), Size.TRACK + 2)
            draw_interval(painter, track, estimate, colours)
            inner.setTop(inner.top() + Size.TRACK + Space.S)
        if not index.column():
            inner = self._paint_difference(painter, inner, mark)
            mark = ""
        painter.setFont(written_in)
        painter.setPen(QColor(colours.ink))
        painter.drawText(inner, _WRAPPED, text)
        inner.setTop(inner.top() + self._height(text, id(written_in), inner.width()))
        if mark:
            painter.setFont(self._fine)
            painter.setPen(QColor(colours.muted))
            painter.drawText(inner, _WRAPPED, mark)
        painter.restore()

    def _paint_difference(self, painter: QPainter, inner: QRect, word: str) -> QRect:
        """Write at the right whether the offers differ, and return the room that is left beside it."""
        colours = self._theme.colours
        painter.setFont(self._fine)
        painter.setPen(QColor(colours.link if word == DIFFERENT else colours.muted))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), word)
        return inner.adjusted(0, 0, -self._word_width(), 0)

    def _word_width(self) -> int:
        return self._measures[id(self._fine)].horizontalAdvance(DIFFERENT) + Space.S

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt says it.
        """As high as the text needs in its column."""
        width = self._view.columnWidth(index.column()) - 2 * Space.M
        row = self._model.rows[index.row()]
        height = 2 * Space.S + 1
        if index.column():
            cell = row.cells[index.column() - 1]
            height += self._height(cell.text, id(self._body), width)
            height += self._height(cell.mark, id(self._fine), width) if cell.mark else 0
            height += Size.TRACK + Space.S if cell.estimate is not None else 0
        else:
            height += self._height(row.heading, id(self._name), width - self._word_width())
        return QSize(width, height)

    def _height(self, text: str, written_in: int, width: int) -> int:
        return self._measures[written_in].boundingRect(QRect(0, 0, max(width, 1), 10_000), _WRAPPED, text).height()


class CompareTable(QTableView):
    """The arrows go from property to property and from offer to offer; `offer_chosen` carries the offer's number."""

    offer_chosen = Signal(int)

    def __init__(self, theme: Theme, titles: Sequence[str], rows: Sequence[CompareRow]) -> None:
        """Show these offers."""
        super().__init__()
        self.compared = CompareModel(titles, rows, self)
        self.setModel(self.compared)
        self.setItemDelegate(_CellDelegate(theme, self, self.compared))
        self.setAccessibleName(self.tr("Sammenligning"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(Size.GROUP_ROW)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setAccessibleName(self.tr("Tilbud"))
        header.sectionClicked.connect(lambda section: self.go_to_offer(section - 1))
        header.setSectionsClickable(True)
        self.setColumnWidth(0, Size.COMPARE_CAPTION)
        # Once all columns have their widths the rows are made as high as their texts need.
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.setInterval(0)
        self._fit.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(self._fit.start)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now.column() - 1))

    def go_to_offer(self, number: int) -> None:
        """Stand in an offer's column."""
        if 0 <= number < len(self.compared.titles):
            self.setCurrentIndex(self.compared.index(max(self.currentIndex().row(), 0), number + 1))

    def offer(self) -> int:
        """The number of the offer one stands in; -1 in the column of properties."""
        return self.currentIndex().column() - 1

    def _tell(self, number: int) -> None:
        self.viewport().update()
        if number >= 0:
            self.offer_chosen.emit(number)
