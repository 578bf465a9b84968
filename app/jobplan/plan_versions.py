"""The versions of a case's plans as frozen facts."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.queue.facts import PlanFact
from db.rows.plans import JobPlanRow, PlanReviewRow


def plan_versions(session: Session, case_id: str) -> tuple[PlanFact, ...]:
    """Every version that has neither been withdrawn nor moved, oldest first."""
    reviewed = (
        select(PlanReviewRow.plan_id, func.max(PlanReviewRow.reviewed_on).label("reviewed_on"))
        .where(PlanReviewRow.case_id == case_id, PlanReviewRow.gone.is_(False), PlanReviewRow.withdrawn_on.is_(None))
        .group_by(PlanReviewRow.plan_id)
        .subquery()
    )
    query = (
        select(
            JobPlanRow.id,
            JobPlanRow.plan_no,
            JobPlanRow.version,
            JobPlanRow.kind,
            JobPlanRow.state,
            JobPlanRow.valid_from,
            JobPlanRow.agreed_on,
            JobPlanRow.next_review_on,
            reviewed.c.reviewed_on,
            JobPlanRow.closed_on,
        )
        .outerjoin(reviewed, reviewed.c.plan_id == JobPlanRow.id)
        .where(JobPlanRow.case_id == case_id, JobPlanRow.gone.is_(False), JobPlanRow.withdrawn_on.is_(None))
        .order_by(JobPlanRow.valid_from, JobPlanRow.version, JobPlanRow.id)
    )
    return tuple(PlanFact(*row) for row in session.execute(query))
