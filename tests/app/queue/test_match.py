"""A missing match: from the enquiry, the notice or the benefit, and which match answers it."""

from __future__ import annotations

from typing import Any

import pytest

from db.values.people import BenefitType
from tests.app.queue.edges import Edge, edge_test, row
from tests.helpers.built_facts import benefit, citizen, day, match

EDGES = [
    Edge(
        "MATCH_MISSING",
        "counts from the first enquiry, not from the benefit's start",
        citizen(benefits=(benefit("2007-03-01"),), first_enquiry_on=day("2007-03-05")),
        opens="2007-03-05",
        amber="2007-03-09",
        due="2007-03-12",
        answered=[
            citizen(benefits=(benefit("2007-03-01"),), matches=(match("2007-03-06"),)),
            citizen(benefits=(benefit("2007-03-01"),), matches=(match("2003-01-06"),)),
        ],
    ),
    Edge(
        "MATCH_MISSING",
        "counts from the notice of the benefit",
        citizen(benefits=(benefit("2007-03-01", notice_on=day("2007-03-29")),)),
        opens="2007-03-29",
        amber="2007-04-02",
        due="2007-04-05",
        act_by="2007-04-04",
    ),
    Edge(
        "MATCH_MISSING",
        "counts from the benefit's start where nothing else is known, over the end of the month",
        citizen(benefits=(benefit("2007-02-28"),)),
        opens="2007-02-28",
        amber="2007-03-04",
        due="2007-03-07",
    ),
]

test_edges = edge_test(EDGES)

AGAIN = (benefit("2005-01-01", "2006-12-31"), benefit("2007-02-01"))


@pytest.mark.parametrize(
    ("matched", "answered"), [("2006-12-31", False), ("2007-01-15", True), ("2007-02-03", True), ("2007-02-09", False)]
)
def test_that_after_a_gap_only_a_match_since_the_last_episode_answers_it(matched: str, answered: bool) -> None:
    found = row(citizen(benefits=AGAIN, matches=(match(matched),)), "2007-02-08", "MATCH_MISSING")
    assert (found is None) is answered


def test_that_an_enquiry_of_an_earlier_episode_is_not_counted_from() -> None:
    found = row(citizen(benefits=AGAIN, first_enquiry_on=day("2004-12-20")), "2007-02-08", "MATCH_MISSING")
    assert found is not None
    assert found.counted_from == day("2007-02-01")


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        (BenefitType.CASH_ASSISTANCE, True),
        (BenefitType.START_ASSISTANCE, True),
        (BenefitType.INTRODUCTION_BENEFIT, True),
        (BenefitType.FLEXJOB_UNEMPLOYMENT_BENEFIT, False),
        (BenefitType.SICKNESS_BENEFIT, False),
        (BenefitType.REHABILITATION_BENEFIT, False),
        (BenefitType.UNEMPLOYMENT_BENEFIT, False),
    ],
)
def test_that_only_some_benefits_ask_for_a_match(kind: Any, asked: bool) -> None:
    assert (
        row(citizen(benefits=(benefit("2007-03-01", None, kind),)), "2007-03-08", "MATCH_MISSING") is not None
    ) is asked
