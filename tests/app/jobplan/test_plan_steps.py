"""The agreed steps of a plan."""

from __future__ import annotations

from datetime import date

import pytest

from app.jobplan.agree_plan import AgreeSimplePlan, Goal, Step, agree_simple_plan
from app.jobplan.plan_steps import FinishPlanStep, MovePlanStep, finish_plan_step, move_plan_step
from db.rows.plans import PlanStepRow
from db.values.talks import StepOwner
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def step(desk: Desk) -> str:
    steps = (Step("Skriver CV", StepOwner.CITIZEN, date(2007, 3, 14)),)
    plan = AgreeSimplePlan(desk.citizen(), date(2007, 3, 1), Goal("Rengøring"), steps, date(2007, 9, 1))
    desk.do(agree_simple_plan, plan)
    return desk.row(PlanStepRow).id


def test_that_a_step_is_done_once(desk: Desk, step: str) -> None:
    desk.do(finish_plan_step, FinishPlanStep(step, date(2007, 3, 19)))
    assert desk.row(PlanStepRow).done_on == date(2007, 3, 19)
    desk.refuses(finish_plan_step, FinishPlanStep(step, TODAY), code="already_done", field="step_id")
    desk.refuses(move_plan_step, MovePlanStep(step, TODAY), code="already_done", field="step_id")


def test_that_a_step_gets_a_new_date_that_can_be_kept(desk: Desk, step: str) -> None:
    desk.do(move_plan_step, MovePlanStep(step, date(2007, 3, 30)))
    assert desk.row(PlanStepRow).by_date == date(2007, 3, 30)
    desk.refuses(move_plan_step, MovePlanStep(step, date(2007, 3, 19)), code="in_the_past", field="by_date")


def test_that_nothing_is_done_before_it_is_done(desk: Desk, step: str) -> None:
    early = FinishPlanStep(step, date(2007, 3, 21))
    desk.refuses(finish_plan_step, early, code="in_the_future", field="done_on")
