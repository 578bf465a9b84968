"""Give a citizen a new time, proposed a week later, with a letter that says so."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from app.cases.case_rows import the_row
from app.cases.citizen_head import CitizenHead, open_case_form
from app.cases.drafts import DraftKey
from app.documents.letter_text import MergeField
from app.documents.letter_texts import LetterId
from app.documents.letters import compose, day_words, summons_values
from app.queue.text import clock_time
from app.talks.attendance import Rebook, rebook
from app.talks.diary import Taken, free_time, read_taken
from app.talks.local_time import clock_from
from app.talks.send_summons import Sent, in_post_order, write_letter
from app.talks.summon import Meeting
from app.work import Work
from db.rows.talks import SummonsRow
from db.values.talks import AttendanceKind, SentHow, TalkForm, TalkPurpose

REBOOK_FORM: Final = "rebook"
_MINUTES: Final = 45


@dataclass(frozen=True, slots=True)
class StandingSummons:
    """A summons as the forms about it show it. `duty_text` is what the citizen was told absence may mean."""

    id: str
    case_id: str
    head: CitizenHead
    purpose: TalkPurpose
    form: TalkForm
    meets_on: date
    meets_at: time | None
    place: str | None
    staff_worker_id: str | None
    interpreter_booked: bool
    duty_text: str | None
    sent_on: date | None
    attendance: AttendanceKind | None


@dataclass(frozen=True, slots=True)
class OpenedRebook:
    """The old time, the one that is proposed, and the diaries that it was found in."""

    summons: StandingSummons
    proposed_on: date
    proposed_at: time
    minutes: int
    taken: tuple[Taken, ...]
    draft: str | None


@dataclass(frozen=True, slots=True)
class GiveNewTime:
    """The new time, and whether and how a letter goes."""

    rebook: Rebook
    sent_how: SentHow = SentHow.LETTER
    letter: bool = True
    interpreter_booked: bool = False


def open_rebook(work: Work, key: DraftKey) -> OpenedRebook:
    """Read it and log it. The key is about the summons. Refused: `unknown_row`, and as `citizen_page`."""
    row = the_row(work, SummonsRow, key.about_id or "", field="summons_id")
    opened = open_case_form(work, replace(key, case_id=row.case_id), "Ny tid")
    standing = _standing(row, opened.head)
    minutes = _length(row)
    taken = tuple(each for each in read_taken(work.session, work.today) if each.summons_id != row.id)
    weeks = max(0, (work.today - row.meets_on).days) // 7 + 1
    wanted = row.meets_on + timedelta(weeks=weeks)
    on, at = free_time(
        taken,
        worker_id=row.staff_worker_id,
        wanted_on=wanted,
        minutes=minutes,
        wanted_at=standing.meets_at,
    )
    return OpenedRebook(standing, on, at, minutes, taken, opened.draft)


def read_summons(work: Work, case_id: str, summons_id: str) -> StandingSummons:
    """Read one summons and log that the case was opened. Refused as `open_rebook`."""
    opened = open_case_form(work, DraftKey("attendance", case_id), "Fremmøde")
    return _standing(the_row(work, SummonsRow, summons_id, field="summons_id"), opened.head)


def give_new_time(work: Work, request: GiveNewTime) -> Sent:
    """Move the talk, and write the letter. Refused as `rebook`, `merge_field_missing`, `character_missing`."""
    old = the_row(work, SummonsRow, request.rebook.summons_id, field="summons_id")
    before = day_words(old.meets_on) + (f" {clock_time(old.meets_at)}" if old.meets_at else "")
    done = rebook(work, request.rebook)
    row = the_row(work, SummonsRow, done.id, field="summons_id")
    row.interpreter_booked = request.interpreter_booked
    notices = tuple(each for each in done.notices if not (request.interpreter_booked and "tolken" in each))
    if not request.letter:
        return Sent(done.id, work.changes(), notices)
    row.sent_on, row.sent_how = work.today, request.sent_how
    meeting = _meeting(row)
    values = {**summons_values(work.session, row.case_id, meeting), MergeField.BEFORE: before}
    by_post = request.sent_how is SentHow.LETTER
    letter = compose(work, row.case_id, LetterId.NEW_TIME, values, by_post=by_post)
    made = write_letter(work, row.id, row.case_id, meeting, LetterId.NEW_TIME, letter)
    return Sent(done.id, work.changes(), notices, in_post_order([made]))


def _standing(row: SummonsRow, head: CitizenHead) -> StandingSummons:
    return StandingSummons(
        row.id,
        row.case_id,
        head,
        row.purpose,
        row.form,
        row.meets_on,
        clock_from(row.meets_at),
        row.place,
        row.staff_worker_id,
        row.interpreter_booked,
        row.duty_text,
        row.sent_on,
        row.attendance,
    )


def _length(row: SummonsRow) -> int:
    starts, ends = clock_from(row.meets_at), clock_from(row.ends_at)
    if starts is None or ends is None or ends <= starts:
        return _MINUTES
    span = datetime.combine(row.meets_on, ends) - datetime.combine(row.meets_on, starts)
    return int(span.total_seconds() // 60)


def _meeting(row: SummonsRow) -> Meeting:
    return Meeting(
        row.purpose,
        row.form,
        row.meets_on,
        clock_from(row.meets_at),
        clock_from(row.ends_at),
        place=row.place,
        address=row.address,
        phone=row.phone,
        staff_worker_id=row.staff_worker_id,
        what_to_bring=row.what_to_bring,
        interpreter_booked=row.interpreter_booked,
        duty_text=row.duty_text,
        sent_on=row.sent_on,
        sent_how=row.sent_how,
    )
