"""Group meetings as their screens show them: which there are, who is invited, who came, and each one's own time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from app.cases.restrictions import cases_closed_to
from app.cases.usage_log import note_use_of_cases
from app.clock import danish_time
from app.talks.local_time import instant_of
from app.work import Work
from db.errors import Refused
from db.rows.people import CitizenRow
from db.rows.talks import AttendanceRow, GroupMeetingRow, SummonsRow, TalkRow
from db.values.people import UsageKind
from db.values.talks import AttendanceKind, TalkPurpose

_SHOWN_BACK = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list. Times are Danish; `came` counts those who came, `open_marks` those not ticked yet."""

    id: str
    theme: str
    purpose: TalkPurpose
    starts_at: datetime
    ends_at: datetime | None
    place: str | None
    seats: int | None
    language: str | None
    interpreter_booked: bool
    held_by: str | None
    invited: int
    came: int
    open_marks: int

    @property
    def free(self) -> int | None:
        """Seats that are left; None without a limit."""
        return None if self.seats is None else max(self.seats - self.invited, 0)


@dataclass(frozen=True, slots=True)
class Invited:
    """One citizen of a meeting. `slot` is the Danish time of their own talk, `talk_held` that it is registered.

    `summons_id` is the summons of that time, None where it was moved or withdrawn.
    """

    case_id: str
    citizen: str
    born: date
    kind: AttendanceKind | None
    slot: datetime | None
    talk_held: bool
    summons_id: str | None
    interpreter: str | None


@dataclass(frozen=True, slots=True)
class OpenedMeeting:
    """A meeting with everyone who is invited, by name. `hidden` counts cases that are closed to the worker."""

    line: MeetingLine
    invited: tuple[Invited, ...]
    hidden: int = 0


def coming_meetings(session: Session, from_on: date) -> tuple[MeetingLine, ...]:
    """Meetings from a day on, of every worker of the store, soonest first."""
    return _lines(session, GroupMeetingRow.starts_at >= instant_of(from_on, datetime.min.time()))


def recent_meetings(session: Session, today: date) -> tuple[MeetingLine, ...]:
    """Meetings of the last two months and to come, the newest first."""
    since = instant_of(today - _SHOWN_BACK, datetime.min.time())
    return tuple(reversed(_lines(session, GroupMeetingRow.starts_at >= since)))


def open_meeting(work: Work, meeting_id: str) -> OpenedMeeting:
    """Read a meeting and log that its citizens were shown. Refused: `unknown_row`."""
    lines = _lines(work.session, GroupMeetingRow.id == meeting_id)
    if not lines:
        raise Refused("Mødet findes ikke længere.", field="meeting_id", code="unknown_row")
    closed = cases_closed_to(work.session, work.author, work.today)
    rows = work.session.execute(
        select(AttendanceRow, CitizenRow)
        .join(CitizenRow, CitizenRow.id == AttendanceRow.case_id)
        .where(
            AttendanceRow.group_meeting_id == meeting_id,
            AttendanceRow.gone.is_(False),
            AttendanceRow.withdrawn_on.is_(None),
        )
        .order_by(CitizenRow.sort_name, CitizenRow.id)
    ).all()
    seen = [(row, citizen) for row, citizen in rows if citizen.id not in closed]
    note_use_of_cases(work, UsageKind.OPENED, "Hold", sorted(citizen.id for _, citizen in seen))
    invited = tuple(_invited(work.session, row, citizen) for row, citizen in seen)
    return OpenedMeeting(lines[0], invited, len(rows) - len(seen))


def _invited(session: Session, row: AttendanceRow, citizen: CitizenRow) -> Invited:
    slot = row.slot_starts_at.astimezone(danish_time()) if row.slot_starts_at else None
    summons_id = None
    held = False
    if slot is not None:
        query = select(SummonsRow.id).where(
            SummonsRow.case_id == citizen.id,
            SummonsRow.meets_on == slot.date(),
            SummonsRow.meets_at == f"{slot:%H:%M}",
            SummonsRow.rebooked_to.is_(None),
            SummonsRow.gone.is_(False),
            SummonsRow.withdrawn_on.is_(None),
        )
        summons_id = session.scalars(query).first()
        talk = select(TalkRow.id).where(
            TalkRow.summons_id == summons_id, TalkRow.gone.is_(False), TalkRow.withdrawn_on.is_(None)
        )
        held = summons_id is not None and session.scalars(talk).first() is not None
    interpreter = (citizen.language or "?") if citizen.interpreter_needed else None
    return Invited(citizen.id, citizen.name, citizen.born, row.kind, slot, held, summons_id, interpreter)


def _lines(session: Session, where: ColumnElement[bool]) -> tuple[MeetingLine, ...]:
    live = (AttendanceRow.gone.is_(False), AttendanceRow.withdrawn_on.is_(None))
    came = AttendanceRow.kind.in_([AttendanceKind.CAME, AttendanceKind.CAME_LATE])
    counts = (
        select(
            AttendanceRow.group_meeting_id.label("meeting"),
            func.count().label("invited"),
            func.count().filter(came).label("came"),
            func.count().filter(AttendanceRow.kind.is_(None)).label("open"),
        )
        .where(*live)
        .group_by(AttendanceRow.group_meeting_id)
        .subquery()
    )
    query = (
        select(GroupMeetingRow, counts.c.invited, counts.c.came, counts.c.open)
        .outerjoin(counts, counts.c.meeting == GroupMeetingRow.id)
        .where(where, GroupMeetingRow.gone.is_(False))
        .order_by(GroupMeetingRow.starts_at, GroupMeetingRow.id)
    )
    zone = danish_time()
    return tuple(
        MeetingLine(
            row.id,
            row.theme,
            row.purpose,
            row.starts_at.astimezone(zone),
            row.ends_at.astimezone(zone) if row.ends_at else None,
            row.place,
            row.seats,
            row.language,
            row.interpreter_booked,
            row.held_by,
            invited or 0,
            came or 0,
            unmarked or 0,
        )
        for row, invited, came, unmarked in session.execute(query)
    )
