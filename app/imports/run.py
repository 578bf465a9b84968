"""An import: read and compare without a lock, then write in one short transaction, or not at all."""

from __future__ import annotations

import contextlib
import gc
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from app.cases.usage_log import note_use
from app.changes import Changes
from app.imports.applying.applier import Extract, RowRefused
from app.imports.applying.citizens import CitizenApplier
from app.imports.applying.missing import find_missing
from app.imports.applying.offers import OfferApplier
from app.imports.applying.own_work import OwnWork, instant_of_run
from app.imports.applying.plan import Outcome, WritePlan
from app.imports.applying.registry import APPLIER_OF
from app.imports.applying.standing import Standing
from app.imports.applying.store_findings import store_findings
from app.imports.faults import RowFault
from app.imports.headings import match_headings
from app.imports.kinds.kind import Kind
from app.imports.kinds.registry import CAN_BE_FULL, find_kind
from app.imports.mapping import NO_MAPPING, read_mapping
from app.imports.parsing import Parsed
from app.imports.preview import make_preview
from app.imports.reading import read_rows, stop_if
from app.imports.refused_rows import write_refused
from app.imports.request import Cancelled, ImportReport, ImportRequest, Progress, Stage
from app.work import Work, working
from db.errors import Refused
from db.rows.local import ChangesetRow, ImportRunRow
from db.rows.people import CitizenRow
from db.values.people import UsageKind

if TYPE_CHECKING:
    from app.clock import Clock
    from app.ids import NewId
    from db.store.store import Store

_EVERY = 500
_TRIES_WITHOUT_LOCK = 2


@dataclass(slots=True)
class _Compared:
    """What a file comes to, given what stands in the store at `seen`, the number of its newest changeset."""

    seen: int
    plan: WritePlan
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)
    # The cases of a caseload, or the offers: what an earlier full extract missed of them is there again.
    present: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Run:
    """One import from its request to its report."""

    store: Store
    request: ImportRequest
    kind: Kind[Any]
    extract_on: date
    author: str
    clock: Clock
    make_id: NewId
    progress: Progress
    cancelled: Cancelled

    def report(self) -> ImportReport:
        """Do it."""
        given = self.request.mapping
        mapping = read_mapping(given, self.kind) if isinstance(given, Path) else given or NO_MAPPING
        today = self.clock.today()
        parsed = read_rows(
            self.request.path, self.kind, today, mapping=mapping, progress=self.progress, cancelled=self.cancelled
        )
        compared, changes = self._compare_and_write(parsed)
        report = self._told(parsed, compared, changes)
        if not self.request.preview:
            return report
        headings = match_headings(parsed.headings, self.kind, mapping).columns
        return replace(report, preview=make_preview(headings, parsed, compared.outcomes, report.faults, self._hidden()))

    def _hidden(self) -> frozenset[str]:
        """The CPR numbers of those whose address is protected here, whatever the file says."""
        with self.store.reading() as session:
            return frozenset(session.scalars(select(CitizenRow.cpr).where(CitizenRow.address_protected.is_(True))))

    def _compare_and_write(self, parsed: Parsed) -> tuple[_Compared, Changes]:
        """Compare beside whatever else happens; when something was saved meanwhile, compare again.

        The last try compares under the lock, so that an import cannot be put off for ever.
        """
        for _ in range(_TRIES_WITHOUT_LOCK):
            with self.store.reading() as session:
                compared = self._compare(session, parsed)
            self._keep_refused(parsed, compared)
            if self.request.dry_run or self._stopped(parsed, compared):
                return compared, Changes()
            with self._writing() as work:
                if _newest_changeset(work.session) == compared.seen:
                    return compared, self._write(work, parsed, compared)
        with self._writing() as work:
            compared = self._compare(work.session, parsed)
            self._keep_refused(parsed, compared)
            if self._stopped(parsed, compared):
                return compared, Changes()
            return compared, self._write(work, parsed, compared)

    def _writing(self) -> contextlib.AbstractContextManager[Work]:
        name = f"import {self.kind.name}"
        return working(self.store, author=self.author, clock=self.clock, make_id=self.make_id, use_case=name)

    def _compare(self, session: Session, parsed: Parsed) -> _Compared:
        now = self.clock.now()
        plan = WritePlan(lambda: self.make_id(now))
        compared = _Compared(_newest_changeset(session), plan)
        refused = {row.about for row in parsed.refused if row.about}
        standing = Standing(session, refused | _persons(parsed) if self.kind.about_citizens else ())
        own = OwnWork(session, self.extract_on)
        applier = APPLIER_OF[self.kind.name](standing, Extract(self.extract_on, parsed.fields), own, plan)
        applier.begin(parsed.rows)
        for place, row in enumerate(parsed.rows):
            if place % _EVERY == 0:
                stop_if(self.cancelled)
                self.progress(place, len(parsed.rows), Stage.COMPARING)
            try:
                compared.outcomes[row.line] = applier.apply(row)
            except RowRefused as refusal:
                compared.outcomes[row.line] = Outcome.REFUSED
                compared.faults.append(refusal.fault)
        for line, outcome in applier.finish().items():
            if compared.outcomes[line] is Outcome.UNCHANGED:
                compared.outcomes[line] = outcome
        if isinstance(applier, CitizenApplier):
            compared.present = frozenset(applier.cases)
            if self.request.full:
                kept = {standing.case_of.get(number) for number in refused}
                plan.findings += find_missing(session, applier.units, applier.cases | {case for case in kept if case})
        if isinstance(applier, OfferApplier):
            compared.present = frozenset(applier.present)
            if self.request.full:
                plan.findings += applier.missing(refused)
        return compared

    def _write(self, work: Work, parsed: Parsed, compared: _Compared) -> Changes:
        def told(done: int, total: int) -> None:
            stop_if(self.cancelled)
            self.progress(done, total, Stage.WRITING)

        counts = Counter(compared.outcomes.values())
        run_id = work.new_id()
        stamp = instant_of_run(work.now, run_id)
        compared.plan.write(work, stamp, told)
        run = {
            "id": run_id,
            "kind": self.kind.name,
            "made_at": stamp,
            "extract_on": self.extract_on,
            "full": self.request.full,
            "rows_read": parsed.read,
            "rows_new": counts[Outcome.NEW],
            "rows_changed": counts[Outcome.CHANGED],
            "rows_unchanged": counts[Outcome.UNCHANGED],
            "rows_refused": counts[Outcome.REFUSED] + len(parsed.refused),
        }
        work.session.execute(insert(ImportRunRow), [run])
        store_findings(work, run_id, compared.plan.findings, present=compared.present)
        if parsed.rows and self.kind.about_citizens:
            persons = len({row.record.cpr for row in parsed.rows})
            note_use(work, UsageKind.IMPORTED, f"Indlæsning af {self.kind.name}", count=persons)
        # The last word of the person: after this the transaction is kept.
        stop_if(self.cancelled)
        return work.changes()

    def _keep_refused(self, parsed: Parsed, compared: _Compared) -> None:
        """Write the rows that were refused. Before the store is written to: the file may turn out not to do."""
        faults = _faults(parsed, compared)
        if self.request.refused_to and faults:
            cells = {row.line: row.cells for row in parsed.rows}
            cells |= {row.line: row.cells for row in parsed.refused}
            write_refused(self.request.refused_to, parsed.headings, cells, faults)

    def _stopped(self, parsed: Parsed, compared: _Compared) -> bool:
        return self.request.strict and bool(parsed.refused or compared.faults)

    def _told(self, parsed: Parsed, compared: _Compared, changes: Changes) -> ImportReport:
        counts = Counter(compared.outcomes.values())
        return ImportReport(
            kind=self.kind.name,
            file=self.request.path.name,
            extract_on=self.extract_on,
            dry_run=self.request.dry_run,
            read=parsed.read,
            new=counts[Outcome.NEW],
            changed=counts[Outcome.CHANGED],
            unchanged=counts[Outcome.UNCHANGED],
            refused=counts[Outcome.REFUSED] + len(parsed.refused),
            repeated=parsed.repeated,
            ignored_columns=parsed.ignored,
            faults=_faults(parsed, compared),
            notices=tuple(sorted((*parsed.notices, *compared.plan.notices), key=lambda notice: notice.line or 0)),
            findings=tuple(compared.plan.findings),
            stopped=self._stopped(parsed, compared),
            changes=changes,
        )


def import_file(
    store: Store,
    request: ImportRequest,
    *,
    author: str,
    clock: Clock,
    make_id: NewId,
    progress: Progress = lambda _done, _total, _stage: None,
    cancelled: Cancelled = lambda: False,
) -> ImportReport:
    """Take a file in, or only say what would come of it.

    Raises Refused (`unknown_kind`, `full_not_possible`, `extract_in_future`, `same_file`, `cancelled`, and as
    the reading of file, headings and mapping says) and Unavailable; in every case the store is as it was.
    """
    kind = find_kind(request.kind)
    if request.full and kind not in CAN_BE_FULL:
        names = " og ".join(each.name for each in CAN_BE_FULL)
        message = f"Et fuldt udtræk giver kun mening for {names}."
        raise Refused(message, field="full", code="full_not_possible")
    _spare_what_is_read(request)
    extract_on = _extract_date(request.path, clock.today()) if request.extract_on is None else request.extract_on
    if extract_on > clock.today():
        raise Refused("Udtrækkets dato ligger i fremtiden.", field="extract_on", code="extract_in_future")
    with _without_collecting():
        return _Run(store, request, kind, extract_on, author, clock, make_id, progress, cancelled).report()


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """Look for no circles meanwhile: among the cells of ten thousand rows that stops every thread for 0.2 s."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _spare_what_is_read(request: ImportRequest) -> None:
    """The rows that are refused must not take the place of the file that all rows are in."""
    for path in (request.path, request.mapping):
        with contextlib.suppress(OSError):
            if isinstance(path, Path) and request.refused_to and path.samefile(request.refused_to):
                message = "De afviste rækker kan ikke skrives oven i den fil, der indlæses. Vælg et andet navn."
                raise Refused(message, field="refused_to", code="same_file")


def _extract_date(path: Path, today: date) -> date:
    """The day the file was last changed, but never later than today, since the day may be played."""
    with contextlib.suppress(OSError):
        return min(datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().date(), today)
    return today


def _faults(parsed: Parsed, compared: _Compared) -> tuple[RowFault, ...]:
    """What is wrong in the file, from its first line to its last."""
    faults = [*(fault for row in parsed.refused for fault in row.faults), *compared.faults]
    return tuple(sorted(faults, key=lambda fault: fault.line))


def _persons(parsed: Parsed) -> set[str]:
    """The CPR numbers that the rows name."""
    numbers = {number for row in parsed.rows for number in (row.record.cpr, getattr(row.record, "spouse_cpr", None))}
    return {number for number in numbers if number}


def _newest_changeset(session: Session) -> int:
    return session.scalar(select(func.max(ChangesetRow.seq))) or 0
