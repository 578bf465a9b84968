"""Group meetings: invite many, tick attendance once, and give everyone who came a time of their own.

The group part alone fulfils the contact duty only where the rule set says so; the individual talk does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select

from app.cases.case_rows import the_open_case
from app.cases.checking import required, tidy
from app.changes import Done
from app.talks.local_time import instant_of, local_day
from app.talks.summon import Meeting, Summon, slots_of, summon
from app.work import Work
from db.errors import Refused
from db.rows.people import CitizenRow
from db.rows.talks import AttendanceRow, GroupMeetingRow
from db.values.talks import AttendanceKind, TalkPurpose


@dataclass(frozen=True, slots=True)
class CreateGroupMeeting:
    """A meeting of a unit. `starts_at` and `ends_at` are aware instants; `seats` None means no limit."""

    unit_id: str
    theme: str
    purpose: TalkPurpose
    starts_at: datetime
    ends_at: datetime | None = None
    place: str | None = None
    seats: int | None = None
    language: str | None = None
    interpreter_booked: bool = False
    held_by: str | None = None


@dataclass(frozen=True, slots=True)
class InviteToGroup:
    """Citizens to invite; those who already are stay invited once."""

    meeting_id: str
    case_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TickAttendance:
    """(case id, whether they came) for everyone on the list, in one go."""

    meeting_id: str
    marks: tuple[tuple[str, AttendanceKind], ...]


@dataclass(frozen=True, slots=True)
class GiveSlots:
    """An individual talk each for those who came, from `meeting.meets_at`, in the order of `case_ids`.

    No `case_ids` means everyone who came and has no slot, in the order of their names.
    """

    meeting_id: str
    meeting: Meeting
    minutes_each: int = 20
    case_ids: tuple[str, ...] = ()


def create_group_meeting(work: Work, request: CreateGroupMeeting) -> Done:
    """Write the meeting. Refused: `missing` (field `theme`), `wrong_order` (`ends_at`), `not_positive` (`seats`)."""
    if request.ends_at is not None and request.ends_at <= request.starts_at:
        raise Refused("Mødet slutter, før det begynder.", field="ends_at", code="wrong_order")
    if request.seats is not None and request.seats < 1:
        raise Refused("Der skal være mindst én plads.", field="seats", code="not_positive")
    row = GroupMeetingRow(
        unit_id=request.unit_id,
        theme=required(request.theme, "theme", "Skriv mødets emne."),
        purpose=request.purpose,
        starts_at=request.starts_at,
        ends_at=request.ends_at,
        place=tidy(request.place),
        seats=request.seats,
        language=tidy(request.language),
        interpreter_booked=request.interpreter_booked,
        held_by=request.held_by or work.author,
    )
    return Done(work.add(row).id, work.changes())


def invite_to_group(work: Work, request: InviteToGroup) -> Done:
    """Write an invitation each. Refused: `missing` and `no_seats` (field `case_ids`), `closed_case`."""
    meeting = _meeting(work, request.meeting_id)
    invited = {row.case_id for row in _invitations(work, meeting.id)}
    new = [case_id for case_id in dict.fromkeys(request.case_ids) if case_id not in invited]
    if not request.case_ids:
        raise Refused("Markér mindst én borger.", field="case_ids", code="missing")
    if meeting.seats is not None and len(invited) + len(new) > meeting.seats:
        free = max(meeting.seats - len(invited), 0)
        places = {0: "ingen ledige pladser", 1: "kun 1 ledig plads"}.get(free, f"kun {free} ledige pladser")
        message = f"Der er {places}. Vælg færre borgere, eller opret et møde mere."
        raise Refused(message, field="case_ids", code="no_seats")
    for case_id in new:
        the_open_case(work, case_id, field="case_ids")
        work.add(AttendanceRow(case_id=case_id, group_meeting_id=meeting.id))
    known = len(set(request.case_ids)) - len(new)
    notices = (f"{known} var inviteret i forvejen.",) if known else ()
    return Done(meeting.id, work.changes(), notices)


def tick_attendance(work: Work, request: TickAttendance) -> Done:
    """Write who came. Refused: `too_early` (field `meeting_id`), `not_invited` (`marks`)."""
    meeting = _meeting(work, request.meeting_id)
    if work.today < local_day(meeting.starts_at):
        raise Refused("Mødet er ikke holdt endnu.", field="meeting_id", code="too_early")
    rows = {row.case_id: row for row in _invitations(work, meeting.id)}
    for case_id, kind in request.marks:
        if case_id not in rows:
            raise Refused("En af borgerne er ikke inviteret til mødet.", field="marks", code="not_invited")
        rows[case_id].kind = kind
    return Done(meeting.id, work.changes())


def give_slots(work: Work, request: GiveSlots) -> Done:
    """Write a slot and a summons each.

    Refused: `nobody_came` and `not_invited` (field `case_ids`), `missing` (`meets_at`), and as `summon` says.
    """
    meeting = _meeting(work, request.meeting_id)
    came = {AttendanceKind.CAME, AttendanceKind.CAME_LATE}
    rows = {row.case_id: row for row in _invitations(work, meeting.id) if row.kind in came}
    wanted = request.case_ids or tuple(row.case_id for row in rows.values() if row.slot_starts_at is None)
    if not wanted:
        message = "Ingen af de fremmødte mangler en tid. Sæt kryds ved fremmøde først."
        raise Refused(message, field="case_ids", code="nobody_came")
    if not set(wanted) <= set(rows):
        raise Refused("En af borgerne var ikke med til mødet.", field="case_ids", code="not_invited")
    if request.meeting.meets_at is None:
        raise Refused("Skriv, hvornår den første samtale begynder.", field="meets_at", code="missing")
    slots = slots_of(request.meeting.meets_on, request.meeting.meets_at, request.minutes_each, len(wanted))
    notices: list[str] = []
    for case_id, (starts, ends) in zip(wanted, slots, strict=True):
        rows[case_id].slot_starts_at = instant_of(request.meeting.meets_on, starts)
        done = summon(work, Summon(case_id, replace(request.meeting, meets_at=starts, ends_at=ends)))
        notices.extend(done.notices)
    return Done(meeting.id, work.changes(), tuple(dict.fromkeys(notices)))


def _meeting(work: Work, meeting_id: str) -> GroupMeetingRow:
    row = work.session.get(GroupMeetingRow, meeting_id)
    if row is None or row.gone:
        raise Refused("Mødet findes ikke længere.", field="meeting_id", code="unknown_row")
    return row


def _invitations(work: Work, meeting_id: str) -> list[AttendanceRow]:
    query = (
        select(AttendanceRow)
        .join(CitizenRow, CitizenRow.id == AttendanceRow.case_id)
        .where(
            AttendanceRow.group_meeting_id == meeting_id,
            AttendanceRow.gone.is_(False),
            AttendanceRow.withdrawn_on.is_(None),
        )
        .order_by(CitizenRow.sort_name, CitizenRow.id)
    )
    return list(work.session.scalars(query))
