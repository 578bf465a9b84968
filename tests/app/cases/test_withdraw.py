"""Withdrawing what is wrong; a talk is tried with the talks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.cases.benefits import StartBenefit, start_benefit
from app.cases.case_rows import live_rows
from app.cases.close_case import CloseCase, close_case
from app.cases.holders import AssignHolder, HandOver, assign_holder, hand_over
from app.cases.withdraw import Withdraw, case_classes, withdraw
from app.clock import FixedClock
from app.jobplan.agree_plan import AgreeSimplePlan, Goal, Step, agree_simple_plan
from app.talks.attendance import Rebook, rebook
from app.talks.notes import WriteNote, write_note
from app.talks.summon import Meeting, Summon, summon
from app.work import working
from db.rows.base import CaseRow
from db.rows.people import CaseHoldingRow
from db.rows.plans import JobPlanRow, PlanGoalRow, PlanStepRow
from db.rows.talks import NoteRow, SummonsRow
from db.values.people import BenefitType, ClosingReason
from db.values.plans import PlanState
from db.values.talks import StepOwner, TalkForm, TalkPurpose
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def note(desk: Desk) -> str:
    return desk.do(write_note, WriteNote(desk.citizen(), "Forkert", TODAY)).id


def test_that_a_withdrawn_row_stays_with_who_and_why(desk: Desk, note: str) -> None:
    done = desk.do(withdraw, Withdraw("note", note, " Forkert borger "))
    row = desk.row(NoteRow)
    assert (row.text, row.withdrawn_on, row.withdrawn_by, row.withdrawn_reason) == (
        "Forkert",
        TODAY,
        desk.me,
        "Forkert borger",
    )
    assert done.changes.rows == {("note", note)}


@pytest.mark.parametrize(("kind", "row_id", "reason", "code", "field"), [
    ("note", None, " ", "missing", "reason"),
    ("note", "x", "Ja", "unknown_row", "row_id"),
    ("caseworker", None, "Ja", "not_withdrawable", "kind"),
    ("citizen", None, "Ja", "not_withdrawable", "kind"),
    ("usage_log", None, "Ja", "not_withdrawable", "kind"),
])  # fmt: skip
def test_that_a_bad_withdrawal_is_refused(
    desk: Desk, note: str, kind: str, row_id: str | None, reason: str, code: str, field: str
) -> None:
    desk.refuses(withdraw, Withdraw(kind, row_id or note, reason), code=code, field=field)


def test_that_nothing_is_withdrawn_twice(desk: Desk, note: str) -> None:
    desk.do(withdraw, Withdraw("note", note, "Forkert"))
    desk.refuses(withdraw, Withdraw("note", note, "Forkert"), code="unknown_row", field="row_id")


def test_that_an_ended_case_is_opened_and_its_closing_not_withdrawn(desk: Desk) -> None:
    closing = desk.do(close_case, CloseCase(desk.citizen(), TODAY, ClosingReason.DEAD)).id
    desk.refuses(withdraw, Withdraw("case_closing", closing, "Lever"), code="not_withdrawable", field="kind")


def test_that_a_wrong_hand_over_gives_the_case_back(desk: Desk) -> None:
    case = desk.citizen()
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    wrong = desk.do(hand_over, HandOver(case, desk.colleague, desk.other_unit, TODAY, "Fejl")).id
    desk.do(withdraw, Withdraw("case_holding", wrong, "Forkert sag"))
    (row,) = [row for row in desk.rows(CaseHoldingRow) if row.withdrawn_on is None]
    assert (row.worker_id, row.to_on) == (desk.me, None)


def test_that_a_plan_goes_with_its_goal_and_steps(desk: Desk) -> None:
    steps = (Step("CV", StepOwner.CITIZEN), Step("Ringe", StepOwner.JOBCENTRE))
    plan = AgreeSimplePlan(desk.citizen(), TODAY, Goal("Rengøring"), steps, date(2007, 9, 1))
    plan_id = desk.do(agree_simple_plan, plan).id
    desk.do(withdraw, Withdraw("job_plan", plan_id, "Forkert borger"))
    rows: list[CaseRow] = [*desk.rows(JobPlanRow), *desk.rows(PlanGoalRow), *desk.rows(PlanStepRow)]
    assert [row.withdrawn_reason for row in rows] == ["Forkert borger"] * 4


def test_that_the_version_before_a_wrong_one_holds_again(desk: Desk) -> None:
    steps = (Step("CV", StepOwner.CITIZEN),)
    plan = AgreeSimplePlan(desk.citizen(), date(2007, 2, 1), Goal("Rengøring"), steps, date(2007, 8, 1))
    first = desk.do(agree_simple_plan, plan).id
    second = desk.do(agree_simple_plan, replace(plan, agreed_on=TODAY, reason_for_change="Nyt mål")).id
    desk.do(withdraw, Withdraw("job_plan", second, "Forkert borger"))
    assert [row.id for row in desk.rows(JobPlanRow, state=PlanState.AGREED, withdrawn_on=None)] == [first]


def test_that_an_old_version_may_be_withdrawn_under_the_new_one(desk: Desk) -> None:
    steps = (Step("CV", StepOwner.CITIZEN),)
    plan = AgreeSimplePlan(desk.citizen(), date(2007, 2, 1), Goal("Rengøring"), steps, date(2007, 8, 1))
    first = desk.do(agree_simple_plan, plan).id
    second = desk.do(agree_simple_plan, replace(plan, agreed_on=TODAY, reason_for_change="Nyt mål")).id
    desk.do(withdraw, Withdraw("job_plan", first, "Forkert borger"))
    assert [row.id for row in desk.rows(JobPlanRow, state=PlanState.AGREED)] == [second]


def test_that_the_time_before_a_wrong_new_one_stands_again(desk: Desk) -> None:
    meeting = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, date(2007, 3, 28), time(10, 0))
    first = desk.do(summon, Summon(desk.citizen(), meeting)).id
    second = desk.do(rebook, Rebook(first, date(2007, 4, 4), time(10, 0))).id
    (notice,) = desk.do(withdraw, Withdraw("summons", second, "Forkert borger")).notices
    assert desk.row(SummonsRow, id=first).rebooked_to is None
    assert "28.03.2007" in notice


def test_that_a_benefit_which_the_wrong_one_had_ended_is_told_of(desk: Desk) -> None:
    case = desk.citizen()
    cash = StartBenefit(case, BenefitType.CASH_ASSISTANCE, date(2006, 10, 1))
    desk.do(start_benefit, cash)
    wrong = replace(cash, benefit=BenefitType.SICKNESS_BENEFIT, from_on=date(2007, 3, 1), ends_running=True)
    wrong_id = desk.do(start_benefit, wrong).id
    (notice,) = desk.do(withdraw, Withdraw("benefit_period", wrong_id, "Forkert borger")).notices
    assert "28.02.2007" in notice


def test_that_withdrawing_one_of_two_open_holdings_leaves_one(desk: Desk) -> None:
    case = desk.citizen()
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    desk.do(hand_over, HandOver(case, desk.colleague, desk.other_unit, date(2007, 2, 1), "Flytter"))
    desk.do(hand_over, HandOver(case, desk.me, desk.unit, date(2007, 3, 1), "Flytter tilbage"))
    # Another laptop knew nothing of that and wrote a holding of its own.
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="sync") as work:
        first = live_rows(work.session, CaseHoldingRow, case)[0]
        first.to_on = None
    newest = desk.rows(CaseHoldingRow, case_id=case)[-1].id
    desk.do(withdraw, Withdraw("case_holding", newest, "Forkert sag"))
    assert len(desk.rows(CaseHoldingRow, case_id=case, to_on=None, withdrawn_on=None)) == 1


def test_that_every_table_of_a_case_can_be_withdrawn_from() -> None:
    assert {"talk", "note", "match_assessment", "summons", "placement", "benefit_period"} <= set(case_classes())
    assert "reminder" not in case_classes()
