"""The contact course: what it counts from, what fulfils it, and when it rests."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.engine import queue_items
from app.queue.facts import ExclusionFact, OverrideFact
from app.queue.item import Lane
from app.rules.book import RuleBook, standard_rule_book
from app.rules.rule import UnderOffer
from db.values.offers import OfferKind, PlacementState
from db.values.people import BenefitType, ExclusionReason
from db.values.talks import TalkForm, TalkPurpose
from tests.app.queue.edges import Edge, edge_test, row
from tests.helpers.built_facts import benefit, citizen, day, facts_of, match, stay, talk
from tests.helpers.changed_facts import replace

SINCE_2005 = benefit("2005-01-01")
ENDED = PlacementState.COMPLETED


def _with(*talks: Any, **more: Any) -> Any:
    return citizen(benefits=(SINCE_2005,), matches=(match("2005-01-03"),), talks=talks, **more)


CLOSER = OverrideFact("override-1", 28, day("2007-03-01"))

EDGES = [
    Edge(
        "CONTACT_DUE",
        "counts three months from the last talk",
        _with(talk("2006-12-08")),
        opens="2007-02-08",
        amber="2007-02-22",
        due="2007-03-08",
        answered=[
            _with(talk("2006-12-08"), talk("2007-03-08")),
            _with(talk("2006-12-08"), talk("2007-03-08", TalkForm.HOME_VISIT)),
            _with(talk("2006-12-08"), placements=(stay("2007-03-01", "2007-06-01"),)),
        ],
    ),
    Edge(
        "CONTACT_DUE",
        "clamps to the end of February",
        _with(talk("2006-11-30")),
        opens="2007-01-31",
        amber="2007-02-14",
        due="2007-02-28",
    ),
    Edge(
        "CONTACT_DUE",
        "counts from the end of the last offer, to Easter Sunday",
        _with(talk("2006-10-02"), placements=(stay("2006-10-16", "2007-01-08", ENDED, ended_on=day("2007-01-08")),)),
        opens="2007-03-11",
        amber="2007-03-25",
        due="2007-04-08",
        act_by="2007-04-04",
    ),
    Edge(
        "CONTACT_DUE",
        "counts from benefit start without any talk, to the first of May",
        citizen(benefits=(benefit("2007-02-01"),)),
        opens="2007-04-03",
        amber="2007-04-17",
        due="2007-05-01",
        act_by="2007-04-30",
    ),
    Edge(
        "CONTACT_DUE",
        "from the last day of the year, to a Saturday",
        _with(talk("2006-12-31")),
        opens="2007-03-03",
        amber="2007-03-17",
        due="2007-03-31",
        act_by="2007-03-30",
    ),
    Edge(
        "CONTACT_INTENSIVE",
        "counts from the last talk by telephone too",
        _with(talk("2007-03-06", TalkForm.TELEPHONE), overrides=(CLOSER,)),
        opens="2007-03-24",
        amber="2007-03-29",
        due="2007-04-03",
        answered=[
            _with(talk("2007-04-02", TalkForm.TELEPHONE), overrides=(CLOSER,)),
            _with(talk("2007-03-06"), overrides=(replace(CLOSER, until_on=day("2007-04-02")),)),
        ],
    ),
    Edge(
        "CONTACT_INTENSIVE",
        "counts from the decision where there was no talk since, to Good Friday",
        _with(talk("2007-02-01"), overrides=(OverrideFact("override-1", 28, day("2007-03-09")),)),
        opens="2007-03-27",
        amber="2007-04-01",
        due="2007-04-06",
        act_by="2007-04-04",
    ),
]

test_edges = edge_test(EDGES)


@pytest.mark.parametrize(
    ("later", "fulfils"),
    [
        (talk("2007-03-01", TalkForm.INDIVIDUAL), True),
        (talk("2007-03-01", TalkForm.HOME_VISIT), True),
        (talk("2007-03-01", TalkForm.GROUP), False),
        (talk("2007-03-01", TalkForm.TELEPHONE), False),
        (talk("2007-03-01", TalkForm.LETTER), False),
        (talk("2007-03-01", purpose=TalkPurpose.CONTACT), True),
        (talk("2007-03-01", purpose=TalkPurpose.MATCH), True),
        (talk("2007-03-01", purpose=TalkPurpose.SICKNESS_FOLLOW_UP), False),
        (talk("2007-03-01", purpose=TalkPurpose.WARNING), False),
        (talk("2007-03-01", TalkForm.TELEPHONE, fulfils_duty=True), True),
        (talk("2007-03-01", TalkForm.INDIVIDUAL, fulfils_duty=False), False),
        (talk("2007-03-09"), False),  # Not held yet on 8 March.
    ],
)
def test_that_form_purpose_and_its_own_word_decide_whether_a_talk_fulfils_the_duty(later: Any, fulfils: bool) -> None:
    found = row(_with(talk("2006-12-08"), later), "2007-03-08", "CONTACT_DUE")
    assert (found is None) is fulfils


def test_that_the_reason_names_what_is_counted_from() -> None:
    by_talk = row(_with(talk("2006-12-08")), "2007-03-08", "CONTACT_DUE")
    assert by_talk is not None
    assert by_talk.reason == "Seneste samtale var 8. december 2006. Samtale mindst hver 3. måned."
    assert by_talk.source == "lov om en aktiv beskæftigelsesindsats, kap. 7; Redegørelse 26.9.2006, afsnit 2.3"
    assert by_talk.rule == "koebenhavn-2007:CONTACT_DUE"
    assert by_talk.key == "CONTACT_DUE/case-1/talk-2006-12-08/"
    by_start = row(citizen(benefits=(benefit("2006-12-08"),)), "2007-03-08", "CONTACT_DUE")
    assert by_start is not None
    assert by_start.reason.startswith("Ydelsen begyndte 8. december 2006")


def test_that_a_gap_in_the_benefit_starts_the_clock_anew_and_a_change_of_assistance_does_not() -> None:
    gap = citizen(benefits=(benefit("2006-01-01", "2006-10-31"), benefit("2006-12-08")), talks=(talk("2006-09-01"),))
    assert row(gap, "2007-02-07", "CONTACT_DUE") is None
    start, cash = BenefitType.START_ASSISTANCE, BenefitType.CASH_ASSISTANCE
    changed = citizen(benefits=(benefit("2006-09-08", "2006-12-07", start), benefit("2006-12-08", None, cash)))
    found = row(changed, "2006-12-08", "CONTACT_DUE")
    assert found is not None
    assert (found.counted_from, found.event_id) == (day("2006-09-08"), "benefit-2006-09-08")


def test_that_the_duty_rests_to_the_last_day_of_an_offer_and_counts_from_there() -> None:
    case = _with(talk("2006-11-01"), placements=(stay("2007-01-01", "2007-03-30"),))
    assert row(case, "2007-03-30", "CONTACT_DUE") is None
    found = row(case, "2007-06-02", "CONTACT_DUE")
    assert found is not None
    assert (found.due_on, found.counted_from) == (day("2007-06-30"), day("2007-03-30"))


@pytest.mark.parametrize(
    "no_offer",
    [
        stay("2007-02-01", "2007-06-01", kind=OfferKind.MENTOR),
        stay("2007-02-01", "2007-06-01", PlacementState.PLANNED),
        stay("2007-02-01", "2007-06-01", PlacementState.DROPPED),
        stay("2007-03-09", "2007-06-01"),
    ],
)
def test_that_the_duty_does_not_rest_for_what_is_no_running_offer(no_offer: Any) -> None:
    assert row(_with(talk("2006-12-08"), placements=(no_offer,)), "2007-03-08", "CONTACT_DUE") is not None


def _book_with(**parameters: Any) -> RuleBook:
    first = standard_rule_book().rule_sets[0]
    assert first.parameters is not None
    return RuleBook([replace(first, parameters=replace(first.parameters, **parameters))])


def test_that_with_another_form_the_clock_goes_on_and_a_call_counts_while_the_offer_runs() -> None:
    book = _book_with(under_offer=UnderOffer.OTHER_FORM)
    offer = stay("2007-01-15", "2007-06-01")

    def counted_from(*talks: Any) -> Any:
        items = queue_items(facts_of(_with(*talks, placements=(offer,))), book, day("2007-05-20"))
        return next((item.counted_from for item in items if item.kind == "CONTACT_DUE"), None)

    assert counted_from(talk("2006-12-08")) == day("2006-12-08")
    called = talk("2007-03-01", TalkForm.TELEPHONE)
    assert counted_from(talk("2006-12-08"), called) == day("2007-03-01")
    too_early = talk("2007-01-08", TalkForm.TELEPHONE)
    assert counted_from(talk("2006-12-08"), too_early) == day("2006-12-08")


def test_that_the_shorter_of_two_intervals_holds() -> None:
    area = OverrideFact("area-1", 42, day("2007-01-01"))
    found = row(_with(talk("2007-03-06"), overrides=(area, CLOSER)), "2007-04-03", "CONTACT_INTENSIVE")
    assert found is not None
    assert found.due_on == day("2007-04-03")
    assert found.reason == "Seneste samtale var 6. marts 2007. Der er aftalt samtale mindst hver 28. dag."


@pytest.mark.parametrize(
    ("kind", "has_duty"),
    [
        (BenefitType.CASH_ASSISTANCE, True),
        (BenefitType.START_ASSISTANCE, True),
        (BenefitType.INTRODUCTION_BENEFIT, True),
        (BenefitType.REHABILITATION_BENEFIT, True),
        (BenefitType.FLEXJOB_UNEMPLOYMENT_BENEFIT, True),
        (BenefitType.SICKNESS_BENEFIT, False),
        (BenefitType.UNEMPLOYMENT_BENEFIT, False),
        (BenefitType.NONE, False),
    ],
)
def test_that_the_benefit_decides_whether_there_is_a_contact_course(kind: BenefitType, has_duty: bool) -> None:
    case = citizen(benefits=(benefit("2006-12-08", None, kind),))
    assert (row(case, "2007-03-08", "CONTACT_DUE") is not None) is has_duty


def test_that_an_ended_benefit_ends_the_duty() -> None:
    case = citizen(benefits=(benefit("2006-01-01", "2007-03-07"),), talks=(talk("2006-12-08"),))
    assert row(case, "2007-03-07", "CONTACT_DUE") is not None
    assert row(case, "2007-03-08", "CONTACT_DUE") is None


def test_that_an_exclusion_is_shown_on_its_days() -> None:
    away = ExclusionFact("exclusion-1", ExclusionReason.PARENTAL_LEAVE, day("2007-03-01"), day("2007-03-08"))
    case = _with(talk("2006-12-08"), exclusions=(away,))
    on, after = row(case, "2007-03-08", "CONTACT_DUE"), row(case, "2007-03-09", "CONTACT_DUE")
    assert on is not None
    assert after is not None
    assert (on.excluded, after.excluded, after.lane) == ("barsel", None, Lane.OVERDUE)
