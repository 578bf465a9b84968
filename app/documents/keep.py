"""Keep the exact bytes that were handed out: their hash, who printed them, when, and how they went."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.work import Work
from db.rows.local import BlobRow
from db.rows.talks import PrintedDocumentRow
from db.values.talks import SentHow


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document. `kind` is the name of its letter, `about_id` the row that it is about."""

    case_id: str
    kind: str
    title: str
    pdf: bytes
    about_id: str | None = None
    handed_over_how: SentHow | None = None


def keep_document(work: Work, document: Document) -> str:
    """Write the bytes and their row in the transaction that is open, and give the hash."""
    digest = hashlib.sha256(document.pdf).hexdigest()
    if work.session.get(BlobRow, digest) is None:
        work.session.add(BlobRow(hash=digest, bytes=document.pdf))
    work.add(
        PrintedDocumentRow(
            case_id=document.case_id,
            kind=document.kind,
            about_id=document.about_id,
            title=document.title,
            document_hash=digest,
            printed_on=work.today,
            printed_by=work.author,
            handed_over_how=document.handed_over_how,
        )
    )
    return digest


def document_bytes(session: Session, digest: str) -> bytes | None:
    """The bytes under a hash; None when they are not on this machine."""
    row = session.get(BlobRow, digest)
    return None if row is None else bytes(row.bytes)
