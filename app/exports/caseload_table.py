"""`sager`: the caseload as it stands on the screen, with the columns that are shown. No CPR number, no address."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from app.cases.usage_log import note_use_of_cases
from app.exports.request import ExportReport
from app.imports.writing import write_table
from app.work import Work, working
from db.values.people import UsageKind

if TYPE_CHECKING:
    from app.clock import Clock
    from app.ids import NewId
    from db.store.store import Store

NAME = "sager"


def export_caseload(
    store: Store,
    lines: Sequence[Sequence[str]],
    case_ids: Sequence[str],
    path: Path,
    *,
    author: str | None,
    clock: Clock,
    make_id: NewId,
) -> ExportReport:
    """Write headings and rows, and log whose they are. Raises as `app.imports.writing.write_table` says."""
    with working(store, author=author, clock=clock, make_id=make_id, use_case=f"export {NAME}") as work:
        note_use_of_cases(work, UsageKind.EXPORTED, f"Eksport af {NAME}", case_ids)
        write_table(path, lines)
    return ExportReport(NAME, path.name, len(case_ids))


def note_printed(work: Work, case_ids: Sequence[str]) -> None:
    """Log that a list of these citizens is printed."""
    note_use_of_cases(work, UsageKind.PRINTED, f"Udskrift af {NAME}", case_ids)
