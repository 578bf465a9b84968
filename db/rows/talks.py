"""Rows about talks, summonses, notes, group meetings and reports outward."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import CaseRow, OptionalRef, Ref, Row, UnitRow, within_case
from db.values.cases import WarningKind
from db.values.talks import (
    AttendanceKind,
    NoteKind,
    ReportState,
    ReportSubject,
    SentHow,
    StepOwner,
    TalkForm,
    TalkPurpose,
)


class TalkRow(Row, CaseRow):
    """One conversation that was held. `fulfils_duty` None means that the rule set decides by its form.

    `from_extract` marks one that another system told of: its note is kept there and not asked for here.
    """

    __tablename__ = "talk"
    held_on: Mapped[date]
    held_by: Mapped[OptionalRef]
    held_by_name: Mapped[str | None]
    from_extract: Mapped[bool] = mapped_column(default=False)
    form: Mapped[TalkForm]
    purpose: Mapped[TalkPurpose | None]
    fulfils_duty: Mapped[bool | None]
    present: Mapped[str] = mapped_column(default="citizen")
    since_last: Mapped[str | None]
    job_search: Mapped[str | None]
    skills: Mapped[str | None]
    weekly_hours_possible: Mapped[int | None]
    part_time_wish: Mapped[bool | None]
    obstacles: Mapped[str | None]
    job_proposal: Mapped[str | None]
    citizen_view: Mapped[str | None]
    match_kept: Mapped[bool | None]
    next_step_towards_work: Mapped[str | None]
    next_contact_on: Mapped[date | None]
    next_form: Mapped[TalkForm | None]
    template_id: Mapped[OptionalRef]
    group_meeting_id: Mapped[OptionalRef]
    summons_id: Mapped[OptionalRef]
    sickness_case_id: Mapped[OptionalRef]
    health_as_told: Mapped[str | None]
    work_left_possible: Mapped[str | None]
    partial_return_on: Mapped[date | None]
    retention_needed: Mapped[bool | None]
    retention_measures: Mapped[str | None]
    employer_contact_on: Mapped[date | None]
    doctor_contact_on: Mapped[date | None]


class TalkAgreementRow(Row, CaseRow):
    """Something agreed in a talk: what, who, by when."""

    __tablename__ = "talk_agreement"
    talk_id: Mapped[str] = within_case("talk.id")
    text: Mapped[str]
    who: Mapped[StepOwner]
    by_date: Mapped[date | None]
    done_on: Mapped[date | None]


class GroupMeetingRow(Row, UnitRow):
    """Many citizens together; each citizen's invitation and attendance is a row of their own case."""

    __tablename__ = "group_meeting"
    theme: Mapped[str]
    purpose: Mapped[TalkPurpose]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime | None]
    place: Mapped[str | None]
    seats: Mapped[int | None]
    language: Mapped[str | None]
    interpreter_booked: Mapped[bool] = mapped_column(default=False)
    held_by: Mapped[OptionalRef]


class AttendanceRow(Row, CaseRow):
    """One citizen's invitation to a group meeting, and whether they came."""

    __tablename__ = "attendance"
    group_meeting_id: Mapped[str] = mapped_column(String(36), index=True)
    kind: Mapped[AttendanceKind | None]
    slot_starts_at: Mapped[datetime | None]


class SummonsRow(Row, CaseRow):
    """A letter with time, place and duties. `meets_on` is the local date of the meeting, for the queue."""

    __tablename__ = "summons"
    purpose: Mapped[TalkPurpose]
    form: Mapped[TalkForm]
    meets_on: Mapped[date]
    meets_at: Mapped[str | None] = mapped_column(String(5))
    ends_at: Mapped[str | None] = mapped_column(String(5))
    place: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    staff_worker_id: Mapped[OptionalRef]
    title: Mapped[str | None]
    text: Mapped[str | None]
    what_to_bring: Mapped[str | None]
    interpreter_booked: Mapped[bool] = mapped_column(default=False)
    rebook_allowed: Mapped[bool] = mapped_column(default=True)
    rebook_until: Mapped[date | None]
    duty_text: Mapped[str | None]
    sent_on: Mapped[date | None]
    sent_how: Mapped[SentHow | None]
    document_hash: Mapped[str | None] = mapped_column(String(64))
    attendance: Mapped[AttendanceKind | None]
    attendance_noted_on: Mapped[date | None]
    rebooked_to: Mapped[OptionalRef]


class NoteRow(Row, CaseRow):
    """A dated record on the case; append-only. `about_*` names what the note documents, if anything."""

    __tablename__ = "note"
    kind: Mapped[NoteKind]
    noted_on: Mapped[date]
    noted_by: Mapped[OptionalRef]
    text: Mapped[str]
    about_kind: Mapped[str | None]
    about_id: Mapped[OptionalRef]
    call_back: Mapped[bool] = mapped_column(default=False)
    called_back_on: Mapped[date | None]


class PortalReportRow(Row, CaseRow):
    """One report to the labour market portal, about one talk or one match assessment."""

    __tablename__ = "portal_report"
    subject: Mapped[ReportSubject]
    subject_id: Mapped[Ref]
    counted_from: Mapped[date]
    state: Mapped[ReportState]
    reported_on: Mapped[date | None]
    rejected_reason: Mapped[str | None]


class WarningRow(Row, CaseRow):
    """A citizen was told in good time what will happen: of what, how, by which text, and understood."""

    __tablename__ = "warning"
    kind: Mapped[WarningKind]
    warned_on: Mapped[date]
    warned_how: Mapped[str | None]
    in_writing: Mapped[bool] = mapped_column(default=False)
    text_version: Mapped[str | None]
    understood: Mapped[bool | None]
    talk_id: Mapped[OptionalRef]


class PrintedDocumentRow(Row, CaseRow):
    """The exact bytes that were handed out: their hash, who, when and how. The bytes lie in `blob`."""

    __tablename__ = "printed_document"
    kind: Mapped[str]
    about_id: Mapped[OptionalRef]
    title: Mapped[str]
    document_hash: Mapped[str] = mapped_column(String(64))
    printed_on: Mapped[date]
    printed_by: Mapped[OptionalRef]
    handed_over_how: Mapped[SentHow | None]


class AttachmentRow(Row, CaseRow):
    """A received document. The bytes lie in `blob`."""

    __tablename__ = "attachment"
    title: Mapped[str]
    media_type: Mapped[str]
    document_hash: Mapped[str] = mapped_column(String(64))
    received_on: Mapped[date]
    received_from: Mapped[str | None]
    about_kind: Mapped[str | None]
    about_id: Mapped[OptionalRef]
