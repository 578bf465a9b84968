"""Rows about citizens, their households, benefits, match, holders and what is known of them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import CaseRow, OptionalRef, PartitionKind, Ref, Row, Synced, UnitRow, Withdrawable
from db.values.people import (
    BenefitType,
    ClosingReason,
    ConsentScope,
    ContactWish,
    CprMark,
    ExclusionReason,
    ExternalSystem,
    FollowUpModel,
    HouseholdPart,
)


class CitizenRow(Row, Synced, Withdrawable):
    """A citizen, and the case: its id is the partition of everything that belongs to the case."""

    __tablename__ = "citizen"
    partition_kind: ClassVar[PartitionKind] = PartitionKind.CASE
    partition_column: ClassVar[str] = "id"

    cpr: Mapped[str] = mapped_column(String(10), index=True)
    cpr_mark: Mapped[CprMark]
    name: Mapped[str]
    sort_name: Mapped[str] = mapped_column(index=True)
    search_text: Mapped[str]
    born: Mapped[date]
    street: Mapped[str | None]
    house_number: Mapped[str | None]
    floor_and_door: Mapped[str | None]
    postcode: Mapped[str | None]
    city: Mapped[str | None]
    address_protected: Mapped[bool] = mapped_column(default=False)
    housing_area_id: Mapped[OptionalRef]
    housing_area_overruled: Mapped[str | None]
    phone: Mapped[str | None]
    email: Mapped[str | None]
    language: Mapped[str | None]
    interpreter_needed: Mapped[bool] = mapped_column(default=False)
    contact_wish: Mapped[ContactWish | None]
    children_at_home: Mapped[int | None]
    vocational_education: Mapped[bool | None]
    first_enquiry_on: Mapped[date | None]
    weight: Mapped[int] = mapped_column(default=100)
    merged_into: Mapped[OptionalRef]


class HouseholdRow(Row, UnitRow):
    """People under one roof. Each citizen's part in it is a row of that citizen's own case."""

    __tablename__ = "household"
    address_text: Mapped[str | None]
    from_on: Mapped[date | None]
    to_on: Mapped[date | None]


class HouseholdMemberRow(Row, CaseRow):
    """One citizen's part in a household, with what switches the joint functions off."""

    __tablename__ = "household_member"
    household_id: Mapped[str] = mapped_column(String(36), index=True)
    part: Mapped[HouseholdPart]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    lives_apart: Mapped[bool] = mapped_column(default=False)


class BenefitPeriodRow(Row, CaseRow):
    """A dated period on one benefit, with the clock from enquiry to notice."""

    __tablename__ = "benefit_period"
    benefit: Mapped[BenefitType]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    enquiry_on: Mapped[date | None]
    notice_on: Mapped[date | None]
    entitlement_enquiry_on: Mapped[date | None]
    entitlement_notice_on: Mapped[date | None]


class MatchAssessmentRow(Row, CaseRow):
    """A dated assessment of the distance to work, 1 to 5. `basis` is a comma list of MatchBasis values."""

    __tablename__ = "match_assessment"
    category: Mapped[int]
    assessed_on: Mapped[date]
    assessed_by: Mapped[OptionalRef]
    basis: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    next_assessment_on: Mapped[date | None]
    talk_id: Mapped[OptionalRef]


class CaseHoldingRow(Row, CaseRow):
    """Who holds the thread, where and since when. At most one is open; none means unassigned."""

    __tablename__ = "case_holding"
    worker_id: Mapped[OptionalRef]
    unit_id: Mapped[Ref]
    from_on: Mapped[date]
    to_on: Mapped[date | None]
    reason: Mapped[str | None]
    letter_sent_on: Mapped[date | None]


class CaseClosingRow(Row, CaseRow):
    """*Afslut sag*: the case ends on a date, for a reason."""

    __tablename__ = "case_closing"
    closed_on: Mapped[date]
    reason: Mapped[ClosingReason]
    reason_text: Mapped[str | None]
    weekly_hours: Mapped[int | None]
    employer: Mapped[str | None]
    combined_with_danish: Mapped[bool] = mapped_column(default=False)
    reopened_on: Mapped[date | None]


class ExclusionRow(Row, CaseRow):
    """Left out of the indicators from a date to a date, at most six months, with a reason of the closed list."""

    __tablename__ = "exclusion"
    reason: Mapped[ExclusionReason]
    reason_text: Mapped[str | None]
    from_on: Mapped[date]
    until_on: Mapped[date]


class ContactOverrideRow(Row, CaseRow):
    """A closer or other follow-up model for one person, with its reason and end."""

    __tablename__ = "contact_override"
    model: Mapped[FollowUpModel]
    interval_days: Mapped[int]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    reason: Mapped[str]


class ConsentRow(Row, CaseRow):
    """A citizen's permission to share something with someone."""

    __tablename__ = "consent"
    scope: Mapped[ConsentScope]
    scope_text: Mapped[str | None]
    given_on: Mapped[date]
    ends_on: Mapped[date | None]
    document_hash: Mapped[str | None] = mapped_column(String(64))


class ExternalContactRow(Row, CaseRow):
    """Someone outside who acts in the case: doctor, specialist team, school, housing company."""

    __tablename__ = "external_contact"
    kind: Mapped[str]
    organisation: Mapped[str | None]
    name: Mapped[str | None]
    phone: Mapped[str | None]
    consent_id: Mapped[OptionalRef]
    last_contact_on: Mapped[date | None]


class CrossDepartmentReferralRow(Row, CaseRow):
    """Another department is needed: who has the duty to act, when it was sent and answered."""

    __tablename__ = "cross_department_referral"
    department: Mapped[str]
    need: Mapped[str]
    duty_to_act: Mapped[str]
    sent_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    fast_lane: Mapped[bool] = mapped_column(default=False)


class RestrictedCaseRow(Row, CaseRow):
    """*Spærret sag*: named readers only, or a worker who has declared a conflict of interest."""

    __tablename__ = "restricted_case"
    reason: Mapped[str]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    readers: Mapped[str] = mapped_column(default="")
    conflicted_worker_id: Mapped[OptionalRef]


class SafetyNoteRow(Row, CaseRow):
    """A fact to know before the door, with its source and an end. Never a judgement of a person."""

    __tablename__ = "safety_note"
    fact: Mapped[str]
    source: Mapped[str]
    valid_from: Mapped[date]
    valid_until: Mapped[date]


class TargetGroupMarkerRow(Row, CaseRow):
    """A dated marker that selects offers; `restricted` ones are seen by the youth team only."""

    __tablename__ = "target_group_marker"
    marker: Mapped[str]
    from_on: Mapped[date]
    until_on: Mapped[date | None]
    restricted: Mapped[bool] = mapped_column(default=False)


class IntakeCheckRow(Row, CaseRow):
    """One point of the reception checklist, done on a date by someone."""

    __tablename__ = "intake_check"
    point: Mapped[str]
    done_on: Mapped[date | None]
    done_by: Mapped[OptionalRef]
    detail: Mapped[str | None]


class LanguageAssessmentRow(Row, CaseRow):
    """Whether language really is the problem, how it was tested and whether it is the main obstacle."""

    __tablename__ = "language_assessment"
    assessed_on: Mapped[date]
    spoken_level: Mapped[str | None]
    written_level: Mapped[str | None]
    how_tested: Mapped[str | None]
    is_main_barrier: Mapped[str | None]
    other_main_barrier: Mapped[str | None]
    special_unit_wanted: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str | None]


class ExternalReferenceRow(Row, CaseRow):
    """The citizen's number in one of the other systems."""

    __tablename__ = "external_reference"
    system: Mapped[ExternalSystem]
    number: Mapped[str]


class OutwardEntryRow(Row, CaseRow):
    """Something registered here that must also be typed elsewhere, and whether it has been."""

    __tablename__ = "outward_entry"
    system: Mapped[ExternalSystem]
    subject_kind: Mapped[str]
    subject_id: Mapped[Ref]
    entered_on: Mapped[date | None]
    entered_by: Mapped[OptionalRef]


class ItemHandOverRow(Row, CaseRow):
    """One queue item given to a colleague, with the reason; the case holder stays."""

    __tablename__ = "item_hand_over"
    item_key: Mapped[str]
    to_worker_id: Mapped[Ref]
    reason: Mapped[str]
    handed_on: Mapped[date]
    taken_back_on: Mapped[date | None]


class DoneElsewhereRow(Row, CaseRow):
    """A queue item that was done in another way; the note says how."""

    __tablename__ = "done_elsewhere"
    item_key: Mapped[str]
    done_on: Mapped[date]
    note: Mapped[str]


class DataQualityAcceptanceRow(Row, CaseRow):
    """A contradiction in the data that someone has looked at and accepted, with the reason."""

    __tablename__ = "data_quality_acceptance"
    finding_key: Mapped[str]
    accepted_on: Mapped[date]
    reason: Mapped[str]


class SyncConflictRow(Row, CaseRow):
    """Two machines have written the same field differently; a person decides."""

    __tablename__ = "sync_conflict"
    table_name: Mapped[str]
    row_id: Mapped[Ref]
    merge_group: Mapped[str]
    base_value: Mapped[str | None]
    hub_value: Mapped[str | None]
    own_value: Mapped[str | None]
    by_worker_id: Mapped[OptionalRef]
    found_on: Mapped[date]
    state: Mapped[str] = mapped_column(default="open")
    answered_on: Mapped[date | None]
