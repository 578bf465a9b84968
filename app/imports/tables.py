"""A file from outside as rows of text: CSV in its usual dresses, or the first sheet of an XLSX.

Nothing here trusts the file: size, rows and columns are limited, and what is no table is named and refused.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from app.foreign_file import NotAnOrdinaryFile, TooManyBytes, read_foreign_file
from db.errors import Refused, Unavailable

SEPARATORS = (";", ",", "\t")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_UTF_8_PAIR = re.compile(rb"\xc3[\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read at all; `unpacked` is the bytes that an XLSX may grow to."""

    file_bytes: int = 50_000_000
    unpacked: int = 400_000_000
    rows: int = 200_000
    columns: int = 200


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of the file as it stands. `line` is counted from 1; a row over several lines has its first."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A whole file. Every row has at least as many cells as there are headings; empty rows are left out."""

    headings: tuple[str, ...]
    rows: tuple[TableRow, ...]


def read_table(path: Path, limits: Limits = LIMITS) -> Table:
    """Read a file.

    Raises Refused (`no_such_file`, `not_a_file`, `file_too_large`, `not_a_table`, `wrong_encoding`, `broken_table`,
    `empty_file`) and Unavailable (`file_not_readable`).
    """
    try:
        content = read_foreign_file(path, limits.file_bytes)
    except TooManyBytes:
        refuse(f"Filen er større end {limits.file_bytes // 1_000_000} MB. Del den i flere.", "file_too_large")
    except (NotAnOrdinaryFile, IsADirectoryError):
        refuse("Det er ikke en fil, men en mappe eller noget andet. Vælg en CSV- eller XLSX-fil.", "not_a_file")
    except FileNotFoundError:
        refuse("Filen findes ikke. Se efter, om navnet er rigtigt.", "no_such_file")
    except OSError as error:
        raise not_readable() from error
    if path.suffix.lower() == ".xlsx":
        from app.imports.sheets import sheet_rows

        lines = sheet_rows(content, limits)
    else:
        lines = csv_rows(table_text(content))
    return _table(lines, limits)


def not_readable() -> Unavailable:
    """What is said of a file that the system does not give."""
    message = "Filen kan ikke læses. Se efter, om den er åben i et andet program, og om du har ret til den."
    return Unavailable(message, code="file_not_readable")


def refuse(message: str, code: str) -> NoReturn:
    """Refuse the file as a whole."""
    raise Refused(message, field="file", code=code)


def quoted_against_formulas(cell: str) -> str:
    """The cell so that a spreadsheet takes it for text. The mark also goes before a cell that looks marked."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA_STARTS) else cell


def without_formula_quote(cell: str) -> str:
    """The cell as it was before `quoted_against_formulas`."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_STARTS) else cell


def _table(lines: Iterator[TableRow], limits: Limits) -> Table:
    headings: tuple[str, ...] | None = None
    rows: list[TableRow] = []
    for row in lines:
        if not any(cell.strip() for cell in row.cells):
            continue
        if headings is None:
            headings = row.cells
            if len(headings) > limits.columns:
                refuse(f"Filen har flere end {limits.columns} kolonner.", "file_too_large")
            continue
        if len(rows) == limits.rows:
            refuse(f"Filen har flere end {limits.rows} rækker. Del den i flere.", "file_too_large")
        missing = len(headings) - len(row.cells)
        rows.append(TableRow(row.line, row.cells + ("",) * missing) if missing > 0 else row)
    if headings is None:
        refuse("Filen er tom. Den første linje skal være overskrifterne.", "empty_file")
    return Table(headings, tuple(rows))


def table_text(content: bytes) -> str:
    """The text of a CSV file: UTF-8 with or without its mark, else Windows-1252."""
    if content.startswith(b"%PDF"):
        refuse("Filen er en PDF, ikke en tabel. Gem udtrækket som CSV eller XLSX.", "not_a_table")
    if content.startswith(b"PK"):
        refuse("Filen er pakket som et regneark eller et arkiv. Er det et regneark, så kald den .xlsx.", "not_a_table")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        refuse("Filen er et regneark af den gamle slags (.xls). Gem det som XLSX eller CSV.", "not_a_table")
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        refuse("Filen er gemt som UTF-16 (»Unicode-tekst«). Gem den som »CSV UTF-8«.", "wrong_encoding")
    if b"\0" in content:
        refuse("Filen er ikke en tekstfil. Gem udtrækket som »CSV UTF-8« eller XLSX.", "wrong_encoding")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if _UTF_8_PAIR.search(content):
        # Read as Windows-1252 every name would come in with two wrong letters for each æ, ø and å.
        refuse("Filen blander to tegnsæt. Hent udtrækket igen, og gem det som »CSV UTF-8«.", "wrong_encoding")
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        refuse("Filens tegnsæt kendes ikke. Gem den som »CSV UTF-8«.", "wrong_encoding")


def csv_rows(text: str) -> Iterator[TableRow]:
    """The rows of a text, empty ones among them. Raises Refused `broken_table` where it comes to it."""
    declared = re.match(r"sep=(.)\r?\n", text)
    separator = declared[1] if declared and declared[1] in SEPARATORS else _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    line = 0
    try:
        for cells in reader:
            begins, line = line + 1, reader.line_num
            if not (declared and begins == 1):
                yield TableRow(begins, tuple(without_formula_quote(cell) for cell in cells))
    except csv.Error:
        message = (
            f"Linje {line + 1} kan ikke deles i celler: et anførselstegn mangler eller står forkert, "
            "eller en celle er for lang. Ret linjen, og prøv igen."
        )
        raise Refused(message, field="file", code="broken_table") from None


def _separator(text: str) -> str:
    """The separator that parts the heading line into most cells; a quoted heading may hold another one."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    outside = re.sub(r'"[^"]*"', "", first)
    return max(SEPARATORS, key=outside.count)
