"""The entries of the timeline for Qt's view and for screen readers."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.cases.timeline import TimelineEntry
from ui.danish_dates import full_date

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class Role(IntEnum):
    """What the delegate asks for beside the words."""

    ENTRY = Qt.ItemDataRole.UserRole


class TimelineModel(QAbstractListModel):
    """Frozen entries; another reading replaces them all."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Replace all entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entries(self) -> tuple[TimelineEntry, ...]:
        """What is shown, in its order."""
        return self._entries

    def row_of(self, entry: TimelineEntry) -> int | None:
        """The place of the same row's entry of the same day; None when it is not shown."""
        keys = [(each.kind, each.row_id, each.day) for each in self._entries]
        key = (entry.kind, entry.row_id, entry.day)
        return keys.index(key) if key in keys else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many entries there are; an entry has none under it."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of an entry, and the entry itself."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Role.ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "Trukket tilbage. " if entry.withdrawn else ""
            return f"{full_date(entry.day)}. {state}{entry.title}. {entry.text or ''}"
        return None
