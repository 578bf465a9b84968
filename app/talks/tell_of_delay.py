"""Tell the citizen that an application takes longer: the notice, and its letter in the same transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from app.cases.application_cases import SendDelayNotice, send_delay_notice
from app.cases.case_rows import the_row
from app.cases.words import APPLICATIONS
from app.documents.keep import Document, keep_document
from app.documents.letter_text import MergeField
from app.documents.letter_texts import LetterId
from app.documents.letters import DelayLetter, delay_letter, refuse_missing
from app.documents.pdf import letter_pdf
from app.talks.send_summons import Sent, in_post_order
from app.work import Work
from db.rows.cases import ApplicationCaseRow
from db.values.talks import SentHow

FIELDS: Final = {MergeField.REASON: "reason", MergeField.NEW_DATE: "new_expected_on"}
"""The form's field for each field of the letter."""


@dataclass(frozen=True, slots=True)
class TellOfDelay:
    """The notice and how its letter goes; None when there is no letter, as when it was sent from another system."""

    notice: SendDelayNotice
    sent_how: SentHow | None = SentHow.LETTER


def tell_of_delay(work: Work, request: TellOfDelay) -> Sent:
    """Write the notice and make, keep and give back its letter.

    Refused: as `send_delay_notice` says, and `merge_field_missing` and `character_missing`.
    """
    done = send_delay_notice(work, request.notice)
    if request.sent_how is None:
        return Sent(done.id, done.changes, done.notices)
    application = the_row(work, ApplicationCaseRow, request.notice.application_id, field="application_id")
    matter = f"Din ansøgning om {APPLICATIONS[application.kind]}"
    said = DelayLetter(application.case_id, matter, request.notice.reason, request.notice.new_expected_on)
    composed = delay_letter(work, said, by_post=request.sent_how is SentHow.LETTER)
    refuse_missing(composed, FIELDS)
    pdf = letter_pdf(composed.letter)
    kind = LetterId.DELAY.value
    keep_document(
        work, Document(application.case_id, kind, composed.letter.title, pdf, done.id, handed_over_how=request.sent_how)
    )
    return Sent(done.id, work.changes(), done.notices, in_post_order([composed]))
