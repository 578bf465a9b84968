"""The caseload as a table: whole rows are marked, columns are moved, widened and sorted by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.cases.caseload_layout import Layout
from app.cases.caseload_row import CaseColumn, CaseloadRow
from ui.cases.caseload_model import COLUMNS, CaseloadModel
from ui.lists.cell_delegate import CellDelegate
from ui.theme.theme import Theme
from ui.theme.tokens import Size

_NARROWEST: Final = 56


class CaseloadView(QTableView):
    """Says which rows are marked, which case is to be opened, and when the columns were changed by hand.

    `opened` carries a case; `sort_wanted` a column; `marked` and `layout_changed` carry nothing: ask.
    """

    opened = Signal(str)
    sort_wanted = Signal(object)
    marked = Signal()
    layout_changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list with the usual columns."""
        super().__init__(parent)
        self.rows = CaseloadModel(self)
        self.setModel(self.rows)
        self._delegate = CellDelegate(theme, self.rows, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Sager"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        # Otherwise Tab would walk from cell to cell and never leave the list.
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(Size.ROW)
        self._header = _Header(self)
        self.setHorizontalHeader(self._header)
        self._header.setAccessibleName(self.tr("Kolonner"))
        self._header.let_go.connect(self.layout_changed)
        self._header.sectionClicked.connect(lambda section: self.sort_wanted.emit(COLUMNS[section]))
        self._waiting: tuple[set[str], str | None] | None = None
        self._hidden: frozenset[CaseColumn] = frozenset()
        self._layout = Layout()
        self.show_layout(self._layout)
        theme.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.marked.emit())

    def take_rows(self, rows: Sequence[CaseloadRow], today: date, marked: set[str]) -> None:
        """Take other rows; the ones of these cases are marked when they are next shown."""
        self._waiting = (marked, self._current_case())
        silent = self.selectionModel().blockSignals(True)
        self.rows.take_rows(rows, today)
        self.selectionModel().blockSignals(silent)

    def show_order(self, order: Sequence[int], together: frozenset[int]) -> None:
        """Show other rows; those that were marked and are still seen stay marked, and so does the current one."""
        kept, current = self._waiting or ({row.case_id for row in self.marked_rows()}, self._current_case())
        self._waiting = None
        silent = self.selectionModel().blockSignals(True)
        self.rows.show_order(order, together)
        self.selectionModel().blockSignals(silent)
        if kept or current is not None:
            self._mark_again(kept, current)
        self.viewport().update()
        self.marked.emit()

    def marked_rows(self) -> tuple[CaseloadRow, ...]:
        """The marked rows from above."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.row(place) for place in places)

    def current_row(self) -> CaseloadRow | None:
        """The row the keyboard is at."""
        place = self.currentIndex().row()
        return self.rows.row(place) if 0 <= place < self.rows.rowCount() else None

    def _current_case(self) -> str | None:
        row = self.current_row()
        return None if row is None else row.case_id

    def show_sorted(self, column: CaseColumn, *, descending: bool) -> None:
        """Show by the arrow what the list is sorted by."""
        self.rows.show_sorted(column, descending=descending)

    def show_layout(self, layout: Layout) -> None:
        """Show these columns in this order."""
        self._layout = layout
        for target, column in enumerate(layout.columns):
            self._header.moveSection(self._header.visualIndex(COLUMNS.index(column)), target)
        for column, usual in zip(COLUMNS, Size.CASE_COLUMNS, strict=True):
            self.setColumnWidth(COLUMNS.index(column), max(_NARROWEST, layout.widths.get(column, usual)))
        self._show_columns()

    def hide_here(self, columns: frozenset[CaseColumn]) -> None:
        """Leave out what says the same in every row of this list, whether it was chosen or not."""
        if columns != self._hidden:
            self._hidden = columns
            self._show_columns()

    def shown_columns(self) -> tuple[CaseColumn, ...]:
        """The columns that are seen, from the left."""
        return tuple(column for column in self.layout_now().columns if column not in self._hidden)

    def layout_now(self) -> Layout:
        """The layout with what was moved and widened by hand."""
        places = sorted(self._layout.columns, key=lambda column: self._header.visualIndex(COLUMNS.index(column)))
        widths = {
            column: width
            for column, usual in zip(COLUMNS, Size.CASE_COLUMNS, strict=True)
            if not self.isColumnHidden(COLUMNS.index(column))
            and (width := self.columnWidth(COLUMNS.index(column))) != usual
        }
        return Layout(tuple(places), {**self._layout.widths, **widths})

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are seen."""
        self._delegate.begin()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the case with Enter."""
        row = self.current_row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and row is not None:
            self.opened.emit(row.case_id)
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the case."""
        place = self.rowAt(round(event.position().y()))
        if place >= 0:
            self.opened.emit(self.rows.row(place).case_id)

    def _show_columns(self) -> None:
        for number, column in enumerate(COLUMNS):
            self.setColumnHidden(number, column not in self._layout.columns or column in self._hidden)

    def _mark_again(self, kept: set[str], current: str | None) -> None:
        last = len(COLUMNS) - 1
        selection, began, at = QItemSelection(), -1, -1
        count = self.rows.rowCount()
        for place, row in enumerate(self.rows.shown()):
            if row.case_id == current:
                at = place
            if row.case_id in kept:
                began = place if began < 0 else began
            elif began >= 0:
                selection.select(self.rows.index(began, 0), self.rows.index(place - 1, last))
                began = -1
        if began >= 0:
            selection.select(self.rows.index(began, 0), self.rows.index(count - 1, last))
        model = self.selectionModel()
        silent = model.blockSignals(True)
        if at >= 0:
            model.setCurrentIndex(self.rows.index(at, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(silent)


class _Header(QHeaderView):
    """Says once when the mouse lets go of what it moved or widened, and not at every pixel."""

    let_go = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._changed = False
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(True)
        self.setMinimumSectionSize(_NARROWEST)
        self.setFixedHeight(Size.GROUP_ROW)
        self.sectionMoved.connect(self._note)
        self.sectionResized.connect(self._note)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._changed = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._changed:
            self._changed = False
            self.let_go.emit()

    def _note(self, _section: int, _before: int, _after: int) -> None:
        self._changed = True
