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
    """One worker's. `weight` is in hundredths; `talks` are those held since Monday."""

    worker_id: str
    name: str
    unit_id: str | None
    unit_name: str | None
    cases: int = 0
    weight: int = 0
    overdue: int = 0
    talks: int = 0


def read_workloads(
    connection: Connection, today: date, items: Sequence[QueueItem] = (), *, rows: Iterable[CaseloadRow] | None = None
) -> tuple[Workload, ...]:
    """Every worker who is here, by name. Cases that only some may open are counted with the others.

    `rows` are those of the whole caseload, where they have been read already.
    """
    whole = read_whole_caseload(connection, today) if rows is None else rows
    rows = [row for row in whole if row.closed_on is None]
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


def read_units(connection: Connection) -> dict[str, str]:
    """The names of the units that there are, in their order, by id."""
    rows = connection.execute("select id, name from org_unit where gone = 0 order by name, id")
    return {unit_id: str(name) for unit_id, name in rows}


def weight_by_holder(rows: Iterable[CaseloadRow]) -> Mapping[str | None, int]:
    """The weight that each holder carries; None is nobody's."""
    found: Counter[str | None] = Counter()
    for row in rows:
        found[row.holder_id] += row.weight
    return found
