"""A plan was looked through and found unchanged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_case
from app.cases.checking import not_in_future
from app.changes import Done
from app.jobplan.plan_versions import plan_versions
from app.jobplan.validity import plan_in_force
from app.work import Work
from db.errors import Refused
from db.rows.plans import PlanReviewRow


@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """`talk_id` is the talk in which it was done."""

    case_id: str
    reviewed_on: date
    talk_id: str | None = None


def review_plan(work: Work, request: ReviewPlan) -> Done:
    """Write the review of the plan in force that day. Refused: `no_plan` (field `case_id`), `in_the_future`."""
    the_case(work, request.case_id)
    not_in_future(request.reviewed_on, work.today, "reviewed_on")
    plan = plan_in_force(plan_versions(work.session, request.case_id), request.reviewed_on)
    if plan is None:
        raise Refused("Der er ingen gældende jobplan at gennemgå.", field="case_id", code="no_plan")
    row = work.add(
        PlanReviewRow(
            case_id=request.case_id,
            plan_id=plan.id,
            reviewed_on=request.reviewed_on,
            reviewed_by=work.author,
            talk_id=request.talk_id,
        )
    )
    return Done(row.id, work.changes())
