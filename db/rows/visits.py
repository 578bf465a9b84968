"""Rows about patrols, home visits and meetings in the housing areas."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.rows.base import CaseRow, OptionalRef, Ref, Row, UnitRow
from db.values.cases import VisitEntry


class PatrolRow(Row, UnitRow):
    """A team that goes out to an area."""

    __tablename__ = "patrol"
    name: Mapped[str]
    area_id: Mapped[OptionalRef]


class PatrolMemberRow(Row, UnitRow):
    """A worker's time in a patrol."""

    __tablename__ = "patrol_member"
    patrol_id: Mapped[str] = mapped_column(String(36), index=True)
    worker_id: Mapped[Ref]
    from_on: Mapped[date]
    to_on: Mapped[date | None]


class DayPlanRow(Row, UnitRow):
    """A pair's day in an area, with when they are expected back and who waits for them."""

    __tablename__ = "day_plan"
    patrol_id: Mapped[OptionalRef]
    area_id: Mapped[OptionalRef]
    day: Mapped[date]
    first_worker_id: Mapped[Ref]
    second_worker_id: Mapped[OptionalRef]
    expected_back_at: Mapped[datetime | None]
    office_contact: Mapped[str | None]
    checked_in_at: Mapped[datetime | None]


class HomeVisitRow(Row, UnitRow):
    """A visit to a household; what concerns one citizen is a row of that citizen's case."""

    __tablename__ = "home_visit"
    day_plan_id: Mapped[OptionalRef]
    household_id: Mapped[OptionalRef]
    rank: Mapped[int] = mapped_column(default=0)
    arrived_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]
    incident: Mapped[str | None]


class CitizenVisitRow(Row, CaseRow):
    """One citizen's part in a home visit, planned or done. `attempt_no` counts the times nobody was home."""

    __tablename__ = "citizen_visit"
    home_visit_id: Mapped[OptionalRef]
    planned_on: Mapped[date]
    letter_sent_on: Mapped[date | None]
    visited_on: Mapped[date | None]
    visited_by: Mapped[OptionalRef]
    entry: Mapped[VisitEntry | None]
    attempt_no: Mapped[int] = mapped_column(default=1)
    time_of_day: Mapped[str | None]
    card_left: Mapped[bool | None]
    present: Mapped[str | None]
    private_talk_possible: Mapped[bool | None]
    talk_id: Mapped[OptionalRef]
    interest: Mapped[str | None]
    referred_to: Mapped[str | None]
    promised: Mapped[str | None]
    given_up_on: Mapped[date | None]


class AreaMeetingRow(Row, UnitRow):
    """An information meeting: place, audience, number present; names only of those who sign up."""

    __tablename__ = "area_meeting"
    area_id: Mapped[OptionalRef]
    held_on: Mapped[date]
    place: Mapped[str | None]
    audience: Mapped[str | None]
    present: Mapped[int | None]


class OpenAdviceContactRow(Row, UnitRow):
    """A contact in the open advice; anonymous unless the citizen wishes otherwise."""

    __tablename__ = "open_advice_contact"
    area_id: Mapped[OptionalRef]
    held_on: Mapped[date]
    subject: Mapped[str]
    sent_on_to: Mapped[str | None]
    case_ref: Mapped[OptionalRef]


class AreaPartnerRow(Row, UnitRow):
    """Someone to work with in an area: board, housing company, school."""

    __tablename__ = "area_partner"
    area_id: Mapped[OptionalRef]
    organisation: Mapped[str]
    name: Mapped[str | None]
    phone: Mapped[str | None]
