"""The columns and the roles of the queue's list, by name."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from PySide6.QtCore import Qt

from app.queue.item import Lane


class Column(IntEnum):
    """The columns from left to right."""

    DEADLINE = 0
    CITIZEN = 1
    TASK = 2
    MATCH = 3
    BENEFIT = 4
    HOLDER = 5
    NEXT = 6


HEADINGS: Final[dict[Column, str]] = {
    Column.DEADLINE: "Frist",
    Column.CITIZEN: "Borger",
    Column.TASK: "Opgave",
    Column.MATCH: "Match",
    Column.BENEFIT: "Ydelse",
    Column.HOLDER: "Tovholder",
    Column.NEXT: "Næste skridt",
}


class Role(IntEnum):
    """What a cell can be asked for beside its text."""

    ITEM = Qt.ItemDataRole.UserRole + 1
    HEADING = Qt.ItemDataRole.UserRole + 2
    TONE = Qt.ItemDataRole.UserRole + 3
    SECONDARY = Qt.ItemDataRole.UserRole + 4
    MORE = Qt.ItemDataRole.UserRole + 5


@dataclass(frozen=True, slots=True)
class LaneHeading:
    """The row above a lane's rows."""

    lane: Lane
    count: int
