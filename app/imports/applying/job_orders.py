"""Vacancies, taken in and given out."""

from __future__ import annotations

from collections.abc import Iterator

from app.guide.industries import Industries
from app.imports.applying.applier import Extract, Reader
from app.imports.applying.catalogue import CatalogueApplier, catalogue_rows
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.standing import Standing
from app.imports.kinds.job_orders import JOB_ORDERS, JobOrderRecord
from app.imports.parsing import ParsedRow
from db.rows.offers import JobOrderRow

_PLAIN = ("title", "company", "place", "weekly_hours", "starts_on", "apply_by", "contact")
_COLUMNS = tuple(getattr(JobOrderRow, field) for field in ("order_ref", "industry_id", *_PLAIN))


class JobOrderReader(Reader[JobOrderRecord]):
    """Gives the vacancies out."""

    kind = JOB_ORDERS

    def records(self) -> Iterator[tuple[str, JobOrderRecord]]:
        """One record a vacancy; no case stands behind it."""
        names = Industries(self.standing.session).names
        for row in catalogue_rows(self.standing.session, JobOrderRow, *_COLUMNS):
            values = {field: getattr(row, field) for field in _PLAIN}
            yield "", JobOrderRecord(row.order_ref, industry=names.get(row.industry_id), **values)


class JobOrderApplier(CatalogueApplier[JobOrderRecord]):
    """Takes vacancies in."""

    kind = JOB_ORDERS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the vacancies and the industries."""
        super().__init__(standing, extract, own, plan)
        self._industries = Industries(standing.session)
        self._stored = {row.order_ref: row for row in catalogue_rows(standing.session, JobOrderRow, *_COLUMNS)}

    def apply(self, row: ParsedRow) -> Outcome:
        """The vacancy is the one with the number."""
        record: JobOrderRecord = row.record
        wanted = {field: getattr(record, field) for field in _PLAIN}
        if record.industry is not None:
            wanted["industry_id"] = self.industry(row, self._industries, "branche", record.industry)
        stored = self._stored.get(record.order_ref)
        if stored is None:
            self.plan.insert(JobOrderRow, order_ref=record.order_ref, **wanted)
            return Outcome.NEW
        return self.set_differing(JobOrderRow, stored, wanted)
