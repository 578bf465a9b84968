"""Who is taken when: what stands in the diaries from today on, clashes with it, and the next time that is free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import danish_time
from app.rules.calendar import Calendar
from app.talks.local_time import clock_from, clock_words, instant_of
from db.rows.talks import GroupMeetingRow, SummonsRow

_OPENS, _CLOSES = time(9, 0), time(15, 30)
_LUNCH = (time(12, 0), time(12, 30))
_STEP = timedelta(minutes=15)
_ASSUMED = timedelta(minutes=30)
_LOOKS_AHEAD = 60


class Taken(NamedTuple):
    """A worker's time that is given away. `case_id` is the citizen's, None for a group meeting. No name."""

    worker_id: str | None
    case_id: str | None
    on: date
    starts: time
    ends: time
    summons_id: str | None = None


def read_taken(session: Session, from_on: date) -> tuple[Taken, ...]:
    """Every summons and group meeting with a clock time from a day on, of every worker."""
    summonses = session.execute(
        select(
            SummonsRow.staff_worker_id,
            SummonsRow.case_id,
            SummonsRow.meets_on,
            SummonsRow.meets_at,
            SummonsRow.ends_at,
            SummonsRow.id,
        )
        .where(
            SummonsRow.meets_on >= from_on,
            SummonsRow.meets_at.is_not(None),
            SummonsRow.rebooked_to.is_(None),
            SummonsRow.gone.is_(False),
            SummonsRow.withdrawn_on.is_(None),
        )
        .order_by(SummonsRow.meets_on, SummonsRow.meets_at, SummonsRow.id)
    )
    taken = [
        Taken(worker, case, on, _clock(starts), _end(_clock(starts), ends), row)
        for worker, case, on, starts, ends, row in summonses
    ]
    since = instant_of(from_on, time(0))
    meetings = session.execute(
        select(GroupMeetingRow.held_by, GroupMeetingRow.starts_at, GroupMeetingRow.ends_at).where(
            GroupMeetingRow.starts_at >= since, GroupMeetingRow.gone.is_(False)
        )
    )
    for worker, starts_at, ends_at in meetings:
        starts = starts_at.astimezone(danish_time())
        ends = ends_at.astimezone(danish_time()).time() if ends_at else _later(starts.time(), _ASSUMED)
        taken.append(Taken(worker, None, starts.date(), starts.time(), ends))
    return tuple(taken)


def clash(
    taken: Iterable[Taken], *, worker_id: str | None, case_id: str | None, on: date, starts: time, ends: time
) -> str | None:
    """What stands in the way of a time, in Danish; None when nothing does."""
    on_day = [each for each in taken if each.on == on]
    if any(each.case_id == case_id for each in on_day if case_id is not None):
        return "Allerede indkaldt den dag"
    for each in on_day:
        if each.worker_id == worker_id and starts < each.ends and each.starts < ends:
            what = "Fælles møde" if each.case_id is None else "Anden samtale"
            return f"{what} kl. {clock_words(each.starts)}–{clock_words(each.ends)}"
    return None


def free_time(
    taken: Iterable[Taken], *, worker_id: str | None, wanted_on: date, minutes: int, wanted_at: time | None = None
) -> tuple[date, time]:
    """The first free time of so many minutes on a working day from `wanted_on` on.

    With `wanted_at` the same clock time is tried first on the day that is wanted. Lunch is kept free.
    """
    calendar = Calendar()
    of_worker = [each for each in taken if each.worker_id == worker_id]
    length = timedelta(minutes=minutes)
    day = wanted_on
    for _ in range(_LOOKS_AHEAD):
        if calendar.is_working_day(day):
            busy = [(each.starts, each.ends) for each in of_worker if each.on == day]
            for starts in _starts(wanted_at, length):
                ends = _later(starts, length)
                if not any(starts < end and begin < ends for begin, end in (*busy, _LUNCH)):
                    return day, starts
        day += timedelta(days=1)
    return wanted_on, wanted_at or _OPENS


def next_working_days(today: date, count: int) -> tuple[date, ...]:
    """The working days after today."""
    calendar, days = Calendar(), [today]
    for _ in range(count):
        days.append(calendar.add_working_days(days[-1], 1))
    return tuple(days[1:])


def _starts(wanted_at: time | None, length: timedelta) -> Iterable[time]:
    if wanted_at is not None:
        yield wanted_at
    starts, last = datetime.combine(date.min, _OPENS), datetime.combine(date.min, _CLOSES) - length
    while starts <= last:
        yield starts.time()
        starts += _STEP


def _later(at: time, by: timedelta) -> time:
    found = datetime.combine(date.min, at) + by
    return found.time() if found.date() == date.min else time(23, 59)


def _clock(text: str | None) -> time:
    return clock_from(text) or time(0)


def _end(starts: time, text: str | None) -> time:
    ends = clock_from(text)
    return ends if ends is not None and ends > starts else _later(starts, _ASSUMED)
