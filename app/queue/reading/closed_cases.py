"""Which cases are closed to the worker who sits here, by the bare driver: their rows are left out of every list."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from app.cases.who_may_open import Restriction, may_open
from app.queue.item import QueueItem
from app.queue.reading.rows import LIVE, Connection, day

_ME = "me"
_RESTRICTIONS = f"select case_id, from_on, until_on, readers, conflicted_worker_id from restricted_case where {LIVE}"


def worker_here(connection: Connection) -> str | None:
    """The id of the worker who sits at this machine; None before the first run has asked."""
    return next((worker for (worker,) in connection.execute("select value from setting where name = ?", (_ME,))), None)


def closed_cases(connection: Connection, worker_id: str | None, today: date) -> frozenset[str]:
    """The ids of all cases that the worker may not open on the day."""
    found: defaultdict[str, list[Restriction]] = defaultdict(list)
    for case_id, start, until, readers, conflicted in connection.execute(_RESTRICTIONS):
        named = tuple(filter(None, readers.split(",")))
        found[case_id].append(Restriction(date.fromisoformat(start), day(until), named, conflicted))
    return frozenset(case_id for case_id, each in found.items() if not may_open(each, worker_id, today))


def open_to_worker(
    connection: Connection, items: tuple[QueueItem, ...], worker_id: str | None, today: date
) -> tuple[QueueItem, ...]:
    """The rows that the worker may see. A closed case has its readers, in whose queue its rows stand."""
    closed = closed_cases(connection, worker_id, today)
    return tuple(item for item in items if item.case_id not in closed) if closed else items
