"""Indicators count persons by name, leave out who is excluded, and stand beside a target and its path."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.queue.facts import (
    ApplicationFact,
    BenefitFact,
    CaseFacts,
    CaseStepFact,
    ExclusionFact,
    MatchFact,
    PlacementFact,
    PlanFact,
    QueueFacts,
    ReportFact,
    SicknessFact,
    TalkFact,
)
from app.results.labels import INDICATORS
from app.results.measure import Indicator
from app.results.results import AREAS, CITY, Result, Scope, ScopeKind, results
from app.results.targets import Target, path_value
from app.rules.book import standard_rule_book
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, SicknessGroup, WaitingFor
from db.values.offers import OutcomeKind, PlacementState
from db.values.people import BenefitType, ExclusionReason
from db.values.plans import PlanKind, PlanState
from db.values.talks import ReportState, ReportSubject, TalkForm, TalkPurpose
from tests.helpers.changed_facts import replace

TODAY = date(2007, 3, 20)
SINCE_2006 = BenefitFact("benefit", BenefitType.CASH_ASSISTANCE, date(2006, 1, 2))


def person(case_id: str, **facts: Any) -> CaseFacts:
    return CaseFacts(case_id, f"Person {case_id}", date(1969, 5, 7), **{"benefits": (SINCE_2006,), **facts})


def talk(on: date, form: TalkForm = TalkForm.INDIVIDUAL, row: str = "talk") -> TalkFact:
    return TalkFact(row, on, form, TalkPurpose.CONTACT)


def result(
    indicator: Indicator, *cases: CaseFacts, targets: tuple[Target, ...] = (), scope: Scope = CITY, today: date = TODAY
) -> Result:
    found = results(QueueFacts(cases), standard_rule_book(), targets, today, scope)
    (one,) = [one for one in found if one.measure.indicator is indicator]
    return one


def test_that_the_contact_rate_counts_fulfilling_talks_of_the_last_three_months() -> None:
    found = result(
        Indicator.CONTACT_RATE,
        person("on-the-last-day", talks=(talk(date(2006, 12, 20)),)),
        person("a-day-too-old", talks=(talk(date(2006, 12, 19)),)),
        person("by-telephone", talks=(talk(date(2007, 3, 1), TalkForm.TELEPHONE),)),
        person("never"),
    )
    assert found.measure.holds == ("on-the-last-day",)
    assert found.measure.misses == ("a-day-too-old", "by-telephone", "never")
    assert (found.measure.numerator, found.measure.denominator, found.measure.value) == (1, 4, 25.0)


def test_that_the_contact_rate_leaves_out_who_is_not_under_the_duty_today() -> None:
    found = result(
        Indicator.CONTACT_RATE,
        person("counted"),
        person("in-an-offer", placements=(PlacementFact("p", date(2007, 3, 1), None, PlacementState.RUNNING),)),
        person("sick", benefits=(replace(SINCE_2006, benefit=BenefitType.SICKNESS_BENEFIT),)),
        person("ended", benefits=(replace(SINCE_2006, to_on=date(2007, 3, 19)),)),
        person("closed", closed_on=date(2007, 3, 1)),
    )
    assert found.measure.misses == ("counted",)
    assert found.measure.denominator == 1


def test_that_a_held_talk_counts_as_reported_once_the_report_is_sent() -> None:
    sent = ReportFact("r", ReportSubject.TALK, "talk", date(2007, 3, 1), ReportState.SENT)
    held = (talk(date(2007, 3, 1)),)
    found = result(
        Indicator.CONTACT_REPORTED_RATE,
        person("reported", talks=held, reports=(sent,)),
        person("rejected", talks=held, reports=(replace(sent, state=ReportState.REJECTED),)),
        person("to-send", talks=held, reports=(replace(sent, state=ReportState.TO_SEND),)),
        person("no-report", talks=held),
    )
    assert found.measure.holds == ("reported",)
    assert found.measure.denominator == 4


@pytest.mark.parametrize(
    ("first", "last", "counted"),
    [
        (date(2007, 3, 20), date(2007, 4, 1), False),
        (date(2007, 3, 1), date(2007, 3, 20), False),
        (date(2007, 3, 21), date(2007, 4, 1), True),
        (date(2007, 3, 1), date(2007, 3, 19), True),
    ],
)
def test_that_an_excluded_person_is_named_instead_of_counted(first: date, last: date, *, counted: bool) -> None:
    excluded = ExclusionFact("e", ExclusionReason.PARENTAL_LEAVE, first, last)
    found = result(Indicator.CONTACT_RATE, person("one", exclusions=(excluded,)), person("other"))
    assert found.measure.denominator == (2 if counted else 1)
    assert [(one.case_id, one.reason, one.until_on) for one in found.measure.left_out] == (
        [] if counted else [("one", ExclusionReason.PARENTAL_LEAVE, last)]
    )


def test_that_the_number_without_a_match_is_a_number_of_persons() -> None:
    found = result(
        Indicator.WITHOUT_MATCH, person("without"), person("with", matches=(MatchFact("m", 4, date(2007, 3, 1)),))
    )
    assert found.measure.holds == ("without",)
    assert found.measure.value == 1.0


def test_that_plan_coverage_asks_for_an_agreed_plan_that_is_not_closed() -> None:
    plan = PlanFact("p", "2007-0412", 1, PlanKind.JOBPLAN, PlanState.AGREED, date(2007, 2, 14))
    found = result(
        Indicator.PLAN_COVERAGE,
        person("agreed", area_id="a", plans=(plan,)),
        person("draft", area_id="a", plans=(replace(plan, state=PlanState.DRAFT),)),
        person("closed", area_id="a", plans=(replace(plan, closed_on=date(2007, 3, 19)),)),
        person("elsewhere", plans=(plan,)),
        scope=AREAS,
    )
    assert found.measure.holds == ("agreed",)
    assert found.measure.misses == ("draft", "closed")


def test_that_a_planned_offer_is_not_a_started_one() -> None:
    stay = PlacementFact("p", date(2007, 3, 20), None, PlacementState.RUNNING)
    found = result(
        Indicator.OFFER_STARTED,
        person("starts-today", placements=(stay,)),
        person("planned", placements=(replace(stay, state=PlacementState.PLANNED),)),
    )
    assert (found.measure.holds, found.measure.misses) == (("starts-today",), ("planned",))


def test_that_work_or_education_is_counted_among_completed_offers() -> None:
    done = PlacementFact("p", date(2006, 6, 1), date(2006, 8, 31), PlacementState.COMPLETED, ended_on=date(2006, 8, 31))
    found = result(
        Indicator.OFFER_TO_WORK,
        person("in-work", placements=(replace(done, outcomes_checked=((3, OutcomeKind.PART_TIME_JOB),)),)),
        person("back", placements=(replace(done, outcomes_checked=((3, OutcomeKind.JOB), (6, OutcomeKind.BENEFIT))),)),
        person("unknown", placements=(done,)),
        person("stopped", placements=(replace(done, state=PlacementState.STOPPED),)),
    )
    assert found.measure.holds == ("in-work",)
    assert found.measure.misses == ("back", "unknown")


def test_that_couples_are_counted_as_couples() -> None:
    stay = PlacementFact("p", date(2007, 2, 1), None, PlacementState.RUNNING)
    couple = {"household_key": "h1", "has_spouse": True}
    found = result(
        Indicator.COUPLES_OFFERED,
        person("he", **couple),
        person("she", **couple, placements=(stay,)),
        person("they-1", household_key="h2", has_spouse=True),
        person("they-2", household_key="h2", has_spouse=True),
        person("alone", placements=(stay,)),
    )
    assert (found.measure.holds, found.measure.misses) == (("h1",), ("h2",))


def test_that_sickness_follow_up_is_on_time_to_the_day() -> None:
    # 23 January + 56 days = 20 March; 20 February + 28 days = 20 March 2007.
    sick = SicknessFact("s", date(2007, 1, 23), date(2007, 1, 23))
    four = replace(
        sick, first_absence_on=date(2006, 10, 2), group=SicknessGroup.FOUR_WEEKS, follow_ups=(date(2007, 2, 20),)
    )
    on_sickness_benefit = {"benefits": (replace(SINCE_2006, benefit=BenefitType.SICKNESS_BENEFIT),)}
    found = result(
        Indicator.SICK_FOLLOWUP_RATE,
        person("1", **on_sickness_benefit, sicknesses=(replace(sick, id="first-today"),)),
        person("2", **on_sickness_benefit, sicknesses=(replace(sick, id="late", first_absence_on=date(2007, 1, 22)),)),
        person("3", sicknesses=(replace(four, id="four-weeks-today"),)),
        person("4", sicknesses=(replace(four, id="four-weeks-late", follow_ups=(date(2007, 2, 19),)),)),
        person("5", sicknesses=(replace(sick, id="well", recovered_on=date(2007, 3, 1)),)),
    )
    assert found.measure.holds == ("first-today", "four-weeks-today")
    assert found.measure.misses == ("late", "four-weeks-late")


def test_that_the_mean_duration_names_the_longest_cases_first() -> None:
    sick = SicknessFact("short", date(2007, 3, 6), date(2007, 3, 6))
    found = result(
        Indicator.SICK_DURATION,
        person("1", sicknesses=(sick,)),
        person("2", sicknesses=(replace(sick, id="long", first_absence_on=date(2007, 2, 6)),)),
    )
    assert found.measure.holds == ("long", "short")
    assert (found.measure.numerator, found.measure.denominator, found.measure.value) == (8.0, 2, 4.0)


@pytest.mark.parametrize(
    ("step", "late"),
    [
        (CaseStepFact("s", CaseStepKind.FIRST_TALK, date(2007, 2, 20)), False),
        (CaseStepFact("s", CaseStepKind.FIRST_TALK, date(2007, 2, 19)), True),
        (CaseStepFact("s", CaseStepKind.FIRST_TALK, date(2007, 2, 19), due_on=date(2007, 4, 1)), False),
        (CaseStepFact("s", CaseStepKind.FIRST_TALK, date(2007, 2, 19), done_on=date(2007, 3, 19)), False),
        (
            CaseStepFact(
                "s",
                CaseStepKind.MEDICAL_ASKED,
                date(2007, 1, 2),
                waiting_for=WaitingFor.GP,
                sent_on=date(2007, 2, 1),
                expected_on=date(2007, 3, 20),
            ),
            False,
        ),
        (
            CaseStepFact(
                "s",
                CaseStepKind.MEDICAL_ASKED,
                date(2007, 1, 2),
                waiting_for=WaitingFor.GP,
                sent_on=date(2007, 2, 1),
                expected_on=date(2007, 3, 19),
            ),
            True,
        ),
    ],
)
def test_that_an_application_is_up_to_date_until_a_step_of_ours_is_late(step: CaseStepFact, *, late: bool) -> None:
    application = ApplicationFact(
        "a", ApplicationCaseKind.FLEXJOB, date(2007, 1, 2), ApplicationCaseState.IN_PROGRESS, (step,)
    )
    found = result(Indicator.UP_TO_DATE_FLEXJOB, person("1", applications=(application,)))
    assert (found.measure.misses if late else found.measure.holds) == ("a",)


def test_that_the_three_kinds_of_application_are_counted_apart_and_decided_ones_not_at_all() -> None:
    application = ApplicationFact(
        "open", ApplicationCaseKind.EARLY_PENSION, date(2007, 1, 2), ApplicationCaseState.UNTOUCHED
    )
    decided = replace(application, id="decided", state=ApplicationCaseState.DECIDED)
    flexjob = replace(application, id="flexjob", kind=ApplicationCaseKind.FLEXJOB)
    cases = (person("1", applications=(application, decided, flexjob)),)
    assert result(Indicator.UP_TO_DATE_EARLY_PENSION, *cases).measure.holds == ("open",)
    assert result(Indicator.UP_TO_DATE_FLEXJOB, *cases).measure.holds == ("flexjob",)


GOAL = Target("plan_coverage", "areas", None, 90.0, date(2007, 12, 31), 50.0, date(2006, 12, 31), "Handlingsplan")


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2006, 12, 1), 50.0),
        (date(2006, 12, 31), 50.0),
        (date(2007, 3, 14), 58.0),
        (date(2007, 12, 31), 90.0),
        (date(2008, 2, 1), 90.0),
    ],
)
def test_that_the_path_is_a_straight_line_from_start_to_target(today: date, expected: float) -> None:
    # 14 March is the 73rd of 365 days: one fifth of the way from 50 to 90.
    assert path_value(GOAL, today) == pytest.approx(expected)


def test_that_an_open_target_has_no_path_and_one_without_start_is_a_level() -> None:
    assert path_value(replace(GOAL, value=None), TODAY) is None
    assert path_value(replace(GOAL, start_value=None), TODAY) == 90.0


def test_that_a_result_stands_beside_the_target_of_its_scope_and_says_how_many_are_needed() -> None:
    plan = PlanFact("p", "2007-0412", 1, PlanKind.JOBPLAN, PlanState.AGREED, date(2007, 2, 14))
    cases = [person(str(number), area_id="a", plans=(plan,) if number < 2 else ()) for number in range(10)]
    found = result(Indicator.PLAN_COVERAGE, *cases, targets=(GOAL,), scope=AREAS)
    assert found.target == GOAL
    assert found.measure.value == 20.0
    assert found.more_needed == 7


def test_that_the_projection_shows_what_comes_if_nobody_holds_another_talk() -> None:
    goal = Target("contact_rate", "city", None, 90.0, date(2007, 5, 31))
    found = result(
        Indicator.CONTACT_RATE,
        person("lasts", talks=(talk(date(2007, 2, 28)),)),
        person("runs-out", talks=(talk(date(2007, 2, 27)),)),
        targets=(goal,),
    )
    assert found.measure.value == 100.0
    # 28 February + 3 months = 28 May, which is before 31 May; both have run out by then.
    assert found.projected == 0.0
    nearer = replace(goal, reach_on=date(2007, 5, 28))
    found = result(
        Indicator.CONTACT_RATE,
        person("lasts", talks=(talk(date(2007, 2, 28)),)),
        person("runs-out", talks=(talk(date(2007, 2, 27)),)),
        targets=(nearer,),
    )
    assert found.projected == 50.0


def test_that_a_worker_sees_own_persons_only() -> None:
    mine = Scope(ScopeKind.WORKER, "me", "M. Holm")
    found = result(Indicator.CONTACT_RATE, person("mine", holder_id="me"), person("other"), scope=mine)
    assert found.measure.misses == ("mine",)


def test_that_a_target_that_has_passed_is_still_shown_without_a_projection() -> None:
    passed = Target("contact_rate", "city", None, 90.0, date(2006, 12, 31), 52.0, date(2006, 8, 31))
    found = result(Indicator.CONTACT_RATE, person("one"), targets=(passed,))
    assert (found.target, found.path_today, found.projected) == (passed, 90.0, None)


def test_that_every_indicator_has_a_danish_name() -> None:
    assert set(INDICATORS) == set(Indicator)
