"""What stands behind a figure, and what is shown as one's own results: read beside the window's thread."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.queue.counted import Behind
    from app.queue.forecast import WeekLoad
    from app.queue.reading.own_work import OwnWork, Period
    from app.results.results import Result
    from db.store.store import Store


class Figure(NamedTuple):
    """A result as it is now, with the citizens behind it."""

    result: Result
    behind: Behind


class OwnResults(NamedTuple):
    """Mine resultater: what was done in each period, and the weeks to come beside what there is time for."""

    work: dict[Period, OwnWork]
    weeks: tuple[WeekLoad, ...]
    capacity: int | None


def read_behind(store: Store, worker_id: str, today: date, result: Result) -> Figure:
    """Find the citizens of a measure."""
    from app.cases.restrictions import cases_closed_to
    from app.queue.counted import behind
    from app.queue.facts_reader import read_facts

    with store.reading() as session:
        closed = cases_closed_to(session, worker_id, today)
    with store.raw_reader() as connection:
        facts = read_facts(connection, today)
    cases = [case for case in facts.cases if result.scope.holds(case)]
    return Figure(result, behind(result.measure, cases, closed))


def read_own_results(store: Store, worker_id: str, today: date) -> OwnResults:
    """Count the worker's own work and the rows of the next weeks in the worker's own queue."""
    from app.cases.screen_settings import read_screen_settings
    from app.queue.closed_days import rule_book_of
    from app.queue.engine import upcoming_items
    from app.queue.facts_reader import read_facts
    from app.queue.forecast import forecast, until
    from app.queue.reading.closed_cases import open_to_worker
    from app.queue.reading.own_work import Period, read_own_work

    with store.reading() as session:
        capacity = read_screen_settings(session).slots_per_week
    with store.raw_reader() as connection:
        work = {period: read_own_work(connection, worker_id, period, today) for period in Period}
        facts, book = read_facts(connection, today), rule_book_of(connection)
        coming = upcoming_items(facts, book, today, until(today))
        items = open_to_worker(connection, coming, worker_id, today)
    own = [item for item in items if item.worker_id == worker_id]
    return OwnResults(work, forecast(own, today, capacity), capacity)
