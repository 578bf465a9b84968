"""The agreed steps of a jobplan: done, or given a new date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_row
from app.cases.checking import not_in_future
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.plans import PlanStepRow


@dataclass(frozen=True, slots=True)
class FinishPlanStep:
    """The step was done on a day, by whoever was to do it."""

    step_id: str
    done_on: date


@dataclass(frozen=True, slots=True)
class MovePlanStep:
    """A new date was agreed for the step."""

    step_id: str
    by_date: date


def finish_plan_step(work: Work, request: FinishPlanStep) -> Done:
    """Note that it is done. Refused: `already_done` (field `step_id`), `in_the_future` (`done_on`)."""
    step = _open(work, request.step_id)
    not_in_future(request.done_on, work.today, "done_on")
    step.done_on = request.done_on
    return Done(step.id, work.changes())


def move_plan_step(work: Work, request: MovePlanStep) -> Done:
    """Write the new date. Refused: `already_done` (field `step_id`), `in_the_past` (`by_date`)."""
    step = _open(work, request.step_id)
    if request.by_date < work.today:
        raise Refused("Dagen er gået. Vælg i dag eller en senere dag.", field="by_date", code="in_the_past")
    step.by_date = request.by_date
    return Done(step.id, work.changes())


def _open(work: Work, step_id: str) -> PlanStepRow:
    step = the_row(work, PlanStepRow, step_id, field="step_id")
    if step.done_on is not None:
        raise Refused("Skridtet er allerede udført.", field="step_id", code="already_done")
    return step
