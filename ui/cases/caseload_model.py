"""The caseload's rows for Qt's views and for screen readers: the frozen rows once, and the order one types."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.cases.caseload_row import CaseColumn, CaseloadRow, Deadline
from ui.cases.case_columns import HEADINGS, HELP, cell
from ui.lists.cell import Cell

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
# Asked for at every cell that is drawn, and joining flags takes Python longer than the drawing.
_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_NOTHING = Qt.ItemFlag.NoItemFlags
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
COLUMNS: Final = tuple(CaseColumn)


class CaseloadModel(QAbstractTableModel):
    """Holds all rows; `show_order` says which of them are seen, by their numbers, and replaces what was seen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows: Sequence[CaseloadRow] = ()
        self._order: Sequence[int] = ()
        self._together: Collection[int] = frozenset()
        self._deadlines: Mapping[str, Deadline] = {}
        self._today = date.min
        self._sorted = (CaseColumn.CITIZEN, "↓")
        # A cell is asked for at every repaint and is made once.
        self._cells: dict[tuple[int, CaseColumn], Cell] = {}

    def take_rows(self, rows: Sequence[CaseloadRow], today: date) -> None:
        """Take other rows; none of them is seen before `show_order`."""
        self.beginResetModel()
        self._rows, self._today = rows, today
        self._order, self._together = (), frozenset()
        self._cells.clear()
        self.endResetModel()

    def take_deadlines(self, deadlines: Mapping[str, Deadline]) -> None:
        """Know what falls due next."""
        self._deadlines = deadlines
        self._cells.clear()
        if self._order:
            column = COLUMNS.index(CaseColumn.DEADLINE)
            self.dataChanged.emit(self.index(0, column), self.index(len(self._order) - 1, column))

    def show_order(self, order: Sequence[int], together: Collection[int] = frozenset()) -> None:
        """Show these rows in this order; `together` are those that stand with their household."""
        self.beginResetModel()
        self._order, self._together = order, together
        self.endResetModel()

    def show_sorted(self, column: CaseColumn, *, descending: bool) -> None:
        """Say in its heading what the list is sorted by, and which way."""
        self._sorted = (column, "↑" if descending else "↓")
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)

    def row(self, place: int) -> CaseloadRow:
        """The row at a place of the list."""
        return self._rows[self._order[place]]

    def shown(self) -> Iterator[CaseloadRow]:
        """The rows that are seen, from above."""
        return (self._rows[number] for number in self._order)

    def is_together(self, place: int) -> bool:
        """Whether the row stands with the others of its household."""
        return self._order[place] in self._together

    def ends_group(self, place: int) -> bool:
        """Whether the next row is of another household, or there is none."""
        following = place + 1
        if not self.is_together(place) or following >= len(self._order):
            return True
        return self.row(place).household != self.row(following).household

    def cell_at(self, place: int, column: int) -> Cell:
        """What a cell says, by the column's number."""
        return self.cell(place, COLUMNS[column])

    def cell(self, place: int, column: CaseColumn) -> Cell:
        """What a cell says."""
        number = self._order[place]
        found = self._cells.get((number, column))
        if found is None:
            row = self._rows[number]
            found = self._cells[number, column] = cell(row, column, self._deadlines.get(row.case_id), self._today)
        return found

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A list, not a tree."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """All of them; the view hides those that are not chosen."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The column's Danish heading, and how its figures come about."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                column, way = self._sorted
                heading = HEADINGS[COLUMNS[section]]
                return f"{heading} {way}" if COLUMNS[section] is column else heading
            case Qt.ItemDataRole.ToolTipRole:
                return HELP.get(COLUMNS[section])
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text; in full where it is pointed at or read aloud."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.cell(index.row(), COLUMNS[index.column()]).text
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.cell(index.row(), COLUMNS[index.column()]).whole()
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be marked."""
        return _ROW if index.isValid() else _NOTHING
