"""Writes a table as a file: CSV as Danish spreadsheets expect it, or XLSX where nothing is a formula or a link."""

from __future__ import annotations

import csv
import errno
import io
import secrets
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.imports.tables import quoted_against_formulas
from db.errors import Refused, Unavailable

_ENDINGS = ("", ".csv", ".txt", ".xlsx")

_FULL = "Disken er fuld. Slet noget, eller vælg en anden disk."
_NO_RIGHT = "Du har ikke ret til at skrive der, eller filen er åben i et andet program. Vælg en anden mappe."
_WHY = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: _NO_RIGHT,
    errno.ENOENT: "Mappen findes ikke. Vælg en anden mappe.",
    errno.ENOTDIR: "Mappen findes ikke. Vælg en anden mappe.",
}
_UNKNOWN_WHY = (
    "Se efter, om mappen findes, om du har ret til den, om disken er fuld, og om filen er åben i et andet program."
)


def write_table(path: Path, lines: Iterable[Sequence[str]]) -> None:
    """Write headings and rows; the name's ending says as what.

    Raises Refused `unknown_ending` and Unavailable `file_not_writable`; a file that was there is untouched then.
    """
    ending = path.suffix.lower()
    if ending not in _ENDINGS:
        message = f"Filens navn skal ende på .csv eller .xlsx, ikke på {ending}."
        raise Refused(message, field="path", code="unknown_ending")
    if ending == ".xlsx":
        _write(path, _xlsx(lines))
    else:
        write_csv(path, lines)


def write_csv(path: Path, lines: Iterable[Sequence[str]]) -> None:
    """UTF-8 with its mark, `;`, CRLF, and no cell that a spreadsheet would reckon with."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for line in lines:
        writer.writerow([quoted_against_formulas(cell) for cell in line])
    _write(path, text.getvalue().encode("utf-8-sig"))


def _xlsx(lines: Iterable[Sequence[str]]) -> bytes:
    from xlsxwriter import Workbook

    made = io.BytesIO()
    # In memory, because the library would otherwise put citizens into a folder for temporary files.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(made, options) as book:
        sheet = book.add_worksheet()
        for place, line in enumerate(lines):
            sheet.write_row(place, 0, line)
        sheet.freeze_panes(1, 0)
    return made.getvalue()


def _write(path: Path, content: bytes) -> None:
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe takes what it is given; it cannot be put aside for another.
            path.write_bytes(content)
        else:
            _write_whole(path.resolve(), content)
    except OSError as error:
        why = _WHY.get(error.errno or 0, _UNKNOWN_WHY)
        raise Unavailable(f"Filen kan ikke skrives, og intet er ændret. {why}", code="file_not_writable") from error


def _write_whole(path: Path, content: bytes) -> None:
    """Write beside the file and change over, so that a full disk leaves the old file and no half one."""
    if path.exists():
        # Taking its place would pass over that a file must not be written to.
        path.open("ab").close()
    beside = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
