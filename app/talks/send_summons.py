"""Summon one or many, each at a time of their own, and write the letters in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from app.cases.checking import tidy
from app.cases.citizen_page import citizen_page
from app.changes import Done
from app.documents.keep import Document, keep_document
from app.documents.letter import Letter
from app.documents.letter_text import MergeField
from app.documents.letter_texts import LETTER_OF, LetterId
from app.documents.letters import Composed, refuse_missing, summons_letter
from app.documents.pdf import letter_pdf
from app.talks.summon import Meeting, Summon, summon
from app.work import Work
from db.errors import Refused
from db.rows.talks import SummonsRow
from db.values.people import BenefitType
from db.values.talks import SentHow, TalkPurpose

FIELDS: Final = {
    MergeField.CLOCK: "meets_at",
    MergeField.WHERE: "address",
    MergeField.PHONE: "phone",
    MergeField.DUTY: "duty_text",
    MergeField.WORKER: "staff_worker_id",
    MergeField.BRING: "what_to_bring",
    MergeField.REBOOK_UNTIL: "rebook_until",
}
"""The form's field for each field of a letter."""


@dataclass(frozen=True, slots=True)
class SendSummonses:
    """Each citizen's own meeting. With `letters` a letter each is made, kept and given back for printing."""

    summonses: tuple[Summon, ...]
    letters: bool = True


@dataclass(frozen=True, slots=True)
class ToPrint:
    """A letter that has been kept and is to be printed. `look_up` says that its address must be found first."""

    case_id: str
    citizen: str
    letter: Letter
    look_up: bool


@dataclass(frozen=True, slots=True)
class Sent(Done):
    """`Done` with the letters, in the order of the post."""

    letters: tuple[ToPrint, ...] = ()


def send_summonses(work: Work, request: SendSummonses) -> Sent:
    """Write a summons each, all or none; the id is the first one's.

    Refused: `missing` (field `case_ids`; `duty_text` where absence may have consequences), `merge_field_missing`
    (the form's field), `character_missing`, and as `summon` says.
    """
    if not request.summonses:
        raise Refused("Markér mindst én borger.", field="case_ids", code="missing")
    ids: list[str] = []
    notices: list[str] = []
    composed: list[Composed] = []
    for each in request.summonses:
        if each.meeting.meets_at is None:
            raise Refused("Skriv, hvornår samtalen begynder.", field="meets_at", code="missing")
        _check_duty(work, each)
        meeting = _sent(each.meeting, work, letters=request.letters)
        done = summon(work, Summon(each.case_id, meeting))
        ids.append(done.id)
        notices.extend(done.notices)
        if request.letters:
            composed.append(write_letter(work, done.id, each.case_id, meeting, LETTER_OF[meeting.purpose]))
    return Sent(ids[0], work.changes(), tuple(dict.fromkeys(notices)), in_post_order(composed))


def write_letter(
    work: Work, summons_id: str, case_id: str, meeting: Meeting, kind: LetterId, letter: Composed | None = None
) -> Composed:
    """Make the letter of a summons, keep its bytes, and point to them from the summons."""
    by_post = meeting.sent_how in {None, SentHow.LETTER}
    made = letter or summons_letter(work, case_id, meeting, by_post=by_post)
    refuse_missing(made, FIELDS)
    pdf = letter_pdf(made.letter)
    digest = keep_document(work, Document(case_id, kind.value, made.letter.title, pdf, summons_id, meeting.sent_how))
    row = work.session.get(SummonsRow, summons_id)
    if row is not None:
        row.document_hash = digest
        row.title = made.letter.title
    return made


def in_post_order(composed: list[Composed]) -> tuple[ToPrint, ...]:
    """The letters as the post is sorted; those whose address must be looked up lie first."""
    letters = sorted(composed, key=lambda each: (not each.look_up, each.post_order))
    return tuple(ToPrint(each.case_id, each.letter.recipient[0], each.letter, each.look_up) for each in letters)


def duty_applies(purpose: TalkPurpose, benefit: BenefitType | None) -> bool:
    """Whether absence from a talk may have consequences: then the letter must say which."""
    return purpose is not TalkPurpose.OTHER and benefit not in {
        None,
        BenefitType.NONE,
        BenefitType.UNEMPLOYMENT_BENEFIT,
    }


def _check_duty(work: Work, request: Summon) -> None:
    page = citizen_page(work.session, request.case_id, worker_id=work.author, today=work.today)
    benefit = page.benefit.benefit if page.benefit else None
    if duty_applies(request.meeting.purpose, benefit) and tidy(request.meeting.duty_text) is None:
        message = "Skriv pligten til at møde og følgerne af at udeblive. Uden den kan udeblivelse ikke få følger."
        raise Refused(message, field="duty_text", code="missing")


def _sent(meeting: Meeting, work: Work, *, letters: bool) -> Meeting:
    sent_on = meeting.sent_on or (work.today if letters else None)
    return replace(meeting, sent_on=sent_on, staff_worker_id=meeting.staff_worker_id or work.author)
