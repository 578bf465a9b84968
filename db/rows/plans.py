"""Rows about the jobplan and the resource profile."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import CaseRow, OptionalRef, Row, within_case
from db.values.plans import (
    ActivityKind,
    ActivityState,
    Agreement,
    PlanKind,
    PlanState,
    ResourceElementKind,
    ResourceJudgement,
)
from db.values.talks import StepOwner


class JobPlanRow(Row, CaseRow):
    """One version of a plan; an agreed version is frozen and a change is a new version with a reason."""

    __tablename__ = "job_plan"
    plan_no: Mapped[str]
    version: Mapped[int]
    kind: Mapped[PlanKind]
    state: Mapped[PlanState]
    made_on: Mapped[date]
    made_by: Mapped[OptionalRef]
    valid_from: Mapped[date]
    agreed_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    next_review_on: Mapped[date | None]
    legal_basis: Mapped[str | None]
    own_wishes: Mapped[str | None]
    education: Mapped[str | None]
    experience: Mapped[str | None]
    skills: Mapped[str | None]
    work_adjustments: Mapped[str | None]
    practical_matters: Mapped[str | None]
    applications_per_week: Mapped[int | None]
    search_fields: Mapped[str | None]
    cv_updated_on: Mapped[date | None]
    search_documented_how: Mapped[str | None]
    spouse_shared_goal: Mapped[str | None]
    spouse_dates: Mapped[str | None]
    spouse_section_agreed: Mapped[bool] = mapped_column(default=False)
    contact_form: Mapped[str | None]
    contact_interval: Mapped[str | None]
    next_contact_on: Mapped[date | None]
    guidance_text_version: Mapped[str | None]
    guidance_given_on: Mapped[date | None]
    guidance_language: Mapped[str | None]
    guidance_interpreter: Mapped[bool | None]
    citizen_agrees: Mapped[Agreement | None]
    remarks: Mapped[str | None]
    signed_on: Mapped[date | None]
    signed_place: Mapped[str | None]
    signed_on_paper: Mapped[bool | None]
    signature_hash: Mapped[str | None] = mapped_column(String(64))
    reason_for_change: Mapped[str | None]
    result: Mapped[str | None]
    summary: Mapped[str | None]


class PlanGoalRow(Row, CaseRow):
    """Goal 1 or 2 of a plan version, or the education goal (rank 0)."""

    __tablename__ = "plan_goal"
    plan_id: Mapped[str] = within_case("job_plan.id")
    rank: Mapped[int]
    job_title: Mapped[str]
    industry_id: Mapped[OptionalRef]
    weekly_hours: Mapped[int | None]
    by_when: Mapped[date | None]
    labour_market_reason: Mapped[str | None]


class PlanActivityRow(Row, CaseRow):
    """What leads toward the goal. PROPOSED ones come from the visitation guide and have no plan yet."""

    __tablename__ = "plan_activity"
    plan_id: Mapped[OptionalRef]
    no: Mapped[int] = mapped_column(default=0)
    kind: Mapped[ActivityKind]
    legal_basis: Mapped[str | None]
    title: Mapped[str]
    offer_id: Mapped[OptionalRef]
    order_id: Mapped[OptionalRef]
    placement_id: Mapped[OptionalRef]
    provider_or_company: Mapped[str | None]
    company_contact: Mapped[str | None]
    content: Mapped[str | None]
    purpose: Mapped[str | None]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]
    weekly_hours: Mapped[int | None]
    days_times: Mapped[str | None]
    place: Mapped[str | None]
    responsible: Mapped[str | None]
    expected_result: Mapped[str | None]
    report_on: Mapped[date | None]
    parallel_group: Mapped[str | None]
    phase: Mapped[str | None]
    mentor: Mapped[str | None]
    shared_with_provider: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ActivityState]
    end_reason: Mapped[str | None]


class PlanStepRow(Row, CaseRow):
    """A small dated agreement: what, who, by when, where and what to bring."""

    __tablename__ = "plan_step"
    plan_id: Mapped[str] = within_case("job_plan.id")
    no: Mapped[int] = mapped_column(default=0)
    text: Mapped[str]
    who: Mapped[StepOwner]
    by_date: Mapped[date | None]
    place: Mapped[str | None]
    bring: Mapped[str | None]
    done_on: Mapped[date | None]


class PlanReviewRow(Row, CaseRow):
    """A plan was looked through and found unchanged."""

    __tablename__ = "plan_review"
    plan_id: Mapped[str] = within_case("job_plan.id")
    reviewed_on: Mapped[date]
    reviewed_by: Mapped[OptionalRef]
    talk_id: Mapped[OptionalRef]


class ResourceElementRow(Row, CaseRow):
    """One entry in the resource profile, with its source; the newest of each kind is the profile."""

    __tablename__ = "resource_element"
    element: Mapped[ResourceElementKind]
    text: Mapped[str]
    judgement: Mapped[ResourceJudgement]
    source: Mapped[str]
    source_id: Mapped[OptionalRef]
    noted_on: Mapped[date]
    citizen_comment: Mapped[str | None]
