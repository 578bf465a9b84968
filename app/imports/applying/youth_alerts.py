"""Youth alerts, taken in and given out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row as ResultRow

from app.imports.applying.applier import Applier, Extract, Reader, by_key
from app.imports.applying.own_work import OwnWork
from app.imports.applying.persons import person_values
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.standing import Standing
from app.imports.faults import RowNotice
from app.imports.kinds.youth_alerts import YOUTH_ALERTS, YouthAlertRecord
from app.imports.parsing import ParsedRow
from db.rows.cases import YouthAlertRow
from db.rows.people import CitizenRow

_FIELDS = ("school", "programme", "reason")


def _rows(standing: Standing) -> list[ResultRow[Any]]:
    columns = (YouthAlertRow.received_on, YouthAlertRow.school, YouthAlertRow.programme, YouthAlertRow.reason)
    return standing.rows(YouthAlertRow, *columns)


class YouthAlertReader(Reader[YouthAlertRecord]):
    """Gives the alerts out."""

    kind = YOUTH_ALERTS

    def records(self) -> Iterator[tuple[str, YouthAlertRecord]]:
        """One record an alert."""
        persons = {row.id: row for row in self.standing.citizens(CitizenRow.cpr, CitizenRow.name)}
        for row in _rows(self.standing):
            if person := persons.get(row.case_id):
                values = {field: getattr(row, field) for field in _FIELDS}
                yield row.case_id, YouthAlertRecord(person.cpr, person.name, row.received_on, **values)


class YouthAlertApplier(Applier[YouthAlertRecord]):
    """Takes alerts in; a young person who is not known is made, unassigned."""

    kind = YOUTH_ALERTS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the alerts."""
        super().__init__(standing, extract, own, plan)
        self._stored = by_key(_rows(standing), lambda row: (row.case_id, row.received_on))

    def apply(self, row: ParsedRow) -> Outcome:
        """One alert is the young person's and came on its day."""
        record: YouthAlertRecord = row.record
        case_id = self.standing.case_of.get(record.cpr)
        if case_id is None:
            case_id = self.plan.insert_case(CitizenRow, **person_values(record.cpr, record.name))
            self.standing.case_of[record.cpr] = case_id
            self.plan.notices.append(RowNotice(row.line, "Den unge er oprettet uden tovholder."))
        wanted = {field: getattr(record, field) for field in _FIELDS}
        stored = self._stored.get((case_id, record.received_on))
        if stored is None:
            self.plan.insert(YouthAlertRow, case_id, received_on=record.received_on, **wanted)
            return Outcome.NEW
        return self.take_over(row, self.target(YouthAlertRow, stored), wanted)
