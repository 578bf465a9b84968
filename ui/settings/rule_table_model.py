"""The rules in force as rows and columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.rules.in_force import RuleInForce
from app.rules.rule import Rule
from ui.settings.rule_table_words import (
    amber_words,
    applies_words,
    class_words,
    due_words,
    event_words,
    ground_words,
    opens_words,
)

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()


class RuleColumn(IntEnum):
    """The columns from left to right."""

    TASK = 0
    APPLIES = 1
    COUNTED = 2
    DUE = 3
    OPENS = 4
    AMBER = 5
    CLASS = 6
    GROUND = 7


_COLUMNS: Final[dict[RuleColumn, tuple[str, Callable[[Rule], str]]]] = {
    RuleColumn.TASK: ("Opgave", lambda rule: rule.label),
    RuleColumn.APPLIES: ("Gælder for", lambda rule: applies_words(rule.applies_to)),
    RuleColumn.COUNTED: ("Regnes fra", event_words),
    RuleColumn.DUE: ("Frist", due_words),
    RuleColumn.OPENS: ("Vises", opens_words),
    RuleColumn.AMBER: ("Gul", amber_words),
    RuleColumn.CLASS: ("Følge", class_words),
    RuleColumn.GROUND: ("Grundlag", ground_words),
}


class RuleModel(QAbstractTableModel):
    """Frozen rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._lines: tuple[RuleInForce, ...] = ()

    def show_lines(self, lines: Sequence[RuleInForce]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, number: int) -> RuleInForce | None:
        """The rule of a row."""
        return self._lines[number] if 0 <= number < len(self._lines) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A list, not a tree."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are names for."""
        return 0 if parent.isValid() else len(RuleColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The column's Danish heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _COLUMNS[RuleColumn(section)][0]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return _COLUMNS[RuleColumn(index.column())][1](self._lines[index.row()].rule)

    def needs_check(self, row: int) -> bool:
        """Whether the municipality's lawyer has yet to confirm the rule."""
        return self._lines[row].rule.legal_check
