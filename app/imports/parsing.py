"""From the file's rows to records: each row read by itself, with everything that is wrong with it.

Pure, and free of the store: it also runs in a process of its own (`parse_child.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from app.cases.cpr import Cpr
from app.imports.faults import CellFault, RowFault, RowNotice
from app.imports.headings import Matched, match_headings
from app.imports.kinds.kind import Column, Kind
from app.imports.mapping import NO_MAPPING, Mapping
from app.imports.tables import LIMITS, Limits, TableRow, read_table
from db.values.people import CprMark

Told = Callable[[int, int], None]
"""Is told how many rows of how many are done."""

_EVERY = 500


@dataclass(frozen=True, slots=True, repr=False)
class ParsedRow:
    """A row that can be used: its line, its record, and its cells as they stood in the file."""

    line: int
    record: Any
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True, repr=False)
class RefusedRow:
    """A row that cannot: `faults` has at least one; `about` is whom or what it is about, where that could be read."""

    line: int
    cells: tuple[str, ...]
    faults: tuple[RowFault, ...]
    about: str | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Parsed:
    """A whole file. `repeated` counts rows that say word for word what an earlier row of the file says."""

    headings: tuple[str, ...]
    fields: frozenset[str]
    ignored: tuple[str, ...]
    rows: tuple[ParsedRow, ...]
    refused: tuple[RefusedRow, ...]
    repeated: int
    notices: tuple[RowNotice, ...]

    @property
    def read(self) -> int:
        """The rows of the file, without its headings and empty lines."""
        return len(self.rows) + len(self.refused) + self.repeated


def parse_file(
    path: Path,
    kind: Kind[Any],
    today: date,
    *,
    mapping: Mapping = NO_MAPPING,
    limits: Limits = LIMITS,
    told: Told | None = None,
) -> Parsed:
    """Read a whole file. Raises Refused and Unavailable as `read_table` and `match_headings` say."""
    table = read_table(path, limits)
    matched = match_headings(table.headings, kind, mapping)
    reader = _Reader(kind, matched, mapping, today, len(table.headings))
    for place, row in enumerate(table.rows):
        if told and place % _EVERY == 0:
            told(place, len(table.rows))
        reader.take(row)
    return Parsed(
        headings=table.headings,
        fields=matched.fields,
        ignored=matched.ignored,
        rows=tuple(reader.rows),
        refused=tuple(reader.refused),
        repeated=reader.repeated,
        notices=tuple(reader.notices),
    )


@dataclass(slots=True)
class _Reader:
    """Takes the rows in turn and remembers which keys it has seen."""

    kind: Kind[Any]
    matched: Matched
    mapping: Mapping
    today: date
    width: int
    rows: list[ParsedRow] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    notices: list[RowNotice] = field(default_factory=list)
    repeated: int = 0
    seen: dict[Any, ParsedRow] = field(default_factory=dict)

    def take(self, row: TableRow) -> None:
        """Read one row and put it where it belongs."""
        values: dict[str, Any] = dict.fromkeys(column.field for column in self.kind.columns)
        faults: list[RowFault] = []
        if any(cell.strip() for cell in row.cells[self.width :]):
            wrong = "Rækken har flere celler end overskrifter."
            faults.append(RowFault(row.line, None, wrong, "Sæt anførselstegn om en celle, der rummer skilletegnet."))
        for place, column in self.matched.columns:
            try:
                values[column.field] = self._value(column, row.cells[place])
            except CellFault as fault:
                faults.append(RowFault(row.line, column.heading, fault.wrong, fault.right))
        if faults:
            self._refuse(row, faults, values.get(self.kind.about))
            return
        record = self.kind.record(**values)
        contradictions = [
            RowFault(row.line, each.heading, each.wrong, each.right) for each in self.kind.check(record, self.today)
        ]
        if contradictions:
            self._refuse(row, contradictions, getattr(record, self.kind.about))
            return
        self._keep(ParsedRow(row.line, record, row.cells[: self.width]))

    def _value(self, column: Column, text: str) -> object:
        given = column.cell.each(text, lambda part: self.mapping.value(column.heading, part))
        if given.strip():
            return column.cell.read(given)
        if column.required and not column.may_be_empty:
            raise CellFault("Cellen er tom.", "Den skal udfyldes.")
        return None

    def _keep(self, row: ParsedRow) -> None:
        if self.kind.key is None:
            self.rows.append(row)
            return
        key = self.kind.key(row.record)
        earlier = self.seen.setdefault(key, row)
        if earlier is row:
            self.rows.append(row)
            self._remark(row)
        elif earlier.record == row.record:
            self.repeated += 1
        else:
            wrong = f"Linje {earlier.line} handler om det samme, men siger noget andet."
            fault = RowFault(row.line, None, wrong, "Behold kun den rigtige af de to.")
            self.refused.append(RefusedRow(row.line, row.cells, (fault,), getattr(row.record, self.kind.about)))

    def _remark(self, row: ParsedRow) -> None:
        if self.kind.about_citizens and Cpr.parse(row.record.cpr).mark is CprMark.FAILS_MODULUS_11:
            message = "CPR-nummeret består ikke modulus 11. Det er taget med og mærket; se efter, om det er rigtigt."
            self.notices.append(RowNotice(row.line, message))

    def _refuse(self, row: TableRow, faults: list[RowFault], about: str | None) -> None:
        self.refused.append(RefusedRow(row.line, row.cells[: self.width], tuple(faults), about))
