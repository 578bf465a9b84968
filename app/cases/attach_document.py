"""Attach a received document to a case: its bytes once in the store, and a row that says what it is.

What a file is, is told by its content: a name says what somebody called it. Only kinds that are papers are taken,
and none that carries programs.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import select

from app.cases.case_rows import live_rows, the_case
from app.cases.checking import danish, not_in_future, required, tidy
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.local import BlobRow
from db.rows.talks import AttachmentRow

LARGEST = 20 * 1024 * 1024
"""The most that one document may hold, in bytes: 20 MiB."""


class DocumentType(StrEnum):
    """What can be attached, by its media type."""

    PDF = "application/pdf"
    PNG = "image/png"
    JPEG = "image/jpeg"
    TIFF = "image/tiff"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    TEXT = "text/plain"


SUFFIXES = {
    DocumentType.PDF: "pdf",
    DocumentType.PNG: "png",
    DocumentType.JPEG: "jpg",
    DocumentType.TIFF: "tif",
    DocumentType.DOCX: "docx",
    DocumentType.TEXT: "txt",
}

_BEGINNINGS = {
    b"\x89PNG\r\n\x1a\n": DocumentType.PNG,
    b"\xff\xd8\xff": DocumentType.JPEG,
    b"II*\x00": DocumentType.TIFF,
    b"MM\x00*": DocumentType.TIFF,
}

# Control characters that a text has none of; tab, line feed, form feed and carriage return are of it.
_NO_TEXT = frozenset(range(32)) - {9, 10, 12, 13}

# The PDF specification lets a reader find the mark anywhere in the first kilobyte.
_PDF_WITHIN = 1024


@dataclass(frozen=True, slots=True)
class AttachDocument:
    """`about_kind` (a table) and `about_id` name what the document belongs to, where it is about one thing."""

    case_id: str
    title: str
    content: bytes
    received_on: date
    received_from: str | None = None
    about_kind: str | None = None
    about_id: str | None = None


def attach_document(work: Work, request: AttachDocument) -> Done:
    """Keep bytes and row in one transaction; bytes that the store has already are not kept twice.

    Refused: `empty_file`, `too_large`, `wrong_type`, `attached_already` (field `content`), `missing` (`title`),
    `in_the_future` (`received_on`).
    """
    the_case(work, request.case_id)
    media_type = type_of(request.content)
    title = required(request.title, "title", "Skriv, hvad dokumentet er.")
    not_in_future(request.received_on, work.today, "received_on")
    digest = hashlib.sha256(request.content).hexdigest()
    for row in live_rows(work.session, AttachmentRow, request.case_id):
        if row.document_hash == digest:
            message = f"Dokumentet ligger allerede i sagen, modtaget {danish(row.received_on)}."
            raise Refused(message, field="content", code="attached_already")
    if work.session.scalars(select(BlobRow.hash).where(BlobRow.hash == digest)).first() is None:
        work.session.add(BlobRow(hash=digest, bytes=request.content))
    row = work.add(
        AttachmentRow(
            case_id=request.case_id,
            title=title,
            media_type=media_type.value,
            document_hash=digest,
            received_on=request.received_on,
            received_from=tidy(request.received_from),
            about_kind=request.about_kind,
            about_id=request.about_id,
        )
    )
    return Done(row.id, work.changes())


def type_of(content: bytes) -> DocumentType:
    """What a document is. Refused for `content`: `empty_file`, `too_large`, `wrong_type`."""
    if not content:
        raise Refused("Filen er tom.", field="content", code="empty_file")
    if len(content) > LARGEST:
        raise too_large()
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return DocumentType.PDF
    for beginning, found in _BEGINNINGS.items():
        if content.startswith(beginning):
            return found
    if content.startswith(b"PK\x03\x04"):
        if _is_docx(content):
            return DocumentType.DOCX
    elif _is_text(content):
        return DocumentType.TEXT
    message = (
        "Filens indhold er ikke et dokument, der kan vedhæftes. "
        "Brug PDF, PNG, JPEG, TIFF, Word uden makroer (DOCX) eller ren tekst."
    )
    raise Refused(message, field="content", code="wrong_type")


def too_large() -> Refused:
    """What is said of a file that is larger than may be kept."""
    return Refused("Filen er større end 20 MB, som er det mest, der kan vedhæftes.", field="content", code="too_large")


def _is_docx(content: bytes) -> bool:
    """A Word document without macros; its parts are named and not unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = {name.lower() for name in parts.namelist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    has_program = any(name.endswith(("vbaproject.bin", ".exe", ".dll")) for name in names)
    return {"[content_types].xml", "word/document.xml"} <= names and not has_program


def _is_text(content: bytes) -> bool:
    if any(byte in _NO_TEXT for byte in content):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        # Older Danish programs write Windows' own alphabet, in which these five stand for no letter.
        return not any(byte in {0x81, 0x8D, 0x8F, 0x90, 0x9D} for byte in content)
    return True
