"""Which summons a row, a button or a search means, and what it says of the talk that follows."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.errors import Refused
from db.rows.talks import SummonsRow, TalkRow
from db.values.talks import AttendanceKind, TalkForm, TalkPurpose


class SummonedTo(NamedTuple):
    """A summons without a talk yet."""

    summons_id: str
    case_id: str
    purpose: TalkPurpose
    form: TalkForm
    meets_on: date
    attendance: AttendanceKind | None


def standing_summons(session: Session, case_id: str, summons_id: str | None) -> SummonedTo:
    """The one that is named, else the newest of the case that no talk was held on. Refused: `no_summons`."""
    held = select(TalkRow.summons_id).where(
        TalkRow.case_id == case_id,
        TalkRow.summons_id.is_not(None),
        TalkRow.gone.is_(False),
        TalkRow.withdrawn_on.is_(None),
    )
    query = (
        select(SummonsRow)
        .where(
            SummonsRow.case_id == case_id,
            SummonsRow.rebooked_to.is_(None),
            SummonsRow.gone.is_(False),
            SummonsRow.withdrawn_on.is_(None),
            SummonsRow.id.not_in(held),
        )
        .order_by(SummonsRow.meets_on.desc(), SummonsRow.meets_at.desc())
    )
    if summons_id is not None:
        query = query.where(SummonsRow.id == summons_id)
    row = session.scalars(query).first()
    if row is None:
        message = "Der er ingen åben indkaldelse. Samtalen er måske registreret, eller borgeren har fået en anden tid."
        raise Refused(message, code="no_summons")
    return SummonedTo(row.id, row.case_id, row.purpose, row.form, row.meets_on, row.attendance)
