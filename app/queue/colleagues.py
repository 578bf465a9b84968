"""Whom a row may be handed over to."""

from __future__ import annotations

from typing import NamedTuple

from app.queue.reading.rows import Connection


class Colleague(NamedTuple):
    """A worker as colleagues write the name, with the unit."""

    id: str
    name: str
    unit_name: str | None


def read_colleagues(connection: Connection, worker_id: str | None) -> tuple[Colleague, ...]:
    """Every other worker who is still here, in the order of their names."""
    rows = connection.execute(
        "select w.id, w.name, u.name from caseworker w left join org_unit u on u.id = w.unit_id"
        " where w.gone = 0 and w.active = 1 and w.id is not ? order by w.sort_name, w.id",
        (worker_id,),
    )
    return tuple(Colleague(*row) for row in rows)
