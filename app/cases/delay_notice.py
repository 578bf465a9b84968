"""Besked om forsinkelse: the notice, and the letter that tells the citizen, in the same transaction."""

from __future__ import annotations

from app.cases.application_cases import SendDelayNotice, send_delay_notice
from app.cases.case_rows import the_row
from app.cases.words import APPLICATIONS
from app.documents.keep import Document, keep_document
from app.documents.letter_text import MISSING_WORDS
from app.documents.letter_texts import LetterId
from app.documents.letters import DelayLetter, delay_letter
from app.documents.pdf import letter_pdf
from app.talks.send_summons import Sent, in_post_order
from app.work import Work
from db.rows.cases import ApplicationCaseRow


def tell_of_delay(work: Work, request: SendDelayNotice) -> Sent:
    """Write the notice, and keep its letter and give it back for printing.

    A notice of an earlier day has been sent already and gets no letter. A letter that lacks something, such as a
    telephone number, is not written either, and it is said. Refused as `send_delay_notice`, and `character_missing`.
    """
    done = send_delay_notice(work, request)
    if request.sent_on < work.today:
        return Sent(done.id, done.changes)
    application = the_row(work, ApplicationCaseRow, request.application_id, field="application_id")
    matter = f"Ansøgning om {APPLICATIONS[application.kind]}"
    composed = delay_letter(work, DelayLetter(application.case_id, matter, request.reason, request.new_expected_on))
    if composed.missing:
        lacking = ", ".join(MISSING_WORDS[each] for each in composed.missing)
        return Sent(done.id, done.changes, (f"Der er ikke skrevet et brev, for det mangler: {lacking}.",))
    letter = composed.letter
    keep_document(work, Document(application.case_id, LetterId.DELAY.value, letter.title, letter_pdf(letter), done.id))
    return Sent(done.id, work.changes(), letters=in_post_order([composed]))
