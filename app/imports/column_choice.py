"""Which column of a file stands for which field, chosen on the screen: what is missing and what does not fit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import Any, Final

from app.imports.faults import CellFault
from app.imports.folding import folded
from app.imports.kinds.kind import Column, Kind
from app.imports.mapping import Mapping
from app.imports.peek import Peeked
from app.imports.preview import HIDDEN
from app.imports.preview import is_protected as row_is_protected

Chosen = MappingOf[str, int | None]
"""The place in the file by the heading of the canonical form; None where the file has no such column."""

_EXAMPLES: Final = 3
_NUMBER: Final = re.compile(r"(?<!\d)(\d{6})-?\d{4}(?!\d)")


@dataclass(frozen=True, slots=True)
class ColumnState:
    """One field of a kind: the place of its column in the file, a few of its cells, and what is wrong with it.

    `blocks` says that the file cannot be read so; otherwise single rows may be refused.
    """

    heading: str
    required: bool
    place: int | None
    examples: tuple[str, ...] = field(default=(), repr=False)
    fault: str | None = None
    blocks: bool = False


def first_choice(kind: Kind[Any], headings: tuple[str, ...], mapping: Mapping) -> dict[str, int | None]:
    """The columns that a mapping, or else their own names, stand for."""
    known = {folded(column.heading): column.heading for column in kind.columns}
    chosen: dict[str, int | None] = dict.fromkeys(kind.headings())
    for place, heading in enumerate(headings):
        canonical = known.get(folded(mapping.heading(heading)))
        if canonical is not None and chosen[canonical] is None:
            chosen[canonical] = place
    return chosen


def column_states(kind: Kind[Any], peeked: Peeked, chosen: Chosen) -> tuple[ColumnState, ...]:
    """Look at every field: required ones without a column, columns taken twice, cells that cannot be read."""
    taken = Counter(place for place in chosen.values() if place is not None)
    names = Counter(folded(heading) for heading in peeked.headings)
    rows = [row for row in peeked.rows if not _hides_its_address(kind, chosen, row)]
    return tuple(_state(column, peeked, chosen.get(column.heading), taken, names, rows) for column in kind.columns)


def mapping_of(kind: Kind[Any], peeked: Peeked, chosen: Chosen, values: MappingOf[str, MappingOf[str, str]]) -> Mapping:
    """The mapping that a choice stands for; a column that is not chosen is not read, whatever it is called."""
    columns = {folded(heading): "" for heading in peeked.headings if heading.strip()}
    for heading in kind.headings():
        place = chosen.get(heading)
        if place is not None:
            columns[folded(peeked.headings[place])] = heading
    return Mapping(columns, values)


def _state(
    column: Column,
    peeked: Peeked,
    place: int | None,
    taken: Counter[int],
    names: Counter[str],
    rows: list[tuple[str, ...]],
) -> ColumnState:
    if place is None:
        fault = "Skal vælges." if column.required else None
        return ColumnState(column.heading, column.required, None, fault=fault, blocks=column.required)
    cells = [row[place] for row in rows]
    filled = dict.fromkeys(" ".join(cell.split()) for cell in cells if cell.strip())
    examples = tuple(_NUMBER.sub(rf"\1-{HIDDEN}", cell) for cell in list(filled)[:_EXAMPLES])
    blocking = _fault(peeked.headings[place], place, taken, names)
    fault = blocking or _unreadable(column, cells)
    return ColumnState(column.heading, column.required, place, examples, fault, blocking is not None)


def _fault(heading: str, place: int, taken: Counter[int], names: Counter[str]) -> str | None:
    if not heading.strip():
        return "Kolonnen har ingen overskrift i filen. Giv den en."
    if names[folded(heading)] > 1:
        return "To kolonner i filen hedder det samme. Omdøb den ene."
    if taken[place] > 1:
        return "Kolonnen er valgt to gange."
    return None


def _unreadable(column: Column, cells: list[str]) -> str | None:
    """What most rows would be refused for: a few wrong cells are faults of their rows, not of the choice."""
    filled = [cell for cell in cells if cell.strip()]
    if column.required and not column.may_be_empty and cells and not filled:
        return "Alle de første celler er tomme."
    faults = [fault for cell in filled if (fault := _read(column, cell)) is not None]
    if not faults:
        return None
    return f"{len(faults)} af {len(filled)} kan ikke læses: {faults[0].wrong}"


def _read(column: Column, cell: str) -> CellFault | None:
    try:
        column.cell.read(cell)
    except CellFault as fault:
        return fault
    return None


def _hides_its_address(kind: Kind[Any], chosen: Chosen, row: tuple[str, ...]) -> bool:
    heading = next((column.heading for column in kind.columns if column.field == "address_protected"), None)
    place = None if heading is None else chosen.get(heading)
    return place is not None and row_is_protected(row[place])
