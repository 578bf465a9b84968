"""Which column of a file is which column of its kind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.imports.cells import visible
from app.imports.folding import folded
from app.imports.kinds.kind import Column, Kind
from app.imports.mapping import NO_MAPPING, Mapping
from db.errors import Refused

_LONGEST_SHOWN = 60
_NINE_DIGITS = re.compile(r"(?:\D*\d){9}")

WHY = "afvist_fordi"
"""The heading that the program itself writes beside refused rows; it is passed over when they come back."""


@dataclass(frozen=True, slots=True)
class Matched:
    """`columns` are (place in the row, column); `ignored` the headings that no column has."""

    columns: tuple[tuple[int, Column], ...]
    ignored: tuple[str, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The record's fields that the file has a column for."""
        return frozenset(column.field for _, column in self.columns)


def match_headings(headings: Sequence[str], kind: Kind[Any], mapping: Mapping = NO_MAPPING) -> Matched:
    """Find the columns of a kind by the file's headings.

    Raises Refused: `missing_columns` with all of them at once, `doubled_columns`. What is quoted is only the
    program's own headings, since a file without a heading line begins with somebody's name.
    """
    known = {folded(column.heading): column for column in kind.columns}
    places: dict[str, list[int]] = {}
    ignored: list[str] = []
    for place, heading in enumerate(headings):
        column = known.get(folded(mapping.heading(heading)))
        if column is not None:
            places.setdefault(column.heading, []).append(place)
        elif heading.strip() and folded(heading) != folded(WHY):
            ignored.append(shown_heading(heading))
    missing = [column.heading for column in kind.columns if column.required and column.heading not in places]
    if missing:
        message = (
            f"Filen mangler {'kolonnen' if len(missing) == 1 else 'kolonnerne'} {', '.join(missing)}. "
            f"Den første linje skal være overskrifterne. Heder de noget andet i filen, så brug en oversættelsesfil."
        )
        raise Refused(message, field="file", code="missing_columns")
    doubled = [heading for heading, found in places.items() if len(found) > 1]
    if doubled:
        message = f"Filen har mere end én kolonne til {', '.join(doubled)}. Fjern den, der ikke skal bruges."
        raise Refused(message, field="file", code="doubled_columns")
    columns = sorted(
        ((found[0], known[folded(heading)]) for heading, found in places.items()), key=lambda pair: pair[0]
    )
    return Matched(tuple(columns), tuple(ignored))


def shown_heading(heading: str) -> str:
    """A heading as a message may repeat it: on one line, not too long, and without what may be a CPR number."""
    plain = " ".join(visible(heading).split())
    if _NINE_DIGITS.search(plain):
        return "(et tal)"
    return plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN]}…"
