"""Agree a simple plan at once, or record one that was agreed elsewhere. An agreed version is never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_open_case
from app.cases.checking import in_order, not_in_future, required, tidy
from app.changes import Done
from app.jobplan.numbers import number_of
from app.transfer.outward import open_entries
from app.transfer.systems import Subject
from app.work import Work
from db.errors import Refused
from db.rows.plans import JobPlanRow, PlanGoalRow, PlanStepRow
from db.values.plans import Agreement, PlanKind, PlanState
from db.values.talks import StepOwner


@dataclass(frozen=True, slots=True)
class Goal:
    """What the plan leads to."""

    job_title: str
    weekly_hours: int | None = None
    by_when: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A small dated agreement."""

    text: str
    who: StepOwner
    by_date: date | None = None


@dataclass(frozen=True, slots=True)
class AgreeSimplePlan:
    """A goal and the next steps, agreed on a day. `reason_for_change` is required when a plan is replaced."""

    case_id: str
    agreed_on: date
    goal: Goal
    steps: tuple[Step, ...]
    next_review_on: date
    kind: PlanKind = PlanKind.JOBPLAN
    citizen_agrees: Agreement = Agreement.YES
    remarks: str | None = None
    reason_for_change: str | None = None


@dataclass(frozen=True, slots=True)
class RecordPlan:
    """A plan from elsewhere, under the number it has there. No `signed_on` means that it is only a draft."""

    case_id: str
    plan_no: str
    version: int
    valid_from: date
    kind: PlanKind = PlanKind.JOBPLAN
    signed_on: date | None = None
    next_review_on: date | None = None


def agree_simple_plan(work: Work, request: AgreeSimplePlan) -> Done:
    """Write the version, agreed; the one it follows becomes replaced.

    Refused: `in_the_future` (field `agreed_on`), `missing` (`goal`, `steps`, `reason_for_change`),
    `wrong_order` (`next_review_on`; `agreed_on` before the version that it would replace).
    """
    the_open_case(work, request.case_id)
    not_in_future(request.agreed_on, work.today, "agreed_on")
    title = required(request.goal.job_title, "goal", "Skriv jobmålet.")
    if not request.steps:
        raise Refused("Aftal mindst ét skridt.", field="steps", code="missing")
    in_order(request.agreed_on, request.next_review_on, "next_review_on")
    before = _newest(work, request.case_id, request.kind)
    reason = tidy(request.reason_for_change)
    if before is not None:
        in_order(max(before.valid_from, before.agreed_on or before.valid_from), request.agreed_on, "agreed_on")
        reason = required(reason, "reason_for_change", "Skriv, hvorfor planen ændres.")
    plan = JobPlanRow(
        case_id=request.case_id,
        version=1 if before is None else before.version + 1,
        kind=request.kind,
        state=PlanState.AGREED,
        made_on=request.agreed_on,
        made_by=work.author,
        valid_from=request.agreed_on,
        agreed_on=request.agreed_on,
        next_review_on=request.next_review_on,
        citizen_agrees=request.citizen_agrees,
        remarks=tidy(request.remarks),
        reason_for_change=reason,
    )
    plan.id = work.new_id()
    plan.plan_no = number_of(plan.id, request.agreed_on.year) if before is None else before.plan_no
    work.add(plan)
    work.add(
        PlanGoalRow(
            case_id=request.case_id,
            plan_id=plan.id,
            rank=1,
            job_title=title,
            weekly_hours=request.goal.weekly_hours,
            by_when=request.goal.by_when,
        )
    )
    for no, step in enumerate(request.steps, start=1):
        text = required(step.text, "steps", "Skriv, hvad skridtet er.")
        work.add(
            PlanStepRow(case_id=request.case_id, plan_id=plan.id, no=no, text=text, who=step.who, by_date=step.by_date)
        )
    if before is not None:
        before.state = PlanState.REPLACED
    open_entries(work, request.case_id, Subject.PLAN, plan.id)
    return Done(plan.id, work.changes())


def record_plan(work: Work, request: RecordPlan) -> Done:
    """Write a version under its own number; earlier agreed versions of that number become replaced.

    Recording the same version again changes nothing but a signature and a review day that were missing.
    Refused: `missing` (field `plan_no`), `frozen` (`version`) when an agreed version would be changed.
    """
    the_open_case(work, request.case_id)
    plan_no = required(request.plan_no, "plan_no", "Skriv planens nummer.")
    versions = [row for row in live_rows(work.session, JobPlanRow, request.case_id) if row.plan_no == plan_no]
    same = next((row for row in versions if row.version == request.version), None)
    if same is None:
        same = work.add(
            JobPlanRow(
                case_id=request.case_id,
                plan_no=plan_no,
                version=request.version,
                kind=request.kind,
                state=PlanState.DRAFT,
                made_on=request.valid_from,
                made_by=None,
                valid_from=request.valid_from,
            )
        )
    elif same.valid_from != request.valid_from or same.kind is not request.kind:
        if same.state is not PlanState.DRAFT:
            message = "Versionen er aftalt og kan ikke ændres. Giv ændringen et nyt versionsnummer."
            raise Refused(message, field="version", code="frozen")
        same.valid_from, same.kind = request.valid_from, request.kind
    if same.next_review_on is None:
        same.next_review_on = request.next_review_on
    if request.signed_on is not None and same.state is PlanState.DRAFT:
        same.state = PlanState.AGREED
        same.agreed_on = same.signed_on = request.signed_on
    _replace_earlier([*versions, same])
    if same.state is PlanState.AGREED:
        open_entries(work, request.case_id, Subject.PLAN, same.id)
    return Done(same.id, work.changes())


def _replace_earlier(versions: list[JobPlanRow]) -> None:
    agreed = [row for row in versions if row.state is PlanState.AGREED]
    newest = max((row.version for row in agreed), default=0)
    for row in agreed:
        if row.version < newest:
            row.state = PlanState.REPLACED


def _newest(work: Work, case_id: str, kind: PlanKind) -> JobPlanRow | None:
    """The version in the line: agreed, of the same kind, not closed."""
    rows = [
        row
        for row in live_rows(work.session, JobPlanRow, case_id)
        if row.state is PlanState.AGREED and row.kind is kind and row.closed_on is None
    ]
    return max(rows, key=lambda row: (row.valid_from, row.version, row.id), default=None)
