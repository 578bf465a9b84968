"""Stays in offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.jobplan.agree_plan import AgreeSimplePlan, Goal, Step, agree_simple_plan
from app.orders.placements import (
    ChangePlacement,
    CheckOutcome,
    DecideNextStep,
    EndPlacement,
    PlanPlacement,
    StartPlacement,
    change_placement,
    check_outcome,
    decide_next_step,
    end_placement,
    plan_placement,
    start_placement,
)
from db.rows.orders import OutcomeCheckRow, PlacementRow
from db.values.offers import OutcomeKind, PlacementState
from db.values.talks import StepOwner
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
DONE = PlacementState.COMPLETED


@pytest.fixture
def plan(desk: Desk) -> PlanPlacement:
    return PlanPlacement(desk.citizen(), "T-104", "Rengøring og dansk", date(2007, 1, 8), date(2007, 4, 16))


@pytest.fixture
def running(desk: Desk, plan: PlanPlacement) -> str:
    placement = desk.do(plan_placement, plan).id
    desk.do(start_placement, StartPlacement(placement, date(2007, 1, 9)))
    return placement


def test_that_a_stay_is_planned_with_a_warning_while_there_is_no_plan(desk: Desk, plan: PlanPlacement) -> None:
    done = desk.do(plan_placement, plan)
    row = desk.row(PlacementRow)
    assert (row.id, row.state, row.title, row.to_on) == (
        done.id,
        PlacementState.PLANNED,
        "Rengøring og dansk",
        date(2007, 4, 16),
    )
    assert "jobplan" in done.notices[0]


def test_that_a_plan_in_force_on_the_first_day_is_enough(desk: Desk, plan: PlanPlacement) -> None:
    steps = (Step("CV", StepOwner.CITIZEN),)
    job_plan = AgreeSimplePlan(plan.case_id, date(2007, 1, 5), Goal("Rengøring"), steps, date(2007, 6, 1))
    desk.do(agree_simple_plan, job_plan)
    assert not desk.do(plan_placement, plan).notices


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"offer_no": " "}, "missing", "offer_no"),
    ({"title": ""}, "missing", "title"),
    ({"to_on": date(2007, 1, 1)}, "wrong_order", "to_on"),
])  # fmt: skip
def test_that_a_stay_which_cannot_be_is_refused(
    desk: Desk, plan: PlanPlacement, changes: dict[str, object], code: str, field: str
) -> None:
    desk.refuses(plan_placement, replace(plan, **changes), code=code, field=field)  # type: ignore[arg-type] # fields by name


def test_that_a_stay_is_planned_once_and_started_once(desk: Desk, plan: PlanPlacement, running: str) -> None:
    row = desk.row(PlacementRow)
    assert (row.state, row.from_on) == (PlacementState.RUNNING, date(2007, 1, 9))
    again = replace(plan, from_on=date(2007, 1, 9))
    desk.refuses(plan_placement, again, code="already_planned", field="from_on")
    desk.refuses(start_placement, StartPlacement(running, TODAY), code="wrong_state", field="placement_id")


def test_that_a_stay_does_not_start_in_the_future_or_after_its_end(desk: Desk, plan: PlanPlacement) -> None:
    placement = desk.do(plan_placement, plan).id
    late = StartPlacement(placement, date(2007, 3, 21))
    desk.refuses(start_placement, late, code="in_the_future", field="started_on")
    short = StartPlacement(placement, TODAY, date(2007, 3, 1))
    desk.refuses(start_placement, short, code="wrong_order", field="to_on")


def test_that_a_stay_ends_with_its_result(desk: Desk, running: str) -> None:
    end = EndPlacement(running, date(2007, 3, 16), DONE, result=OutcomeKind.JOB, result_hours=20)
    desk.do(end_placement, end)
    row = desk.row(PlacementRow)
    assert (row.state, row.ended_on, row.result, row.result_hours) == (DONE, date(2007, 3, 16), OutcomeKind.JOB, 20)
    desk.refuses(end_placement, end, code="wrong_state", field="placement_id")


def test_that_an_early_end_has_a_reason_and_a_day_of_the_stay(desk: Desk, running: str) -> None:
    stop = EndPlacement(running, date(2007, 3, 1), PlacementState.STOPPED)
    desk.refuses(end_placement, stop, code="missing", field="end_reason")
    desk.refuses(end_placement, replace(stop, state=PlacementState.RUNNING), code="wrong_state", field="state")
    early = replace(stop, state=DONE, ended_on=date(2007, 1, 8))
    desk.refuses(end_placement, early, code="wrong_order", field="ended_on")


def test_that_an_extended_stay_needs_its_next_step_decided_again(desk: Desk, running: str) -> None:
    desk.do(decide_next_step, DecideNextStep(running, TODAY, "Søger job"))
    desk.do(change_placement, ChangePlacement(running, date(2007, 4, 16), 20))
    row = desk.row(PlacementRow)
    assert (row.weekly_hours, row.next_step, row.next_step_decided_on) == (20, "Søger job", TODAY)
    desk.do(change_placement, ChangePlacement(running, date(2007, 5, 28), 20))
    row = desk.row(PlacementRow)
    assert (row.to_on, row.next_step, row.next_step_decided_on) == (date(2007, 5, 28), None, None)


def test_that_a_stay_is_not_changed_to_end_before_it_began_nor_after_its_end(desk: Desk, running: str) -> None:
    early = ChangePlacement(running, date(2007, 1, 8), None)
    desk.refuses(change_placement, early, code="wrong_order", field="to_on")
    desk.do(end_placement, EndPlacement(running, TODAY, DONE))
    late = ChangePlacement(running, date(2007, 5, 28), None)
    desk.refuses(change_placement, late, code="wrong_state", field="placement_id")


def test_that_a_stay_which_has_begun_is_stopped_and_not_dropped(desk: Desk, running: str) -> None:
    left = EndPlacement(running, TODAY, PlacementState.DROPPED, "Holdt op")
    desk.refuses(end_placement, left, code="wrong_state", field="state")
    desk.do(end_placement, replace(left, state=PlacementState.STOPPED))
    assert desk.row(PlacementRow).ended_on == TODAY


def test_that_a_stay_that_never_began_may_be_dropped(desk: Desk, plan: PlanPlacement) -> None:
    placement = desk.do(plan_placement, replace(plan, from_on=date(2007, 4, 1))).id
    desk.do(end_placement, EndPlacement(placement, TODAY, PlacementState.DROPPED, "Fik job"))
    assert desk.row(PlacementRow).ended_on == TODAY


def test_that_the_next_step_is_decided(desk: Desk, running: str) -> None:
    desk.refuses(decide_next_step, DecideNextStep(running, TODAY, ""), code="missing", field="next_step")
    desk.do(decide_next_step, DecideNextStep(running, TODAY, "Løntilskud i køkken"))
    assert desk.row(PlacementRow).next_step_decided_on == TODAY


def test_that_outcomes_are_checked_once_each_after_the_end(desk: Desk, running: str) -> None:
    check = CheckOutcome(running, 3, TODAY, OutcomeKind.JOB, 37)
    desk.refuses(check_outcome, check, code="not_ended", field="placement_id")
    desk.do(end_placement, EndPlacement(running, date(2007, 1, 15), DONE))
    desk.do(check_outcome, check)
    desk.do(check_outcome, replace(check, months_after=6))
    assert [row.months_after for row in desk.rows(OutcomeCheckRow)] == [3, 6]
    desk.refuses(check_outcome, check, code="already_checked", field="months_after")
    desk.refuses(check_outcome, replace(check, months_after=4), code="no_such_check", field="months_after")
