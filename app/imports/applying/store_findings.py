"""Keeps what an import leaves for a person, once, until a person or a later extract settles it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import insert, or_, select, update

from app.imports.applying.plan import Finding, FindingKind
from db.rows.local import ImportFindingRow

if TYPE_CHECKING:
    from app.work import Work

THERE_AGAIN = "med i udtrækket igen"
"""How a finding was settled when a later extract has the citizen again."""

KEPT = "beholdt"
"""How a finding was settled when a person let our own stand: the same finding does not come again."""


def store_findings(work: Work, run_id: str, findings: Sequence[Finding], *, present: Collection[str]) -> None:
    """Write the findings that are neither open nor kept; settle those of citizens and offers `present` again.

    `present` are the ids of cases or of rows of the catalogue.
    """
    columns = (
        ImportFindingRow.finding,
        ImportFindingRow.case_id,
        ImportFindingRow.table_name,
        ImportFindingRow.row_id,
        ImportFindingRow.field,
        ImportFindingRow.own_value,
        ImportFindingRow.extract_value,
    )
    known = or_(ImportFindingRow.settled_on.is_(None), ImportFindingRow.settled_how == KEPT)
    query = select(ImportFindingRow.id, *columns).where(known)
    answered = {tuple(row)[1:]: row.id for row in work.session.execute(query)}
    new = [
        {
            "id": work.new_id(),
            "run_id": run_id,
            "finding": each.kind.value,
            "case_id": each.case_id,
            "table_name": each.table,
            "row_id": each.row_id,
            "field": each.heading,
            "own_value": each.own_value,
            "extract_value": each.extract_value,
        }
        for each in findings
        if _key(each) not in answered
    ]
    if new:
        work.session.execute(insert(ImportFindingRow), new)
    there = set(present)
    back = [
        {"id": row_id, "settled_on": work.today, "settled_how": THERE_AGAIN}
        for key, row_id in answered.items()
        if (key[0] == FindingKind.NO_LONGER_THERE and key[1] in there)
        or (key[0] == FindingKind.OFFER_NO_LONGER_THERE and key[3] in there)
    ]
    if back:
        work.session.execute(update(ImportFindingRow), back)


def _key(each: Finding) -> tuple[str | None, ...]:
    return (
        each.kind.value,
        each.case_id,
        each.table,
        each.row_id,
        each.heading,
        each.own_value,
        each.extract_value,
    )
