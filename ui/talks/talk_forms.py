"""Registrér samtale and Telefonnotat, as the desk for forms opens them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from app.queue.item import QueueItem
from app.talks.hold_talk import hold_talk
from app.talks.note_form import NOTE_FORM, OpenedNote, open_note, write_phone_note
from app.talks.notes import write_note
from app.talks.opened_form import PHONE_NOTE, TALK_FORM, OpenedForm, open_form
from db.values.talks import TalkPurpose
from ui.forms.case_form import CaseForm
from ui.talks.note_dialog import NoteDialog
from ui.talks.phone_note_dialog import PhoneNoteDialog
from ui.talks.talk_dialog import Preset, TalkDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.cases.drafts import DraftKey
    from app.work import Work

# What a row of the queue that is closed by a talk says about the purpose; any other is ordinary contact.
_PURPOSES: Final = {
    "MATCH_MISSING": TalkPurpose.MATCH,
    "CEILING_WARNING": TalkPurpose.WARNING,
    "CEILING_HIT": TalkPurpose.WARNING,
    "HOURS_RULE_WARNING": TalkPurpose.WARNING,
}


def talk_form(purpose: TalkPurpose = TalkPurpose.CONTACT, preset: Preset | None = None) -> CaseForm[OpenedForm]:
    """Return the form of a talk that has the purpose chosen already, or all that a summons says."""

    def make(opened: OpenedForm, today: date, window: QWidget) -> TalkDialog:
        return TalkDialog(opened, today, preset or Preset(purpose), window)

    return CaseForm(TALK_FORM, _read, make, hold_talk)


def phone_note_form() -> CaseForm[OpenedForm]:
    """Return the form of a phone note."""
    return CaseForm(PHONE_NOTE, _read, PhoneNoteDialog, write_phone_note)


def note_form() -> CaseForm[OpenedNote]:
    """Return the form of a note."""
    return CaseForm(NOTE_FORM, open_note, NoteDialog, write_note)


def purpose_of(item: QueueItem) -> TalkPurpose:
    """The purpose of the talk that closes a row of the queue."""
    if item.kind.startswith("SICK"):
        return TalkPurpose.SICKNESS_FOLLOW_UP
    return _PURPOSES.get(item.kind, TalkPurpose.CONTACT)


def _read(work: Work, key: DraftKey) -> OpenedForm:
    if key.case_id is None:
        raise ValueError(key.form)
    return open_form(work, key.case_id, key.form, key.about_id)
