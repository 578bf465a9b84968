"""Rows of cases with steps: applications, sickness, sanctions, complaints and youth alerts."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import CaseRow, OptionalRef, Row, within_case
from db.values.cases import (
    ApplicationCaseKind,
    ApplicationCaseState,
    CaseStepKind,
    ReturnedTo,
    RiskLevel,
    SanctionState,
    SicknessGroup,
    WaitingFor,
    YouthOutcome,
)


class ApplicationCaseRow(Row, CaseRow):
    """An application for early pension, rehabilitation or a flexjob."""

    __tablename__ = "application_case"
    case_no: Mapped[str]
    kind: Mapped[ApplicationCaseKind]
    applied_on: Mapped[date]
    inherited: Mapped[bool] = mapped_column(default=False)
    state: Mapped[ApplicationCaseState]
    status_text: Mapped[str | None]
    published_due_on: Mapped[date | None]
    recommended_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    decision: Mapped[str | None]


class CaseStepRow(Row, CaseRow):
    """One step of an application case. An imported `due_on` beats the rule set's template."""

    __tablename__ = "case_step"
    application_case_id: Mapped[str] = within_case("application_case.id")
    step: Mapped[CaseStepKind]
    step_text: Mapped[str | None]
    starts_on: Mapped[date]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    done_by: Mapped[OptionalRef]
    waiting_for: Mapped[WaitingFor | None]
    sent_on: Mapped[date | None]
    expected_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    reminded_on: Mapped[date | None]
    result: Mapped[str | None]


class DelayNoticeRow(Row, CaseRow):
    """The citizen was told that a published processing time will be missed, and of the new date."""

    __tablename__ = "delay_notice"
    application_case_id: Mapped[str] = within_case("application_case.id")
    sent_on: Mapped[date]
    new_expected_on: Mapped[date]
    reason: Mapped[str]


class ComplaintRow(Row, CaseRow):
    """A complaint and what became of it."""

    __tablename__ = "complaint"
    received_on: Mapped[date]
    about_kind: Mapped[str | None]
    about_id: Mapped[OptionalRef]
    subject: Mapped[str | None]
    settled_on: Mapped[date | None]
    result: Mapped[str | None]


class SicknessCaseRow(Row, CaseRow):
    """A period of sickness, on sickness benefit or on cash assistance (`employer` is then empty)."""

    __tablename__ = "sickness_case"
    first_absence_on: Mapped[date]
    notified_on: Mapped[date | None]
    employer: Mapped[str | None]
    employment_type: Mapped[str | None]
    form_sent_on: Mapped[date | None]
    form_due_on: Mapped[date | None]
    form_returned_on: Mapped[date | None]
    expected_recovery_on: Mapped[date | None]
    doctor_statement_on: Mapped[date | None]
    group: Mapped[SicknessGroup | None] = mapped_column("follow_up_group")
    group_from: Mapped[date | None]
    earlier_weeks_used: Mapped[int] = mapped_column(default=0)
    last_follow_up_on: Mapped[date | None]
    extension_decided_on: Mapped[date | None]
    extension_reason: Mapped[str | None]
    recovered_on: Mapped[date | None]
    returned_to: Mapped[ReturnedTo | None]


class RiskAssessmentRow(Row, CaseRow):
    """An early estimate of how long a sickness case may get, with the facts it rests on."""

    __tablename__ = "risk_assessment"
    sickness_case_id: Mapped[str] = within_case("sickness_case.id")
    assessed_on: Mapped[date]
    level: Mapped[RiskLevel]
    facts: Mapped[str] = mapped_column(default="")
    overruled_reason: Mapped[str | None]


class SanctionCaseRow(Row, CaseRow):
    """From absence over hearing and recommendation to the benefit office's decision."""

    __tablename__ = "sanction_case"
    state: Mapped[SanctionState]
    opened_on: Mapped[date]
    hearing_sent_on: Mapped[date | None]
    hearing_answer_by: Mapped[date | None]
    hearing_answer_on: Mapped[date | None]
    facts_stated: Mapped[str | None]
    rule_stated: Mapped[str | None]
    answer_text: Mapped[str | None]
    heard_orally: Mapped[str | None]
    reasonable_excuse: Mapped[str | None]
    furthers_availability: Mapped[str | None]
    proportionate: Mapped[str | None]
    recommendation: Mapped[str | None]
    legal_basis: Mapped[str | None]
    period: Mapped[str | None]
    reason: Mapped[str | None]
    second_reader: Mapped[OptionalRef]
    recommended_on: Mapped[date | None]
    decided_on: Mapped[date | None]
    decision: Mapped[str | None]
    closed_on: Mapped[date | None]


class YouthAlertRow(Row, CaseRow):
    """A young person has left an education or is about to."""

    __tablename__ = "youth_alert"
    received_on: Mapped[date]
    school: Mapped[str | None]
    programme: Mapped[str | None]
    left_on: Mapped[date | None]
    at_risk_since: Mapped[date | None]
    reason: Mapped[str | None]
    talk_offered_on: Mapped[date | None]
    outcome: Mapped[YouthOutcome | None]
    outcome_on: Mapped[date | None]
    followed_up_3_months_on: Mapped[date | None]
    followed_up_6_months_on: Mapped[date | None]
