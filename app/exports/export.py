"""Write a file of what the store has, and log whose data went out.

The log is written first and kept only when the file was: no file goes out without its line in the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cases.usage_log import note_use_of_cases
from app.exports import queue_table, reports, targets_table
from app.exports.request import ExportReport, ExportRequest
from app.imports.applying.caseload import CaseloadReader
from app.imports.applying.registry import READER_OF
from app.imports.applying.standing import Standing
from app.imports.folding import folded
from app.imports.kinds.kind import Kind
from app.imports.kinds.registry import KINDS
from app.imports.writing import write_table
from app.work import Work, working
from db.errors import Refused
from db.rows.people import CaseHoldingRow
from db.values.people import UsageKind

if TYPE_CHECKING:
    from app.clock import Clock
    from app.ids import NewId
    from app.queue.item import QueueItem
    from app.results.results import Result
    from db.store.store import Store

NAMES = (*(kind.name for kind in KINDS), reports.NAME, queue_table.NAME, targets_table.NAME)
"""Everything that can be written, by its Danish name."""


def export_name(text: str) -> str:
    """The name of what is to be written, also in aa/ae/oe spelling. Raises Refused `unknown_kind`."""
    for name in NAMES:
        if folded(name) == folded(text):
            return name
    message = f"Det kan ikke skrives til en fil. Vælg en af: {', '.join(NAMES)}."
    raise Refused(message, field="kind", code="unknown_kind")


def export_file(
    store: Store, request: ExportRequest, *, author: str | None, clock: Clock, make_id: NewId
) -> ExportReport:
    """Write one of the kinds that can be taken in, or `indberetning`.

    Raises Refused (`unknown_kind`, `not_by_mark`, `not_by_case`, `nobody_here`) and Unavailable `file_not_writable`.
    """
    name = export_name(request.kind)
    if request.mark_sent and name != reports.NAME:
        raise Refused(f"Kun {reports.NAME} kan markeres som sendt.", field="mark_sent", code="not_by_mark")
    worker_id = whose(author) if request.mine else None
    notices: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    with working(store, author=author, clock=clock, make_id=make_id, use_case=f"export {name}") as work:
        if name == reports.NAME:
            found = reports.read_reports(work.session, worker_id=worker_id)
            lines, cases = found.lines, [each.case_id for each in found.reports]
            waiting = found.waiting
            if request.mark_sent:
                found.mark_sent(work)
        else:
            kind = next((kind for kind in KINDS if kind.name == name), None)
            if kind is None:
                raise Refused(f"{name} skrives ud fra det, der er på skærmen.", field="kind", code="unknown_kind")
            lines, cases, notices = _kind_lines(work, kind, worker_id)
        changes = work.changes()
        _log(work, name, cases)
        write_table(request.path, lines)
    return ExportReport(name, request.path.name, len(lines) - 1, notices, changes, waiting)


def export_queue(
    store: Store, items: Sequence[QueueItem], path: Path, *, author: str | None, clock: Clock, make_id: NewId
) -> ExportReport:
    """Write the rows of the queue that are given, in their order."""
    with working(store, author=author, clock=clock, make_id=make_id, use_case=f"export {queue_table.NAME}") as work:
        _log(work, queue_table.NAME, [item.case_id for item in items if item.case_id])
        write_table(path, queue_table.queue_lines(items))
    return ExportReport(queue_table.NAME, path.name, len(items))


def export_targets(results: Sequence[Result], path: Path) -> ExportReport:
    """Write the indicators that are given. Nobody is named, so that nothing is logged."""
    write_table(path, targets_table.target_lines(results))
    return ExportReport(targets_table.NAME, path.name, len(results))


def whose(author: str | None) -> str:
    """The worker whose cases are meant by *mine*. Raises Refused `nobody_here`."""
    if author is None:
        message = "Tovholder ved ikke, hvem du er. Vælg det i programmet først."
        raise Refused(message, field="mine", code="nobody_here")
    return author


def _kind_lines(
    work: Work, kind: Kind[object], worker_id: str | None
) -> tuple[tuple[Sequence[str], ...], list[str], tuple[str, ...]]:
    """The lines of the file, the cases they are about, and what is worth knowing."""
    if worker_id is not None and not kind.about_citizens:
        raise Refused(f"{kind.name.capitalize()} hører ikke til nogen sag.", field="mine", code="not_by_case")
    standing = Standing(work.session)
    reader = READER_OF[kind.name](standing)
    held = _held_by(standing, worker_id) if worker_id else None
    records = [(case, record) for case, record in reader.records() if held is None or case in held]
    notices: tuple[str, ...] = ()
    if isinstance(reader, CaseloadReader) and reader.left_out and held is None:
        notices = (f"{reader.left_out} borgere uden ydelse eller enhed er ikke med.",)
    kept = [place for place, column in enumerate(kind.columns) if column.field not in reader.unwritten]
    rows: list[Sequence[str]] = [kind.headings(), *(kind.write(record) for _, record in records)]
    lines = tuple([row[place] for place in kept] for row in rows)
    return lines, [case for case, _ in records if case], notices


def _held_by(standing: Standing, worker_id: str) -> frozenset[str]:
    rows = standing.rows(CaseHoldingRow, CaseHoldingRow.worker_id, CaseHoldingRow.to_on)
    return frozenset(row.case_id for row in rows if row.to_on is None and row.worker_id == worker_id)


def _log(work: Work, name: str, cases: Iterable[str]) -> None:
    note_use_of_cases(work, UsageKind.EXPORTED, f"Eksport af {name}", dict.fromkeys(cases))
