"""The jobplan: missing, in a campaign, before an offer, to be reviewed, and its steps."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.queue.engine import queue_items
from app.queue.facts import CampaignFact, ExclusionFact, StepFact
from app.queue.item import Lane
from app.rules.book import standard_rule_book
from db.values.offers import PlacementState
from db.values.people import BenefitType, ExclusionReason
from db.values.plans import PlanKind, PlanState
from db.values.talks import StepOwner
from tests.app.queue.edges import Edge, edge_test, row
from tests.helpers.built_facts import benefit, citizen, day, facts_of, plan, stay, talk
from tests.helpers.changed_facts import replace

OLD = benefit("2005-01-01")
CAMPAIGN = CampaignFact("area-1", date(2007, 1, 1), date(2007, 12, 31))


def _new(start: str, **more: Any) -> Any:
    return citizen(benefits=(benefit(start),), **more)


def _old(**more: Any) -> Any:
    return citizen(benefits=(OLD,), **more)


def step(**changes: Any) -> StepFact:
    given = StepFact("step-1", "CV på Jobnet", StepOwner.JOBCENTRE, day("2007-04-06"), day("2007-03-01"))
    return replace(given, **changes)


PLANNED = stay("2007-04-10", "2007-07-06", PlacementState.PLANNED, title="Storkøkken")
STARTED = stay("2007-05-29", "2007-08-24", title="Storkøkken")

EDGES = [
    Edge(
        "PLAN_MISSING",
        "of the first day that counts, to the end of the month",
        _new("2007-01-01"),
        opens="2007-01-01",
        amber="2007-01-17",
        due="2007-01-31",
        answered=[_new("2007-01-01", plans=(plan("2007-01-31"),))],
    ),
    Edge(
        "PLAN_MISSING",
        "to Maundy Thursday",
        _new("2007-03-06"),
        opens="2007-03-06",
        amber="2007-03-22",
        due="2007-04-05",
        act_by="2007-04-04",
    ),
    Edge(
        "PLAN_CAMPAIGN",
        "to the end of the campaign, amber from its first day for who is behind",
        _old(campaign=CAMPAIGN, area_name="Mjølnerparken"),
        opens="2007-01-01",
        amber="2007-01-01",
        due="2007-12-31",
        answered=[_old(campaign=CAMPAIGN, plans=(plan("2007-06-01"),))],
    ),
    Edge(
        "PLAN_CAMPAIGN",
        "to a Sunday",
        _old(campaign=CampaignFact("area-1", date(2007, 2, 1), date(2007, 9, 30))),
        opens="2007-02-01",
        amber="2007-02-01",
        due="2007-09-30",
        act_by="2007-09-28",
    ),
    Edge(
        "PLAN_BEFORE_OFFER",
        "the working day before an offer after Easter",
        _old(placements=(PLANNED,)),
        opens="2007-03-07",
        amber="2007-03-28",
        due="2007-04-04",
        answered=[
            _old(placements=(PLANNED,), plans=(plan("2007-04-04"),)),
            _old(placements=(replace(PLANNED, state=PlacementState.DROPPED),)),
        ],
    ),
    Edge(
        "PLAN_BEFORE_OFFER",
        "stays when the offer has begun, here after Whit Monday",
        _old(placements=(STARTED,)),
        opens="2007-04-27",
        amber="2007-05-18",
        due="2007-05-25",
        answered=[_old(placements=(STARTED,), plans=(plan("2007-05-25"),))],
    ),
    Edge(
        "PLAN_REVIEW",
        "six months after the version, at the end of the month",
        _old(plans=(plan("2006-08-31"),)),
        opens="2007-02-14",
        amber="2007-02-21",
        due="2007-02-28",
        answered=[
            _old(plans=(plan("2006-08-31", reviewed_on=day("2007-02-28")),)),
            _old(plans=(plan("2006-08-31", state=PlanState.REPLACED), plan("2007-02-20", version=2))),
            _old(plans=(plan("2006-08-31", closed_on=day("2007-02-01")),)),
        ],
    ),
    Edge(
        "PLAN_REVIEW",
        "on its own day, here Ascension Day",
        _old(plans=(plan("2007-02-20", next_review_on=day("2007-05-17")),)),
        opens="2007-05-03",
        amber="2007-05-10",
        due="2007-05-17",
        act_by="2007-05-16",
    ),
    Edge(
        "PLAN_REVIEW",
        "at the next contact agreed since the version",
        _old(
            plans=(plan("2007-02-20"),),
            talks=(
                talk("2007-02-01", next_contact_on=day("2007-03-01")),
                talk("2007-02-20", next_contact_on=day("2007-05-10")),
                talk("2007-03-12", next_contact_on=day("2007-05-15")),
            ),
        ),
        opens="2007-05-01",
        amber="2007-05-08",
        due="2007-05-15",
    ),
    Edge(
        "STEP_DUE",
        "our own, to Good Friday",
        citizen(steps=(step(),)),
        opens="2007-03-30",
        amber="2007-04-04",
        due="2007-04-06",
        act_by="2007-04-04",
        answered=[citizen(steps=(step(done_on=day("2007-04-01")),))],
    ),
    Edge(
        "STEP_DUE",
        "our own of a talk, to Ascension Day",
        citizen(steps=(step(from_talk=True, agreed_on=day("2007-05-10"), by_date=day("2007-05-17")),)),
        opens="2007-05-10",
        amber="2007-05-15",
        due="2007-05-17",
        act_by="2007-05-16",
        answered=[citizen(steps=(step(from_talk=True, by_date=day("2007-05-17"), done_on=day("2007-05-17")),))],
    ),
    Edge(
        "STEP_DUE",
        "a provider's of a talk waits for the provider",
        citizen(steps=(step(from_talk=True, who=StepOwner.PROVIDER, by_date=day("2007-03-30")),)),
        opens="2007-03-23",
        amber="2007-03-28",
        due="2007-03-30",
        on_due=Lane.WAITING,
        after=Lane.WAITING,
    ),
    Edge(
        "STEP_DUE",
        "the citizen's waits for the citizen",
        citizen(steps=(step(who=StepOwner.CITIZEN, by_date=day("2007-02-28")),)),
        opens="2007-02-21",
        amber="2007-02-26",
        due="2007-02-28",
        on_due=Lane.WAITING,
        after=Lane.WAITING,
    ),
]

test_edges = edge_test(EDGES)


def test_that_nobody_from_before_2007_is_a_new_recipient() -> None:
    assert row(_new("2006-12-31"), "2007-01-20", "PLAN_MISSING") is None


def test_that_campaign_and_new_recipient_never_ask_twice() -> None:
    for start, kind in (("2006-12-31", "PLAN_CAMPAIGN"), ("2007-01-01", "PLAN_MISSING")):
        case = _new(start, campaign=CAMPAIGN)
        found = [one for one in ("PLAN_CAMPAIGN", "PLAN_MISSING") if row(case, "2007-01-20", one)]
        assert found == [kind]


def test_that_an_introduction_benefit_asks_for_an_integration_contract() -> None:
    on_introduction = (benefit("2007-01-01", None, BenefitType.INTRODUCTION_BENEFIT),)
    jobplan, contract = plan("2007-01-10"), plan("2007-01-10", kind=PlanKind.INTEGRATION_CONTRACT)
    assert row(citizen(benefits=on_introduction, plans=(jobplan,)), "2007-01-31", "PLAN_MISSING") is not None
    assert row(citizen(benefits=on_introduction, plans=(contract,)), "2007-01-31", "PLAN_MISSING") is None


def test_that_a_draft_is_no_plan() -> None:
    case = _new("2007-01-01", plans=(plan("2007-01-10", state=PlanState.DRAFT),))
    assert row(case, "2007-01-31", "PLAN_MISSING") is not None


def test_that_an_offer_begun_without_a_plan_says_so_until_a_plan_is_agreed() -> None:
    before, after = (row(_old(placements=(STARTED,)), on, "PLAN_BEFORE_OFFER") for on in ("2007-05-28", "2007-05-29"))
    assert before is not None
    assert after is not None
    assert "begynder 29. maj 2007" in before.reason
    assert "begyndte 29. maj 2007" in after.reason
    assert row(_old(placements=(STARTED,), plans=(plan("2007-06-04"),)), "2007-06-04", "PLAN_BEFORE_OFFER") is None


def test_that_a_review_starts_a_new_round_with_a_key_of_its_own() -> None:
    reviewed = _old(plans=(plan("2006-08-31", next_review_on=day("2007-02-28"), reviewed_on=day("2007-02-20")),))
    assert row(reviewed, "2007-02-28", "PLAN_REVIEW") is None
    found = row(reviewed, "2007-08-20", "PLAN_REVIEW", "2007-02-20")
    assert found is not None
    assert found.due_on == day("2007-08-20")
    assert "gennemgået 20. februar 2007" in found.reason


def test_that_no_review_lies_later_than_six_months_after_the_version() -> None:
    found = row(_old(plans=(plan("2006-08-31", next_review_on=day("2007-12-01")),)), "2007-02-28", "PLAN_REVIEW")
    assert found is not None
    assert found.due_on == day("2007-02-28")


def test_that_only_the_highest_version_of_a_plan_is_reviewed() -> None:
    plans = (plan("2006-08-31"), plan("2006-08-31", id="plan-2", version=2))
    found = row(_old(plans=plans), "2007-02-28", "PLAN_REVIEW")
    assert found is not None
    assert found.event_id == "plan-2"


@pytest.mark.parametrize(
    ("who", "waiting_for"),
    [
        (StepOwner.JOBCENTRE, None),
        (StepOwner.CITIZEN, "borgeren"),
        (StepOwner.PROVIDER, "leverandøren"),
        (StepOwner.OTHER, "andre"),
    ],
)
def test_that_a_step_waits_for_its_owner_from_the_day_it_was_agreed(who: StepOwner, waiting_for: str | None) -> None:
    found = row(citizen(steps=(step(who=who),)), "2007-04-06", "STEP_DUE")
    assert found is not None
    assert found.waiting_for == waiting_for
    assert found.waiting_since == (day("2007-03-01") if waiting_for else None)
    assert found.label == "Aftale i jobplanen: CV på Jobnet"


@pytest.mark.parametrize(
    ("from_talk", "label", "reason"),
    [
        (False, "Aftale i jobplanen: CV på Jobnet", "Aftalt i jobplanen 1. marts 2007: CV på Jobnet."),
        (True, "Aftale fra samtale: CV på Jobnet", "Aftalt i samtalen 1. marts 2007: CV på Jobnet."),
    ],
)
def test_that_a_step_says_where_it_was_agreed_and_by_when(from_talk: bool, label: str, reason: str) -> None:
    found = row(citizen(steps=(step(from_talk=from_talk),)), "2007-04-06", "STEP_DUE")
    assert found is not None
    assert (found.label, found.consequence) == (label, 2)
    assert found.reason == f"{reason} Det skal være gjort 6. april 2007."


def _amber(with_plan: int, without: int, today: str, **more: Any) -> bool:
    cases = [
        _old(case_id=f"case-{number}", campaign=CAMPAIGN, plans=(plan("2006-11-01"),) if number < with_plan else ())
        for number in range(with_plan + without)
    ]
    items = queue_items(facts_of(*cases, **more), standard_rule_book(), day(today))
    found = {item.amber_on <= day(today) for item in items if item.kind == "PLAN_CAMPAIGN"}
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("today", "with_plan", "without", "amber"),
    [
        ("2007-01-07", 0, 10, False),  # The first week is not over.
        ("2007-01-08", 0, 10, True),
        ("2007-03-20", 1, 9, True),  # 11 of 53 weeks: 18.7 % should have a plan.
        ("2007-03-20", 2, 8, False),
        ("2007-12-31", 8, 2, True),
        ("2007-12-31", 9, 1, False),
    ],
)
def test_that_the_campaign_is_amber_when_the_holder_is_behind(
    today: str, with_plan: int, without: int, amber: bool
) -> None:
    assert _amber(with_plan, without, today) is amber


def test_that_the_pace_is_each_holders_own_and_leaves_the_excluded_out() -> None:
    away = ExclusionFact("exclusion-1", ExclusionReason.ABROAD, day("2007-01-01"), day("2007-06-30"))
    cases = (
        _old(case_id="a", campaign=CAMPAIGN, holder_id="quick", plans=(plan("2006-11-01"),)),
        _old(case_id="b", campaign=CAMPAIGN, holder_id="quick", exclusions=(away,)),
        _old(case_id="c", campaign=CAMPAIGN, holder_id="slow"),
    )
    items = queue_items(facts_of(*cases), standard_rule_book(), day("2007-03-20"))
    amber = {item.case_id: item.amber_on <= day("2007-03-20") for item in items if item.kind == "PLAN_CAMPAIGN"}
    assert amber == {"b": False, "c": True}
