"""The rows of a small table, some hundreds at most: its columns say what they show and what they sort by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.lists.cell import Cell

Fact = TypeVar("Fact")
Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
# Asked for at every cell that is drawn, and joining flags takes Python longer than the drawing.
_ROW = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_NOTHING = Qt.ItemFlag.NoItemFlags
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class FactColumn(NamedTuple, Generic[Fact]):
    """One column. `key` gives what it is sorted by; the widest of the columns takes what room is left."""

    heading: str
    width: int
    cell: Callable[[Fact], Cell]
    key: Callable[[Fact], Any]
    help: str = ""


class FactModel(QAbstractTableModel, Generic[Fact]):
    """Frozen rows in the order that was asked for."""

    def __init__(self, columns: Sequence[FactColumn[Fact]], parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._columns = columns
        self._facts: Sequence[Fact] = ()
        self._sorted: tuple[int, bool] | None = None

    def take(self, facts: Sequence[Fact]) -> None:
        """Show these, in the present order."""
        self.beginResetModel()
        self._facts = self._in_order(facts)
        self.endResetModel()

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Order by a column."""
        self._sorted = (column, descending)
        self.take(self._facts)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def sorted_by(self) -> tuple[int, bool] | None:
        """The column and whether the greatest stands first; None as the rows came."""
        return self._sorted

    def facts(self) -> Sequence[Fact]:
        """All rows from above."""
        return self._facts

    def cell_at(self, place: int, column: int) -> Cell:
        """What a cell says."""
        return self._columns[column].cell(self._facts[place])

    def is_together(self, place: int) -> bool:
        """No row of a small table belongs to another."""
        return place < 0

    def ends_group(self, place: int) -> bool:
        """Every row has its line below it."""
        return place >= 0

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A list, not a tree."""
        return 0 if parent.isValid() else len(self._facts)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were given."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The heading, with an arrow where the rows are sorted by it."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                heading = self._columns[section].heading
                if self._sorted is None or self._sorted[0] != section:
                    return heading
                return f"{heading} {'↑' if self._sorted[1] else '↓'}"
            case Qt.ItemDataRole.ToolTipRole:
                return self._columns[section].help or None
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
                return self.cell_at(index.row(), index.column()).text
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.cell_at(index.row(), index.column()).whole()
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be marked."""
        return _ROW if index.isValid() else _NOTHING

    def _in_order(self, facts: Sequence[Fact]) -> Sequence[Fact]:
        if self._sorted is None:
            return tuple(facts)
        number, descending = self._sorted
        key = self._columns[number].key
        known = [fact for fact in facts if key(fact) is not None]
        unknown = [fact for fact in facts if key(fact) is None]
        return (*sorted(known, key=key, reverse=descending), *unknown)
