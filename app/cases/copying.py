"""What is copied out of a case to be pasted into another system: one thing at a time, and logged."""

from __future__ import annotations

from sqlalchemy import select

from app.cases.citizen_page import readable_citizen
from app.cases.usage_log import note_use
from app.work import Work
from db.errors import Refused
from db.rows.talks import NoteRow
from db.values.people import UsageKind


def copy_cpr(work: Work, case_id: str) -> str:
    """The CPR number as one writes it. Refused: `unknown_case`, `merged_case`, `restricted` (field `case_id`)."""
    cpr = readable_citizen(work, case_id).cpr
    note_use(work, UsageKind.COPIED, "CPR-nummer kopieret", case_id=case_id)
    return f"{cpr[:6]}-{cpr[6:]}"


def copy_note(work: Work, case_id: str, about_id: str | None = None) -> str:
    """The text of the newest note of the case, or of the newest that is, or documents, the row `about_id`.

    Refused: `no_note` when there is none, and as `copy_cpr`.
    """
    readable_citizen(work, case_id)
    query = select(NoteRow.text).where(
        NoteRow.case_id == case_id, NoteRow.gone.is_(False), NoteRow.withdrawn_on.is_(None)
    )
    if about_id is not None:
        query = query.where((NoteRow.id == about_id) | (NoteRow.about_id == about_id))
    text = work.session.scalar(query.order_by(NoteRow.noted_on.desc(), NoteRow.id.desc()).limit(1))
    if text is None:
        raise Refused("Der er intet notat at kopiere.", field="case_id", code="no_note")
    note_use(work, UsageKind.COPIED, "Notat kopieret", case_id=case_id)
    return text
