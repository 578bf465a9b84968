"""Attaching a received document: what is taken, what is refused, and that the bytes are the same afterwards."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date, time

import pytest

from app.cases.attach_document import LARGEST, AttachDocument, DocumentType, attach_document, type_of
from app.cases.case_documents import Document, documents_of, open_document
from app.cases.case_reading import CaseReading
from app.cases.restrict_case import RestrictCase, restrict_case
from app.cases.withdraw import Withdraw, withdraw
from app.clock import FixedClock
from app.work import working
from db.errors import Refused
from db.rows.local import BlobRow, UsageLogRow
from db.rows.talks import AttachmentRow, PrintedDocumentRow
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj"


def packed(*names: str) -> bytes:
    holder = io.BytesIO()
    with zipfile.ZipFile(holder, "w") as parts:
        for name in names:
            parts.writestr(name, "x")
    return holder.getvalue()


@pytest.fixture
def request_(desk: Desk) -> AttachDocument:
    return AttachDocument(desk.citizen(), "Lægeerklæring", PDF, TODAY, "Egen læge")


def test_that_bytes_and_row_are_kept_together_and_come_back_the_same(desk: Desk, request_: AttachDocument) -> None:
    done = desk.do(attach_document, request_)
    row = desk.row(AttachmentRow)
    assert (row.id, row.title, row.media_type, row.received_from) == (
        done.id, "Lægeerklæring", "application/pdf", "Egen læge",
    )  # fmt: skip
    assert desk.row(BlobRow).bytes == PDF
    with desk.memory.reading() as session:
        (line,) = documents_of(CaseReading(session, request_.case_id))
    opened = _open(desk, line)
    assert (opened.content, opened.suffix) == (PDF, "pdf")
    assert desk.rows(UsageLogRow)[-1].purpose == "Dokument åbnet"


def _open(desk: Desk, line: object) -> Document:
    clock = FixedClock(TODAY, time(12, 0))
    with working(desk.store, author=desk.me, clock=clock, make_id=desk.make_id, use_case="read") as work:
        return open_document(work, line)  # type: ignore[arg-type] # a line of the list


def test_that_a_printed_document_opens_with_exactly_the_same_bytes(desk: Desk, request_: AttachDocument) -> None:
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="print") as work:
        work.session.add(BlobRow(hash="a" * 64, bytes=PDF + b"\x00\xff"))
        work.add(
            PrintedDocumentRow(
                case_id=request_.case_id, kind="summons", title="Indkaldelse", document_hash="a" * 64, printed_on=TODAY
            )
        )
    with desk.memory.reading() as session:
        (line,) = documents_of(CaseReading(session, request_.case_id))
    assert line.here
    assert _open(desk, line).content == PDF + b"\x00\xff"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (PDF, DocumentType.PDF),
        (b"\x00" * 900 + PDF, DocumentType.PDF),
        (b"\x89PNG\r\n\x1a\nxx", DocumentType.PNG),
        (b"\xff\xd8\xff\xe0", DocumentType.JPEG),
        (b"II*\x00", DocumentType.TIFF),
        (b"MM\x00*", DocumentType.TIFF),
        (packed("[Content_Types].xml", "word/document.xml"), DocumentType.DOCX),
        ("Kære borger æøå\r\n".encode(), DocumentType.TEXT),
        ("Kære borger".encode("cp1252"), DocumentType.TEXT),
    ],
)
def test_that_the_content_says_what_it_is(content: bytes, found: DocumentType) -> None:
    assert type_of(content) is found


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02\x01",
        b"GIF89a\x01\x00",
        packed("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
        packed("[Content_Types].xml", "xl/workbook.xml"),
        packed("brev.txt"),
        b"PK\x03\x04 no archive at all",
        b"text with a \x00 in it",
        b"\x81\x8d broken",
        b"\x00" * 2000 + PDF,
    ],
)
def test_that_a_wrong_kind_is_refused_by_its_content(desk: Desk, request_: AttachDocument, content: bytes) -> None:
    refused = desk.refuses(attach_document, replace(request_, content=content), code="wrong_type", field="content")
    assert "PDF, PNG, JPEG, TIFF" in refused.message


def test_that_an_empty_and_a_too_large_file_are_refused(desk: Desk, request_: AttachDocument) -> None:
    desk.refuses(attach_document, replace(request_, content=b""), code="empty_file", field="content")
    exactly = PDF + b"x" * (LARGEST - len(PDF))
    assert type_of(exactly) is DocumentType.PDF
    with pytest.raises(Refused) as refused:
        type_of(exactly + b"x")
    assert (refused.value.code, "20 MB" in refused.value.message) == ("too_large", True)


def test_that_the_same_bytes_are_kept_once_and_not_twice_in_a_case(desk: Desk, request_: AttachDocument) -> None:
    first = desk.do(attach_document, request_)
    desk.refuses(attach_document, request_, code="attached_already", field="content")
    other = desk.citizen("Jens Winther", "610175-1002")
    desk.do(attach_document, replace(request_, case_id=other))
    assert (desk.count(BlobRow), desk.count(AttachmentRow)) == (1, 2)
    # Withdrawn because it was the wrong title: it may be attached again.
    desk.do(withdraw, Withdraw("attachment", first.id, "Forkert titel"))
    desk.do(attach_document, replace(request_, title="Speciallægeerklæring"))
    assert (desk.count(BlobRow), desk.count(AttachmentRow)) == (1, 3)


def test_that_title_and_day_are_checked(desk: Desk, request_: AttachDocument) -> None:
    desk.refuses(attach_document, replace(request_, title=" "), code="missing", field="title")
    late = replace(request_, received_on=date(2007, 3, 21))
    desk.refuses(attach_document, late, code="in_the_future", field="received_on")


def test_that_a_document_of_a_closed_case_is_not_opened(desk: Desk, request_: AttachDocument) -> None:
    desk.do(attach_document, request_)
    with desk.memory.reading() as session:
        (line,) = documents_of(CaseReading(session, request_.case_id))
    desk.do(restrict_case, RestrictCase(request_.case_id, "Familie", (desk.colleague,), TODAY))
    with pytest.raises(Refused) as refused:
        _open(desk, line)
    assert refused.value.code == "restricted"
