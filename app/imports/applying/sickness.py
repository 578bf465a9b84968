"""Periods of sickness, taken in and given out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row as ResultRow

from app.imports.applying.applier import Applier, Extract, Reader, by_key
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.standing import Standing
from app.imports.kinds.sickness import SICKNESS, SicknessRecord
from app.imports.parsing import ParsedRow
from db.rows.cases import SicknessCaseRow

_FIELDS = ("employer", "form_sent_on", "form_returned_on", "group", "last_follow_up_on", "recovered_on")


def sickness_rows(standing: Standing) -> list[ResultRow[Any]]:
    """The periods of sickness in the store."""
    columns = [getattr(SicknessCaseRow, field) for field in ("first_absence_on", *_FIELDS)]
    return standing.rows(SicknessCaseRow, *columns)


class SicknessReader(Reader[SicknessRecord]):
    """Gives the periods out."""

    kind = SICKNESS

    def records(self) -> Iterator[tuple[str, SicknessRecord]]:
        """One record a period."""
        cpr_of = self.standing.cpr_of()
        for row in sickness_rows(self.standing):
            if row.case_id in cpr_of:
                values = {field: getattr(row, field) for field in _FIELDS}
                yield row.case_id, SicknessRecord(cpr_of[row.case_id], row.first_absence_on, **values)


class SicknessApplier(Applier[SicknessRecord]):
    """Takes periods in."""

    kind = SICKNESS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the periods."""
        super().__init__(standing, extract, own, plan)
        self._stored = by_key(sickness_rows(standing), lambda row: (row.case_id, row.first_absence_on))

    def apply(self, row: ParsedRow) -> Outcome:
        """One period is the citizen's and begins on its day."""
        record: SicknessRecord = row.record
        case_id = self.case_of(row)
        wanted = {field: getattr(record, field) for field in _FIELDS}
        stored = self._stored.get((case_id, record.first_absence_on))
        if stored is None:
            self.plan.insert(SicknessCaseRow, case_id, first_absence_on=record.first_absence_on, **wanted)
            return Outcome.NEW
        return self.take_over(row, self.target(SicknessCaseRow, stored), wanted)
