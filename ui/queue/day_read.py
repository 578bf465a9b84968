"""What stands above the list, read beside the queue: today's appointments and the worker's own figures."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.queue.day import Appointment
    from app.queue.filters import Seat
    from app.results.results import Result
    from db.store.store import Store


class Part(StrEnum):
    """What can be folded; the value is the name of the setting that remembers it."""

    FIGURES = "queue.figures_folded"
    DAY = "queue.day_folded"


class Day(NamedTuple):
    """One worker's day. `folded` says of the parts that somebody has folded or unfolded which it was."""

    appointments: tuple[Appointment, ...]
    results: tuple[Result, ...]
    seat: Seat
    folded: Mapping[Part, bool]


def read_day(store: Store, worker_id: str, today: date) -> Day:
    """Read all of it in one go."""
    from app.cases.restrictions import cases_closed_to
    from app.cases.settings import read_setting
    from app.queue.closed_days import rule_book_of
    from app.queue.day import read_appointments, read_seat
    from app.queue.facts_reader import read_facts
    from app.results.results import Scope, ScopeKind, results
    from app.results.targets import read_targets

    with store.reading() as session:
        closed = cases_closed_to(session, worker_id, today)
        kept = {part: read_setting(session, part.value) for part in Part}
    with store.raw_reader() as connection:
        appointments = read_appointments(connection, worker_id, today, closed)
        seat = read_seat(connection, worker_id, today)
        facts, targets = read_facts(connection, today), read_targets(connection)
        rule_book = rule_book_of(connection)
    own = Scope(ScopeKind.WORKER, worker_id, "mine borgere")
    folded = {part: value == "yes" for part, value in kept.items() if value is not None}
    return Day(appointments, results(facts, rule_book, targets, today, own), seat, folded)
