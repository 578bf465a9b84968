"""What the talk form shows beside its fields: who the citizen is, and what was agreed last time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.cases.case_rows import live_rows
from app.cases.citizen_head import CitizenHead, open_case_form
from app.cases.drafts import DraftKey
from app.talks.headings import talk_headings
from app.talks.note_form import WaitingCall, waiting_call
from app.work import Work
from db.rows.cases import SicknessCaseRow
from db.rows.talks import TalkAgreementRow, TalkRow
from db.values.talks import StepOwner, TalkForm, TalkPurpose

TALK_FORM = "talk"
PHONE_NOTE = "phone_note"


@dataclass(frozen=True, slots=True)
class AgreedBefore:
    """One thing that was agreed; `done` when it has been ticked off."""

    id: str
    text: str
    who: StepOwner
    by_date: date | None
    done: bool


@dataclass(frozen=True, slots=True)
class LastTalk:
    """The newest talk of the case."""

    held_on: date
    form: TalkForm
    purpose: TalkPurpose | None
    next_step_towards_work: str | None
    next_contact_on: date | None
    agreements: tuple[AgreedBefore, ...]


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """Everything at once. `draft` is the form's kept state; `sick` says that a period of sickness is open."""

    case_id: str
    head: CitizenHead
    last_talk: LastTalk | None
    sick: bool
    draft: str | None
    call: WaitingCall | None = None
    headings: Mapping[TalkPurpose, tuple[str, ...]] = field(default_factory=dict)


def open_form(work: Work, case_id: str, form: str, about_id: str | None = None) -> OpenedForm:
    """Read it and log that the case was opened. `form` is `TALK_FORM` or `PHONE_NOTE`. Refused as `citizen_page`.

    `about_id` is the note that asked for the call, where a phone note answers one.
    """
    purpose = "Samtaleskema" if form == TALK_FORM else "Telefonnotat"
    opened = open_case_form(work, DraftKey(form, case_id, about_id), purpose)
    return OpenedForm(
        case_id=case_id,
        head=opened.head,
        last_talk=last_talk(work, case_id),
        sick=any(row.recovered_on is None for row in live_rows(work.session, SicknessCaseRow, case_id)),
        draft=opened.draft,
        call=waiting_call(work, case_id, about_id),
        headings=talk_headings() if form == TALK_FORM else {},
    )


def last_talk(work: Work, case_id: str) -> LastTalk | None:
    """The newest talk with what was agreed in it; None before the first."""
    talk = max(live_rows(work.session, TalkRow, case_id), key=lambda row: (row.held_on, row.id), default=None)
    if talk is None:
        return None
    agreed = [row for row in live_rows(work.session, TalkAgreementRow, case_id) if row.talk_id == talk.id]
    return LastTalk(
        talk.held_on,
        talk.form,
        talk.purpose,
        talk.next_step_towards_work,
        talk.next_contact_on,
        tuple(AgreedBefore(row.id, row.text, row.who, row.by_date, row.done_on is not None) for row in agreed),
    )
