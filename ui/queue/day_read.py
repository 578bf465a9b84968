"""What stands above the list, read beside the queue: today's appointments and the worker's own figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.queue.day import Appointment
    from app.results.results import Result
    from db.store.store import Store


class Day(NamedTuple):
    """One worker's day."""

    appointments: tuple[Appointment, ...]
    results: tuple[Result, ...]


def read_day(store: Store, worker_id: str, today: date) -> Day:
    """Read both in one go."""
    from app.cases.restrictions import cases_closed_to
    from app.queue.closed_days import rule_book_of
    from app.queue.day import read_appointments
    from app.queue.facts_reader import read_facts
    from app.results.results import Scope, ScopeKind, results
    from app.results.targets import read_targets

    with store.reading() as session:
        closed = cases_closed_to(session, worker_id, today)
    with store.raw_reader() as connection:
        appointments = read_appointments(connection, worker_id, today, closed)
        facts, targets = read_facts(connection, today), read_targets(connection)
        rule_book = rule_book_of(connection)
    own = Scope(ScopeKind.WORKER, worker_id, "mine borgere")
    return Day(appointments, results(facts, rule_book, targets, today, own))
