"""What the talk form shows beside its fields: who the citizen is, and what was agreed last time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows
from app.cases.citizen_page import citizen_page
from app.cases.drafts import DraftKey, load_draft
from app.cases.usage_log import note_use
from app.work import Work
from db.rows.cases import SicknessCaseRow
from db.rows.talks import TalkAgreementRow, TalkRow
from db.values.people import BenefitType, UsageKind
from db.values.talks import StepOwner, TalkForm, TalkPurpose

TALK_FORM = "talk"
PHONE_NOTE = "phone_note"


@dataclass(frozen=True, slots=True)
class CitizenHead:
    """The citizen as a form names them. `language` is the interpreter's language, `match_label` its Danish name.

    `interpreter_needed` is kept apart, since a language may not be known.
    """

    name: str
    born: date
    match: int | None
    match_label: str | None
    benefit: BenefitType | None
    interpreter_needed: bool
    language: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class AgreedBefore:
    """One thing that was agreed; `done` when it has been ticked off."""

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


def open_form(work: Work, case_id: str, form: str) -> OpenedForm:
    """Read it and log that the case was opened. `form` is `TALK_FORM` or `PHONE_NOTE`. Refused as `citizen_page`."""
    page = citizen_page(work.session, case_id, worker_id=work.author, today=work.today)
    details = page.details
    note_use(work, UsageKind.OPENED, "Samtaleskema" if form == TALK_FORM else "Telefonnotat", case_id=case_id)
    return OpenedForm(
        case_id=case_id,
        head=CitizenHead(
            name=details.name,
            born=page.born,
            match=page.match.category if page.match else None,
            match_label=page.match.label if page.match else None,
            benefit=page.benefit.benefit if page.benefit else None,
            interpreter_needed=details.interpreter_needed,
            language=details.language,
            phone=details.phone,
        ),
        last_talk=_last_talk(work, case_id),
        sick=any(row.recovered_on is None for row in live_rows(work.session, SicknessCaseRow, case_id)),
        draft=load_draft(work.session, DraftKey(form, case_id)),
    )


def _last_talk(work: Work, case_id: str) -> LastTalk | None:
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
        tuple(AgreedBefore(row.text, row.who, row.by_date, row.done_on is not None) for row in agreed),
    )
