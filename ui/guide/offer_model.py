"""The offers for Qt's views and for screen readers: frozen rows, put into words when they are first seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.guide.ranking import percent
from ui.guide.offer_line import HEADINGS, HELP, Column, OfferLine
from ui.guide.shown_rows import ShownRow, ShownRows

Index = QModelIndex | QPersistentModelIndex

MOST_COMPARED: Final = 4

_NOWHERE = QModelIndex()
_FLAGS: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TICKED: Final = _FLAGS | Qt.ItemFlag.ItemIsUserCheckable
_LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class OfferModel(QAbstractTableModel):
    """All rows are replaced at once. What is ticked stays ticked while it is filtered away.

    `ticked_changed` comes when an offer was ticked or not any more; `tick_refused` when there is no room for one more.
    """

    ticked_changed = Signal()
    tick_refused = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows = ShownRows()
        self._ticked: list[str] = []
        # Only the rows that are seen are put into words: of thousands it would take longer than a keystroke may.
        self._lines: dict[int, OfferLine] = {}
        self._say: Callable[[ShownRow], OfferLine] | None = None

    def speak_by(self, say: Callable[[ShownRow], OfferLine]) -> None:
        """Put rows into words so from now on."""
        self._say = say
        self._lines.clear()

    def show_rows(self, rows: ShownRows) -> None:
        """Replace the rows."""
        self.beginResetModel()
        self._rows = rows
        self._lines = {}
        self.endResetModel()

    def row(self, place: int) -> ShownRow:
        """The row as a value."""
        return self._rows[place]

    def place_of(self, offer_id: str) -> int | None:
        """Where an offer stands; None when it is not shown."""
        return self._rows.place_of(offer_id)

    def line(self, place: int) -> OfferLine:
        """How a row reads."""
        found = self._lines.get(place)
        if found is None:
            assert self._say is not None  # noqa: S101 - whoever gives rows says how they read.
            found = self._lines[place] = self._say(self._rows[place])
        return found

    def is_ticked(self, place: int) -> bool:
        """Whether the row is to be compared."""
        return self._rows[place].offer_id in self._ticked

    def ticked(self) -> tuple[str, ...]:
        """The offers to be compared, in the order in which they were ticked."""
        return tuple(self._ticked)

    def tick(self, place: int) -> None:
        """Tick a row, or take its tick away."""
        offer_id = self._rows[place].offer_id
        if offer_id in self._ticked:
            self._ticked.remove(offer_id)
        elif len(self._ticked) >= MOST_COMPARED:
            self.tick_refused.emit()
            return
        else:
            self._ticked.append(offer_id)
        self._tell(place)

    def tick_only(self, offer_ids: Sequence[str]) -> None:
        """Tick these and no other."""
        self._ticked = list(offer_ids)[:MOST_COMPARED]
        if self._rows:
            self.dataChanged.emit(self.index(0, Column.TICK), self.index(len(self._rows) - 1, Column.TICK))
        self.ticked_changed.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A list, not a tree."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """All of them; the view hides the criteria where no citizen is known."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The column's heading, and how its figures come about."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return HEADINGS[Column(section)]
            case Qt.ItemDataRole.AccessibleTextRole:
                return HEADINGS[Column(section)] or "Sammenlign"
            case Qt.ItemDataRole.ToolTipRole:
                return HELP.get(Column(section))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _LEFT
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, its tick, and what is read aloud; the title's cell says the whole row."""
        if not index.isValid():
            return None
        column = Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _text(self.line(index.row()), column)
            case Qt.ItemDataRole.CheckStateRole if column is Column.TICK:
                return Qt.CheckState.Checked if self.is_ticked(index.row()) else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return _whole(self.line(index.row()), column) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index.row(), column)
            case _:
                return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick as a screen reader does."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or index.column() != Column.TICK:
            return False
        if Qt.CheckState(value) is not self.data(index, role):
            self.tick(index.row())
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen, and ticked at its left end."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TICKED if index.column() == Column.TICK else _FLAGS

    def _spoken(self, place: int, column: Column) -> str:
        line = self.line(place)
        match column:
            case Column.TICK:
                return f"Sammenlign {line.title}"
            case Column.OFFER:
                return f"{line.spoken}, valgt til sammenligning" if self.is_ticked(place) else line.spoken
            case _:
                return _whole(line, column)

    def _tell(self, place: int) -> None:
        self.dataChanged.emit(self.index(place, Column.TICK), self.index(place, Column.OFFER))
        self.ticked_changed.emit()


def _text(line: OfferLine, column: Column) -> str:
    return {
        Column.TICK: "",
        Column.OFFER: line.title,
        Column.RESULT: line.share,
        Column.PERSONS: line.persons,
        Column.START: line.start,
        Column.CRITERIA: line.criteria,
    }[column]


def _whole(line: OfferLine, column: Column) -> str:
    """All that is drawn in a cell."""
    second = {
        Column.OFFER: line.about,
        Column.PERSONS: line.doubt,
        Column.START: line.places and line.places_in_full.rstrip("."),
    }
    if column is Column.RESULT and line.estimate is not None:
        return f"{line.share}, mellem {percent(line.estimate.low)} og {percent(line.estimate.high)} %"
    return ", ".join(part for part in (_text(line, column), second.get(column, "")) if part)
