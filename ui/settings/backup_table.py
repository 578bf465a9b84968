"""The proved backups as a small table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.settings.backup_text import BackupRow
from ui.theme.tokens import Size

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SHOWN_ROWS = 7


class Column(IntEnum):
    """From left to right."""

    WHEN = 0
    WHY = 1
    SIZE = 2


_HEADINGS = {Column.WHEN: "Lavet", Column.WHY: "Anledning", Column.SIZE: "Størrelse"}


class BackupModel(QAbstractTableModel):
    """Newest first."""

    def __init__(self) -> None:
        """Make it without rows."""
        super().__init__()
        self._rows: tuple[BackupRow, ...] = ()

    def show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        """Take the place of what was shown."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, number: int) -> BackupRow:
        """One backup."""
        return self._rows[number]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """When, why and how large."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt's own.
        """The words of a cell."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = {Column.WHEN: row.when, Column.WHY: row.why, Column.SIZE: row.size}
            return words[Column(index.column())]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.SIZE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt's own.
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == Column.SIZE else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class BackupTable(QTableView):
    """One row is chosen at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the table without rows."""
        super().__init__(parent)
        self.rows = BackupModel()
        self.rows.setParent(self)
        self.setModel(self.rows)
        self.setAccessibleName(self.tr("Sikkerhedskopier"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(Size.GROUP_ROW)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(Column.WHY, QHeaderView.ResizeMode.Stretch)
        self.setProperty("role", "plain")
        self.show_rows(())

    def show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        """Take the place of what was shown, with room for as many rows as there are and never for more than seven."""
        self.rows.show_rows(rows)
        self.setFixedHeight((min(max(len(rows), 1), _SHOWN_ROWS) + 1) * Size.GROUP_ROW + Size.FOCUS)

    def chosen(self) -> BackupRow | None:
        """The backup that is chosen."""
        found = self.selectionModel().selectedRows()
        return self.rows.row(found[0].row()) if found else None
