"""The first sheet of an XLSX as rows of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time

from app.imports.tables import Limits, TableRow, refuse, without_formula_quote


def sheet_rows(content: bytes, limits: Limits) -> Iterator[TableRow]:
    """Read the first sheet. Raises Refused (`not_a_table`, `file_too_large`, `locked_file`)."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    if content.startswith(b"\xd0\xcf\x11\xe0"):
        # Excel puts a workbook with a password into a container of the old format.
        refuse("Regnearket er låst med adgangskode eller af den gamle slags. Gem det som XLSX uden.", "locked_file")
    _check_unpacked(content, limits)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheet = book.get_sheet_by_index(0)
            if sheet.total_height > limits.rows + 1 or sheet.total_width > limits.columns:
                most = f"{limits.rows} rækker eller {limits.columns} kolonner"
                refuse(f"Regnearket er større end {most}. Slet det, der ikke skal bruges.", "file_too_large")
            found = sheet.to_python(skip_empty_area=False)
    except PasswordError:
        refuse("Regnearket er låst med en adgangskode. Gem det uden.", "locked_file")
    except (CalamineError, IndexError, ValueError):
        refuse("Regnearket kan ikke læses. Åbn det, og gem det igen som XLSX eller CSV.", "not_a_table")
    return (
        TableRow(line, tuple(without_formula_quote(cell_text(cell)) for cell in row))
        for line, row in enumerate(found, start=1)
    )


def cell_text(cell: object) -> str:
    """A cell's value as text: dates as ISO, whole numbers without a point, yes and no in Danish."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def _check_unpacked(content: bytes, limits: Limits) -> None:
    """Refuse an archive that is none, or that would unpack to more than a table of people can be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        refuse("Filen er ikke et regneark. Gem udtrækket som XLSX eller CSV.", "not_a_table")
    if unpacked > limits.unpacked:
        refuse("Regnearket fylder for meget, når det pakkes ud. Gem udtrækket som CSV.", "file_too_large")
