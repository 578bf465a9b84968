"""Frozen rows as a table: each column says by itself what it reads from a row."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.theme.tokens import Tone

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a cell can be asked for beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SECOND = Qt.ItemDataRole.UserRole + 2
    TONE = Qt.ItemDataRole.UserRole + 3
    FAULT = Qt.ItemDataRole.UserRole + 4


class ListColumn(NamedTuple):
    """One column. `width` 0 takes what is left.

    `second` stands muted beside the text, `tone` makes a chip of it, and `fault` says what is wrong with the cell.
    """

    heading: str
    text: Callable[[Any], str]
    width: int = 0
    second: Callable[[Any], str | None] | None = None
    tone: Callable[[Any], Tone | None] | None = None
    fault: Callable[[Any], str | None] | None = None


class RowModel(QAbstractTableModel):
    """All rows are replaced at once; `key` is what a row is found by again."""

    def __init__(
        self, columns: Sequence[ListColumn], key: Callable[[Any], Hashable], parent: QObject | None = None
    ) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._columns = tuple(columns)
        self._key = key
        self._rows: Sequence[Any] = ()

    def show_rows(self, rows: Sequence[Any], columns: Sequence[ListColumn] | None = None) -> None:
        """Replace the rows, and the columns where others are given."""
        self.beginResetModel()
        self._rows = rows
        self._columns = self._columns if columns is None else tuple(columns)
        self.endResetModel()

    def row(self, number: int) -> Any:  # noqa: ANN401 - the caller knows what rows it gave.
        """The row as a value."""
        return self._rows[number]

    def row_of(self, key: Hashable) -> int | None:
        """The number of the row with this key, None when it is gone."""
        return next((number for number, row in enumerate(self._rows) if self._key(row) == key), None)

    def key(self, row: object) -> Hashable:
        """What a row is found by."""
        return self._key(row)

    def columns(self) -> tuple[ListColumn, ...]:
        """The columns from left to right."""
        return self._columns

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A list, not a tree."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were given."""
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._columns[section].heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen and never changed in place."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, row, second text, tone or fault."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        asked: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: column.text(row),
            Qt.ItemDataRole.ToolTipRole: lambda: _asked(column.fault, row) or column.text(row),
            Qt.ItemDataRole.AccessibleTextRole: lambda: _spoken(column, row),
            Role.ROW: lambda: row,
            Role.SECOND: lambda: _asked(column.second, row),
            Role.TONE: lambda: _asked(column.tone, row),
            Role.FAULT: lambda: _asked(column.fault, row),
        }
        return asked[role]() if role in asked else None


def _asked(ask: Callable[[Any], object] | None, row: object) -> object:
    return ask(row) if ask else None


def _spoken(column: ListColumn, row: object) -> str:
    """What a screen reader says: all that is drawn in the cell."""
    fault = _asked(column.fault, row)
    parts = (column.text(row), _asked(column.second, row), f"fejl: {fault}" if fault else None)
    return ", ".join(str(part) for part in parts if part)
