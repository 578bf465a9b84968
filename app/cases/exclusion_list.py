"""The leader's list *Undtaget*: who is left out of the indicators, why, until when, and who said so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.restrictions import cases_closed_to
from db.rows.organisation import CaseworkerRow
from db.rows.people import CitizenRow, ExclusionRow
from db.values.people import ExclusionReason


@dataclass(frozen=True, slots=True)
class ExclusionLine:
    """One exclusion that runs or is to come. `by_name` and `written_on` say who wrote it last, and when."""

    id: str
    case_id: str
    name: str
    born: date
    reason: ExclusionReason
    reason_text: str | None
    from_on: date
    until_on: date
    by_name: str | None
    written_on: date | None


def exclusion_lines(session: Session, *, worker_id: str | None, today: date) -> tuple[ExclusionLine, ...]:
    """Those that have not ended, the first to end first. Cases closed to the worker are left out."""
    query = (
        select(ExclusionRow, CitizenRow.name, CitizenRow.born, CaseworkerRow.name)
        .join(CitizenRow, CitizenRow.id == ExclusionRow.case_id)
        .outerjoin(CaseworkerRow, CaseworkerRow.id == ExclusionRow.author)
        .where(
            ExclusionRow.gone.is_(False),
            ExclusionRow.withdrawn_on.is_(None),
            ExclusionRow.until_on >= today,
            CitizenRow.gone.is_(False),
            CitizenRow.withdrawn_on.is_(None),
            ExclusionRow.case_id.not_in(cases_closed_to(session, worker_id, today)),
        )
        .order_by(ExclusionRow.until_on, CitizenRow.sort_name, ExclusionRow.id)
    )
    return tuple(
        ExclusionLine(
            row.id,
            row.case_id,
            name,
            born,
            row.reason,
            row.reason_text,
            row.from_on,
            row.until_on,
            by_name,
            row.written_at.date() if row.written_at else None,
        )
        for row, name, born, by_name in session.execute(query)
    )
