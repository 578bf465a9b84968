"""The file of refused rows: as they stood, with a column that says why, to be corrected and taken in again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.imports.faults import RowFault
from app.imports.folding import folded
from app.imports.headings import WHY
from app.imports.writing import write_table


def write_refused(
    path: Path,
    headings: Sequence[str],
    rows: Mapping[int, Sequence[str]],
    faults: Sequence[RowFault],
) -> None:
    """Write the file. `rows` are the cells by line. Raises Refused and Unavailable as `write_table` says."""
    # A file that was refused before brings its reasons along; the new ones take their place.
    kept = [place for place, heading in enumerate(headings) if folded(heading) != folded(WHY)]
    reasons: dict[int, list[str]] = {}
    for fault in faults:
        where = f"{fault.column}: " if fault.column else ""
        reasons.setdefault(fault.line, []).append(f"{where}{fault.wrong} {fault.right}".strip())
    lines = [[headings[place] for place in kept] + [WHY]]
    for line, why in sorted(reasons.items()):
        cells = rows[line]
        lines.append([cells[place] for place in kept] + [" ".join(why)])
    write_table(path, lines)
