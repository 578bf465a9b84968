"""Everything the page of the team shows, read in one go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.cases.caseload_row import CaseloadRow, Deadline
    from app.cases.covers import Cover
    from app.cases.exclusion_list import ExclusionLine
    from app.cases.offer_unit import DueHandOver
    from app.cases.restriction_list import RestrictionLine
    from app.cases.workload import Workload
    from db.store.store import Store


class TeamFacts(NamedTuple):
    """The team as it is. `rows` are the open cases that the worker may see; `units` names by id."""

    today: date
    rows: tuple[CaseloadRow, ...]
    deadlines: Mapping[str, Deadline]
    workloads: tuple[Workload, ...]
    covers: tuple[Cover, ...]
    exclusions: tuple[ExclusionLine, ...]
    restrictions: tuple[RestrictionLine, ...]
    units: Mapping[str, str]
    offer_unit: str | None
    hand_overs: tuple[DueHandOver, ...]


def read_team(store: Store, worker_id: str, today: date) -> TeamFacts:
    """Read the page."""
    from app.cases.caseload import read_whole_caseload
    from app.cases.caseload_row import next_deadlines
    from app.cases.covers import covers
    from app.cases.exclusion_list import exclusion_lines
    from app.cases.offer_unit import due_hand_overs, offer_unit
    from app.cases.restriction_list import restriction_lines
    from app.cases.restrictions import cases_closed_to
    from app.cases.workload import read_units, read_workloads
    from app.queue.closed_days import rule_book_of
    from app.queue.engine import queue_items
    from app.queue.facts_reader import read_facts

    with store.reading() as session:
        closed = cases_closed_to(session, worker_id, today)
        shown_covers = covers(session, today)
        exclusions = exclusion_lines(session, worker_id=worker_id, today=today)
        restrictions = restriction_lines(session, worker_id=worker_id, today=today)
        unit_id = offer_unit(session)
    with store.raw_reader() as connection:
        whole = read_whole_caseload(connection, today, closed)
        items = queue_items(read_facts(connection, today), rule_book_of(connection), today)
        workloads = read_workloads(connection, today, items, rows=whole)
        units = read_units(connection)
        rows = tuple(row for row in whole if row.closed_on is None and row.case_id not in closed)
        due = due_hand_overs(connection, rows, (unit_id, units[unit_id]), workloads) if unit_id in units else ()
    return TeamFacts(
        today, rows, next_deadlines(items), workloads, shown_covers, exclusions, restrictions, units, unit_id, due
    )
