"""The list itself: whole rows are chosen and marked, lane headings span it, and narrow windows drop columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.queue.item import QueueItem
from ui.queue.actions import Doing
from ui.queue.columns import Column, LaneHeading, Role
from ui.queue.queue_delegate import QueueDelegate
from ui.queue.queue_model import QueueModel
from ui.theme.theme import Theme
from ui.theme.tokens import Size

# What the panel at the right says as well goes first when there is no room.
_FIRST_TO_GO: Final = (Column.BENEFIT, Column.HOLDER, Column.MATCH)
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class QueueView(QTableView):
    """Shows a queue and says which row is chosen.

    `step_wanted` carries the row whose next step is to be taken, by a click on its words or by Enter. `marked`
    carries the rows that are marked together, by Ctrl, Shift or Ctrl+A.
    """

    item_chosen = Signal(object)
    step_wanted = Signal(object)
    marked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._queue = QueueModel(self)
        self._holder_wanted = True
        self._hovered = -1
        self._headings: frozenset[int] = frozenset()
        self._filling = False
        self._drawn_marks: frozenset[int] = frozenset()
        self.setModel(self._queue)
        self._delegate = QueueDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Køen"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self.entered.connect(self._enter)
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.clicked.connect(self._click)
        self.selectionModel().selectionChanged.connect(self._choose)

    def offer(self, actions: Collection[Doing], worker_id: str | None) -> None:
        """Say what there is somebody to do, for the column of next steps."""
        self._queue.offer(actions, worker_id)
        self._fit_columns()

    def step_of(self, item: QueueItem) -> Doing | None:
        """What does a row's work; None when nobody offers it."""
        return self._queue.step_of(item)

    def show_items(
        self,
        items: Sequence[QueueItem],
        today: date,
        more: Mapping[str, str] | None = None,
        *,
        stay: bool = False,
    ) -> bool:
        """Show another queue; the chosen row stays chosen, or the citizen's, otherwise its neighbour is.

        `stay` keeps the place one has scrolled to, for a queue that was only computed anew. What is shown already
        is left alone: laying out ten thousand rows anew takes longer than a frame. Gives whether anything changed;
        then the choice is told anew as well.
        """
        if self._queue.shows(items, today, more or {}):
            return False
        chosen, near = self.chosen(), self.currentIndex().row()
        marks = {item.key for item in self.marked_items()}
        place = self.verticalScrollBar().value()
        self._filling = True
        self.clearSpans()
        self._queue.show_items(items, today, more)
        self._set_heights()
        row = self._queue.row_of(chosen.key) if chosen else None
        if row is None and chosen is not None and chosen.case_id is not None:
            row = self._queue.row_of_case(chosen.case_id)
        self._choose_near(near if row is None else row)
        if len(marks) > 1:
            self._mark_again(marks, chosen)
        self._filling = False
        if stay:
            self.verticalScrollBar().setValue(place)
        elif self.currentIndex().row() <= 1:
            # The heading above the first row is seen as well.
            self.scrollToTop()
        self._tell_choice()
        return True

    def chosen(self) -> QueueItem | None:
        """The chosen row as a value."""
        item = self.currentIndex().data(Role.ITEM) if self.currentIndex().isValid() else None
        return item if isinstance(item, QueueItem) else None

    def items(self) -> tuple[QueueItem, ...]:
        """The rows in the order of the screen."""
        return self._queue.items()

    def marked_items(self) -> tuple[QueueItem, ...]:
        """The rows that are marked, in the order of the screen; one or none where nothing is marked together."""
        rows = (self._queue.row(number) for number in sorted(self._marked_rows()))
        return tuple(row for row in rows if isinstance(row, QueueItem))

    def mark_all(self) -> None:
        """Mark every row that is shown; the chosen one stays chosen."""
        self.selectAll()

    def unmark(self) -> None:
        """Leave only the chosen row."""
        if self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the next step by Enter; Space alone does nothing, so that no mark is lost by it."""
        if event.key() in _ENTER:
            item = self.chosen()
            if item is not None:
                self.step_wanted.emit(item)
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            return
        super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        item = index.data(Role.ITEM)
        plain = QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.NoModifier
        if index.column() == Column.NEXT and plain and isinstance(item, QueueItem) and index.data():
            self.step_wanted.emit(item)

    def _enter(self, index: QModelIndex) -> None:
        self._hover(index.row())
        hand = index.column() == Column.NEXT and bool(index.data())
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self._delegate.hover(row)
            self._draw_anew()

    def _draw_anew(self) -> None:
        self.viewport().update()

    def _set_heights(self) -> None:
        """Only headings have another height than the rest, and only those that came or went are touched."""
        headings = frozenset(self._queue.heading_rows())
        for number in headings:
            self.setSpan(number, 0, 1, len(Column))
        for number in self._headings - headings:
            self.setRowHeight(number, Size.ROW)
        for number in headings - self._headings:
            self.setRowHeight(number, Size.GROUP_ROW)
        self._headings = headings

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
        if not self._queue.offers_steps():
            del widths[Column.NEXT]
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

    def _mark_again(self, keys: Collection[str], chosen: QueueItem | None) -> None:
        """Mark what is left of the rows that were marked, and no other: they may be about to be summoned."""
        found, rows = QItemSelection(), []
        for number in range(self._queue.rowCount()):
            row = self._queue.row(number)
            if isinstance(row, QueueItem) and row.key in keys:
                rows.append(number)
                found.select(self._queue.index(number, 0), self._queue.index(number, len(Column) - 1))
        if not rows:
            return
        here = self._queue.row_of(chosen.key) if chosen is not None else None
        current = self._queue.index(here if here in rows else rows[0], Column.DEADLINE)
        self.selectionModel().setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(found, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _marked_rows(self) -> frozenset[int]:
        return frozenset(index.row() for index in self.selectionModel().selectedRows())

    def _choose(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if not self._filling:
            self._tell_choice()

    def _tell_choice(self) -> None:
        rows = self._marked_rows()
        marked = rows if len(rows) > 1 else frozenset()
        if marked != self._drawn_marks:
            # Qt draws the rows anew that were chosen or left, and those are all where nothing is marked.
            self._drawn_marks = marked
            self._delegate.mark(marked)
            self._draw_anew()
        self.item_chosen.emit(self.chosen())
        self.marked.emit(self.marked_items() if len(rows) > 1 else ())
