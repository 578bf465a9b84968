"""Rows about offers in use: the decision, the order, its questions, the answers and the stay itself."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import CaseRow, Oere, OptionalOere, OptionalRef, Ref, Row, within_case
from db.values.offers import (
    AbsenceClosing,
    AbsenceKind,
    AnswerAt,
    AnswerBasis,
    AnswerKind,
    Certainty,
    ChangeKind,
    FeedbackKind,
    OfferKind,
    OrderState,
    OutcomeKind,
    PlacementState,
    ReceivedHow,
    RequestDecision,
)
from db.values.plans import ResourceElementKind


class VisitationDecisionRow(Row, CaseRow):
    """Which offer was chosen, which others were looked at, and why."""

    __tablename__ = "visitation_decision"
    decided_on: Mapped[date]
    decided_by: Mapped[OptionalRef]
    chosen_offer_id: Mapped[OptionalRef]
    considered_offer_ids: Mapped[str] = mapped_column(default="")
    reason_kind: Mapped[str | None]
    reason: Mapped[str | None]
    override_reason: Mapped[str | None]
    citizen_wish: Mapped[str | None]
    agreed_with_citizen: Mapped[bool | None]
    proposed_start: Mapped[date | None]


class OfferOrderRow(Row, CaseRow):
    """One version of an order to a provider. `mac_key` is random a version, so that a new holder can check it."""

    __tablename__ = "offer_order"
    order_no: Mapped[str]
    version: Mapped[int]
    state: Mapped[OrderState]
    state_reason: Mapped[str | None]
    ordered_on: Mapped[date | None]
    ordered_by: Mapped[OptionalRef]
    approved_on: Mapped[date | None]
    approved_by: Mapped[OptionalRef]
    answer_by: Mapped[date | None]
    provider_id: Mapped[OptionalRef]
    contract_no: Mapped[str | None]
    offer_id: Mapped[OptionalRef]
    part_services: Mapped[str | None]
    legal_basis: Mapped[str | None]
    plan_id: Mapped[OptionalRef]
    decision_id: Mapped[OptionalRef]
    start_wanted: Mapped[date | None]
    start_latest: Mapped[date | None]
    weeks: Mapped[int | None]
    ends_on: Mapped[date | None]
    weekly_hours: Mapped[int | None]
    days_not_possible: Mapped[str | None]
    combine_with: Mapped[str | None]
    purpose: Mapped[str | None]
    background: Mapped[str | None]
    tried_before: Mapped[str | None]
    works_well: Mapped[str | None]
    work_adjustments: Mapped[str | None]
    practical_matters: Mapped[str | None]
    consent_id: Mapped[OptionalRef]
    citizen_has_read: Mapped[bool | None]
    safety_note_to_provider: Mapped[str | None]
    start_notice_days: Mapped[int | None]
    midway_on: Mapped[date | None]
    final_by: Mapped[date | None]
    contact_attempts_required: Mapped[int | None]
    hearing_at_provider: Mapped[bool | None]
    sent_on: Mapped[date | None]
    sent_how: Mapped[str | None]
    document_hash: Mapped[str | None] = mapped_column(String(64))
    mac_key: Mapped[str | None]
    reason_for_change: Mapped[str | None]
    withdrawn_from_provider_on: Mapped[date | None]


class OrderQuestionRow(Row, CaseRow):
    """A concrete question in an order."""

    __tablename__ = "order_question"
    order_id: Mapped[str] = within_case("offer_order.id")
    no: Mapped[int]
    code: Mapped[str | None]
    text: Mapped[str]
    answer_kind: Mapped[AnswerKind]
    choices: Mapped[str | None]
    basis_wanted: Mapped[AnswerBasis | None]
    element: Mapped[ResourceElementKind | None]
    answer_at: Mapped[AnswerAt]
    compulsory: Mapped[bool] = mapped_column(default=False)


class FeedbackRow(Row, CaseRow):
    """A provider's reply to one version of an order; append-only."""

    __tablename__ = "feedback"
    order_id: Mapped[str] = within_case("offer_order.id")
    kind: Mapped[FeedbackKind]
    one_time_number: Mapped[str | None]
    written_by: Mapped[str | None]
    phone: Mapped[str | None]
    written_on: Mapped[date | None]
    received_on: Mapped[date]
    received_how: Mapped[ReceivedHow]
    entered_by: Mapped[OptionalRef]
    on_behalf: Mapped[bool] = mapped_column(default=False)
    accepted: Mapped[str | None]
    decline_reason: Mapped[str | None]
    start_on: Mapped[date | None]
    first_meeting: Mapped[str | None]
    contact_person: Mapped[str | None]
    planned_days: Mapped[int | None]
    attended_days: Mapped[int | None]
    absent_with_reason: Mapped[int | None]
    absent_without: Mapped[int | None]
    late: Mapped[int | None]
    comment: Mapped[str | None]
    progress: Mapped[str | None]
    citizen_comment: Mapped[str | None]
    citizen_has_seen: Mapped[bool | None]
    result: Mapped[OutcomeKind | None]
    job_hours: Mapped[int | None]
    employer: Mapped[str | None]
    lasting: Mapped[bool | None]
    next_step: Mapped[str | None]
    match_opinion: Mapped[str | None]
    unanswered_compulsory: Mapped[int] = mapped_column(default=0)
    incomplete_settled_on: Mapped[date | None]
    document_hash: Mapped[str | None] = mapped_column(String(64))


class OrderAnswerRow(Row, CaseRow):
    """The answer to one question; `accepted_element_id` once it stands in the resource profile."""

    __tablename__ = "order_answer"
    feedback_id: Mapped[str] = within_case("feedback.id")
    question_id: Mapped[str] = within_case("order_question.id")
    answer: Mapped[str | None]
    text: Mapped[str | None]
    basis: Mapped[AnswerBasis | None]
    certainty: Mapped[Certainty | None]
    not_answered_reason: Mapped[str | None]
    accepted_element_id: Mapped[OptionalRef]


class FeedbackReminderRow(Row, CaseRow):
    """The provider was reminded of an expected reply, or it came another way."""

    __tablename__ = "feedback_reminder"
    order_id: Mapped[str] = within_case("offer_order.id")
    feedback_kind: Mapped[FeedbackKind]
    reminded_on: Mapped[date]
    how: Mapped[str | None]
    received_otherwise: Mapped[bool] = mapped_column(default=False)


class PlacementRow(Row, CaseRow):
    """One person's stay in an offer. `offer_no` and the names stand here too, since offers may be withdrawn."""

    __tablename__ = "placement"
    offer_no: Mapped[str]
    offer_id: Mapped[OptionalRef]
    order_id: Mapped[OptionalRef]
    title: Mapped[str | None]
    provider_name: Mapped[str | None]
    kind: Mapped[OfferKind | None]
    ordered_on: Mapped[date | None]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    state: Mapped[PlacementState]
    weekly_hours: Mapped[int | None]
    given_in_writing_on: Mapped[date | None]
    mentor: Mapped[str | None]
    next_step_decided_on: Mapped[date | None]
    next_step: Mapped[str | None]
    end_reason: Mapped[str | None]
    result: Mapped[OutcomeKind | None]
    result_hours: Mapped[int | None]
    result_employer: Mapped[str | None]


class OutcomeCheckRow(Row, CaseRow):
    """What had come of a placement some months (3 or 6) after its end."""

    __tablename__ = "outcome_check"
    placement_id: Mapped[str] = within_case("placement.id")
    months_after: Mapped[int]
    checked_on: Mapped[date]
    outcome: Mapped[OutcomeKind]
    job_hours: Mapped[int | None]
    new_match: Mapped[int | None]


class PlacementChangeRequestRow(Row, CaseRow):
    """A provider asks to extend, shorten, stop or change a stay."""

    __tablename__ = "placement_change_request"
    placement_id: Mapped[OptionalRef]
    order_id: Mapped[OptionalRef]
    change: Mapped[ChangeKind]
    new_end_on: Mapped[date | None]
    new_hours: Mapped[int | None]
    reason: Mapped[str | None]
    wanted_by: Mapped[str | None]
    received_on: Mapped[date]
    decision: Mapped[RequestDecision | None]
    decided_on: Mapped[date | None]
    decided_by: Mapped[OptionalRef]
    decision_reason: Mapped[str | None]


class AbsenceReportRow(Row, CaseRow):
    """One event of absence, with how it was closed."""

    __tablename__ = "absence_report"
    placement_id: Mapped[OptionalRef]
    order_id: Mapped[OptionalRef]
    event_on: Mapped[date]
    reported_on: Mapped[date]
    reported_by: Mapped[str | None]
    planned_hours: Mapped[int | None]
    kind: Mapped[AbsenceKind]
    explanation: Mapped[str | None]
    documentation: Mapped[bool | None]
    hearing_done_at_provider: Mapped[bool | None]
    hearing_text_version: Mapped[str | None]
    citizen_statement: Mapped[str | None]
    closing: Mapped[AbsenceClosing | None]
    closed_on: Mapped[date | None]
    closing_note: Mapped[str | None]
    sanction_case_id: Mapped[OptionalRef]


class ContactAttemptRow(Row, CaseRow):
    """An attempt to reach the citizen: when, how, with what result. `about_id` names what it belongs to."""

    __tablename__ = "contact_attempt"
    about_id: Mapped[OptionalRef]
    attempted_on: Mapped[date]
    attempted_at: Mapped[str | None] = mapped_column(String(5))
    how: Mapped[str]
    result: Mapped[str | None]


class CommitmentRow(Row, CaseRow):
    """Money bound by an order, in øre."""

    __tablename__ = "commitment"
    order_id: Mapped[str] = within_case("offer_order.id")
    budget_line_id: Mapped[Ref]
    unit_price: Mapped[OptionalOere]
    units: Mapped[int | None]
    amount: Mapped[Oere]
    spent: Mapped[Oere] = mapped_column(default=0)
    released_on: Mapped[date | None]


class JobReferralRow(Row, CaseRow):
    """A citizen was sent to a concrete vacancy, and what came of it."""

    __tablename__ = "job_referral"
    order_ref: Mapped[str]
    title: Mapped[str]
    company: Mapped[str | None]
    referred_on: Mapped[date]
    follow_up_on: Mapped[date | None]
    result: Mapped[str | None]
    result_on: Mapped[date | None]
    weekly_hours: Mapped[int | None]
    with_danish: Mapped[bool | None]
