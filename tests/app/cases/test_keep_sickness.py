"""The forms about the sick: the period, its follow-ups, and the risk that the facts suggest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.keep_sickness import FollowUpSickness, KeepSicknessCase, follow_up_sickness, keep_sickness_case
from app.cases.risk_facts import EmployerStance, RiskAnswers, RiskFact, suggest_risk
from app.cases.sickness_view import next_follow_up
from app.talks.hold_talk import HoldTalk, SicknessPart
from db.rows.cases import SicknessCaseRow
from db.rows.talks import NoteRow, TalkRow
from db.values.cases import ReturnedTo, RiskLevel, SicknessGroup
from db.values.talks import TalkForm, TalkPurpose
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
BORN = date(1970, 5, 7)


@pytest.fixture
def opening(desk: Desk) -> KeepSicknessCase:
    return KeepSicknessCase(
        desk.citizen(),
        TODAY,
        first_absence_on=date(2007, 2, 1),
        notified_on=date(2007, 2, 9),
        employer="Bageriet Solen",
        form_sent_on=date(2007, 2, 12),
        group=SicknessGroup.FOUR_WEEKS,
    )


@pytest.fixture
def follow_up(desk: Desk, opening: KeepSicknessCase) -> FollowUpSickness:
    sickness = desk.do(keep_sickness_case, opening).id
    talk = HoldTalk(
        opening.case_id,
        TODAY,
        TalkForm.INDIVIDUAL,
        note="Talte om delvis raskmelding.",
        next_step_towards_work="Prøver fire timer om dagen",
        next_contact_on=date(2007, 4, 17),
        purpose=TalkPurpose.SICKNESS_FOLLOW_UP,
        sickness=SicknessPart(health_as_told="Bedre", retention_needed=True, retention_measures="Hjælpemidler"),
    )
    return FollowUpSickness(talk, sickness)


def test_that_a_period_is_opened_with_its_questionnaire_and_brought_up_to_date(
    desk: Desk, opening: KeepSicknessCase
) -> None:
    sickness = desk.do(keep_sickness_case, opening).id
    row = desk.row(SicknessCaseRow)
    assert (row.form_sent_on, row.group, row.employer) == (
        date(2007, 2, 12),
        SicknessGroup.FOUR_WEEKS,
        "Bageriet Solen",
    )
    now = KeepSicknessCase(
        opening.case_id,
        TODAY,
        sickness,
        form_sent_on=date(2007, 2, 12),
        form_returned_on=date(2007, 2, 20),
        expected_recovery_on=date(2007, 4, 1),
        recovered_on=TODAY,
        returned_to=ReturnedTo.SAME_JOB,
    )
    desk.do(keep_sickness_case, now)
    row = desk.row(SicknessCaseRow)
    assert (row.form_returned_on, row.recovered_on, row.returned_to) == (date(2007, 2, 20), TODAY, ReturnedTo.SAME_JOB)
    assert row.group is SicknessGroup.FOUR_WEEKS


def test_that_a_period_is_refused_at_its_fields(desk: Desk, opening: KeepSicknessCase) -> None:
    wrong = (
        ("missing", "first_absence_on", replace(opening, first_absence_on=None)),
        ("in_the_future", "first_absence_on", replace(opening, first_absence_on=date(2007, 3, 21), notified_on=None)),
        ("wrong_order", "notified_on", replace(opening, notified_on=date(2007, 1, 31))),
        ("out_of_range", "earlier_weeks_used", replace(opening, earlier_weeks_used=53)),
        ("in_the_future", "form_sent_on", replace(opening, form_sent_on=date(2007, 3, 21))),
        ("wrong_order", "form_due_on", replace(opening, form_due_on=date(2007, 2, 11))),
        ("missing", "form_sent_on", replace(opening, form_sent_on=None, form_returned_on=TODAY)),
        ("wrong_order", "form_returned_on", replace(opening, form_returned_on=date(2007, 2, 11))),
        ("missing", "returned_to", replace(opening, recovered_on=TODAY)),
        ("missing", "recovered_on", replace(opening, returned_to=ReturnedTo.FLEXJOB)),
    )
    for code, field, request in wrong:
        desk.refuses(keep_sickness_case, request, code=code, field=field)
    desk.do(keep_sickness_case, opening)
    desk.refuses(keep_sickness_case, opening, code="already_sick", field="first_absence_on")


def test_that_a_follow_up_may_change_group_and_plan_and_end_the_period(desk: Desk, follow_up: FollowUpSickness) -> None:
    desk.do(
        follow_up_sickness,
        replace(
            follow_up,
            group=SicknessGroup.EIGHT_WEEKS,
            plan_changed=True,
            recovered_on=date(2007, 3, 26),
            returned_to=ReturnedTo.SAME_JOB,
        ),
    )
    row, talk = desk.row(SicknessCaseRow), desk.row(TalkRow)
    assert (row.last_follow_up_on, row.group, row.group_from) == (TODAY, SicknessGroup.EIGHT_WEEKS, TODAY)
    assert row.recovered_on == date(2007, 3, 26)
    assert (talk.sickness_case_id, talk.retention_measures) == (row.id, "Hjælpemidler")
    assert desk.row(NoteRow).text == "Talte om delvis raskmelding.\n\nOpfølgningsplanen er ændret."


def test_that_a_follow_up_is_refused_before_the_sickness_and_leaves_nothing(
    desk: Desk, follow_up: FollowUpSickness
) -> None:
    early = replace(follow_up.talk, held_on=date(2007, 1, 31))
    desk.refuses(follow_up_sickness, replace(follow_up, talk=early), code="wrong_order", field="held_on")
    desk.refuses(follow_up_sickness, replace(follow_up, recovered_on=TODAY), code="missing", field="returned_to")
    empty = replace(follow_up.talk, note=" ")
    desk.refuses(follow_up_sickness, replace(follow_up, talk=empty), code="missing", field="note")
    soon = replace(follow_up.talk, next_contact_on=TODAY)
    desk.refuses(follow_up_sickness, replace(follow_up, talk=soon), code="wrong_order", field="next_contact_on")


def test_that_the_next_follow_up_keeps_to_the_group() -> None:
    assert next_follow_up(SicknessGroup.FOUR_WEEKS, TODAY) == date(2007, 4, 17)
    assert next_follow_up(SicknessGroup.EIGHT_WEEKS, TODAY) == date(2007, 5, 15)
    assert next_follow_up(None, TODAY) == date(2007, 5, 15)


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        (RiskAnswers(), RiskLevel.LOW),
        (RiskAnswers(job_is_there=True, stance=EmployerStance.WANTS_BACK, expects_return=5), RiskLevel.LOW),
        (RiskAnswers((RiskFact.LONG_ABSENCE, RiskFact.HEAVY_LOAD)), RiskLevel.LOW),
        (RiskAnswers((RiskFact.LONG_ABSENCE, RiskFact.HEAVY_LOAD), expects_return=3), RiskLevel.MEDIUM),
        (RiskAnswers(job_is_there=False, expects_return=1), RiskLevel.MEDIUM),
        (RiskAnswers(job_is_there=False, stance=EmployerStance.AGAINST, expects_return=2), RiskLevel.HIGH),
        (RiskAnswers(tuple(RiskFact)), RiskLevel.HIGH),
    ],
)
def test_that_the_facts_suggest_a_level(answers: RiskAnswers, level: RiskLevel) -> None:
    assert suggest_risk(answers, BORN, TODAY).level is level


def test_that_every_fact_is_named_and_age_and_language_only_raise(desk: Desk) -> None:
    answers = RiskAnswers((RiskFact.LONG_ABSENCE,), job_is_there=True, expects_return=1)
    assert suggest_risk(answers, BORN, TODAY).facts == (
        "Fraværet ventes at vare mere end tre måneder",
        "Tror selv på at komme tilbage: slet ikke",
        "Jobbet er der stadig",
    )
    levels = list(RiskLevel)
    for ticked in ((), (RiskFact.HEAVY_LOAD,), (RiskFact.HEAVY_LOAD, RiskFact.SOCIAL_PROBLEMS)):
        plain = suggest_risk(RiskAnswers(ticked, job_is_there=True), BORN, TODAY)
        # Fifty on the day itself.
        older = suggest_risk(RiskAnswers(ticked, job_is_there=True), date(1957, 3, 20), TODAY)
        spoken = suggest_risk(RiskAnswers((*ticked, RiskFact.LANGUAGE), job_is_there=True), BORN, TODAY)
        assert levels.index(older.level) >= levels.index(plain.level)
        assert levels.index(spoken.level) >= levels.index(plain.level)
        assert "Fyldt 50 år" in older.facts
    day_before = suggest_risk(RiskAnswers(job_is_there=True), date(1957, 3, 21), TODAY)
    assert "Fyldt 50 år" not in day_before.facts
