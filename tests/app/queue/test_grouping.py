"""One line a citizen or household, one line for a worker's reports."""

from __future__ import annotations

from typing import Any

from app.queue.engine import queue_items
from app.queue.facts import ReminderFact, ReportFact
from app.queue.grouping import one_line_a_citizen, reports_in_one
from app.queue.item import QueueItem
from app.rules.book import standard_rule_book
from db.values.people import BenefitType
from db.values.talks import ReportState, ReportSubject
from tests.helpers.built_facts import HOLDER, benefit, citizen, day, facts_of, talk


def _case(name: str, reports: int = 0, subject: ReportSubject = ReportSubject.TALK, **more: Any) -> Any:
    return citizen(
        case_id=name,
        name=name,
        benefits=(benefit("2006-12-01", None, BenefitType.REHABILITATION_BENEFIT),),
        reports=tuple(
            ReportFact(f"{name}-{number}", subject, "talk", day("2007-03-01"), ReportState.TO_SEND)
            for number in range(reports)
        ),
        **more,
    )


def _late(**more: Any) -> Any:
    """Two rows: a talk that is overdue and its note."""
    return {"talks": (talk("2006-12-08", has_note=False),), **more}


def _queue(*cases: Any, **more: Any) -> tuple[QueueItem, ...]:
    return queue_items(facts_of(*cases, **more), standard_rule_book(), day("2007-03-20"))


def test_that_a_citizens_rows_are_one_line_with_the_worst_first() -> None:
    items = _queue(_case("Amina", **_late()), _case("Bent", talks=(talk("2006-12-18"),)))
    lines = one_line_a_citizen(items)
    assert [(line.item.citizen, line.item.kind, line.others) for line in lines] == [
        ("Amina", "NOTE_MISSING", 1),
        ("Bent", "CONTACT_DUE", 0),
    ]
    assert [item.kind for item in lines[0].items] == ["NOTE_MISSING", "CONTACT_DUE"]


def test_that_a_household_is_one_line_in_each_workers_queue() -> None:
    home = {"household_key": "household-1"}
    both = _queue(_case("Omar", **_late(**home)), _case("Fatma", **_late(**home)))
    assert [line.others for line in one_line_a_citizen(both)] == [3]
    other = {**home, "holder_id": "worker-9"}
    shared = _queue(_case("Omar", **_late(**home)), _case("Fatma", **_late(**other)))
    assert [line.others for line in one_line_a_citizen(shared)] == [1, 1]


def test_that_a_workers_reports_are_one_line_that_opens_into_the_list() -> None:
    items = _queue(_case("Amina", 4), _case("Bent", 3), _case("Carl", 1, holder_id="worker-9"))
    lines = [line for line in one_line_a_citizen(items) if line.item.kind == "PORTAL_REPORT"]
    assert sorted((line.item.worker_id, line.item.label, len(line.items)) for line in lines) == [
        (HOLDER, "7 samtaler mangler indberetning", 7),
        ("worker-9", "1 samtale mangler indberetning", 1),
    ]
    assert {line.item.case_id for line in lines} == {None}
    assert {line.item.key for line in lines} == {"PORTAL_REPORT/-/worker-1/", "PORTAL_REPORT/-/worker-9/"}


def test_that_matches_are_counted_apart_from_talks() -> None:
    items = _queue(_case("Amina", 2), _case("Bent", 1, ReportSubject.MATCH))
    (line,) = (line for line in one_line_a_citizen(items) if line.item.kind == "PORTAL_REPORT")
    assert line.item.label == "2 samtaler og 1 match mangler indberetning"


def test_that_without_gathering_the_reports_are_still_one_row() -> None:
    items = _queue(_case("Amina", 4, **_late()), _case("Bent", 3))
    rows = reports_in_one(items)
    kinds = [row.kind for row in rows]
    assert kinds.count("PORTAL_REPORT") == 1
    assert len(rows) == len(items) - 6
    assert [row for row in rows if row.kind != "PORTAL_REPORT"] == [
        item for item in items if item.kind != "PORTAL_REPORT"
    ]


def test_that_reminders_about_nobody_keep_lines_of_their_own() -> None:
    reminders = tuple(ReminderFact(f"r-{number}", HOLDER, day("2007-03-20"), "Ring") for number in range(2))
    assert len(one_line_a_citizen(_queue(loose_reminders=reminders))) == 2
