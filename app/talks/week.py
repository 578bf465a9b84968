"""A week of one worker: every summons and group meeting with its time, whom it is with, and what clashes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from app.cases.restrictions import cases_closed_to
from app.clock import danish_time
from app.talks.group_view import MeetingLine, coming_meetings
from app.talks.local_time import clock_from
from db.rows.people import CaseHoldingRow, CitizenRow
from db.rows.talks import SummonsRow, TalkRow
from db.values.talks import AttendanceKind, TalkForm, TalkPurpose

_ASSUMED = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Booked:
    """One appointment. `starts` None stands for a day without a clock time.

    A group meeting has a `meeting_id` and no case; `citizen` is then its theme and `invited` its count.
    """

    on: date
    starts: time | None
    ends: time | None
    citizen: str
    purpose: TalkPurpose
    form: TalkForm
    place: str | None
    interpreter_booked: bool
    case_id: str | None = None
    summons_id: str | None = None
    meeting_id: str | None = None
    attendance: AttendanceKind | None = None
    talk_held: bool = False
    has_letter: bool = False
    invited: int = 0
    clashes: bool = False

    @property
    def id(self) -> str:
        """The id of its row."""
        return self.summons_id or self.meeting_id or ""


@dataclass(frozen=True, slots=True)
class Week:
    """Monday and everything from it to Sunday, by day and clock."""

    monday: date
    booked: tuple[Booked, ...]


def read_week(session: Session, worker_id: str, day: date, today: date) -> Week:
    """The week of a day: the worker's own, and what nobody is named for with the worker's citizens."""
    monday = day - timedelta(days=day.weekday())
    after = monday + timedelta(days=7)
    closed = cases_closed_to(session, worker_id, today)
    booked = [each for each in _summonses(session, worker_id, monday, after, today) if each.case_id not in closed]
    booked.extend(
        _meeting(line)
        for line in coming_meetings(session, monday)
        if line.starts_at.date() < after and line.held_by in {worker_id, None}
    )
    booked.sort(key=lambda each: (each.on, each.starts or time(0), each.citizen, each.id))
    return Week(monday, tuple(replace(each, clashes=_clashes(each, booked)) for each in booked))


def _summonses(session: Session, worker_id: str, monday: date, after: date, today: date) -> list[Booked]:
    held_by_me = exists().where(
        CaseHoldingRow.case_id == SummonsRow.case_id,
        CaseHoldingRow.worker_id == worker_id,
        CaseHoldingRow.from_on <= today,
        or_(CaseHoldingRow.to_on.is_(None), CaseHoldingRow.to_on >= today),
        CaseHoldingRow.gone.is_(False),
        CaseHoldingRow.withdrawn_on.is_(None),
    )
    held = exists().where(TalkRow.summons_id == SummonsRow.id, TalkRow.gone.is_(False), TalkRow.withdrawn_on.is_(None))
    rows = session.execute(
        select(SummonsRow, CitizenRow.name, held)
        .join(CitizenRow, CitizenRow.id == SummonsRow.case_id)
        .where(
            SummonsRow.meets_on >= monday,
            SummonsRow.meets_on < after,
            SummonsRow.rebooked_to.is_(None),
            SummonsRow.gone.is_(False),
            SummonsRow.withdrawn_on.is_(None),
            CitizenRow.gone.is_(False),
            or_(SummonsRow.staff_worker_id == worker_id, SummonsRow.staff_worker_id.is_(None) & held_by_me),
        )
    )
    return [
        Booked(
            row.meets_on,
            clock_from(row.meets_at),
            clock_from(row.ends_at),
            name,
            row.purpose,
            row.form,
            row.place,
            row.interpreter_booked,
            case_id=row.case_id,
            summons_id=row.id,
            attendance=row.attendance,
            talk_held=bool(talk),
            has_letter=row.document_hash is not None,
        )
        for row, name, talk in rows
    ]


def _meeting(line: MeetingLine) -> Booked:
    return Booked(
        line.starts_at.date(),
        line.starts_at.time(),
        line.ends_at.astimezone(danish_time()).time() if line.ends_at else None,
        line.theme,
        line.purpose,
        TalkForm.GROUP,
        line.place,
        line.interpreter_booked,
        meeting_id=line.id,
        invited=line.invited,
    )


def _clashes(one: Booked, booked: list[Booked]) -> bool:
    away = {AttendanceKind.ABSENT, AttendanceKind.ABSENT_WITH_NOTICE}
    if one.starts is None or one.attendance in away:
        return False
    starts, ends = span(one)
    for other in booked:
        if other is one or other.on != one.on or other.starts is None or other.attendance in away:
            continue
        begin, end = span(other)
        if starts < end and begin < ends:
            return True
    return False


def span(one: Booked) -> tuple[datetime, datetime]:
    """Beginning and end on its day; one without an end is taken for half an hour."""
    starts = datetime.combine(one.on, one.starts or time(0))
    ends = datetime.combine(one.on, one.ends) if one.ends else starts + _ASSUMED
    return starts, max(ends, starts + timedelta(minutes=1))
