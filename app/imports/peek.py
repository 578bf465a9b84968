"""The headings of a file and its first rows, read without reading the rest."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from app.foreign_file import NotAnOrdinaryFile, open_foreign_file
from app.imports.tables import LIMITS, TableRow, csv_rows, not_readable, read_table, refuse, table_text
from db.errors import Refused

ROWS: Final = 20
_BYTES: Final = 200_000


@dataclass(frozen=True, slots=True)
class Peeked:
    """The headings as they stand in the file, and at most `ROWS` rows, each as wide as the headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


def peek_csv(path: Path) -> Peeked:
    """Look into a text file. Raises Refused and Unavailable as `read_table` says."""
    try:
        content = _beginning(path)
    except (NotAnOrdinaryFile, IsADirectoryError):
        refuse("Det er ikke en fil, men en mappe eller noget andet. Vælg en CSV- eller XLSX-fil.", "not_a_file")
    except FileNotFoundError:
        refuse("Filen findes ikke. Se efter, om navnet er rigtigt.", "no_such_file")
    except OSError as error:
        raise not_readable() from error
    whole = len(content) <= _BYTES
    if not whole:
        # Never in the middle of a line, and so never in the middle of a letter.
        content = content[: content.rfind(b"\n") + 1] or content
    rows: list[TableRow] = []
    try:
        for row in csv_rows(table_text(content)):
            if any(cell.strip() for cell in row.cells):
                rows.append(row)
            if len(rows) > ROWS:
                break
    except Refused:
        # A cell over several lines may have been cut; what is wrong in the file itself is said when all is read.
        if whole or len(rows) < 2:
            raise
    return peeked_rows(rows)


def peek_sheet(path: Path) -> Peeked:
    """Look into a spreadsheet, which must be read as a whole: in the reading process only."""
    table = read_table(path)
    return peeked_rows([TableRow(1, table.headings), *table.rows[:ROWS]])


def peeked_rows(rows: list[TableRow]) -> Peeked:
    """Make it of a table's rows, the headings first. Raises Refused `empty_file`, `file_too_large`."""
    if not rows:
        refuse("Filen er tom. Den første linje skal være overskrifterne.", "empty_file")
    headings = rows[0].cells
    if len(headings) > LIMITS.columns:
        refuse(f"Filen har flere end {LIMITS.columns} kolonner.", "file_too_large")
    width = len(headings)
    shown = islice((row.cells for row in rows[1:]), ROWS)
    return Peeked(headings, tuple((*cells[:width], *[""] * (width - len(cells))) for cells in shown))


def _beginning(path: Path) -> bytes:
    with open_foreign_file(path) as file:
        if os.fstat(file.fileno()).st_size > LIMITS.file_bytes:
            refuse(f"Filen er større end {LIMITS.file_bytes // 1_000_000} MB. Del den i flere.", "file_too_large")
        return file.read(_BYTES + 1)
