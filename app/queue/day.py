"""Today's appointments of one worker: who comes when, what for, and whether they came."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from app.queue.filters import Seat
from app.queue.reading.rows import Connection
from app.queue.reading.talks import ATTENDANCES, PURPOSES
from db.values.talks import AttendanceKind, TalkPurpose


class Appointment(NamedTuple):
    """A summons for today. `meets_at` is a local clock time such as `09:30`."""

    summons_id: str
    case_id: str
    citizen: str
    meets_at: str | None
    purpose: TalkPurpose
    place: str | None
    interpreter_booked: bool
    attendance: AttendanceKind | None


def read_appointments(
    connection: Connection, worker_id: str, today: date, closed_cases: Collection[str] = ()
) -> tuple[Appointment, ...]:
    """The worker's own, and those of nobody for the worker's citizens; by the clock. Closed cases are left out."""
    rows = connection.execute(
        "select s.id, s.case_id, c.name, s.meets_at, s.purpose, s.place, s.interpreter_booked, s.attendance"
        " from summons s join citizen c on c.id = s.case_id"
        " where s.meets_on = ? and s.gone = 0 and s.withdrawn_on is null and s.rebooked_to is null and c.gone = 0"
        " and (s.staff_worker_id = ? or s.staff_worker_id is null and exists (select 1 from case_holding h"
        " where h.case_id = s.case_id and h.worker_id = ? and h.from_on <= ? and (h.to_on is null or h.to_on >= ?)"
        " and h.gone = 0 and h.withdrawn_on is null))"
        " order by s.meets_at, c.sort_name, s.id",
        (today.isoformat(), worker_id, worker_id, today.isoformat(), today.isoformat()),
    )
    return tuple(
        Appointment(row, case, name, at, PURPOSES[purpose], place, bool(interpreter), ATTENDANCES.get(attendance))
        for row, case, name, at, purpose, place, interpreter, attendance in rows
        if case not in closed_cases
    )


def read_seat(connection: Connection, worker_id: str, today: date) -> Seat:
    """The worker's unit, and the colleagues whose queue the worker has for a time."""
    units = [row[0] for row in connection.execute("select unit_id from caseworker where id = ?", (worker_id,))]
    covers = connection.execute(
        "select for_worker_id from cover where by_worker_id = ? and gone = 0 and from_on <= ? and to_on >= ?",
        (worker_id, today.isoformat(), today.isoformat()),
    )
    return Seat(worker_id, units[0] if units else None, frozenset(row[0] for row in covers))
