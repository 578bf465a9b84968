"""A document becomes a file only here, and only where the user saves it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.documents.letter import Letter
from app.documents.letter_layout import letter_sheets
from app.documents.pdf import sheets_pdf
from db.errors import Unavailable


def write_pdf(path: Path, letters: Iterable[Letter]) -> int:
    """Write the letters one after another as one PDF, and give its size. Raises Unavailable `file_not_writable`."""
    found = list(letters)
    sheets = [sheet for letter in found for sheet in letter_sheets(letter)]
    return write_bytes(path, sheets_pdf(sheets, found[0].title, found[0].sender[0]))


def write_bytes(path: Path, pdf: bytes) -> int:
    """Write a finished PDF. Raises Unavailable `file_not_writable`."""
    try:
        return path.write_bytes(pdf)
    except OSError as error:
        message = "Filen kan ikke skrives der. Vælg en anden mappe, eller luk filen i det andet program."
        raise Unavailable(message, code="file_not_writable") from error
