"""Jobplans: agreed versions with goal, activities and steps, drafts, and the ones they replaced."""

from __future__ import annotations

from datetime import date, timedelta

from app.demo.case_file import CaseFile
from app.demo.scene import workday
from app.reference.seed import reference_id
from app.rules.calendar import add_months
from db.rows.orders import PlacementRow
from db.rows.plans import JobPlanRow, PlanActivityRow, PlanGoalRow, PlanReviewRow, PlanStepRow
from db.values.offers import PlacementState
from db.values.people import BenefitType
from db.values.plans import ActivityKind, ActivityState, Agreement, PlanKind, PlanState
from db.values.talks import StepOwner

_STATE_OF = {
    PlacementState.PLANNED: ActivityState.PLANNED,
    PlacementState.RUNNING: ActivityState.RUNNING,
    PlacementState.COMPLETED: ActivityState.COMPLETED,
    PlacementState.STOPPED: ActivityState.STOPPED,
    PlacementState.DROPPED: ActivityState.DROPPED,
}


def agree_plan(
    file: CaseFile, on: date, *, state: PlanState = PlanState.AGREED, plan_no: str | None = None, **columns: object
) -> JobPlanRow:
    """Write a plan with a goal, job search and two steps that are done. An old enough case has an earlier version."""
    scene = file.scene
    version, reason = 1, None
    first = on
    if state is PlanState.AGREED and file.began < on - timedelta(days=200) and scene.chance(0.3):
        first = workday(on - timedelta(days=180))
        version, reason = 2, scene.text("plan.changes")
    plan_no = plan_no or f"{first.year}-{scene.number(f'plan {first.year}', 143):04}"
    if version > 1:
        _write(file, first, plan_no, 1, PlanState.REPLACED)
    plan = _write(file, on, plan_no, version, state, reason_for_change=reason, **columns)
    _add_goals(file, plan)
    file.add(
        PlanActivityRow,
        plan_id=plan.id,
        no=1,
        kind=ActivityKind.JOB_SEARCH,
        title="Jobsøgning",
        from_on=on,
        to_on=add_months(on, 6),
        weekly_hours=4,
        responsible="Borgeren",
        state=ActivityState.RUNNING if state is PlanState.AGREED else ActivityState.PLANNED,
    )
    if state is not PlanState.DRAFT:
        for days in (9, 16):
            done = on + timedelta(days=days - 1)
            if done < scene.today:
                add_step(file, plan, on + timedelta(days=days), done_on=done)
    return plan


def add_step(
    file: CaseFile,
    plan: JobPlanRow,
    by: date,
    *,
    who: StepOwner = StepOwner.CITIZEN,
    done_on: date | None = None,
    text: str | None = None,
) -> PlanStepRow:
    """Write a dated agreement of the plan."""
    texts = "plan.own_steps" if who is StepOwner.JOBCENTRE else "plan.steps"
    return file.add(
        PlanStepRow,
        plan_id=plan.id,
        no=1,
        text=text or file.scene.text(texts),
        who=who,
        by_date=by,
        done_on=done_on,
    )


def add_to_plan(file: CaseFile, plan: JobPlanRow, placement: PlacementRow) -> PlanActivityRow:
    """Write a stay in an offer as an activity of the plan."""
    return file.add(
        PlanActivityRow,
        plan_id=plan.id,
        no=2,
        kind=ActivityKind.OFFER,
        title=placement.title or placement.offer_no,
        offer_id=placement.offer_id,
        order_id=placement.order_id,
        placement_id=placement.id,
        provider_or_company=placement.provider_name,
        from_on=placement.from_on,
        to_on=placement.to_on,
        weekly_hours=placement.weekly_hours,
        purpose=file.scene.text("order.purpose"),
        state=_STATE_OF[placement.state],
    )


def review_plan(file: CaseFile, plan: JobPlanRow, on: date) -> None:
    """Write that the plan was looked through and found unchanged."""
    file.add(PlanReviewRow, plan_id=plan.id, reviewed_on=on, reviewed_by=file.holder_id)


def _write(file: CaseFile, on: date, plan_no: str, version: int, state: PlanState, **columns: object) -> JobPlanRow:
    agreed = state is not PlanState.DRAFT
    values: dict[str, object] = {
        "plan_no": plan_no,
        "version": version,
        "kind": _kind_for(file),
        "state": state,
        "made_on": on,
        "made_by": file.holder_id,
        "valid_from": on,
        "agreed_on": on if agreed else None,
        "next_review_on": add_months(on, 6),
        "legal_basis": "Lov om en aktiv beskæftigelsesindsats, kap. 9",
        "own_wishes": file.scene.text("plan.wishes"),
        "contact_form": "individual",
        "contact_interval": "3 måneder",
        "guidance_text_version": "2" if agreed else None,
        "guidance_given_on": on if agreed else None,
        "guidance_language": file.citizen.language or "dansk",
        "guidance_interpreter": file.citizen.interpreter_needed,
        "citizen_agrees": Agreement.YES if agreed else None,
        "signed_on": on if agreed else None,
        "signed_on_paper": True if agreed else None,
    }
    return file.add(JobPlanRow, **(values | columns))


def _add_goals(file: CaseFile, plan: JobPlanRow) -> None:
    scene = file.scene
    goal = file.goal
    for rank, title in enumerate(goal.titles[:2], start=1):
        file.add(
            PlanGoalRow,
            plan_id=plan.id,
            rank=rank,
            job_title=title,
            industry_id=reference_id("industry", goal.industry),
            weekly_hours=scene.one_of((20, 25, 30, 37)),
            by_when=add_months(plan.made_on, 9),
            labour_market_reason=goal.reason,
        )


def _kind_for(file: CaseFile) -> PlanKind:
    if file.benefit is BenefitType.INTRODUCTION_BENEFIT:
        return PlanKind.INTEGRATION_CONTRACT
    return PlanKind.EDUCATION_PLAN if file.age < 25 else PlanKind.JOBPLAN
