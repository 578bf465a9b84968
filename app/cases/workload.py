"""What each worker has: cases, their weight, what is overdue, and the talks of the week. Figures only, no citizens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.cases.caseload import read_whole_caseload
from app.cases.caseload_row import CaseloadRow
from app.queue.item import QueueItem
from app.queue.reading.rows import Connection

_WORKERS = (
    "select w.id, w.name, w.unit_id, u.name from caseworker w left join org_unit u on u.id = w.unit_id"
    " where w.gone = 0 and w.active = 1 order by w.sort_name, w.id"
)
_TALKS = (
    "select held_by, count(*) from talk where gone = 0 and withdrawn_on is null and held_on >= ? and held_on <= ?"
    " and held_by is not null group by held_by"
)


class Workload(NamedTuple):
    """One worker's. `weight` is in hundredths; `overdue` and `talks` are None where they were not asked for."""

    worker_id: str
    name: str
    unit_id: str | None
    unit_name: str | None
    cases: int = 0
    weight: int = 0
    overdue: int | None = None
    talks: int | None = None


def read_workloads(connection: Connection, today: date, items: Sequence[QueueItem] = ()) -> tuple[Workload, ...]:
    """Every worker who is here, by name. Cases that only some may open are counted with the others."""
    rows = [row for row in read_whole_caseload(connection, today) if row.closed_on is None]
    cases, weights = Counter(row.holder_id for row in rows), weight_by_holder(rows)
    overdue = Counter(item.worker_id for item in items if item.due_on < today)
    monday = today - timedelta(days=today.weekday())
    talks = {
        worker: int(count) for worker, count in connection.execute(_TALKS, (monday.isoformat(), today.isoformat()))
    }
    return tuple(
        Workload(
            worker, name, unit, unit_name, cases[worker], weights.get(worker, 0), overdue[worker], talks.get(worker, 0)
        )
        for worker, name, unit, unit_name in connection.execute(_WORKERS)
    )


def weight_by_holder(rows: Iterable[CaseloadRow]) -> Mapping[str | None, int]:
    """The weight that each holder carries; None is nobody's."""
    found: Counter[str | None] = Counter()
    for row in rows:
        found[row.holder_id] += row.weight
    return found
