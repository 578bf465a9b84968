"""A full extract: who is held in the file's units and does not stand in it."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from app.imports.applying.plan import Finding, FindingKind, table_name
from app.imports.applying.standing import Standing
from db.rows.people import CaseHoldingRow, CitizenRow


def find_missing(session: Session, units: Collection[str], present: Collection[str]) -> list[Finding]:
    """One finding a citizen with an open case in the units that is not among `present`; nothing is closed."""
    standing = Standing(session)
    closed, alive = standing.closed(), set(standing.case_of.values())
    holdings = standing.rows(CaseHoldingRow, CaseHoldingRow.unit_id, CaseHoldingRow.to_on)
    held = {row.case_id for row in holdings if row.to_on is None and row.unit_id in units}
    return [
        Finding(FindingKind.NO_LONGER_THERE, case_id, table=table_name(CitizenRow), row_id=case_id)
        for case_id in sorted(held)
        if case_id in alive and case_id not in closed and case_id not in present
    ]
