"""What the forms of notes show beside their fields: what a note is to be about, and the call that is waited for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.cases.citizen_head import CitizenHead, open_case_form
from app.cases.drafts import DraftKey
from app.cases.words import TALK_FORMS
from app.changes import Done
from app.queue.text import long_date
from app.talks.notes import CallBack, WriteNote, call_back, write_note
from app.work import Work
from db.rows.talks import NoteRow, SummonsRow, TalkRow
from db.rows.visits import CitizenVisitRow
from db.values.talks import NoteKind

NOTE_FORM: Final = "note"


@dataclass(frozen=True, slots=True)
class NoteAbout:
    """The row that a note is to document: its table, its day, the kind of note, and what it is called in Danish."""

    table: str
    row_id: str
    on: date
    kind: NoteKind
    words: str


@dataclass(frozen=True, slots=True)
class OpenedNote:
    """`about` is None for a note about nothing else than the case."""

    case_id: str
    head: CitizenHead
    about: NoteAbout | None
    draft: str | None


@dataclass(frozen=True, slots=True)
class WaitingCall:
    """The phone note that asked for a call back."""

    note_id: str
    noted_on: date
    text: str


@dataclass(frozen=True, slots=True)
class WritePhoneNote:
    """A phone note; `called_note_id` is the earlier one that asked for this call, and is closed by it."""

    note: WriteNote
    called_note_id: str | None = None


def open_note(work: Work, key: DraftKey) -> OpenedNote:
    """Read it and log that the case was opened. Refused as `citizen_page`."""
    opened = open_case_form(work, key, "Notat")
    about = None if key.about_id is None else _about(work, opened.case_id, key.about_id)
    return OpenedNote(opened.case_id, opened.head, about, opened.draft)


def waiting_call(work: Work, case_id: str, note_id: str | None) -> WaitingCall | None:
    """The call that is still waited for; None when there is none, or it has been made."""
    row = None if note_id is None else work.session.get(NoteRow, note_id)
    if row is None or row.case_id != case_id or not row.call_back or row.called_back_on is not None:
        return None
    return WaitingCall(row.id, row.noted_on, row.text)


def write_phone_note(work: Work, request: WritePhoneNote) -> Done:
    """Write the note and close the call that it answers. Refused as `write_note` and `call_back`."""
    done = write_note(work, request.note)
    if request.called_note_id is not None:
        call_back(work, CallBack(request.called_note_id, request.note.noted_on))
    return Done(done.id, work.changes(), done.notices)


def _about(work: Work, case_id: str, row_id: str) -> NoteAbout | None:
    talk = work.session.get(TalkRow, row_id)
    if talk is not None and talk.case_id == case_id:
        words = f"{TALK_FORMS[talk.form]} den {long_date(talk.held_on)}"
        return NoteAbout("talk", talk.id, talk.held_on, NoteKind.TALK, words)
    visit = work.session.get(CitizenVisitRow, row_id)
    if visit is not None and visit.case_id == case_id:
        on = visit.visited_on or visit.planned_on
        words = f"Hjemmebesøg den {long_date(on)}"
        return NoteAbout("citizen_visit", visit.id, on, NoteKind.VISIT, words)
    summons = work.session.get(SummonsRow, row_id)
    if summons is not None and summons.case_id == case_id:
        words = f"Indkaldelsen til den {long_date(summons.meets_on)}"
        return NoteAbout("summons", summons.id, min(summons.meets_on, work.today), NoteKind.CASE, words)
    return None
