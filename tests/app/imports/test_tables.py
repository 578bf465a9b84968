"""Files in every dress are read, and what is no table is refused with a word on what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import xlsxwriter

from app.imports.tables import Limits, read_table
from db.errors import Refused


def _file(folder: Path, content: bytes, name: str = "f.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_that_encodings_separators_and_line_ends_are_found(
    tmp_path: Path, encoding: str, separator: str, newline: str
) -> None:
    lines = [separator.join(("navn", "by")), separator.join(("Søren", "Åbyhøj")), ""]
    table = read_table(_file(tmp_path, newline.join(lines).encode(encoding)))
    assert table.headings == ("navn", "by")
    assert [row.cells for row in table.rows] == [("Søren", "Åbyhøj")]


def test_that_lines_are_counted_through_empty_rows_and_cells_over_several_lines(tmp_path: Path) -> None:
    table = read_table(_file(tmp_path, b'a;b\n\n"x\ny";1\n;\nz;2\n'))
    assert [(row.line, row.cells) for row in table.rows] == [(3, ("x\ny", "1")), (6, ("z", "2"))]


def test_that_a_separator_declared_on_the_first_line_is_taken(tmp_path: Path) -> None:
    table = read_table(_file(tmp_path, b"sep=,\r\na;x,b\r\n1,2\r\n"))
    assert table.headings == ("a;x", "b")
    assert table.rows[0].line == 3


def test_that_short_rows_are_filled_and_long_ones_kept(tmp_path: Path) -> None:
    table = read_table(_file(tmp_path, b"a;b\n1\n1;2;3\n"))
    assert [row.cells for row in table.rows] == [("1", ""), ("1", "2", "3")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"PK\x03\x04....", "not_a_table"),
        (b"\xd0\xcf\x11\xe0....", "not_a_table"),
        ("navn;by\r\nSøren;Åby".encode("utf-16"), "wrong_encoding"),
        ("navn;by\r\nSøren;Åby".encode("utf-16-le"), "wrong_encoding"),
        (b"a;b\n\0\1\2", "wrong_encoding"),
        ("navn\nSøren\n".encode() + "Åge\n".encode("cp1252"), "wrong_encoding"),
        (b"a;b\n\x81\x8d", "wrong_encoding"),
        (b'a;b\n1;"2\n3;4\n', "broken_table"),
        (b'a;b\n"1"x;2\n', "broken_table"),
        (b"a;b\n" + b"x" * 200_000 + b";1\n", "broken_table"),
        (b"", "empty_file"),
        (b"\r\n;;\r\n", "empty_file"),
    ],
)
def test_that_what_is_no_table_is_refused_in_danish(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        read_table(_file(tmp_path, content))
    assert (refused.value.code, refused.value.field) == (code, "file")
    assert refused.value.message.endswith(".")
    assert "Søren" not in refused.value.message


def test_that_size_rows_and_columns_are_limited(tmp_path: Path) -> None:
    path = _file(tmp_path, b"a;b\n1;2\n3;4\n")
    for limits in (Limits(file_bytes=5), Limits(rows=1), Limits(columns=1)):
        with pytest.raises(Refused) as refused:
            read_table(path, limits)
        assert refused.value.code == "file_too_large"


def test_that_a_missing_file_is_named_so(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_table(tmp_path / "f.csv")
    assert refused.value.code == "no_such_file"


def _sheet(path: Path) -> Path:
    from datetime import datetime

    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        sheet.write_row(0, 0, ["cpr", "dato", "antal", "tolk", "pris", "note"])
        sheet.write_number(2, 0, 7_303_701_234)
        sheet.write_datetime(2, 1, datetime(2007, 3, 20), day)  # noqa: DTZ001 - a sheet has no time zones.
        sheet.write_number(2, 2, 4)
        sheet.write_boolean(2, 3, True)
        sheet.write_number(2, 4, 12.5)
        sheet.write_string(2, 5, "=1+1")
        book.add_worksheet().write(0, 0, "another sheet")
    return path


def test_that_the_first_sheet_is_read_as_text(tmp_path: Path) -> None:
    table = read_table(_sheet(tmp_path / "f.xlsx"))
    assert table.headings == ("cpr", "dato", "antal", "tolk", "pris", "note")
    assert [row.cells for row in table.rows] == [("7303701234", "2007-03-20", "4", "ja", "12,5", "=1+1")]
    assert table.rows[0].line == 3


@pytest.mark.parametrize("content", [b"a;b\n1;2\n", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0....", b""])
def test_that_a_sheet_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_table(_file(tmp_path, content, "f.xlsx"))
    assert refused.value.code in {"not_a_table", "locked_file"}


def test_that_a_sheet_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_table(_sheet(tmp_path / "f.xlsx"), Limits(unpacked=1000))
    assert refused.value.code == "file_too_large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe with a name is a thing of Unix")
def test_that_neither_a_pipe_nor_a_device_nor_a_folder_is_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "f.csv"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero"), tmp_path):
        with pytest.raises(Refused) as refused:
            read_table(path)
        assert refused.value.code == "not_a_file"


def test_that_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(_file(tmp_path, b"a;b\n1;2\n"))
    assert read_table(link).headings == ("a", "b")
