"""Which text a letter has on a day: the municipality's own where there is one, else the one that came along."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.letter_text import LetterText, read_letter_text
from app.reference.entry import resource
from db.errors import Refused
from db.rows.organisation import LetterTemplateRow
from db.values.talks import TalkPurpose


class LetterId(StrEnum):
    """The letters of the program; each has its file under `resources/letters`."""

    CONTACT = "samtale"
    MATCH = "match"
    SICKNESS = "sygeopfoelgning"
    WARNING = "varsling"
    OTHER = "andet"
    NEW_TIME = "ny-tid"
    GROUP = "hold"
    DELAY = "forsinkelse"


LETTER_OF: Final = {
    TalkPurpose.CONTACT: LetterId.CONTACT,
    TalkPurpose.MATCH: LetterId.MATCH,
    TalkPurpose.SICKNESS_FOLLOW_UP: LetterId.SICKNESS,
    TalkPurpose.WARNING: LetterId.WARNING,
    TalkPurpose.OTHER: LetterId.OTHER,
}


def letter_text(session: Session, letter: LetterId, on: date) -> LetterText:
    """The text that holds on the day. Refused `bad_reference_data`, and `no_letter_text` when none holds."""
    query = (
        select(LetterTemplateRow.text, LetterTemplateRow.version)
        .where(
            LetterTemplateRow.letter_id == letter.value,
            LetterTemplateRow.gone.is_(False),
            (LetterTemplateRow.valid_from.is_(None)) | (LetterTemplateRow.valid_from <= on),
            (LetterTemplateRow.valid_to.is_(None)) | (LetterTemplateRow.valid_to >= on),
        )
        .order_by(LetterTemplateRow.version.desc())
    )
    for text, version in session.execute(query):
        return read_letter_text(text, f"brevet {letter.value}, version {version}")
    name = f"{letter.value}.toml"
    found = read_letter_text(resource("letters", name), name)
    if not found.holds_on(on):
        raise Refused(f"Der er ingen gyldig brevtekst til »{found.title}« i dag.", code="no_letter_text")
    return found
