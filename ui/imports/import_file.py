"""One file on its way in: what is known of it, what was chosen for it, and how far it has come."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.imports.column_choice import ColumnState, column_states, first_choice, mapping_of
from app.imports.kinds.registry import CAN_BE_FULL, KINDS
from app.imports.mapping import NO_MAPPING, Mapping
from app.imports.peek import Peeked
from app.imports.request import ImportRequest

if TYPE_CHECKING:
    from app.imports.kinds.kind import Kind
    from app.imports.request import ImportReport


class FileState(Enum):
    """How far a file has come."""

    LOOKING = "looking"
    CHOOSING = "choosing"
    TRYING = "trying"
    TRIED = "tried"
    TAKING = "taking"
    TAKEN = "taken"
    BROKEN = "broken"


BUSY = frozenset({FileState.LOOKING, FileState.TRYING, FileState.TAKING})


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look into a file found: its beginning, its day, what kind it may be, and what was chosen before."""

    peeked: Peeked
    changed_on: date
    kind: str | None
    kept: MappingOf[str, Mapping]


@dataclass(slots=True, eq=False)
class ImportFile:
    """It belongs to the screen and is changed there alone."""

    path: Path
    state: FileState = FileState.LOOKING
    looked: Looked | None = None
    kind: Kind[Any] | None = None
    chosen: dict[str, int | None] = field(default_factory=dict)
    extract_on: date | None = None
    full: bool = False
    keep_refused: bool = True
    report: ImportReport | None = None
    message: str = ""

    def take_look(self, looked: Looked) -> None:
        """Know the file from now on."""
        self.looked, self.extract_on = looked, looked.changed_on
        self.state, self.message = FileState.CHOOSING, ""
        self.use_kind(looked.kind)

    def use_kind(self, name: str | None) -> None:
        """Read it as that kind; what was chosen for a file of this shape before is chosen again."""
        self.kind = next((kind for kind in KINDS if kind.name == name), None)
        self.full = self.full and self.kind in CAN_BE_FULL
        self.chosen = {}
        if self.kind is not None and self.looked is not None:
            self.chosen = first_choice(self.kind, self.looked.peeked.headings, self._kept())
        self.changed()

    def changed(self) -> None:
        """What was tried before holds no more."""
        if self.state not in BUSY and self.looked is not None:
            self.state, self.report, self.message = FileState.CHOOSING, None, ""

    def columns(self) -> tuple[ColumnState, ...]:
        """Every field of the kind with its column."""
        if self.kind is None or self.looked is None:
            return ()
        return column_states(self.kind, self.looked.peeked, self.chosen)

    def can_be_tried(self) -> bool:
        """Whether nothing is missing."""
        columns = self.columns()
        return bool(columns) and self.extract_on is not None and not any(column.blocks for column in columns)

    def is_own_choice(self) -> bool:
        """Whether somebody chose other columns than the headings say and than is kept already."""
        if self.kind is None or self.looked is None:
            return False
        return self.chosen != first_choice(self.kind, self.looked.peeked.headings, self._kept())

    def mapping(self) -> Mapping:
        """What was chosen."""
        if self.kind is None or self.looked is None:
            return NO_MAPPING
        return mapping_of(self.kind, self.looked.peeked, self.chosen, self._kept().values)

    def refused_to(self) -> Path:
        """Where refused rows go: beside the file."""
        return self.path.with_name(f"{self.path.stem}-afvist.csv")

    def request(self, *, dry_run: bool) -> ImportRequest:
        """What is asked of the import."""
        return ImportRequest(
            kind=self.kind.name if self.kind else "",
            path=self.path,
            mapping=self.mapping(),
            dry_run=dry_run,
            full=self.full,
            extract_on=self.extract_on,
            refused_to=self.refused_to() if self.keep_refused and not dry_run else None,
            preview=True,
        )

    def _kept(self) -> Mapping:
        kept = self.looked.kept if self.looked is not None else {}
        return kept.get(self.kind.name, NO_MAPPING) if self.kind is not None else NO_MAPPING
