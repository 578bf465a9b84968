"""Offers: the right to one, the end of one, what follows, and what came of it."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.facts import OrderFact
from db.values.offers import OfferKind, OrderState, OutcomeKind, PlacementState
from db.values.plans import PlanKind
from tests.app.queue.edges import GONE, Edge, edge_test, row
from tests.helpers.built_facts import benefit, citizen, day, match, plan, stay
from tests.helpers.changed_facts import replace

PLANNED, COMPLETED, DROPPED = PlacementState.PLANNED, PlacementState.COMPLETED, PlacementState.DROPPED


def _since(start: str, **more: Any) -> Any:
    return citizen(benefits=(benefit(start),), **more)


def _ended(on: str, **more: Any) -> Any:
    return stay("2006-01-09", on, COMPLETED, ended_on=day(on), **{"title": "Dansk og rengøring", **more})


def _order(sent: str, state: OrderState = OrderState.SENT) -> OrderFact:
    return OrderFact("order-1", state, day(sent), receipt_on=day(sent))


YOUNG = {"born": day("1980-06-01")}
PUPIL = {
    "born": day("1985-01-01"),
    "vocational_education": False,
    "children_at_home": 0,
    "matches": (match("2007-02-28", 2),),
}
RUNNING = stay("2007-01-15", "2007-04-16", title="Storkøkken")
MENTOR = stay("2007-01-15", "2007-05-31", kind=OfferKind.MENTOR)

EDGES = [
    Edge(
        "OFFER_FIRST_U30",
        "thirteen weeks from benefit start",
        _since("2007-01-01", **YOUNG),
        opens="2007-02-01",
        amber="2007-03-03",
        due="2007-04-02",
        answered=[
            _since("2007-01-01", **YOUNG, orders=(_order("2007-03-30"),)),
            _since("2007-01-01", **YOUNG, placements=(stay("2007-05-01", None, PLANNED),)),
            _since("2007-01-01", **YOUNG, placements=(stay("2007-03-01", "2007-06-01"),)),
            _since("2007-01-01", **YOUNG, placements=(stay("2007-01-08", "2007-02-01", COMPLETED),)),
        ],
    ),
    Edge(
        "OFFER_FIRST_U30",
        "to Store Bededag",
        _since("2007-02-02", **YOUNG),
        opens="2007-03-05",
        amber="2007-04-04",
        due="2007-05-04",
        act_by="2007-05-03",
    ),
    Edge(
        "OFFER_FIRST_30",
        "twelve months from benefit start, to a Saturday at the month's end",
        _since("2006-06-30"),
        opens="2007-05-01",
        amber="2007-05-31",
        due="2007-06-30",
        act_by="2007-06-29",
        answered=[_since("2006-06-30", orders=(_order("2006-12-01"),))],
    ),
    Edge(
        "OFFER_FIRST_30",
        "nine months for match 1 to 3 from 2007",
        _since("2007-01-31", matches=(match("2007-02-05", 3),)),
        opens="2007-09-01",
        amber="2007-10-01",
        due="2007-10-31",
    ),
    Edge(
        "OFFER_FIRST_30",
        "twelve months for match 1 to 3 from before 2007",
        _since("2006-12-31", matches=(match("2007-02-05", 2),)),
        opens="2007-11-01",
        amber="2007-12-01",
        due="2007-12-31",
    ),
    Edge(
        "OFFER_FIRST_30",
        "twelve months for match 4 from 2007",
        _since("2007-01-31", matches=(match("2007-02-05", 4),)),
        opens="2007-12-02",
        amber="2008-01-01",
        due="2008-01-31",
    ),
    Edge(
        "OFFER_REPEAT",
        "twelve months from the end of the last offer, to the day after Store Bededag",
        _since("2005-01-01", placements=(_ended("2006-05-05"),)),
        opens="2007-03-06",
        amber="2007-04-05",
        due="2007-05-05",
        act_by="2007-05-03",
        answered=[
            _since("2005-01-01", placements=(_ended("2006-05-05"), stay("2007-06-01", None, PLANNED))),
            _since("2005-01-01", placements=(_ended("2006-05-05"), stay("2007-05-01", "2007-08-01"))),
            _since("2005-01-01", placements=(_ended("2006-05-05"),), orders=(_order("2007-05-02"),)),
        ],
    ),
    Edge(
        "OFFER_REPEAT",
        "from the end of February",
        _since("2005-01-01", placements=(_ended("2006-02-28"),)),
        opens="2006-12-30",
        amber="2007-01-29",
        due="2007-02-28",
    ),
    Edge(
        "EDUCATION_U25",
        "thirteen weeks from benefit start at the month's end",
        _since("2007-02-28", **PUPIL),
        opens="2007-03-31",
        amber="2007-04-30",
        due="2007-05-30",
        answered=[
            _since("2007-02-28", **PUPIL, plans=(plan("2007-05-01", kind=PlanKind.EDUCATION_PLAN),)),
            _since(
                "2007-02-28",
                **PUPIL,
                placements=(stay("2007-06-01", None, PLANNED, kind=OfferKind.EDUCATION_PREPARING),),
            ),
        ],
    ),
    Edge(
        "EDUCATION_U25",
        "to Whit Monday",
        _since("2007-02-26", **PUPIL),
        opens="2007-03-29",
        amber="2007-04-28",
        due="2007-05-28",
        act_by="2007-05-25",
    ),
    Edge(
        "OFFER_ENDING",
        "fourteen days before the end",
        _since("2005-01-01", placements=(RUNNING,)),
        opens="2007-03-05",
        amber="2007-03-26",
        due="2007-04-02",
        answered=[
            _since("2005-01-01", placements=(replace(RUNNING, next_step_on=day("2007-03-30")),)),
            _since("2005-01-01", placements=(RUNNING, stay("2007-04-17", "2007-07-16", PLANNED))),
        ],
    ),
    Edge(
        "OFFER_ENDING",
        "to Good Friday",
        _since("2005-01-01", placements=(replace(RUNNING, to_on=day("2007-04-20")),)),
        opens="2007-03-09",
        amber="2007-03-30",
        due="2007-04-06",
        act_by="2007-04-04",
    ),
    Edge(
        "OFFER_ENDING",
        "at the end of the month",
        _since("2005-01-01", placements=(replace(RUNNING, to_on=day("2007-03-14")),)),
        opens="2007-01-31",
        amber="2007-02-21",
        due="2007-02-28",
    ),
    Edge(
        "NEXT_ACTIVITY_MISSING",
        "from the day after the end, to Good Friday",
        _since("2005-01-01", placements=(_ended("2007-03-23"),)),
        opens="2007-03-24",
        amber="2007-03-30",
        due="2007-04-06",
        act_by="2007-04-04",
        answered=[
            _since("2005-01-01", placements=(_ended("2007-03-23", next_step_on=day("2007-03-30")),)),
            _since("2005-01-01", placements=(_ended("2007-03-23"), stay("2007-05-01", None, PLANNED))),
            _since("2005-01-01", placements=(_ended("2007-03-23"), stay("2007-04-02", "2007-06-01"))),
            _since("2005-01-01", placements=(_ended("2007-03-23"),), orders=(_order("2007-04-02"),)),
        ],
    ),
    Edge(
        "NEXT_ACTIVITY_MISSING",
        "to the end of the month",
        _since("2005-01-01", placements=(_ended("2007-02-14"),)),
        opens="2007-02-15",
        amber="2007-02-21",
        due="2007-02-28",
    ),
    Edge(
        "MENTOR_ENDING",
        "to Ascension Day",
        citizen(placements=(MENTOR,)),
        opens="2007-05-03",
        amber="2007-05-10",
        due="2007-05-17",
        act_by="2007-05-16",
        answered=[citizen(placements=(replace(MENTOR, next_step_on=day("2007-05-10")),))],
    ),
    Edge(
        "MENTOR_ENDING",
        "to the end of the month",
        citizen(placements=(replace(MENTOR, to_on=day("2007-03-14")),)),
        opens="2007-02-14",
        amber="2007-02-21",
        due="2007-02-28",
    ),
    Edge(
        "OUTCOME_CHECK",
        "after three months, at the end of February",
        citizen(placements=(_ended("2006-11-30"),)),
        opens="2007-02-21",
        amber="2007-02-28",
        due="2007-02-28",
        occurrence="3-months",
        answered=[
            citizen(placements=(_ended("2006-11-30", outcomes_checked=((3, OutcomeKind.JOB),)),)),
            citizen(placements=(_ended("2006-11-30", outcomes_checked=((6, OutcomeKind.JOB),)),)),
        ],
    ),
    Edge(
        "OUTCOME_CHECK",
        "after six months, on Good Friday",
        citizen(placements=(_ended("2006-10-06", outcomes_checked=((3, OutcomeKind.BENEFIT),)),)),
        opens="2007-03-30",
        amber="2007-04-06",
        due="2007-04-06",
        act_by="2007-04-04",
        occurrence="6-months",
        answered=[citizen(placements=(_ended("2006-10-06", outcomes_checked=((6, OutcomeKind.JOB),)),))],
    ),
]

test_edges = edge_test(EDGES)


@pytest.mark.parametrize(
    ("born", "kind"),
    [("1977-01-01", "OFFER_FIRST_30"), ("1977-01-02", "OFFER_FIRST_U30"), ("1977-12-31", "OFFER_FIRST_U30")],
)
def test_that_the_age_on_the_day_the_benefit_began_decides(born: str, kind: str) -> None:
    case = _since("2007-01-01", born=day(born), matches=(match("2007-01-02", 5),))
    found = [one for one in ("OFFER_FIRST_U30", "OFFER_FIRST_30") if row(case, "2008-01-01", one)]
    assert found == [kind]


@pytest.mark.parametrize(
    "not_asked",
    [
        {"born": day("1982-05-30")},  # Turns 25 on the due day.
        {"matches": (match("2007-02-28", 4),)},
        {"matches": ()},
        {"vocational_education": True},
        {"vocational_education": None},
        {"children_at_home": 1},
        {"children_at_home": None},
    ],
)
def test_that_the_duty_of_education_asks_only_whom_it_is_for(not_asked: dict[str, Any]) -> None:
    assert row(_since("2007-02-28", **{**PUPIL, **not_asked}), "2007-05-30", "EDUCATION_U25") is None


@pytest.mark.parametrize("state", [OrderState.DRAFT, OrderState.READY, OrderState.DECLINED, OrderState.WITHDRAWN])
def test_that_an_order_that_is_not_under_way_gives_no_offer(state: OrderState) -> None:
    case = _since("2007-01-01", **YOUNG, orders=(_order("2007-03-30", state),))
    assert row(case, "2007-04-02", "OFFER_FIRST_U30") is not None


def test_that_an_offer_of_an_earlier_episode_gives_no_repeat() -> None:
    benefits = (benefit("2005-01-01", "2006-06-30"), benefit("2007-01-01"))
    case = citizen(benefits=benefits, placements=(_ended("2006-05-05"),), **YOUNG)
    assert row(case, "2007-04-02", "OFFER_REPEAT") is None
    assert row(case, "2007-04-02", "OFFER_FIRST_U30") is not None


def test_that_a_mentor_is_no_offer() -> None:
    case = _since("2007-01-01", **YOUNG, placements=(MENTOR,))
    assert row(case, "2007-04-02", "OFFER_FIRST_U30") is not None
    assert row(case, "2007-04-02", "OFFER_ENDING") is None


def test_that_nothing_is_due_before_a_short_stay_begins() -> None:
    case = _since("2005-01-01", placements=(stay("2007-03-05", "2007-03-12"),))
    found = row(case, "2007-03-05", "OFFER_ENDING")
    assert found is not None
    assert found.due_on == day("2007-03-05")


def test_that_the_end_gives_way_to_the_missing_activity_the_day_after() -> None:
    case = _since("2005-01-01", placements=(RUNNING,))
    kinds = ("OFFER_ENDING", "NEXT_ACTIVITY_MISSING")
    assert [row(case, "2007-04-16", kind) is not None for kind in kinds] == [True, False]
    assert [row(case, "2007-04-17", kind) is not None for kind in kinds] == [False, True]


def test_that_the_row_says_when_the_offer_ends() -> None:
    found = row(_since("2005-01-01", placements=(RUNNING,)), "2007-04-02", "OFFER_ENDING")
    assert found is not None
    assert found.label == "Tilbud slutter 16.04 · beslut næste skridt"
    assert found.reason.startswith("Storkøkken slutter 16. april 2007")


def test_that_stays_of_before_2006_are_not_checked_any_more() -> None:
    old = stay("2005-01-03", "2005-12-31", COMPLETED, ended_on=day("2005-12-31"))
    assert row(citizen(placements=(old,)), "2007-03-20", "OUTCOME_CHECK", "3-months") is None


def test_that_whoever_left_for_a_job_is_still_asked_after() -> None:
    # The stay ended Friday 15 December 2006 and the case the week after: + 3 months = Thursday 15 March 2007.
    case = _since("2005-01-01", placements=(_ended("2006-12-15"),), closed_on=day("2006-12-22"))
    found = row(case, "2007-03-15", "OUTCOME_CHECK", "3-months")
    assert found is not None
    assert found.due_on == day("2007-03-15")
    assert row(case, "2007-03-15", "CONTACT_DUE") is None


def test_that_a_dropped_stay_is_as_if_it_had_never_been() -> None:
    case = _since("2005-01-01", placements=(_ended("2006-05-05"), stay("2007-01-01", "2007-04-01", DROPPED)))
    found = row(case, "2007-05-05", "OFFER_REPEAT")
    assert found is not None
    assert found.counted_from == day("2006-05-05")
    assert GONE is row(case, "2007-07-01", "OUTCOME_CHECK", "9-months")
