"""An agreement is answered: done, or by a new date; the same form for those of the plan and those of a talk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_row
from app.cases.checking import in_order
from app.changes import Done
from app.jobplan.plan_steps import FinishPlanStep, MovePlanStep, finish_plan_step, move_plan_step
from app.talks.agreements import FinishAgreement, MoveAgreement, finish_agreement, move_agreement
from app.work import Work
from db.errors import Refused
from db.rows.plans import JobPlanRow, PlanStepRow


@dataclass(frozen=True, slots=True)
class AnswerAgreement:
    """Either the day it was done or the new date. `from_talk` says that `row_id` stands in a talk."""

    row_id: str
    from_talk: bool
    done_on: date | None = None
    by_date: date | None = None


def answer_agreement(work: Work, request: AnswerAgreement) -> Done:
    """Write the answer.

    Refused: `missing` (field `done_on` or `by_date`), `wrong_order` and `in_the_future` (`done_on`), `in_the_past`
    (`by_date`).
    """
    if request.done_on is not None:
        if request.from_talk:
            return finish_agreement(work, FinishAgreement(request.row_id, request.done_on))
        step = the_row(work, PlanStepRow, request.row_id, field="done_on")
        plan = the_row(work, JobPlanRow, step.plan_id, field="done_on")
        in_order(plan.agreed_on or plan.valid_from, request.done_on, "done_on")
        return finish_plan_step(work, FinishPlanStep(request.row_id, request.done_on))
    if request.by_date is None:
        raise Refused("Skriv den nye dato.", field="by_date", code="missing")
    if request.from_talk:
        return move_agreement(work, MoveAgreement(request.row_id, request.by_date))
    return move_plan_step(work, MovePlanStep(request.row_id, request.by_date))
