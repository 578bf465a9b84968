"""What an import is asked for, and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.changes import Changes
from app.imports.applying.plan import Finding
from app.imports.faults import RowFault, RowNotice
from app.imports.mapping import Mapping
from app.imports.preview import Preview


class Stage(StrEnum):
    """What an import is doing; the values are what the person sees."""

    READING = "Læser filen"
    COMPARING = "Sammenligner"
    WRITING = "Gemmer"


Progress = Callable[[int, int, Stage], None]
"""Is told how many of how many are done in a stage."""

Cancelled = Callable[[], bool]
"""Says whether the person has pressed Cancel."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A file to take in.

    `kind` is the Danish name. `extract_on` is the day the file shows the other system as of; None takes the
    day the file was last changed. `mapping` is a mapping file, or what it would say. `preview` keeps rows of the file
    with what became of each, to be shown. `strict` refuses the whole file for one bad row. `full` says that the file
    holds every citizen of its units (`borgere`) or every offer (`tilbud`). `refused_to` is where the refused rows
    are written.
    """

    kind: str
    path: Path
    mapping: Path | Mapping | None = None
    dry_run: bool = False
    strict: bool = False
    full: bool = False
    extract_on: date | None = None
    refused_to: Path | None = None
    preview: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of a file; the same for a dry run as for the real one.

    `read` is the sum of `new`, `changed`, `unchanged`, `refused` and `repeated`; the last are rows that say
    again what an earlier row of the file says. `stopped` is True when `strict` refused the whole file: then
    nothing was written, and the counts say what would have become of it. `changes` is what was written.
    """

    kind: str
    file: str
    extract_on: date
    dry_run: bool
    read: int
    new: int
    changed: int
    unchanged: int
    refused: int
    repeated: int
    ignored_columns: tuple[str, ...] = ()
    faults: tuple[RowFault, ...] = ()
    notices: tuple[RowNotice, ...] = ()
    findings: tuple[Finding, ...] = ()
    stopped: bool = False
    changes: Changes = field(default_factory=Changes)
    preview: Preview | None = None
