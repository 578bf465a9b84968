"""The list under the search field. Its letters act on the citizen that is marked, other keys go on typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.search.search_delegate import SearchDelegate
from ui.search.search_model import Role, SearchModel
from ui.search.search_rows import Heading, SearchRow
from ui.theme.theme import Theme


class ResultList(QListView):
    """`pressed_on` carries the row of Enter or a click, `key_typed` a key that is none of the list's own.

    `left` comes when the mark goes up past the first row, `row_marked` when another row is.
    """

    pressed_on = Signal(object)
    key_typed = Signal(QKeyEvent)
    row_marked = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._results = SearchModel(self)
        self.setModel(self._results)
        self._delegate = SearchDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setProperty("role", "results")
        self.setAccessibleName(self.tr("Det, der er fundet"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.entered.connect(lambda index: self._hover(index.row()))
        self.clicked.connect(self._click)

    def show_rows(self, rows: Sequence[SearchRow]) -> None:
        """Show another answer and mark its first row."""
        self._delegate.hover(-1)
        self._results.show_rows(rows)
        first = self._results.first()
        self.setCurrentIndex(QModelIndex() if first is None else self._results.index(first))
        self.scrollToTop()
        self.row_marked.emit()

    def rows(self) -> tuple[SearchRow, ...]:
        """What is shown."""
        return self._results.rows()

    def marked(self) -> SearchRow | None:
        """The row that is marked."""
        index = self.currentIndex()
        row = index.data(Role.ROW) if index.isValid() else None
        return row if not isinstance(row, Heading) else None

    def mark(self, number: int) -> None:
        """Mark a row by its number."""
        self.setCurrentIndex(self._results.index(number))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell of it."""
        super().currentChanged(current, previous)
        self.row_marked.emit()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; up from the first row leads back to the field; what is no key of a list is told."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.pressed_on.emit(self.marked())
        elif key == Qt.Key.Key_Up and self.currentIndex().row() == self._results.first():
            self.left.emit()
        elif key == Qt.Key.Key_Backspace or (event.text() and event.text().isprintable()):
            self.key_typed.emit(event)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        self._delegate.hover(row)
        self.viewport().update()

    def _click(self, index: QModelIndex) -> None:
        row = index.data(Role.ROW)
        if not isinstance(row, Heading):
            self.pressed_on.emit(row)


Index = QModelIndex | QPersistentModelIndex
