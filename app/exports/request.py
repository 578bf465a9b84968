"""What an export is asked for, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.changes import Changes


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A file to write. `kind` is the Danish name; the ending of `path` says CSV or XLSX.

    `mine` takes only the cases that the author holds. `mark_sent` notes the reports of `indberetning` as sent
    today.
    """

    kind: str
    path: Path
    mine: bool = False
    mark_sent: bool = False


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written. `notices` are Danish; `changes` is what was marked as sent.

    `reports` are the reports of `indberetning` that stand in the file and have never been sent.
    """

    kind: str
    file: str
    rows: int
    notices: tuple[str, ...] = ()
    changes: Changes = field(default_factory=Changes)
    reports: tuple[str, ...] = ()
