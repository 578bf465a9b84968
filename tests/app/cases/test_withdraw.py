"""Withdrawing what is wrong; a talk is tried with the talks."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.close_case import CloseCase, close_case
from app.cases.holders import AssignHolder, HandOver, assign_holder, hand_over
from app.cases.withdraw import Withdraw, case_classes, withdraw
from app.jobplan.agree_plan import AgreeSimplePlan, Goal, Step, agree_simple_plan
from app.talks.notes import WriteNote, write_note
from db.rows.base import CaseRow
from db.rows.people import CaseHoldingRow
from db.rows.plans import JobPlanRow, PlanGoalRow, PlanStepRow
from db.rows.talks import NoteRow
from db.values.people import ClosingReason
from db.values.talks import StepOwner
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


def test_that_every_table_of_a_case_can_be_withdrawn_from() -> None:
    assert {"talk", "note", "match_assessment", "summons", "placement", "benefit_period"} <= set(case_classes())
    assert "reminder" not in case_classes()
