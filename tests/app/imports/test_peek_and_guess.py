"""A file is looked into before it is read: its headings, its first rows, and what kind it may be."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from app.imports.guess import guess_by_name, guess_kind
from app.imports.peek import ROWS
from app.imports.reading import peek
from db.errors import Refused, Unavailable
from tests.helpers.import_office import ANNA, CITIZENS, ImportOffice


def test_that_a_file_is_looked_into_without_being_read_whole(office: ImportOffice) -> None:
    small = peek(office.write([CITIZENS, ANNA]))
    assert small.headings == CITIZENS
    assert small.rows == (ANNA,)
    assert "Anna" not in repr(small)
    lines = [CITIZENS, *([*ANNA[:1], f"Anna Æblegård {number}", *ANNA[2:]] for number in range(100_000))]
    large = peek(office.write(lines, encoding="cp1252"))
    assert len(large.rows) == ROWS
    assert large.rows[0][1] == "Anna Æblegård 0"


def test_that_a_cell_cut_off_at_the_end_of_the_look_is_no_fault(office: ImportOffice) -> None:
    note = '"' + "linje\n" * 60_000 + '"'
    path = office.write("cpr;notat\n610175-1001;kort\n620180-1002;" + note + "\n")
    assert peek(path).rows == (("610175-1001", "kort"),)


def test_that_a_sheet_is_looked_into_in_another_process(office: ImportOffice) -> None:
    path = office.folder / "f.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, CITIZENS)
        sheet.write_row(1, 0, ANNA)
    assert peek(path).headings == CITIZENS
    assert peek(path).rows == (ANNA,)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"\n;;\n", "empty_file"),
        (b"%PDF-1.7 x", "not_a_table"),
        ("cpr;navn\n".encode("utf-16"), "wrong_encoding"),
        (b"cpr;navn\n\x81\n", "wrong_encoding"),
        (b'cpr;"navn\n', "broken_table"),
        ((";" * 300).encode() + b"x\n", "file_too_large"),
    ],
)
def test_that_what_is_no_table_is_refused_by_name(office: ImportOffice, content: bytes, code: str) -> None:
    path = office.folder / "f.csv"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        peek(path)
    assert (refused.value.field, refused.value.code) == ("file", code)


def test_that_a_file_that_is_gone_or_locked_says_so(office: ImportOffice) -> None:
    with pytest.raises(Refused) as gone:
        peek(office.folder / "f.csv")
    assert gone.value.code == "no_such_file"
    with pytest.raises(Refused) as folder:
        peek(office.folder)
    assert folder.value.code == "not_a_file"


def test_that_a_file_one_may_not_read_is_unavailable(office: ImportOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_args: object) -> None:
        raise PermissionError

    path = office.write([CITIZENS])
    monkeypatch.setattr("app.foreign_file.os.open", denied)
    with pytest.raises(Unavailable) as away:
        peek(path)
    assert away.value.code == "file_not_readable"


@pytest.mark.parametrize(
    ("headings", "name", "kind"),
    [
        (CITIZENS, "udtræk", "borgere"),
        (("CPR", "Dato", "Form"), "borgere", "samtaler"),
        (("cpr", "tilbud_nr", "fra", "status"), "x", "tilbudsforløb"),
        (("cpr", "plan_nr", "gælder_fra"), "x", "jobplaner"),
        (("cpr", "sag nr", "slags", "ansøgt", "skridt"), "x", "ansøgningssager"),
        (("cpr", "første fraværsdag", "arbejdsgiver"), "x", "sygedagpenge"),
        (("cpr", "navn", "modtaget"), "x", "unge-varsler"),
        (("pnr", "d", "f"), "Samtaler marts", "samtaler"),
        (("cpr", "navn", "adresse", "ydelse"), "x", "borgere"),
        (("cpr", "x"), "udtræk", None),
        (("a", "b"), "udtræk", None),
    ],
)
def test_that_the_kind_is_guessed_from_headings_before_the_name(
    headings: tuple[str, ...], name: str, kind: str | None
) -> None:
    assert guess_kind(headings, name) == kind


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("borgere.csv", "borgere"),
        ("Samtaler marts.xlsx", "samtaler"),
        ("komma_tilbudsforløb_2007.csv", "tilbudsforløb"),
        ("TILBUDSFORLOEB.CSV", "tilbudsforløb"),
        ("udtræk.csv", None),
    ],
)
def test_that_the_kind_is_guessed_from_the_name(name: str, kind: str | None) -> None:
    assert guess_by_name(Path(name).stem) == kind
