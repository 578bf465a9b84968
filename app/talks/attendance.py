"""Whether a summoned citizen came, and a new time for one who did not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from app.cases.case_rows import the_row
from app.cases.checking import not_in_future
from app.changes import Done
from app.talks.summon import Meeting, Summon, summon
from app.work import Work
from db.errors import Refused
from db.rows.talks import SummonsRow, TalkRow
from db.values.talks import AttendanceKind


@dataclass(frozen=True, slots=True)
class NoteAttendance:
    """*Mødt · mødt for sent · afbud · udeblevet*. `kind` None takes a wrong tick away again."""

    summons_id: str
    kind: AttendanceKind | None
    noted_on: date


@dataclass(frozen=True, slots=True)
class Rebook:
    """A new time for the same talk; everything else is as before."""

    summons_id: str
    meets_on: date
    meets_at: time | None = None
    ends_at: time | None = None


def note_attendance(work: Work, request: NoteAttendance) -> Done:
    """Write it. A notice of absence may be noted before the day, the rest not.

    Refused: `in_the_future` (field `noted_on`), `too_early` (`kind`), `talk_held` (`kind`: it says that the
    citizen came), `rebooked` (`summons_id`).
    """
    row = _open_summons(work, request.summons_id)
    not_in_future(request.noted_on, work.today, "noted_on")
    may_be_early = {None, AttendanceKind.ABSENT_WITH_NOTICE}
    if request.kind not in may_be_early and request.noted_on < row.meets_on:
        message = "Samtalen er ikke begyndt endnu. Kun afbud kan noteres før dagen."
        raise Refused(message, field="kind", code="too_early")
    came = {AttendanceKind.CAME, AttendanceKind.CAME_LATE}
    if request.kind not in came and talk_of(work, row.id) is not None:
        message = "Der er registreret en samtale på indkaldelsen. Træk den tilbage først, hvis borgeren ikke mødte."
        raise Refused(message, field="kind", code="talk_held")
    row.attendance = request.kind
    row.attendance_noted_on = None if request.kind is None else request.noted_on
    return Done(row.id, work.changes())


def rebook(work: Work, request: Rebook) -> Done:
    """Summon again and let the old summons point to the new one, whose id is the answer's.

    Refused: `rebooked` (field `summons_id`), `talk_held` (`summons_id`), and as `summon` says.
    """
    row = _open_summons(work, request.summons_id)
    if talk_of(work, row.id) is not None:
        raise Refused("Samtalen er holdt. Indkald til en ny.", field="summons_id", code="talk_held")
    meeting = Meeting(
        purpose=row.purpose,
        form=row.form,
        meets_on=request.meets_on,
        meets_at=request.meets_at,
        ends_at=request.ends_at,
        place=row.place,
        address=row.address,
        phone=row.phone,
        staff_worker_id=row.staff_worker_id,
        title=row.title,
        text=row.text,
        what_to_bring=row.what_to_bring,
        interpreter_booked=row.interpreter_booked,
        rebook_allowed=row.rebook_allowed,
        duty_text=row.duty_text,
    )
    # Marked before the new one is written: the time that is given up is no clash.
    row.rebooked_to = row.id
    done = summon(work, Summon(row.case_id, meeting))
    row.rebooked_to = done.id
    # An interpreter is booked for a time and not for a talk.
    notices = ("Bestil tolken til den nye tid.",) if row.interpreter_booked else ()
    return Done(done.id, work.changes(), (*done.notices, *notices))


def talk_of(work: Work, summons_id: str) -> TalkRow | None:
    """The talk that was held on a summons."""
    query = select(TalkRow).where(
        TalkRow.summons_id == summons_id, TalkRow.gone.is_(False), TalkRow.withdrawn_on.is_(None)
    )
    return work.session.scalars(query).first()


def _open_summons(work: Work, summons_id: str) -> SummonsRow:
    row = the_row(work, SummonsRow, summons_id, field="summons_id")
    if row.rebooked_to is not None:
        message = "Borgeren har fået en anden tid. Brug den nye indkaldelse."
        raise Refused(message, field="summons_id", code="rebooked")
    return row
