"""What holds for the queue whatever the facts are."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.queue.engine import queue_items, upcoming_items
from app.queue.facts import (
    AbsenceFact,
    ApplicationFact,
    BenefitFact,
    CampaignFact,
    CaseFacts,
    CaseStepFact,
    ComplaintFact,
    ExclusionFact,
    MatchFact,
    OrderFact,
    OverrideFact,
    PlacementFact,
    PlanFact,
    QueueFacts,
    ReminderFact,
    ReportFact,
    SicknessFact,
    StepFact,
    SummonsFact,
    TalkFact,
    VisitFact,
    WarningFact,
    YouthAlertFact,
)
from app.queue.item import Lane
from app.rules.book import standard_rule_book
from db.values.cases import (
    ApplicationCaseKind,
    ApplicationCaseState,
    CaseStepKind,
    SicknessGroup,
    VisitEntry,
    WaitingFor,
    WarningKind,
)
from db.values.offers import FeedbackKind, OfferKind, OrderState, PlacementState
from db.values.people import BenefitType, ExclusionReason
from db.values.plans import PlanKind, PlanState
from db.values.talks import AttendanceKind, ReportState, ReportSubject, StepOwner, TalkForm, TalkPurpose
from tests.helpers.changed_facts import replace

# Building whole cases by chance takes seconds.
pytestmark = pytest.mark.slow

BOOK = standard_rule_book()
TODAY = date(2007, 3, 20)


def _near(before: int = 500, after: int = 200) -> st.SearchStrategy[date]:
    return st.dates(TODAY - timedelta(days=before), TODAY + timedelta(days=after))


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


PAST = _near(after=0)
ANY_DAY = _near()


def _made(kind: Any, *parts: st.SearchStrategy[Any], **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A fact of these parts; fields that are not named keep their defaults instead of being guessed by their type."""
    return st.tuples(st.tuples(*parts), st.fixed_dictionaries(more)).map(lambda made: kind(*made[0], **made[1]))


def _some(build: Any, most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few facts, each with an id of its own."""
    return st.lists(build, max_size=most).map(
        lambda found: tuple(replace(one, id=f"{type(one).__name__}-{place}") for place, one in enumerate(found))
    )


def _in_order(found: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted(found, key=lambda one: (one.from_on, one.id)))


BENEFITS = _made(
    BenefitFact, st.just(""), st.sampled_from(BenefitType), PAST, _maybe(ANY_DAY), _maybe(PAST), _maybe(PAST)
)
STAYS = _made(
    PlacementFact, st.just(""), ANY_DAY, _maybe(ANY_DAY), st.sampled_from(PlacementState), st.just("Storkøkken"),
    _maybe(st.sampled_from(OfferKind)), ended_on=_maybe(ANY_DAY), next_step_on=_maybe(PAST),
)  # fmt: skip
STEPS_OF_CASE = _made(
    CaseStepFact, st.just(""), st.sampled_from(CaseStepKind), ANY_DAY, _maybe(ANY_DAY), _maybe(PAST),
    _maybe(st.sampled_from(WaitingFor)), _maybe(PAST), _maybe(ANY_DAY), _maybe(PAST),
)  # fmt: skip
PLANS = _made(
    PlanFact, st.just(""), st.sampled_from(["2007-00001", "2007-00002"]), st.integers(1, 3), st.sampled_from(PlanKind),
    st.sampled_from(PlanState), PAST, _maybe(PAST), _maybe(ANY_DAY), _maybe(PAST), _maybe(PAST),
)  # fmt: skip
ORDERS = _made(
    OrderFact, st.just(""), st.sampled_from(OrderState), PAST, st.just("Køkkenvejen"), _maybe(PAST), _maybe(ANY_DAY),
    _maybe(ANY_DAY), st.lists(st.tuples(st.sampled_from(FeedbackKind), PAST), max_size=3).map(tuple),
    st.lists(st.sampled_from(FeedbackKind), max_size=2).map(tuple),
)  # fmt: skip
TALKS = _made(
    TalkFact, st.just(""), PAST, st.sampled_from(TalkForm), _maybe(st.sampled_from(TalkPurpose)),
    _maybe(st.booleans()), _maybe(ANY_DAY), st.booleans(),
)  # fmt: skip
SICKNESSES = _made(
    SicknessFact, st.just(""), PAST, PAST, _maybe(st.sampled_from(SicknessGroup)), _maybe(PAST), _maybe(ANY_DAY),
    _maybe(PAST), st.lists(PAST, max_size=3).map(tuple), _maybe(PAST), st.integers(0, 20), _maybe(PAST), _maybe(PAST),
)  # fmt: skip
APPLICATIONS = _made(
    ApplicationFact, st.just(""), st.sampled_from(ApplicationCaseKind), PAST, st.sampled_from(ApplicationCaseState),
    _some(STEPS_OF_CASE), _maybe(ANY_DAY),
)  # fmt: skip

REPORTS = _made(
    ReportFact, st.just(""), st.sampled_from(ReportSubject), st.just("x"), PAST, st.sampled_from(ReportState)
)
STEPS = _made(
    StepFact, st.just(""), st.just("CV"), st.sampled_from(StepOwner), ANY_DAY, PAST, _maybe(PAST), st.booleans()
)  # fmt: skip
SUMMONSES = _made(
    SummonsFact, st.just(""), ANY_DAY, st.just("10:00"), st.sampled_from(TalkPurpose),
    _maybe(st.sampled_from(AttendanceKind)), st.booleans(),
)  # fmt: skip
VISITS = _made(VisitFact, st.just(""), ANY_DAY, st.integers(1, 3), _maybe(PAST), _maybe(st.sampled_from(VisitEntry)))
REMINDERS = _made(ReminderFact, st.just(""), st.just("worker-1"), ANY_DAY, st.just("Ring"), st.integers(1, 4))

CASES = _made(
    CaseFacts,
    case_id=st.just("case-1"),
    name=st.just("Amina Yusuf"),
    born=st.dates(date(1947, 1, 1), date(1989, 1, 1)),
    spouse_on_cash_assistance=st.booleans(),
    children_at_home=_maybe(st.integers(0, 2)),
    vocational_education=_maybe(st.booleans()),
    first_enquiry_on=_maybe(PAST),
    closed_on=_maybe(st.just(TODAY + timedelta(days=30))),
    benefits=_some(BENEFITS, 2).map(_in_order),
    matches=_some(_made(MatchFact, st.just(""), st.integers(1, 5), PAST), 2),
    talks=_some(TALKS),
    summonses=_some(SUMMONSES, 2),
    reports=_some(REPORTS, 2),
    plans=_some(PLANS),
    steps=_some(STEPS, 2),
    placements=_some(STAYS),
    orders=_some(ORDERS, 2),
    absences=_some(_made(AbsenceFact, st.just(""), PAST, PAST), 1),
    sicknesses=_some(SICKNESSES, 1),
    applications=_some(APPLICATIONS, 1),
    warnings=_some(_made(WarningFact, st.just(""), st.sampled_from(WarningKind), PAST, st.booleans()), 1),
    youth_alerts=_some(_made(YouthAlertFact, st.just(""), PAST, _maybe(PAST), _maybe(PAST), _maybe(PAST)), 1),
    visits=_some(VISITS, 2),
    complaints=_some(_made(ComplaintFact, st.just(""), PAST), 1),
    reminders=_some(REMINDERS, 1),
    exclusions=_some(_made(ExclusionFact, st.just(""), st.just(ExclusionReason.ABROAD), ANY_DAY, ANY_DAY), 1),
    overrides=_some(_made(OverrideFact, st.just(""), st.integers(7, 60), ANY_DAY, _maybe(ANY_DAY)), 2),
    campaign=_maybe(st.just(CampaignFact("area-1", date(2007, 1, 1), date(2007, 12, 31)))),
)


def _rows(case: CaseFacts, today: date) -> tuple[Any, ...]:
    return queue_items(QueueFacts((case,)), BOOK, today)


@given(CASES)
def test_that_computing_again_gives_the_same_rows_with_keys_of_their_own(case: CaseFacts) -> None:
    rows = _rows(case, TODAY)
    assert rows == _rows(case, TODAY)
    keys = [row.key for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(row.key.startswith(f"{row.kind}/case-1/{row.event_id}/") for row in rows)


@given(CASES)
def test_that_one_acts_on_a_working_day_no_later_than_the_legal_date(case: CaseFacts) -> None:
    for row in upcoming_items(QueueFacts((case,)), BOOK, TODAY, TODAY + timedelta(days=400)):
        assert row.act_by <= row.due_on
        assert BOOK.calendar.is_working_day(row.act_by)
        assert row.act_by == BOOK.calendar.last_working_day_on_or_before(row.due_on)


@given(CASES)
def test_that_a_row_is_seen_from_the_day_it_opens_and_named_overdue_only_when_it_is(case: CaseFacts) -> None:
    for row in _rows(case, TODAY):
        assert row.opens_on <= TODAY
        if row.lane is Lane.OVERDUE:
            assert row.due_on < TODAY
        assert (row.lane is Lane.WAITING) is (row.waiting_for is not None)
        assert (row.lane is Lane.AGREED) <= (row.agreed is not None)
        assert row.label
        assert row.reason
        assert "{" not in row.label + row.reason
        assert row.source


@given(CASES)
def test_that_what_is_open_is_among_what_is_coming(case: CaseFacts) -> None:
    until = TODAY + timedelta(days=60)
    rows = {row.key for row in _rows(case, TODAY)}
    coming = upcoming_items(QueueFacts((case,)), BOOK, TODAY, until)
    assert rows <= {row.key for row in coming}
    assert all(row.opens_on <= TODAY or row.act_by <= until for row in coming)


@given(CASES, st.integers(0, 2**32))
def test_that_the_order_of_the_facts_does_not_matter(case: CaseFacts, seed: int) -> None:
    dice = random.Random(seed)
    shuffled: dict[str, Any] = {
        name: tuple(dice.sample(value, len(value)))
        for name in case._fields
        if type(value := getattr(case, name)) is tuple
    }
    assert _rows(replace(case, **shuffled), TODAY) == _rows(case, TODAY)


@given(st.lists(CASES, max_size=3), st.integers(0, 2**32))
def test_that_the_order_of_the_cases_does_not_matter(cases: list[CaseFacts], seed: int) -> None:
    named = [replace(case, case_id=f"case-{place}") for place, case in enumerate(cases)]
    mixed = random.Random(seed).sample(named, len(named))
    assert queue_items(QueueFacts(tuple(mixed)), BOOK, TODAY) == queue_items(QueueFacts(tuple(named)), BOOK, TODAY)


def _dates_in(value: Any) -> set[date]:
    if isinstance(value, date):
        return {value}
    return set().union(*map(_dates_in, value)) if isinstance(value, tuple) else set()


@given(CASES, st.integers(0, 250))
def test_that_without_events_rows_come_and_go_only_on_days_that_something_names(case: CaseFacts, later: int) -> None:
    """From one day to the next a row comes when it opens or when a fact's date comes or has passed, or a rule's."""
    before, after = TODAY + timedelta(days=later), TODAY + timedelta(days=later + 1)
    old = {row.key: row for row in _rows(case, before)}
    new = {row.key: row for row in _rows(case, after)}
    # The ceiling is reached six months after an episode began, and a birthday ends the duty of education.
    hits = {BOOK.parameters_on(TODAY).ceiling_hits.after(period.from_on, BOOK.calendar) for period in case.benefits}
    birthdays = {
        case.born.replace(year=after.year) if (case.born.month, case.born.day) != (2, 29) else date(after.year, 3, 1)
    }
    named = _dates_in(case) | hits | birthdays
    if before in named or after in named:
        return
    assert not old.keys() - new.keys()
    for key in new.keys() - old.keys():
        assert new[key].opens_on == after
    for key in old.keys() & new.keys():
        assert (old[key].due_on, old[key].opens_on) == (new[key].due_on, new[key].opens_on)


def test_that_a_day_without_a_date_of_its_own_is_not_the_rule() -> None:
    """The property above would be empty if it always returned early; here it does not."""
    case = CaseFacts(
        "case-1",
        "Amina",
        date(1972, 3, 14),
        benefits=(BenefitFact("b", BenefitType.CASH_ASSISTANCE, date(2006, 1, 2)),),
    )
    assert _dates_in(case) == {date(1972, 3, 14), date(2006, 1, 2)}
    assert TODAY not in _dates_in(case)
