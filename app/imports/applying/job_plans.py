"""Versions of jobplans, taken in and given out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Row as ResultRow

from app.imports.applying.applier import Applier, Extract, Reader, by_key
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.standing import Standing
from app.imports.kinds.job_plans import FIRST_VERSION, JOB_PLANS, JobPlanRecord
from app.imports.parsing import ParsedRow
from db.rows.plans import JobPlanRow
from db.values.plans import PlanKind, PlanState

_FIELDS = ("valid_from", "signed_on", "next_review_on", "closed_on")


def _rows(standing: Standing) -> list[ResultRow[Any]]:
    columns = [getattr(JobPlanRow, field) for field in ("plan_no", "version", "state", *_FIELDS)]
    return standing.rows(JobPlanRow, *columns)


class JobPlanReader(Reader[JobPlanRecord]):
    """Gives the plans out, but not the drafts that were begun here."""

    kind = JOB_PLANS

    def records(self) -> Iterator[tuple[str, JobPlanRecord]]:
        """One record a version."""
        cpr_of = self.standing.cpr_of()
        for row in _rows(self.standing):
            if row.case_id in cpr_of and row.state is not PlanState.DRAFT:
                values = {field: getattr(row, field) for field in _FIELDS}
                yield row.case_id, JobPlanRecord(cpr_of[row.case_id], row.plan_no, version=row.version, **values)


class JobPlanApplier(Applier[JobPlanRecord]):
    """Takes plans in.

    A version without a signature is a draft, unless the file has no column for signatures: then it is in
    force from its day. Of several agreed versions of one plan the highest holds and the others are replaced, also
    where the highest has been closed since.
    """

    kind = JOB_PLANS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the plans."""
        super().__init__(standing, extract, own, plan)
        rows = _rows(standing)
        self._stored = by_key(rows, lambda row: (row.case_id, row.plan_no, row.version))
        # Of each plan the agreed versions with their row ids.
        self._agreed: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
        # Of each plan the highest version that has been closed: what is below it holds no more.
        self._closed: dict[tuple[str, str], int] = defaultdict(int)
        for row in rows:
            if row.state is PlanState.AGREED:
                self._agreed[row.case_id, row.plan_no][row.version] = row.id
            elif row.state is PlanState.CLOSED:
                self._close(row.case_id, row.plan_no, row.version)

    def apply(self, row: ParsedRow) -> Outcome:
        """One version is the citizen's, of its plan and with its number."""
        record: JobPlanRecord = row.record
        case_id = self.case_of(row)
        version = record.version or FIRST_VERSION
        wanted = {field: getattr(record, field) for field in _FIELDS}
        stored = self._stored.get((case_id, record.plan_no, version))
        if stored is None:
            signed = record.signed_on or (record.valid_from if "signed_on" not in self.extract.fields else None)
            state = PlanState.AGREED if signed else PlanState.DRAFT
            state = PlanState.CLOSED if record.closed_on else state
            row_id = self.plan.insert(
                JobPlanRow,
                case_id,
                plan_no=record.plan_no,
                version=version,
                kind=PlanKind.JOBPLAN,
                state=state,
                made_on=record.valid_from,
                agreed_on=signed,
                **wanted,
            )
            if state is PlanState.AGREED:
                self._agreed[case_id, record.plan_no][version] = row_id
            elif state is PlanState.CLOSED:
                self._close(case_id, record.plan_no, version)
            return Outcome.NEW

        def columns(differing: Mapping[str, Any]) -> dict[str, Any]:
            if "closed_on" in differing:
                self._close(case_id, record.plan_no, version)
                return {**differing, "state": PlanState.CLOSED}
            if "signed_on" in differing and stored.state is PlanState.DRAFT:
                self._agreed[case_id, record.plan_no][version] = stored.id
                return {**differing, "state": PlanState.AGREED, "agreed_on": differing["signed_on"]}
            return dict(differing)

        return self.take_over(row, self.target(JobPlanRow, stored), wanted, columns)

    def _close(self, case_id: str, plan_no: str, version: int) -> None:
        self._agreed[case_id, plan_no].pop(version, None)
        self._closed[case_id, plan_no] = max(version, self._closed[case_id, plan_no])

    def finish(self) -> Mapping[int, Outcome]:
        """Replace what a higher version of the same plan has taken the place of."""
        new = {values["id"]: values for values in self.plan.inserts.get(JobPlanRow, [])}
        for (case_id, plan_no), versions in self._agreed.items():
            highest = max((*versions, self._closed[case_id, plan_no]))
            for version in sorted(set(versions) - {highest}):
                row_id = versions[version]
                if row_id in new:
                    new[row_id]["state"] = PlanState.REPLACED
                else:
                    self.plan.update(JobPlanRow, row_id, case_id, state=PlanState.REPLACED)
        return {}
