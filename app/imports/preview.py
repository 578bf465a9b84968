"""Rows of a file as they are shown before it is taken in: the first ones, and every one that is refused.

No CPR number that can be read is shown in full, and no protected address. What cannot be read is shown as it
stands, since otherwise nobody could put it right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from app.imports.applying.plan import Outcome
from app.imports.cells import CprNumber, Flag
from app.imports.faults import CellFault, RowFault
from app.imports.kinds.kind import Column
from app.imports.parsing import Parsed

FIRST_ROWS: Final = 200
MOST_REFUSED: Final = 20_000
HIDDEN: Final = "····"
HIDDEN_ADDRESS: Final = "(beskyttet)"

_ADDRESS: Final = frozenset({"address", "postcode", "city", "area", "phone"})
_PROTECTED: Final = "address_protected"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row: what becomes of it, its cells in the order of the columns, and what is wrong with it."""

    line: int
    outcome: Outcome
    cells: tuple[str, ...] = field(repr=False)
    faults: tuple[RowFault, ...] = ()

    def fault_at(self, heading: str | None) -> RowFault | None:
        """What is wrong with one cell; None asks for what is wrong with the row as a whole."""
        return next((fault for fault in self.faults if fault.column == heading), None)


@dataclass(frozen=True, slots=True)
class Preview:
    """`columns` are headings of the canonical form, with what the file calls them.

    `refused_left_out` counts refused rows that are more than anybody looks through.
    """

    columns: tuple[tuple[str, str], ...]
    rows: tuple[PreviewRow, ...]
    refused_left_out: int = 0


def make_preview(
    columns: Sequence[tuple[int, Column]],
    parsed: Parsed,
    outcomes: Mapping[int, Outcome],
    faults: Sequence[RowFault],
    hidden: Collection[str],
) -> Preview:
    """Put it together. `hidden` are the CPR numbers whose address is protected in the store."""
    at_line: defaultdict[int, list[RowFault]] = defaultdict(list)
    for fault in faults:
        at_line[fault.line].append(fault)
    masker = _Masker(columns, frozenset(hidden))
    refused: list[tuple[int, tuple[str, ...]]] = []
    first: list[tuple[int, tuple[str, ...]]] = []
    for row in parsed.rows:
        if row.line in at_line:
            refused.append((row.line, row.cells))
        elif len(first) < FIRST_ROWS:
            first.append((row.line, row.cells))
    refused += [(row.line, row.cells) for row in parsed.refused]
    refused.sort(key=lambda row: row[0])
    shown = [
        *(PreviewRow(line, outcomes.get(line, Outcome.UNCHANGED), masker.cells(cells)) for line, cells in first),
        *(
            PreviewRow(line, Outcome.REFUSED, masker.cells(cells), tuple(at_line[line]))
            for line, cells in refused[:MOST_REFUSED]
        ),
    ]
    return Preview(
        columns=tuple((column.heading, " ".join(parsed.headings[place].split())) for place, column in columns),
        rows=tuple(sorted(shown, key=lambda row: row.line)),
        refused_left_out=max(0, len(refused) - MOST_REFUSED),
    )


class _Masker:
    """Hides what no list may show."""

    def __init__(self, columns: Sequence[tuple[int, Column]], hidden: frozenset[str]) -> None:
        self._columns = columns
        self._hidden = hidden
        self._cpr = next((place for place, column in columns if column.field == "cpr"), None)
        self._flag = next((place for place, column in columns if column.field == _PROTECTED), None)

    def cells(self, cells: Sequence[str]) -> tuple[str, ...]:
        """The cells of the columns that are read."""
        protected = self._is_protected(cells)
        return tuple(self._cell(column, cells[place], protected=protected) for place, column in self._columns)

    def _cell(self, column: Column, text: str, *, protected: bool) -> str:
        if protected and column.field in _ADDRESS and text.strip():
            return HIDDEN_ADDRESS
        if isinstance(column.cell, CprNumber) and (digits := _digits(text)):
            return f"{digits[:6]}-{HIDDEN}"
        return text

    def _is_protected(self, cells: Sequence[str]) -> bool:
        if self._cpr is not None and _digits(cells[self._cpr]) in self._hidden:
            return True
        return self._flag is not None and is_protected(cells[self._flag])


def is_protected(text: str) -> bool:
    """What a cell says of the protection of an address; one that cannot be read may say yes."""
    try:
        return bool(text.strip()) and Flag().read(text)
    except CellFault:
        return True


def _digits(text: str) -> str | None:
    try:
        return CprNumber().read(text) if text.strip() else None
    except CellFault:
        return None
