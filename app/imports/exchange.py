"""What the reading process and the program say to each other: JSON, one message a line.

No pickles: what a hostile file might have taken over must not be able to say more than texts and numbers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from app.imports.faults import RowFault, RowNotice
from app.imports.kinds.kind import Kind
from app.imports.mapping import Mapping
from app.imports.parsing import Parsed, ParsedRow, RefusedRow
from app.imports.peek import Peeked

_LISTS = ("rows", "refused", "notices")
_PART = 250


def pack_job(path: Path, kind: Kind[Any], today: date, mapping: Mapping) -> str:
    """The job as one line."""
    values = {heading: dict(table) for heading, table in mapping.values.items()}
    renamed = {"columns": dict(mapping.columns), "values": values}
    return json.dumps({"path": str(path), "kind": kind.name, "today": today.isoformat(), "mapping": renamed})


def pack_peek(path: Path) -> str:
    """The job of looking into a file, as one line."""
    return json.dumps({"peek": str(path)})


def pack_peeked(peeked: Peeked) -> dict[str, Any]:
    """What was seen as JSON can hold it."""
    return {"headings": peeked.headings, "rows": peeked.rows}


def unpack_peeked(packed: dict[str, Any]) -> Peeked:
    """The same back."""
    return Peeked(tuple(packed["headings"]), tuple(tuple(cells) for cells in packed["rows"]))


def pack_parsed(parsed: Parsed, kind: Kind[Any]) -> dict[str, Any]:
    """A whole file as JSON can hold it."""
    return {
        "headings": parsed.headings,
        "fields": sorted(parsed.fields),
        "ignored": parsed.ignored,
        "rows": [(row.line, kind.pack(row.record), row.cells) for row in parsed.rows],
        "refused": [
            (row.line, row.cells, [asdict(fault) for fault in row.faults], row.about) for row in parsed.refused
        ],
        "repeated": parsed.repeated,
        "notices": [asdict(notice) for notice in parsed.notices],
    }


def in_parts(packed: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The messages that carry a file: its long lists by and by, and the rest of it last.

    One message of ten thousand rows would be taken apart in one go, and the window would stand still for it.
    """
    for name in _LISTS:
        rows = packed[name]
        for first in range(0, len(rows), _PART):
            yield {"part": name, "of": rows[first : first + _PART]}
    yield {"parsed": {**packed, **{name: [] for name in _LISTS}}}


def unpack_parsed(packed: dict[str, Any], kind: Kind[Any]) -> Parsed:
    """The same back."""
    return Parsed(
        headings=tuple(packed["headings"]),
        fields=frozenset(packed["fields"]),
        ignored=tuple(packed["ignored"]),
        rows=tuple(ParsedRow(line, kind.unpack(record), tuple(cells)) for line, record, cells in packed["rows"]),
        refused=tuple(
            RefusedRow(line, tuple(cells), tuple(RowFault(**fault) for fault in faults), about)
            for line, cells, faults, about in packed["refused"]
        ),
        repeated=packed["repeated"],
        notices=tuple(RowNotice(**notice) for notice in packed["notices"]),
    )
