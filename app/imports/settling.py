"""Answers to what an import has left: keep our own, take the extract's word, or end the case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from app.cases.close_case import CloseCase, ReopenCase, close_case, reopen_case
from app.changes import Done
from app.imports.applying.applier import Extract, RowRefused
from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import FindingKind, WritePlan
from app.imports.applying.registry import APPLIER_OF, READER_OF
from app.imports.applying.standing import Standing
from app.imports.applying.store_findings import KEPT
from app.imports.faults import CellFault
from app.imports.kinds.registry import find_kind
from app.imports.parsing import ParsedRow
from db.errors import Refused
from db.rows.local import ImportFindingRow, ImportRunRow
from db.rows.people import CaseClosingRow, CitizenRow

if TYPE_CHECKING:
    from app.work import Work
    from db.values.people import ClosingReason

ENDED = "afsluttet"
TAKEN = "udtrækkets værdi"


@dataclass(frozen=True, slots=True)
class KeepFindings:
    """Ours stands: the value that differs, or the case that is no longer in the extract."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskAgain:
    """Keeping these was wrong."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TakeExtract:
    """The extract's values take the place of ours."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EndMissing:
    """The cases of citizens who are no longer in the extract end on a day, for one reason."""

    ids: tuple[str, ...]
    closed_on: date
    reason: ClosingReason
    reason_text: str | None = None


def keep_findings(work: Work, request: KeepFindings) -> Done:
    """Settle them; the same extract does not ask again. Refused: `missing` (field `ids`), `settled`."""
    for row in _open(work, request.ids):
        _settle(work, row, KEPT)
    return Done(request.ids[0], work.changes())


def ask_again(work: Work, request: AskAgain) -> Done:
    """Let them stand open again. Refused: `missing` (field `ids`), `settled` when they were settled otherwise."""
    for row in _rows(work, request.ids):
        if row.settled_how != KEPT:
            raise _settled_already()
        row.settled_on = row.settled_how = None
    return Done(_first(request.ids), work.changes())


def take_extract(work: Work, request: TakeExtract) -> Done:
    """Write the extract's values.

    Refused: `missing` (field `ids`), `settled`, `wrong_kind`, and `not_taken` where only a person at the citizen's
    page can do it.
    """
    for row in _open(work, request.ids):
        if FindingKind(row.finding) is not FindingKind.DIFFERS:
            raise Refused("Vælg, om sagen skal afsluttes eller beholdes.", field="ids", code="wrong_kind")
        if row.table_name == CaseClosingRow.__tablename__:
            reopen_case(work, ReopenCase(row.case_id or "", work.today))
        else:
            _write(work, row)
        _settle(work, row, TAKEN)
    return Done(request.ids[0], work.changes())


def end_missing(work: Work, request: EndMissing) -> Done:
    """End every one of the cases. Refused: `missing` (field `ids`), `settled`, `wrong_kind`, as `close_case` says."""
    notices: dict[str, None] = {}
    for row in _open(work, request.ids):
        if FindingKind(row.finding) is not FindingKind.NO_LONGER_THERE:
            raise Refused("Kun sager, der ikke er i udtrækket, afsluttes her.", field="ids", code="wrong_kind")
        closing = CloseCase(row.case_id or "", request.closed_on, request.reason, request.reason_text)
        notices |= dict.fromkeys(close_case(work, closing).notices)
        _settle(work, row, ENDED)
    return Done(request.ids[0], work.changes(), tuple(notices))


def _first(ids: Sequence[str]) -> str:
    if not ids:
        raise Refused("Markér mindst én linje.", field="ids", code="missing")
    return ids[0]


def _rows(work: Work, ids: Sequence[str]) -> list[ImportFindingRow]:
    _first(ids)
    found = [work.session.get(ImportFindingRow, row_id) for row_id in ids]
    return [row if row is not None else _raise_settled() for row in found]


def _open(work: Work, ids: Sequence[str]) -> list[ImportFindingRow]:
    rows = _rows(work, ids)
    if any(row.settled_on is not None for row in rows):
        raise _settled_already()
    return rows


def _raise_settled() -> ImportFindingRow:
    raise _settled_already()


def _settled_already() -> Refused:
    return Refused("Linjen er allerede behandlet. Hent listen igen.", field="ids", code="settled")


def _settle(work: Work, row: ImportFindingRow, how: str) -> None:
    row.settled_on, row.settled_how = work.today, how


class _NobodysWork(OwnWork):
    """No row beats the extract: the person has said so."""

    def __init__(self) -> None:
        """Ask nothing of the store."""

    def by_hand(self, written_at: datetime | None) -> bool:
        """Every row may be the one that was meant."""
        return written_at is not None

    def __contains__(self, written_at: datetime | None) -> bool:
        """None is kept."""
        return False


def _write(work: Work, finding: ImportFindingRow) -> None:
    """Let the import itself write it: what the store has of the citizen, with the one value as the extract had it.

    Of several records of the citizen (talks, stays …) it is the one whose writing touches the row in question.
    """
    citizen = work.session.get(CitizenRow, finding.case_id)
    run = work.session.get(ImportRunRow, finding.run_id)
    if citizen is None or run is None:
        raise _not_taken()
    kind = find_kind(run.kind)
    column = next((each for each in kind.columns if each.heading == finding.field), None)
    if column is None:
        raise _not_taken()
    try:
        value = None if finding.extract_value is None else column.cell.read(finding.extract_value)
    except CellFault:
        raise _not_taken() from None
    work.session.flush()
    standing = Standing(work.session, {citizen.cpr})
    extract = Extract(run.extract_on or work.today, frozenset(each.field for each in kind.columns))
    for case_id, record in READER_OF[kind.name](standing).records():
        if case_id == finding.case_id:
            plan = WritePlan(work.new_id)
            row = ParsedRow(0, replace(record, **{column.field: value}), ())
            applier = APPLIER_OF[kind.name](standing, extract, _NobodysWork(), plan)
            try:
                applier.begin([row])
                applier.apply(row)
                applier.finish()
            except RowRefused:
                continue
            if _touches(plan, finding.row_id):
                plan.write(work, work.now, lambda _done, _total: None)
                work.session.expire_all()
                return
    raise _not_taken()


def _touches(plan: WritePlan, row_id: str | None) -> bool:
    inserted: list[dict[str, Any]] = [row for rows in plan.inserts.values() for row in rows]
    changed = {touched for _, touched, _ in plan.touched}
    return row_id in changed or any(row_id in row.values() for row in inserted)


def _not_taken() -> Refused:
    message = "Værdien kan ikke overtages herfra. Ret den på borgerens side, og behold så jeres egen."
    return Refused(message, field="ids", code="not_taken")
