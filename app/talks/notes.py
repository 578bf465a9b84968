"""Notes: dated, append-only records of a case. A wrong one is withdrawn, never written over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_case, the_row
from app.cases.checking import not_in_future, required
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.talks import NoteRow
from db.values.talks import NoteKind


@dataclass(frozen=True, slots=True)
class WriteNote:
    """`about_kind` (a table) and `about_id` name what the note documents. `call_back` asks for a call back."""

    case_id: str
    text: str
    noted_on: date
    kind: NoteKind = NoteKind.CASE
    about_kind: str | None = None
    about_id: str | None = None
    call_back: bool = False


@dataclass(frozen=True, slots=True)
class CallBack:
    """The call that a phone note asked for has been made."""

    note_id: str
    called_on: date


def write_note(work: Work, request: WriteNote) -> Done:
    """Write the note. Refused: `missing` (field `text`), `in_the_future` (`noted_on`)."""
    the_case(work, request.case_id)
    text = required(request.text, "text", "Skriv notatet.")
    not_in_future(request.noted_on, work.today, "noted_on")
    row = work.add(
        NoteRow(
            case_id=request.case_id,
            kind=request.kind,
            noted_on=request.noted_on,
            noted_by=work.author,
            text=text,
            about_kind=request.about_kind,
            about_id=request.about_id,
            call_back=request.call_back,
        )
    )
    return Done(row.id, work.changes())


def call_back(work: Work, request: CallBack) -> Done:
    """Note that the citizen was called. Refused: `no_call_back` (field `note_id`), `in_the_future` (`called_on`)."""
    row = the_row(work, NoteRow, request.note_id, field="note_id")
    if not row.call_back or row.called_back_on is not None:
        raise Refused("Notatet venter ikke på et opkald.", field="note_id", code="no_call_back")
    not_in_future(request.called_on, work.today, "called_on")
    row.called_back_on = request.called_on
    return Done(row.id, work.changes())
