"""A row's edges in time, written down as dates from an almanac, and the check that they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest

from app.queue.engine import queue_items
from app.queue.facts import CaseFacts, QueueFacts
from app.queue.item import Lane, QueueItem
from app.rules.book import standard_rule_book
from tests.helpers.built_facts import day, facts_of

GONE = None


@dataclass(frozen=True, slots=True)
class Edge:
    """One event and the days that follow from it.

    `act_by` is the due day unless written. `on_due` and `after` are the lanes on the due day and on the day
    after it, `GONE` when the row is then gone. `answered` is the same case with what closes the row.
    """

    kind: str
    name: str
    case: CaseFacts
    opens: str
    amber: str
    due: str
    act_by: str = ""
    occurrence: str = ""
    on_due: Lane = Lane.TODAY
    after: Lane | None = Lane.OVERDUE
    answered: Sequence[CaseFacts] = field(default_factory=tuple)


def rows(case: CaseFacts, today: str | date, kind: str) -> list[QueueItem]:
    """The rows of one kind on a day."""
    on = day(today) if isinstance(today, str) else today
    return [item for item in queue_items(facts_of(case), standard_rule_book(), on) if item.kind == kind]


def row(case: CaseFacts, today: str | date, kind: str, occurrence: str = "") -> QueueItem | None:
    """The only row of a kind and occurrence on a day, None when there is none."""
    found = [item for item in rows(case, today, kind) if item.key.endswith(f"/{occurrence}")]
    assert len(found) <= 1
    return found[0] if found else None


def kinds_on(facts: QueueFacts | CaseFacts, today: str) -> set[str]:
    """The kinds that have a row on a day."""
    store = facts if isinstance(facts, QueueFacts) else facts_of(facts)
    return {item.kind for item in queue_items(store, standard_rule_book(), day(today))}


def check(edge: Edge) -> None:
    """The row is absent the day before it opens, there on its days with its dates, and gone when answered."""
    opens, due = day(edge.opens), day(edge.due)

    def seen(on: date) -> QueueItem | None:
        return row(edge.case, on, edge.kind, edge.occurrence)

    assert seen(opens - timedelta(days=1)) is None
    first = seen(opens)
    assert first is not None
    assert first.opens_on == opens
    on_due = seen(due)
    assert on_due is not None
    assert (on_due.due_on, on_due.act_by) == (due, day(edge.act_by or edge.due))
    assert on_due.amber_on == day(edge.amber)
    assert on_due.lane is edge.on_due
    after = seen(due + timedelta(days=1))
    assert (after.lane if after else GONE) is edge.after
    for case in edge.answered:
        assert row(case, due, edge.kind, edge.occurrence) is None


def edge_test(edges: Sequence[Edge]) -> Callable[[Edge], None]:
    """A test over all edges of a subject, each under its kind and name."""

    @pytest.mark.parametrize("edge", edges, ids=[f"{edge.kind} {edge.name}" for edge in edges])
    def test_that_a_row_keeps_its_edges(edge: Edge) -> None:
        check(edge)

    return test_that_a_row_keeps_its_edges
