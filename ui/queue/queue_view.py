"""The list itself: whole rows are chosen, lane headings span it, and narrow windows drop the least columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.queue.item import QueueItem
from ui.queue.columns import Column, LaneHeading, Role
from ui.queue.queue_delegate import QueueDelegate
from ui.queue.queue_model import QueueModel
from ui.theme.theme import Theme
from ui.theme.tokens import Size

# What the panel at the right says as well goes first when there is no room.
_FIRST_TO_GO: Final = (Column.HOLDER, Column.BENEFIT, Column.MATCH)


class QueueView(QTableView):
    """Shows a queue and says which row is chosen."""

    item_chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._queue = QueueModel(self)
        self._holder_wanted = True
        self.setModel(self._queue)
        self._delegate = QueueDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Køen"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        # Otherwise Tab would walk from cell to cell and never leave the list.
        self.setTabKeyNavigation(False)
        self._lay_out_columns()
        theme.changed.connect(self._draw_anew)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.selectionModel().selectionChanged.connect(self._choose)

    def show_items(self, items: Sequence[QueueItem], today: date, more: Mapping[str, str] | None = None) -> None:
        """Show another queue; the chosen row stays chosen, or the citizen's, otherwise its neighbour is."""
        chosen, near = self.chosen(), self.currentIndex().row()
        self.clearSpans()
        self._queue.show_items(items, today, more)
        for number in range(self._queue.rowCount()):
            heading = isinstance(self._queue.row(number), LaneHeading)
            if heading:
                self.setSpan(number, 0, 1, len(Column))
            self.setRowHeight(number, Size.GROUP_ROW if heading else Size.ROW)
        row = self._queue.row_of(chosen.key) if chosen else None
        if row is None and chosen is not None and chosen.case_id is not None:
            row = self._queue.row_of_case(chosen.case_id)
        self._choose_near(near if row is None else row)

    def chosen(self) -> QueueItem | None:
        """The chosen row as a value."""
        item = self.currentIndex().data(Role.ITEM) if self.currentIndex().isValid() else None
        return item if isinstance(item, QueueItem) else None

    def show_holder(self, *, wanted: bool) -> None:
        """Show or hide the holder: in one's own queue it says the same in every row."""
        self._holder_wanted = wanted
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop or bring back columns."""
        super().resizeEvent(event)
        self._fit_columns()

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        self._delegate.hover(row)
        self._draw_anew()

    def _draw_anew(self) -> None:
        self.viewport().update()

    def _lay_out_columns(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(Size.GROUP_ROW)
        rows.setDefaultSectionSize(Size.ROW)
        columns = self.horizontalHeader()
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        columns.setFixedHeight(Size.GROUP_ROW)
        for column, width in zip(Column, Size.QUEUE_COLUMNS, strict=True):
            self.setColumnWidth(column, width)
        columns.setSectionResizeMode(Column.TASK, QHeaderView.ResizeMode.Stretch)

    def _fit_columns(self) -> None:
        widths = dict(zip(Column, Size.QUEUE_COLUMNS, strict=True))
        widths[Column.TASK] = Size.QUEUE_TASK_AT_LEAST
        if not self._holder_wanted:
            del widths[Column.HOLDER]
        # Not the viewport's width: asking for the viewport lets PySide make every widget class there is, 30 ms.
        room = self.width() - Size.SCROLL_BAR
        for column in _FIRST_TO_GO:
            if sum(widths.values()) > room:
                widths.pop(column, None)
        for column in Column:
            self.setColumnHidden(column, column not in widths)

    def _choose_near(self, row: int) -> None:
        """Choose the row, or the nearest below or above it that is no heading."""
        count = self._queue.rowCount()
        wanted = max(row, 0)
        for number in (*range(wanted, count), *range(min(wanted, count) - 1, -1, -1)):
            if not isinstance(self._queue.row(number), LaneHeading):
                self.setCurrentIndex(self._queue.index(number, Column.DEADLINE))
                return
        self.setCurrentIndex(QModelIndex())
        self.item_chosen.emit(None)

    def _choose(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.item_chosen.emit(self.chosen())
