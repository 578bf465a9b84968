"""The papers of a case: what was printed and what was received, and the very bytes of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.cases.attach_document import SUFFIXES, DocumentType, type_of
from app.cases.case_reading import CaseReading
from app.cases.case_rows import the_row
from app.cases.citizen_page import refuse_closed_to
from app.cases.usage_log import note_use
from app.work import Work
from db.errors import Refused
from db.rows.local import BlobRow
from db.rows.talks import AttachmentRow, PrintedDocumentRow
from db.values.people import UsageKind

PRINTED, RECEIVED = "printed_document", "attachment"


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One paper. `kind` is its table, `media_type` as it was kept, `here` whether its bytes are on this machine."""

    kind: str
    row_id: str
    title: str
    day: date
    sender: str | None
    media_type: str
    here: bool


@dataclass(frozen=True, slots=True)
class Document:
    """A paper's bytes, exactly as they were kept."""

    title: str
    media_type: DocumentType | None
    content: bytes

    @property
    def suffix(self) -> str:
        """How a copy's file name ends."""
        return SUFFIXES[self.media_type] if self.media_type else "bin"


def documents_of(case: CaseReading) -> tuple[DocumentLine, ...]:
    """Every paper of the case, newest first."""
    printed, received = case.live(PrintedDocumentRow), case.live(AttachmentRow)
    hashes = {row.document_hash for row in printed} | {row.document_hash for row in received}
    here = set(case.session.scalars(select(BlobRow.hash).where(BlobRow.hash.in_(hashes)))) if hashes else set()
    lines = [
        *(
            DocumentLine(
                PRINTED, row.id, row.title, row.printed_on, None, DocumentType.PDF.value, row.document_hash in here
            )
            for row in printed
        ),
        *(
            DocumentLine(
                RECEIVED,
                row.id,
                row.title,
                row.received_on,
                row.received_from,
                row.media_type,
                row.document_hash in here,
            )
            for row in received
        ),
    ]
    return tuple(sorted(lines, key=lambda line: (line.day, line.row_id), reverse=True))


def open_document(work: Work, line: DocumentLine) -> Document:
    """Read a paper's bytes to be shown, and log it.

    Refused: `unknown_row` (field `row_id`), `not_here` when the bytes have not come to this machine, and as
    `citizen_page` says.
    """
    return _document(work, line, UsageKind.OPENED, "Dokument åbnet")


def copy_document(work: Work, line: DocumentLine) -> Document:
    """Read a paper's bytes to be written outside the store, and log that. Refused as `open_document`."""
    return _document(work, line, UsageKind.EXPORTED, "Dokument gemt som kopi")


def _document(work: Work, line: DocumentLine, kind: UsageKind, purpose: str) -> Document:
    row: PrintedDocumentRow | AttachmentRow
    if line.kind == PRINTED:
        row = the_row(work, PrintedDocumentRow, line.row_id, field="row_id")
    else:
        row = the_row(work, AttachmentRow, line.row_id, field="row_id")
    refuse_closed_to(work, row.case_id)
    content = work.session.scalars(select(BlobRow.bytes).where(BlobRow.hash == row.document_hash)).first()
    if content is None:
        message = "Dokumentet er ikke hentet til denne computer endnu."
        raise Refused(message, field="row_id", code="not_here")
    note_use(work, kind, purpose, case_id=row.case_id)
    return Document(row.title, _media_type(content), content)


def _media_type(content: bytes) -> DocumentType | None:
    """What it is by its content; a newer program may have kept what this one does not know."""
    try:
        return type_of(content)
    except Refused:
        return None
