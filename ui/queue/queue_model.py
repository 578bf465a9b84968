"""The queue's rows under their lanes, for Qt's views and for screen readers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.queue.item import Lane, QueueItem
from ui.danish_dates import deadline_words, full_date, near_date
from ui.queue.actions import Doing, next_step, short_words
from ui.queue.columns import HEADINGS, Column, LaneHeading, Role
from ui.queue.words import LANE_TONES, LANES, benefit_words, chip_tone
from ui.shell.case_action import CaseAction

Index = QModelIndex | QPersistentModelIndex
QueueRow = LaneHeading | QueueItem

_NOWHERE = QModelIndex()
_TEXTS = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole})


def under_lanes(items: Sequence[QueueItem]) -> tuple[QueueRow, ...]:
    """Put a heading above each lane that has rows; the order within a lane stays."""
    lanes: dict[Lane, list[QueueItem]] = {lane: [] for lane in Lane}
    for item in items:
        lanes[item.lane].append(item)
    rows: list[QueueRow] = []
    for lane, in_lane in lanes.items():
        if in_lane:
            rows += [LaneHeading(lane, len(in_lane)), *in_lane]
    return tuple(rows)


class QueueModel(QAbstractTableModel):
    """Frozen rows; a new queue replaces them all, since computing it anew is cheap."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Make an empty list."""
        super().__init__(parent)
        self._rows: tuple[QueueRow, ...] = ()
        self._today = date.min
        self._more: Mapping[str, str] = {}
        self._offered: frozenset[Doing] = frozenset()
        self._worker_id: str | None = None

    def offer(self, actions: Collection[Doing], worker_id: str | None) -> None:
        """Say what there is somebody to do: each row's next step follows from it."""
        self._offered, self._worker_id = frozenset(actions), worker_id
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.NEXT)
            self.dataChanged.emit(self.index(0, Column.NEXT), last)

    def step_of(self, item: QueueItem) -> Doing | None:
        """What does a row's work; None when nobody offers it."""
        return next_step(item, self._offered, self._worker_id)

    def _way_on(self, item: QueueItem) -> Doing | None:
        """The next step, or the case where nobody does the work here: no row leads nowhere."""
        step = self.step_of(item)
        if step is None and item.case_id is not None and CaseAction.OPEN_CITIZEN in self._offered:
            return CaseAction.OPEN_CITIZEN
        return step

    def offers_steps(self) -> bool:
        """Whether there is anything to do at all."""
        return bool(self._offered)

    def shows(self, items: Sequence[QueueItem], today: date, more: Mapping[str, str]) -> bool:
        """Whether exactly this is shown already."""
        return self._today == today and self._more == more and self._rows == under_lanes(items)

    def items(self) -> tuple[QueueItem, ...]:
        """The rows without their headings, in the order of the screen."""
        return tuple(row for row in self._rows if isinstance(row, QueueItem))

    def show_items(self, items: Sequence[QueueItem], today: date, more: Mapping[str, str] | None = None) -> None:
        """Replace all rows. `more` says by a row's key what else stands behind it: `+3`."""
        self.beginResetModel()
        self._more = more or {}
        self._rows = under_lanes(items)
        self._today = today
        self.endResetModel()

    def row(self, number: int) -> QueueRow:
        """The row as a value."""
        return self._rows[number]

    def row_of(self, key: str) -> int | None:
        """The number of the row with this key, None when it is gone."""
        keyed = (number for number, row in enumerate(self._rows) if isinstance(row, QueueItem) and row.key == key)
        return next(keyed, None)

    def row_of_case(self, case_id: str) -> int | None:
        """The number of the citizen's first row, None when there is none."""
        about = (n for n, row in enumerate(self._rows) if isinstance(row, QueueItem) and row.case_id == case_id)
        return next(about, None)

    def heading_rows(self) -> tuple[int, ...]:
        """The numbers of the lane headings."""
        return tuple(number for number, row in enumerate(self._rows) if isinstance(row, LaneHeading))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """A list, not a tree."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are names for."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The column's Danish heading."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADINGS[Column(section)]
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can be neither chosen nor stepped on."""
        if not index.isValid() or isinstance(self._rows[index.row()], LaneHeading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's text, value, tone or second text."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, LaneHeading):
            return _heading_data(row, index.column(), role)
        column = Column(index.column())
        if column is Column.NEXT and role in _TEXTS:
            return short_words(self._way_on(row))
        more = self._more.get(row.key) if column is Column.CITIZEN else None
        if role == Role.MORE:
            return more
        value = _item_data(row, column, role, self._today)
        if more and role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{value} {more}"
        return value


def _item_data(item: QueueItem, column: Column, role: int, today: date) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            value: object = _text(item, column, today)
        case Qt.ItemDataRole.ToolTipRole if column is Column.CITIZEN and item.citizen:
            value = " ".join(filter(None, (item.citizen, _second_text(item, column, today))))
        case Qt.ItemDataRole.ToolTipRole if column is Column.TASK:
            value = f"{item.label}\n{item.reason}"
        case Qt.ItemDataRole.AccessibleTextRole:
            value = " ".join(filter(None, (_text(item, column, today), _second_text(item, column, today))))
        case Role.ITEM:
            value = item
        case Role.TONE if column is Column.DEADLINE:
            value = chip_tone(item, today)
        case Role.SECONDARY:
            value = _second_text(item, column, today)
        case _:
            value = None
    return value


def _heading_data(heading: LaneHeading, column: int, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole if column == Column.DEADLINE:
            return LANES[heading.lane]
        case Qt.ItemDataRole.AccessibleTextRole if column == Column.DEADLINE:
            return f"{LANES[heading.lane]}, {heading.count}"
        case Role.HEADING:
            return heading
        case Role.TONE:
            return LANE_TONES[heading.lane]
        case _:
            return None


def _text(item: QueueItem, column: Column, today: date) -> str:
    match column:
        case Column.DEADLINE:
            return deadline_words(item.due_on, item.act_by, today)
        case Column.CITIZEN:
            return item.citizen
        case Column.TASK:
            return item.label
        case Column.MATCH:
            return "–" if item.match is None else str(item.match)
        case Column.BENEFIT:
            return benefit_words(item.benefit)
        case _:
            # The next step is no matter of the row alone and is asked of the model.
            return item.holder_name or ("–" if item.case_id is None else "Uden tovholder")


def _second_text(item: QueueItem, column: Column, today: date) -> str | None:
    """What stands muted beside the text: the birth date, the appointment, or whose turn it is."""
    if column is Column.CITIZEN:
        return full_date(item.born) if item.born else None
    if column is not Column.TASK:
        return None
    if item.agreed:
        return item.agreed
    if item.waiting_for:
        since = f" siden {near_date(item.waiting_since, today)}" if item.waiting_since else ""
        return f"venter på {item.waiting_for}{since}"
    return None
