"""The queue as it is worked from: one line a citizen, and one line for all the reports a worker owes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.queue.item import QueueItem
from app.queue.keys import item_key

REPORT = "PORTAL_REPORT"
_TALK = "/talk"


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One line of the list: the row it shows, and all the rows that stand behind it, that one among them.

    A citizen's rows are in the order of the queue. The line of a worker's reports has no case.
    """

    item: QueueItem
    items: tuple[QueueItem, ...]

    @property
    def others(self) -> int:
        """How many rows the line holds beside the one it shows: the "+3"."""
        return len(self.items) - 1


def one_line_a_citizen(items: Iterable[QueueItem]) -> tuple[QueueLine, ...]:
    """Gather the rows of each citizen (or household) under the one that comes first, reports under one a worker.

    `items` are in the order of the queue and so are the lines, each in the place of its first row; a household
    is one line in each worker's queue. A reminder about nobody keeps a line of its own.
    """
    gathered: dict[tuple[str, str | None], list[QueueItem]] = {}
    for item in items:
        gathered.setdefault(line_key(item), []).append(item)
    return tuple(
        QueueLine(_all_reports(rows) if key[0] == REPORT else rows[0], tuple(rows)) for key, rows in gathered.items()
    )


def line_key(item: QueueItem) -> tuple[str, str | None]:
    """What rows of the same line have in common."""
    if item.kind == REPORT:
        return (REPORT, item.worker_id)
    return (item.household_key or item.case_id or item.key, item.worker_id)


def reports_in_one(items: Iterable[QueueItem]) -> tuple[QueueItem, ...]:
    """The rows as they are, but all reports of a worker as one row, in the place of the first of them."""
    reports: dict[str | None, list[QueueItem]] = {}
    found: list[QueueItem | list[QueueItem]] = []
    for item in items:
        if item.kind != REPORT:
            found.append(item)
        elif item.worker_id in reports:
            reports[item.worker_id].append(item)
        else:
            found.append(reports.setdefault(item.worker_id, [item]))
    return tuple(_all_reports(one) if isinstance(one, list) else one for one in found)


def _all_reports(rows: list[QueueItem]) -> QueueItem:
    """One row for several reports, with the dates of the first: `7 samtaler mangler indberetning`."""
    talks = sum(row.key.endswith(_TALK) for row in rows)
    matches = len(rows) - talks
    parts = []
    if talks:
        parts.append("1 samtale" if talks == 1 else f"{talks} samtaler")
    if matches:
        parts.append(f"{matches} match")
    first = rows[0]
    return first._replace(
        key=item_key(REPORT, None, first.worker_id or ""),
        label=f"{' og '.join(parts)} mangler indberetning",
        case_id=None,
        citizen="",
        born=None,
        household_key=None,
        area_name=None,
        match=None,
        benefit=None,
        excluded=None,
    )
