"""Opens an entry for each system that something must also be written in, with the thing itself."""

from __future__ import annotations

from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.case_rows import live_rows
from app.reference.read import read_reference
from app.reference.seed import reference_id
from app.transfer.systems import Subject, the_systems
from app.work import Work
from db.rows.people import CaseHoldingRow, MatchAssessmentRow, OutwardEntryRow


def open_entries(work: Work, case_id: str, subject: Subject, subject_id: str) -> None:
    """Write what is still to be entered elsewhere; what is already there is not written again."""
    match = _newest_match(work.session, case_id)
    needed = the_systems().needed(subject, _unit_key(work.session, case_id), match)
    if not needed:
        return
    there = {row.system for row in live_rows(work.session, OutwardEntryRow, case_id) if row.subject_id == subject_id}
    for system in needed:
        if system not in there:
            work.add(OutwardEntryRow(case_id=case_id, system=system, subject_kind=subject.value, subject_id=subject_id))


def _newest_match(session: Session, case_id: str) -> int | None:
    rows = live_rows(session, MatchAssessmentRow, case_id)
    newest = max(rows, key=lambda row: (row.assessed_on, row.id), default=None)
    return None if newest is None else newest.category


def _unit_key(session: Session, case_id: str) -> str | None:
    """The key of the unit that has the case; None for one that the municipality has added itself."""
    query = (
        select(CaseHoldingRow.unit_id)
        .where(
            CaseHoldingRow.case_id == case_id,
            CaseHoldingRow.to_on.is_(None),
            CaseHoldingRow.gone.is_(False),
            CaseHoldingRow.withdrawn_on.is_(None),
        )
        .order_by(CaseHoldingRow.from_on.desc(), CaseHoldingRow.id.desc())
    )
    unit_id = session.scalars(query).first()
    return None if unit_id is None else _keys().get(unit_id)


@cache
def _keys() -> dict[str, str]:
    return {reference_id("org_unit", unit.key): unit.key for unit in read_reference().units}
