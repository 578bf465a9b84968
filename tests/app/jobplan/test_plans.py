"""Plan numbers, versions, and which one is in force."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest

from app.ids import seeded_ids
from app.jobplan.agree_plan import AgreeSimplePlan, Goal, RecordPlan, Step, agree_simple_plan, record_plan
from app.jobplan.numbers import number_of
from app.jobplan.plan_versions import plan_versions
from app.jobplan.review_plan import ReviewPlan, review_plan
from app.jobplan.validity import plan_in_force
from app.queue.facts import PlanFact
from db.rows.plans import JobPlanRow, PlanGoalRow, PlanReviewRow, PlanStepRow
from db.values.plans import PlanKind, PlanState
from db.values.talks import StepOwner
from tests.helpers.changed_facts import replace
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
FIRST = PlanFact("a", "P", 1, PlanKind.JOBPLAN, PlanState.REPLACED, date(2007, 1, 1), date(2007, 1, 1))
SECOND = replace(FIRST, id="b", version=2, state=PlanState.AGREED, valid_from=date(2007, 3, 1), agreed_on=None)


@pytest.fixture
def plan(desk: Desk) -> AgreeSimplePlan:
    steps = (Step("Skriver CV", StepOwner.CITIZEN, date(2007, 3, 30)), Step("Ringer", StepOwner.JOBCENTRE))
    return AgreeSimplePlan(desk.citizen(), TODAY, Goal("Rengøring", 20), steps, date(2007, 9, 20))


def test_that_a_number_is_the_year_and_five_readable_characters() -> None:
    make_id = seeded_ids(1)
    numbers = {number_of(make_id(datetime(2007, 3, 20, tzinfo=UTC)), 2007) for _ in range(200)}
    assert len(numbers) == 200
    assert all(re.fullmatch(r"2007-[0-9A-HJKMNP-TV-Z]{5}", number) for number in numbers)
    assert number_of("00000000-0000-7000-8000-0000000073e1", 2007) == "2007-00WZ1"


@pytest.mark.parametrize(("versions", "on", "expected"), [
    ((), TODAY, None),
    ((FIRST, SECOND), TODAY, "b"),
    ((SECOND, FIRST), date(2007, 2, 28), "a"),
    ((FIRST, SECOND), date(2006, 12, 31), None),
    ((replace(FIRST, state=PlanState.DRAFT),), TODAY, None),
    ((replace(FIRST, agreed_on=date(2007, 1, 9)),), date(2007, 1, 8), None),
    ((replace(FIRST, agreed_on=date(2007, 1, 9)),), date(2007, 1, 9), "a"),
    ((FIRST, replace(SECOND, state=PlanState.CLOSED, closed_on=TODAY)), TODAY, None),
    ((FIRST, replace(SECOND, state=PlanState.CLOSED, closed_on=TODAY)), date(2007, 3, 19), "b"),
])  # fmt: skip
def test_that_one_version_is_in_force_on_a_day(versions: tuple[PlanFact, ...], on: date, expected: str | None) -> None:
    found = plan_in_force(versions, on)
    assert (found.id if found else None) == expected


def test_that_a_plan_is_agreed_with_goal_and_steps(desk: Desk, plan: AgreeSimplePlan) -> None:
    done = desk.do(agree_simple_plan, plan)
    row = desk.row(JobPlanRow)
    assert (row.id, row.version, row.state, row.agreed_on) == (done.id, 1, PlanState.AGREED, TODAY)
    assert row.plan_no == number_of(row.id, 2007)
    assert (desk.row(PlanGoalRow).rank, desk.row(PlanGoalRow).job_title) == (1, "Rengøring")
    assert {row.no: row.text for row in desk.rows(PlanStepRow)} == {1: "Skriver CV", 2: "Ringer"}


def test_that_a_change_is_a_new_version_with_a_reason(desk: Desk, plan: AgreeSimplePlan) -> None:
    desk.do(agree_simple_plan, plan)
    desk.refuses(agree_simple_plan, plan, code="missing", field="reason_for_change")
    desk.do(agree_simple_plan, replace(plan, reason_for_change="Nyt mål"))
    first, second = desk.rows(JobPlanRow)
    assert (first.state, second.state, second.version) == (PlanState.REPLACED, PlanState.AGREED, 2)
    assert first.plan_no == second.plan_no


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"agreed_on": date(2007, 3, 21)}, "in_the_future", "agreed_on"),
    ({"goal": Goal(" ")}, "missing", "goal"),
    ({"steps": ()}, "missing", "steps"),
    ({"steps": (Step("", StepOwner.CITIZEN),)}, "missing", "steps"),
    ({"next_review_on": date(2007, 3, 1)}, "wrong_order", "next_review_on"),
])  # fmt: skip
def test_that_a_plan_which_is_not_whole_is_refused(
    desk: Desk, plan: AgreeSimplePlan, changes: dict[str, object], code: str, field: str
) -> None:
    desk.refuses(agree_simple_plan, replace(plan, **changes), code=code, field=field)  # fields by name


def test_that_a_recorded_plan_keeps_its_number_and_is_frozen_once_signed(desk: Desk) -> None:
    record = RecordPlan(desk.citizen(), "P-77", 1, date(2007, 1, 1))
    desk.do(record_plan, record)
    assert desk.row(JobPlanRow).state is PlanState.DRAFT
    desk.do(record_plan, replace(record, valid_from=date(2007, 1, 3), signed_on=date(2007, 1, 3)))
    row = desk.row(JobPlanRow)
    assert (row.plan_no, row.state, row.valid_from) == ("P-77", PlanState.AGREED, date(2007, 1, 3))
    moved = replace(record, valid_from=date(2007, 2, 1))
    desk.refuses(record_plan, moved, code="frozen", field="version")
    same = replace(record, valid_from=date(2007, 1, 3), signed_on=date(2007, 1, 3))
    assert not desk.do(record_plan, same).changes
    desk.refuses(record_plan, replace(record, plan_no=""), code="missing", field="plan_no")


def test_that_versions_may_be_recorded_in_any_order(desk: Desk) -> None:
    record = RecordPlan(desk.citizen(), "P-77", 2, date(2007, 2, 1), signed_on=date(2007, 2, 1))
    desk.do(record_plan, record)
    desk.do(record_plan, replace(record, version=1, valid_from=date(2007, 1, 1), signed_on=date(2007, 1, 1)))
    assert {row.version: row.state for row in desk.rows(JobPlanRow)} == {1: PlanState.REPLACED, 2: PlanState.AGREED}


def test_that_a_review_is_of_the_plan_in_force(desk: Desk, plan: AgreeSimplePlan) -> None:
    review = ReviewPlan(plan.case_id, TODAY)
    desk.refuses(review_plan, review, code="no_plan", field="case_id")
    plan_id = desk.do(agree_simple_plan, plan).id
    desk.do(review_plan, review)
    assert (desk.row(PlanReviewRow).plan_id, desk.row(PlanReviewRow).reviewed_by) == (plan_id, desk.me)
    with desk.memory.reading() as session:
        assert [version.reviewed_on for version in plan_versions(session, plan.case_id)] == [TODAY]


def test_that_a_version_does_not_replace_one_from_a_later_day(desk: Desk, plan: AgreeSimplePlan) -> None:
    desk.do(agree_simple_plan, plan)
    earlier = replace(plan, agreed_on=date(2007, 3, 19), reason_for_change="Fundet i mappen")
    desk.refuses(agree_simple_plan, earlier, code="wrong_order", field="agreed_on")
