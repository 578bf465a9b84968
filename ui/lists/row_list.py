"""A list whose whole rows are chosen, with the keyboard and the mouse alike."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from ui.lists.row_delegate import RowDelegate
from ui.lists.row_model import ListColumn, Role, RowModel
from ui.theme.labels import caption
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space


class RowList(QTableView):
    """`row_chosen` carries the row the keyboard stands on, None when there is none; `entered_row` comes on Enter.

    `selection_moved` comes when other rows are marked, where many can be.
    """

    row_chosen = Signal(object)
    entered_row = Signal(object)
    selection_moved = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        columns: Sequence[ListColumn],
        key: Callable[[Any], Hashable],
        *,
        many: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list; `many` lets several rows be marked at once."""
        super().__init__(parent)
        self.rows = RowModel(columns, key, self)
        self.setModel(self.rows)
        self._delegate = RowDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        # Otherwise Tab would walk from cell to cell and never leave the list.
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.set_row_height(Size.ROW)
        # Over the list and not in its place: a list that has the keyboard keeps it when its last row goes.
        self._nothing = caption("", "muted", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        over = QVBoxLayout(self.viewport())
        over.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        over.addWidget(self._nothing)
        self._lay_out_columns()
        theme.changed.connect(self.viewport().update)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.viewportEntered.connect(lambda: self._hover(-1))
        self.selectionModel().currentRowChanged.connect(lambda _new, _old: self.row_chosen.emit(self.chosen()))
        self.selectionModel().selectionChanged.connect(self._marked)

    def set_row_height(self, height: int) -> None:
        """Give every row this height; one for all, so that ten thousand rows cost nothing."""
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def show_rows(self, rows: Sequence[Any], columns: Sequence[ListColumn] | None = None) -> None:
        """Show other rows; the chosen one stays chosen, otherwise its neighbour is."""
        chosen, near = self.chosen(), max(self.currentIndex().row(), 0)
        key = None if chosen is None else self.rows.key(chosen)
        self.rows.show_rows(rows, columns)
        if columns is not None:
            self._lay_out_columns()
        self._nothing.setVisible(not rows)
        row = None if key is None else self.rows.row_of(key)
        self.go_to(min(near, len(rows) - 1) if row is None else row)

    def say_when_empty(self, text: str) -> None:
        """What stands in the middle while there is no row."""
        self._nothing.setText(text)

    def empty_text(self) -> str:
        """What is said while there is no row."""
        return "" if self._nothing.isHidden() else self._nothing.text()

    def go_to(self, number: int) -> None:
        """Stand on a row; a number below zero stands on none."""
        if number < 0:
            self.setCurrentIndex(QModelIndex())
            self.row_chosen.emit(None)
            return
        index = self.rows.index(number, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def chosen(self) -> Any:  # noqa: ANN401 - the caller knows what rows it gave.
        """The row the keyboard stands on."""
        return self.currentIndex().data(Role.ROW) if self.currentIndex().isValid() else None

    def marked(self) -> tuple[Any, ...]:
        """Every marked row, in their order."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.row(number) for number in numbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the row."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.entered_row.emit(self.chosen())
            return
        super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        self._delegate.hover(row)
        self.viewport().update()

    def _marked(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self.viewport().update()
        self.selection_moved.emit()

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setFixedHeight(Size.GROUP_ROW)
        for number, column in enumerate(self.rows.columns()):
            if column.width:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Interactive)
                self.setColumnWidth(number, column.width)
            else:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
