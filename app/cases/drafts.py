"""Unsaved input of a form, kept on this machine so that a lock, a crash or a restart loses nothing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.changes import Done
from app.work import Work
from db.rows.local import DraftRow


@dataclass(frozen=True, slots=True)
class DraftKey:
    """A form has one draft for what it is about: a case, a row, or nothing yet."""

    form: str
    case_id: str | None = None
    about_id: str | None = None


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """`state` is the form's own JSON text, with the place of the cursor."""

    key: DraftKey
    state: str


def keep_draft(work: Work, request: KeepDraft) -> Done:
    """Write the draft over the one before."""
    row = _row(work.session, request.key)
    if row is None:
        key = request.key
        row = DraftRow(id=work.new_id(), form=key.form, case_ref=key.case_id, about_id=key.about_id)
        work.session.add(row)
    row.state = request.state
    row.saved_at = work.now
    return Done(row.id, work.changes())


def load_draft(session: Session, key: DraftKey) -> str | None:
    """The state as it was kept; None when there is no draft."""
    row = _row(session, key)
    return None if row is None else row.state


def drafts_of(session: Session) -> tuple[DraftKey, ...]:
    """What lies unsaved, newest first: for the start after a crash."""
    query = select(DraftRow.form, DraftRow.case_ref, DraftRow.about_id).order_by(DraftRow.saved_at.desc())
    return tuple(DraftKey(*row) for row in session.execute(query))


def discard_draft(work: Work, key: DraftKey) -> Done:
    """Take the draft away, once the form is saved or given up; nothing happens when there is none."""
    row = _row(work.session, key)
    if row is None:
        return Done("")
    work.session.delete(row)
    work.session.flush()
    return Done(row.id)


def _row(session: Session, key: DraftKey) -> DraftRow | None:
    query = select(DraftRow).where(
        DraftRow.form == key.form,
        DraftRow.case_ref.is_not_distinct_from(key.case_id),
        DraftRow.about_id.is_not_distinct_from(key.about_id),
    )
    return session.scalars(query).first()
