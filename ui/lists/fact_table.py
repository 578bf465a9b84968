"""A small table of frozen rows: whole rows are marked, and a press on a heading sorts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout

from ui.lists.cell_delegate import CellDelegate
from ui.lists.fact_model import FactColumn, FactModel
from ui.theme.labels import frame
from ui.theme.theme import Theme
from ui.theme.tokens import Size

Fact = TypeVar("Fact")


class FactTable(QTableView, Generic[Fact]):
    """`empty` is what an empty table says.

    `marked` comes when other rows are marked; `opened` carries a row that was double clicked or entered.
    """

    marked = Signal()
    opened = Signal(object)

    def __init__(self, theme: Theme, name: str, columns: Sequence[FactColumn[Fact]], *, many: bool = False) -> None:
        """Make an empty table; `many` lets more than one row be marked."""
        super().__init__()
        self.empty = ""
        self._theme = theme
        self.rows: FactModel[Fact] = FactModel(columns, self)
        self.setModel(self.rows)
        self._delegate = CellDelegate(theme, self.rows, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.ExtendedSelection if many else modes.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        side = self.verticalHeader()
        side.hide()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultSectionSize(Size.ROW)
        top = self.horizontalHeader()
        top.setHighlightSections(False)
        top.setFixedHeight(Size.GROUP_ROW)
        top.setSectionsClickable(True)
        top.sectionClicked.connect(self._sort)
        widest = max(range(len(columns)), key=lambda number: columns[number].width)
        for number, column in enumerate(columns):
            self.setColumnWidth(number, column.width)
        top.setSectionResizeMode(widest, QHeaderView.ResizeMode.Stretch)
        theme.changed.connect(self.viewport().update)
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self.marked.emit())

    def take(self, facts: Sequence[Fact], same: Callable[[Fact], object]) -> None:
        """Show these; rows that are the `same` as marked ones are marked again."""
        kept = {same(fact) for fact in self.marked_facts()}
        self.rows.take(facts)
        self._mark(kept, same)

    def _mark(self, kept: set[object], same: Callable[[Fact], object]) -> None:
        for place, fact in enumerate(self.rows.facts()):
            if same(fact) in kept:
                index = self.rows.index(place, 0)
                flags = self.selectionModel().SelectionFlag
                self.selectionModel().select(index, flags.Select | flags.Rows)
        self.marked.emit()

    def marked_facts(self) -> tuple[Fact, ...]:
        """The marked rows from above."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.rows.facts()[place] for place in places if place < self.rows.rowCount())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say in the middle of an empty table that there is nothing."""
        self._delegate.begin()
        super().paintEvent(event)
        if self.empty and not self.rows.rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.colours.muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self.empty)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a row with Enter."""
        place = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= place < self.rows.rowCount():
            self.opened.emit(self.rows.facts()[place])
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a row."""
        place = self.rowAt(round(event.position().y()))
        if place >= 0:
            self.opened.emit(self.rows.facts()[place])

    def _sort(self, column: int) -> None:
        before, kept = self.rows.sorted_by(), set[object](self.marked_facts())
        self.rows.sort_by(column, descending=before == (column, False))
        self._mark(kept, lambda fact: fact)


def on_card(table: FactTable[Fact], empty: str) -> QFrame:
    """Put a table on a card; `empty` is what it says without rows."""
    table.empty = empty
    card = frame("card")
    inside = QVBoxLayout(card)
    # The card's border and round corners stay free of the table's own ground.
    inside.setContentsMargins(1, 1, 1, 1)
    inside.addWidget(table)
    return card
