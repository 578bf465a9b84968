"""The list *Spærrede sager*: which cases are closed, to whom they are open, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.cases.restrictions import cases_closed_to
from db.rows.organisation import CaseworkerRow
from db.rows.people import CitizenRow, RestrictedCaseRow


@dataclass(frozen=True, slots=True)
class RestrictionLine:
    """One restriction that holds. `readers` are names; none means that one worker has declared a conflict.

    Of a case that the one who looks may not open, nothing is told but that there is one: `case_id` and `born` are
    None, and the name is *Spærret sag*.
    """

    id: str
    case_id: str | None
    name: str
    born: date | None
    reason: str
    readers: tuple[str, ...]
    conflicted: str | None
    from_on: date
    until_on: date | None


def restriction_lines(session: Session, *, worker_id: str | None, today: date) -> tuple[RestrictionLine, ...]:
    """Those that have not ended; the ones that may be opened first, in the Danish order of names."""
    names = {row.id: row.name for row in session.execute(select(CaseworkerRow.id, CaseworkerRow.name))}
    closed = cases_closed_to(session, worker_id, today)
    query = (
        select(RestrictedCaseRow, CitizenRow.name, CitizenRow.born)
        .join(CitizenRow, CitizenRow.id == RestrictedCaseRow.case_id)
        .where(
            RestrictedCaseRow.gone.is_(False),
            RestrictedCaseRow.withdrawn_on.is_(None),
            or_(RestrictedCaseRow.until_on.is_(None), RestrictedCaseRow.until_on >= today),
            CitizenRow.gone.is_(False),
            CitizenRow.withdrawn_on.is_(None),
        )
        .order_by(CitizenRow.sort_name, RestrictedCaseRow.from_on, RestrictedCaseRow.id)
    )
    seen, masked = [], []
    for row, name, born in session.execute(query):
        if row.case_id in closed:
            masked.append(RestrictionLine(row.id, None, "Spærret sag", None, "", (), None, row.from_on, row.until_on))
            continue
        readers = tuple(names.get(each, "Ukendt medarbejder") for each in filter(None, row.readers.split(",")))
        conflicted = names.get(row.conflicted_worker_id or "")
        seen.append(
            RestrictionLine(row.id, row.case_id, name, born, row.reason, readers, conflicted, row.from_on, row.until_on)
        )
    return (*seen, *masked)
