"""The rows of the search for Qt's view and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.search.search_rows import CitizenResult, Heading, SearchRow

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What a row can be asked for beside its text."""

    ROW = Qt.ItemDataRole.UserRole + 1


class SearchModel(QAbstractListModel):
    """Frozen rows; each answer replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows: tuple[SearchRow, ...] = ()

    def show_rows(self, rows: Sequence[SearchRow]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[SearchRow, ...]:
        """What is shown."""
        return self._rows

    def first(self) -> int | None:
        """The first row that can be chosen."""
        return next((n for n, row in enumerate(self._rows) if not isinstance(row, Heading)), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A list, not a tree."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be neither chosen nor stepped on."""
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row's text, all that is said of it, or the row as a value."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Role.ROW:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return row.hit.name if isinstance(row, CitizenResult) else row.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return _spoken(row)
            case _:
                return None


def _spoken(row: SearchRow) -> str:
    match row:
        case Heading():
            return row.title
        case CitizenResult():
            return f"{row.hit.name}, {row.second}, {row.aside}"
        case _:
            return ", ".join(filter(None, (row.title, row.second, row.keys)))
