"""Who may open a restricted case."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.who_may_open import Restriction, may_open
from db.rows.people import RestrictedCaseRow

__all__ = ["Restriction", "cases_closed_to", "may_open", "restrictions_of"]


def restrictions_of(session: Session, case_id: str) -> tuple[Restriction, ...]:
    """The restrictions of a case, whenever they hold."""
    return tuple(_restrictions(session, [case_id])[case_id])


def cases_closed_to(session: Session, worker_id: str | None, on: date) -> frozenset[str]:
    """The ids of all cases that the worker may not open on the day."""
    return frozenset(case_id for case_id, each in _restrictions(session).items() if not may_open(each, worker_id, on))


def _restrictions(session: Session, case_ids: list[str] | None = None) -> defaultdict[str, list[Restriction]]:
    query = select(RestrictedCaseRow).where(RestrictedCaseRow.gone.is_(False), RestrictedCaseRow.withdrawn_on.is_(None))
    if case_ids is not None:
        query = query.where(RestrictedCaseRow.case_id.in_(case_ids))
    found: defaultdict[str, list[Restriction]] = defaultdict(list)
    for row in session.scalars(query.order_by(RestrictedCaseRow.id)):
        readers = tuple(filter(None, row.readers.split(",")))
        found[row.case_id].append(Restriction(row.from_on, row.until_on, readers, row.conflicted_worker_id))
    return found
