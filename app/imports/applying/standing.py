"""What stands in the store before an import: read once, as plain rows, and only of the citizens in the file."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import Row as ResultRow
from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from db.rows.base import CaseRow
from db.rows.organisation import CaseworkerRow, HousingAreaRow, OrgUnitRow
from db.rows.people import CaseClosingRow, CitizenRow

# Fewer than this are asked for by name; SQLite takes at most some thousand values in a statement.
_FEW = 500


class Standing:
    """The citizens by CPR, and the rows of their cases on demand.

    `cprs` None reads the whole store. A merged case stands for the one it lives on in.
    """

    def __init__(self, session: Session, cprs: Collection[str] | None = None) -> None:
        """Read the citizens."""
        self.session = session
        query = select(CitizenRow.id, CitizenRow.cpr, CitizenRow.merged_into).where(
            CitizenRow.gone.is_(False), CitizenRow.withdrawn_on.is_(None)
        )
        if cprs is not None and len(cprs) <= _FEW:
            query = query.where(CitizenRow.cpr.in_(sorted(cprs)))
        self.case_of: dict[str, str] = {}
        for case_id, cpr, merged_into in session.execute(query.order_by(CitizenRow.id.desc())):
            self.case_of[cpr] = merged_into or case_id
        narrow = cprs is not None and len(cprs) <= _FEW
        self._cases = sorted(set(self.case_of.values())) if narrow else None

    def cpr_of(self) -> dict[str, str]:
        """The CPR number of every case that has not been merged into another."""
        return {row.id: row.cpr for row in self.citizens(CitizenRow.cpr)}

    def rows(self, kind: type[CaseRow], *attributes: InstrumentedAttribute[Any]) -> list[ResultRow[Any]]:
        """The live rows of the cases in the order they were made: `id`, `case_id`, `written_at` and more."""
        query = select(kind.id, kind.case_id, kind.written_at, *attributes).where(
            kind.gone.is_(False), kind.withdrawn_on.is_(None)
        )
        if self._cases is not None:
            query = query.where(kind.case_id.in_(self._cases))
        return list(self.session.execute(query.order_by(kind.id)))

    def citizens(self, *attributes: InstrumentedAttribute[Any]) -> list[ResultRow[Any]]:
        """The live citizens themselves, who have not been merged into others."""
        query = select(CitizenRow.id, CitizenRow.id.label("case_id"), CitizenRow.written_at, *attributes).where(
            CitizenRow.gone.is_(False), CitizenRow.withdrawn_on.is_(None), CitizenRow.merged_into.is_(None)
        )
        if self._cases is not None:
            query = query.where(CitizenRow.id.in_(self._cases))
        return list(self.session.execute(query.order_by(CitizenRow.id)))

    def closed(self) -> dict[str, Any]:
        """The cases that have been ended and not been opened again, with the row that ended them."""
        rows = self.rows(CaseClosingRow, CaseClosingRow.closed_on, CaseClosingRow.reopened_on)
        return {row.case_id: row for row in rows if row.reopened_on is None}

    def unit_names(self) -> dict[str, str]:
        """Every unit: id to name."""
        query = select(OrgUnitRow.id, OrgUnitRow.name).where(OrgUnitRow.gone.is_(False))
        return {row.id: row.name for row in self.session.execute(query)}

    def workers(self) -> list[ResultRow[Any]]:
        """Every worker: `id`, `name`, `unit_id`; those who are active last, so that they win a look-up by name."""
        query = select(CaseworkerRow.id, CaseworkerRow.name, CaseworkerRow.unit_id, CaseworkerRow.active)
        return list(self.session.execute(query.where(CaseworkerRow.gone.is_(False)).order_by(CaseworkerRow.active)))

    def area_names(self) -> dict[str, str]:
        """Every housing area: id to name."""
        query = select(HousingAreaRow.id, HousingAreaRow.name).where(HousingAreaRow.gone.is_(False))
        return {row.id: row.name for row in self.session.execute(query)}
