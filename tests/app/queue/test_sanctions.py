"""From absence over hearing to the benefit office's decision; and its notice of a new benefit."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.facts import AbsenceFact, SanctionFact
from app.queue.item import Lane
from db.values.cases import SanctionState
from tests.app.queue.edges import Edge, edge_test, row
from tests.helpers.built_facts import benefit, citizen, day
from tests.helpers.changed_facts import replace

ABSENCE = AbsenceFact("absence-1", day("2007-04-03"), day("2007-04-04"))
HEARING = SanctionFact("sanction-1", SanctionState.HEARING, day("2007-03-30"))
RECOMMENDED = SanctionFact("sanction-1", SanctionState.RECOMMENDED, recommended_on=day("2007-03-23"))


def _sanction(sanction: SanctionFact, **changes: Any) -> Any:
    return citizen(sanctions=(replace(sanction, **changes),))


def _enquired(on: str, notice: str | None = None) -> Any:
    return citizen(
        benefits=(benefit(on, entitlement_enquiry_on=day(on), entitlement_notice_on=day(notice) if notice else None),)
    )


EDGES = [
    Edge(
        "ABSENCE_REPORTED",
        "over Easter",
        citizen(absences=(ABSENCE,)),
        opens="2007-04-04",
        amber="2007-04-10",
        due="2007-04-10",
        answered=[citizen(absences=(replace(ABSENCE, closed_on=day("2007-04-10")),))],
    ),
    Edge(
        "ABSENCE_REPORTED",
        "over the end of the month",
        citizen(absences=(replace(ABSENCE, reported_on=day("2007-02-28")),)),
        opens="2007-02-28",
        amber="2007-03-01",
        due="2007-03-01",
    ),
    Edge(
        "HEARING_DEADLINE",
        "seven days, to Good Friday",
        _sanction(HEARING),
        opens="2007-04-04",
        amber="2007-04-05",
        due="2007-04-06",
        act_by="2007-04-04",
        answered=[
            _sanction(HEARING, hearing_answer_on=day("2007-04-05")),
            _sanction(HEARING, state=SanctionState.RECOMMENDED, recommended_on=day("2007-04-05")),
            _sanction(HEARING, closed_on=day("2007-04-05")),
        ],
    ),
    Edge(
        "HEARING_DEADLINE",
        "by the date in the letter, over the end of the month",
        _sanction(HEARING, hearing_sent_on=day("2007-02-16"), hearing_answer_by=day("2007-03-01")),
        opens="2007-02-27",
        amber="2007-02-28",
        due="2007-03-01",
    ),
    Edge(
        "SANCTION_ANSWER",
        "ten working days over Easter",
        _sanction(RECOMMENDED),
        opens="2007-03-23",
        amber="2007-04-08",
        due="2007-04-11",
        on_due=Lane.WAITING,
        answered=[
            _sanction(RECOMMENDED, decided_on=day("2007-04-10")),
            _sanction(RECOMMENDED, state=SanctionState.CLOSED),
        ],
    ),
    Edge(
        "SANCTION_ANSWER",
        "over the end of the month",
        _sanction(RECOMMENDED, recommended_on=day("2007-02-22")),
        opens="2007-02-22",
        amber="2007-03-05",
        due="2007-03-08",
        on_due=Lane.WAITING,
    ),
    Edge(
        "ENTITLEMENT_NOTICE",
        "ten days, to Good Friday; it stays with the benefit office",
        _enquired("2007-03-27"),
        opens="2007-04-01",
        amber="2007-04-03",
        due="2007-04-06",
        act_by="2007-04-04",
        on_due=Lane.WAITING,
        after=Lane.WAITING,
        answered=[_enquired("2007-03-27", "2007-04-03")],
    ),
    Edge(
        "ENTITLEMENT_NOTICE",
        "over the end of the month",
        _enquired("2007-02-19"),
        opens="2007-02-24",
        amber="2007-02-26",
        due="2007-03-01",
        on_due=Lane.WAITING,
        after=Lane.WAITING,
    ),
]

test_edges = edge_test(EDGES)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ("2007-04-06", "Borgeren kan svare til og med 6. april 2007."),
        ("2007-04-07", "Fristen 6. april 2007 er gået uden svar"),
        ("2007-06-01", "Fristen 6. april 2007 er gået uden svar"),
    ],
)
def test_that_a_hearing_says_when_its_deadline_has_passed_without_an_answer(today: str, words: str) -> None:
    found = row(_sanction(HEARING), today, "HEARING_DEADLINE")
    assert found is not None
    assert words in found.reason


def test_that_a_recommendation_waits_for_the_benefit_office_since_it_was_sent() -> None:
    found = row(_sanction(RECOMMENDED), "2007-04-02", "SANCTION_ANSWER")
    assert found is not None
    assert (found.waiting_for, found.waiting_since) == ("Ydelsesservice", day("2007-03-23"))


def test_that_the_day_of_the_absence_stands_in_the_reason() -> None:
    found = row(citizen(absences=(ABSENCE,)), "2007-04-10", "ABSENCE_REPORTED")
    assert found is not None
    assert "Fravær den 3. april 2007 blev meldt 4. april 2007" in found.reason
