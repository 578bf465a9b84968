"""Summon citizens: one, or a whole list with a slot each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from app.cases.case_rows import live_rows, the_open_case
from app.cases.checking import danish, tidy
from app.changes import Done
from app.talks.local_time import clock_text, clock_words
from app.work import Work
from db.errors import Refused
from db.rows.talks import SummonsRow
from db.values.talks import SentHow, TalkForm, TalkPurpose


@dataclass(frozen=True, slots=True)
class Meeting:
    """When and where, and what the letter says. Times are local; `rebook_until` is a day."""

    purpose: TalkPurpose
    form: TalkForm
    meets_on: date
    meets_at: time | None = None
    ends_at: time | None = None
    place: str | None = None
    address: str | None = None
    phone: str | None = None
    staff_worker_id: str | None = None
    title: str | None = None
    text: str | None = None
    what_to_bring: str | None = None
    interpreter_booked: bool = False
    rebook_allowed: bool = True
    rebook_until: date | None = None
    duty_text: str | None = None
    sent_on: date | None = None
    sent_how: SentHow | None = None
    document_hash: str | None = None


@dataclass(frozen=True, slots=True)
class Summon:
    """One citizen to one meeting."""

    case_id: str
    meeting: Meeting


@dataclass(frozen=True, slots=True)
class SummonMany:
    """Many citizens on one day, in the order of the list: each gets the next slot of `minutes_each`."""

    case_ids: tuple[str, ...]
    meeting: Meeting
    minutes_each: int = 30


def summon(work: Work, request: Summon) -> Done:
    """Write the summons; the notices tell of a clash.

    Refused: `closed_case`, `in_the_past` (field `meets_on`), `wrong_order` (`ends_at`, `rebook_until`).
    """
    the_open_case(work, request.case_id)
    _check(request.meeting, work.today)
    notices = _clashes(work, request.case_id, request.meeting)
    return Done(write_summons(work, request.case_id, request.meeting).id, work.changes(), notices)


def summon_many(work: Work, request: SummonMany) -> Done:
    """Write a summons each, all or none; the id is the first one's.

    Refused: `missing` (field `case_ids`; `meets_at`, since slots are counted from it), `not_positive`
    (`minutes_each`), `day_is_full` (`case_ids`), and as `summon` says.
    """
    if not request.case_ids:
        raise Refused("Markér mindst én borger.", field="case_ids", code="missing")
    if request.meeting.meets_at is None:
        raise Refused("Skriv, hvornår den første samtale begynder.", field="meets_at", code="missing")
    slots = slots_of(request.meeting.meets_on, request.meeting.meets_at, request.minutes_each, len(request.case_ids))
    first = ""
    notices: list[str] = []
    for case_id, (starts, ends) in zip(dict.fromkeys(request.case_ids), slots, strict=False):
        done = summon(work, Summon(case_id, replace(request.meeting, meets_at=starts, ends_at=ends)))
        first = first or done.id
        notices.extend(done.notices)
    return Done(first, work.changes(), tuple(dict.fromkeys(notices)))


def slots_of(day: date, first: time, minutes_each: int, count: int) -> list[tuple[time, time]]:
    """Beginning and end of each slot. Refused: `not_positive` (`minutes_each`), `day_is_full` (`case_ids`)."""
    if minutes_each < 1:
        raise Refused("En samtale varer mindst et minut.", field="minutes_each", code="not_positive")
    start, each = datetime.combine(day, first), timedelta(minutes=minutes_each)
    if (start + each * count).date() != day:
        message = "Så mange samtaler kan ikke nås på én dag. Vælg færre borgere eller kortere tid til hver."
        raise Refused(message, field="case_ids", code="day_is_full")
    return [((start + each * no).time(), (start + each * (no + 1)).time()) for no in range(count)]


def write_summons(work: Work, case_id: str, meeting: Meeting) -> SummonsRow:
    """Write the row of a meeting that has been checked."""
    return work.add(
        SummonsRow(
            case_id=case_id,
            purpose=meeting.purpose,
            form=meeting.form,
            meets_on=meeting.meets_on,
            meets_at=clock_text(meeting.meets_at),
            ends_at=clock_text(meeting.ends_at),
            place=tidy(meeting.place),
            address=tidy(meeting.address),
            phone=tidy(meeting.phone),
            staff_worker_id=meeting.staff_worker_id or work.author,
            title=tidy(meeting.title),
            text=tidy(meeting.text),
            what_to_bring=tidy(meeting.what_to_bring),
            interpreter_booked=meeting.interpreter_booked,
            rebook_allowed=meeting.rebook_allowed,
            rebook_until=meeting.rebook_until,
            duty_text=tidy(meeting.duty_text),
            sent_on=meeting.sent_on,
            sent_how=meeting.sent_how,
            document_hash=meeting.document_hash,
        )
    )


def _check(meeting: Meeting, today: date) -> None:
    if meeting.meets_on < today:
        message = "Dagen er gået. Vælg i dag eller en senere dag."
        raise Refused(message, field="meets_on", code="in_the_past")
    if meeting.meets_at is not None and meeting.ends_at is not None and meeting.ends_at <= meeting.meets_at:
        raise Refused("Samtalen slutter, før den begynder.", field="ends_at", code="wrong_order")
    if meeting.rebook_until is not None and meeting.rebook_until > meeting.meets_on:
        message = f"Borgeren kan ikke bestille en anden tid efter samtalen den {danish(meeting.meets_on)}."
        raise Refused(message, field="rebook_until", code="wrong_order")


def _clashes(work: Work, case_id: str, meeting: Meeting) -> tuple[str, ...]:
    """What else stands at the time: the citizen's on that day, the worker's at that time."""
    notices = []
    own = [row for row in live_rows(work.session, SummonsRow, case_id) if row.meets_on == meeting.meets_on]
    if any(row.rebooked_to is None for row in own):
        notices.append(f"Borgeren er allerede indkaldt den {danish(meeting.meets_on)}.")
    if meeting.meets_at is not None:
        starts, ends = clock_text(meeting.meets_at), clock_text(meeting.ends_at or meeting.meets_at)
        query = select(SummonsRow.meets_at, SummonsRow.ends_at).where(
            SummonsRow.staff_worker_id == (meeting.staff_worker_id or work.author),
            SummonsRow.meets_on == meeting.meets_on,
            SummonsRow.rebooked_to.is_(None),
            SummonsRow.gone.is_(False),
            SummonsRow.withdrawn_on.is_(None),
            SummonsRow.case_id != case_id,
        )
        # Text of the form hh:mm compares as the times do; a meeting without an end is taken at its start.
        taken = [(begin, end or begin) for begin, end in work.session.execute(query) if begin is not None]
        if any(begin == starts or (begin < (ends or "") and (starts or "") < end) for begin, end in taken):
            when = f"{danish(meeting.meets_on)} kl. {clock_words(meeting.meets_at)}"
            notices.append(f"Der er allerede en samtale {when}.")
    return tuple(notices)
