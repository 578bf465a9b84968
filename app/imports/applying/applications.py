"""Application cases and their steps, taken in and given out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Row as ResultRow

from app.imports.applying.applier import Applier, Extract, Reader, by_key, worst
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.standing import Standing
from app.imports.kinds.applications import APPLICATIONS, ApplicationRecord
from app.imports.parsing import ParsedRow
from db.rows.cases import ApplicationCaseRow, CaseStepRow
from db.values.cases import ApplicationCaseState

_CASE_FIELDS = ("kind", "applied_on", "inherited", "state")
_STEP_FIELDS = ("due_on", "done_on", "waiting_for", "sent_on", "expected_on")


def _cases(standing: Standing) -> list[ResultRow[Any]]:
    columns = [getattr(ApplicationCaseRow, field) for field in ("case_no", *_CASE_FIELDS)]
    return standing.rows(ApplicationCaseRow, *columns)


def _steps(standing: Standing) -> list[ResultRow[Any]]:
    columns = [getattr(CaseStepRow, field) for field in ("application_case_id", "step", "starts_on", *_STEP_FIELDS)]
    return standing.rows(CaseStepRow, *columns)


class ApplicationReader(Reader[ApplicationRecord]):
    """Gives the cases out."""

    kind = APPLICATIONS

    def records(self) -> Iterator[tuple[str, ApplicationRecord]]:
        """One record a step; a case without steps has one record of its own."""
        cpr_of = self.standing.cpr_of()
        steps: defaultdict[str, list[ResultRow[Any]]] = defaultdict(list)
        for step in _steps(self.standing):
            steps[step.application_case_id].append(step)
        for row in _cases(self.standing):
            if row.case_id not in cpr_of:
                continue
            case = {field: getattr(row, field) for field in ("case_no", *_CASE_FIELDS)}
            if row.id not in steps:
                yield row.case_id, ApplicationRecord(cpr_of[row.case_id], **case)
            for step in steps.get(row.id, ()):
                values = {field: getattr(step, field) for field in ("step", "starts_on", *_STEP_FIELDS)}
                yield row.case_id, ApplicationRecord(cpr_of[row.case_id], **case, **values)


class ApplicationApplier(Applier[ApplicationRecord]):
    """Takes cases in. Every row of the file repeats its case; all of them must say the same of it."""

    kind = APPLICATIONS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the cases and their steps."""
        super().__init__(standing, extract, own, plan)
        self._cases = by_key(_cases(standing), lambda row: (row.case_id, row.case_no))
        self._steps = by_key(_steps(standing), lambda row: (row.application_case_id, row.step, row.starts_on))
        self._seen: dict[tuple[str, str], tuple[str, ParsedRow]] = {}

    def apply(self, row: ParsedRow) -> Outcome:
        """A case is the citizen's and has its number; a step is the case's, of its kind, from its day."""
        record: ApplicationRecord = row.record
        case_id = self.case_of(row)
        seen = self._seen.get((case_id, record.case_no))
        if seen is None:
            application_id, outcome = self._take_case(row, case_id)
            self._seen[case_id, record.case_no] = application_id, row
        else:
            (application_id, first), outcome = seen, Outcome.UNCHANGED
            if any(getattr(first.record, field) != getattr(record, field) for field in _CASE_FIELDS):
                wrong = f"Linje {first.line} siger noget andet om den samme sag."
                self.refuse(row, "sag_nr", wrong, "Skriv slags, ansøgt, arvet og tilstand ens i alle sagens rækker.")
        return worst(outcome, self._take_step(row, case_id, application_id))

    def _take_case(self, row: ParsedRow, case_id: str) -> tuple[str, Outcome]:
        record: ApplicationRecord = row.record
        stored = self._cases.get((case_id, record.case_no))
        inherited = bool(record.inherited) if "inherited" in self.extract.fields else None
        wanted = {"kind": record.kind, "applied_on": record.applied_on, "inherited": inherited, "state": record.state}
        if stored is not None:
            return stored.id, self.take_over(row, self.target(ApplicationCaseRow, stored), wanted)
        begun = ApplicationCaseState.IN_PROGRESS if record.step else ApplicationCaseState.UNTOUCHED
        new = {**wanted, "inherited": bool(record.inherited), "state": record.state or begun}
        return self.plan.insert(ApplicationCaseRow, case_id, case_no=record.case_no, **new), Outcome.NEW

    def _take_step(self, row: ParsedRow, case_id: str, application_id: str) -> Outcome:
        record: ApplicationRecord = row.record
        if record.step is None:
            return Outcome.UNCHANGED
        wanted = {field: getattr(record, field) for field in _STEP_FIELDS}
        stored = self._steps.get((application_id, record.step, record.step_starts_on))
        if stored is not None:
            return self.take_over(row, self.target(CaseStepRow, stored), wanted)
        self.plan.insert(
            CaseStepRow,
            case_id,
            application_case_id=application_id,
            step=record.step,
            starts_on=record.step_starts_on,
            **wanted,
        )
        return Outcome.NEW
