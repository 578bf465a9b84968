"""An import is all or nothing, can be cancelled at every stage, and reads foreign files in another process."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from app.clock import FixedClock
from app.imports import reading
from app.imports.exchange import pack_job
from app.imports.kinds.citizens import CITIZENS as CITIZENS_KIND
from app.imports.mapping import NO_MAPPING
from app.imports.request import ImportRequest, Stage
from app.imports.run import import_file
from db.errors import Refused, Unavailable
from db.rows.people import CitizenRow
from tests.helpers.desk import TODAY
from tests.helpers.import_office import ANNA, BO, CITIZENS, ImportOffice, counts


def _sheet(path: Path, *lines: tuple[str, ...]) -> Path:
    with xlsxwriter.Workbook(path, {"strings_to_formulas": False}) as book:
        sheet = book.add_worksheet()
        for place, line in enumerate(lines):
            sheet.write_row(place, 0, line)
    return path


def test_that_a_sheet_is_read_in_another_process(office: ImportOffice) -> None:
    path = _sheet(office.folder / "f.xlsx", CITIZENS, ANNA, (*BO[:3], "31-02-2007", *BO[4:]))
    report = office.take("borgere", path)
    assert counts(report) == (1, 0, 0, 1)
    assert report.faults[0].line == 3


def test_that_both_ways_of_reading_tell_the_same(office: ImportOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = (CITIZENS, ANNA, ANNA, BO, (*BO[:3], "i går", *BO[4:]), ("", *BO[1:]))
    here = office.take_lines("borgere", *lines, dry_run=True)
    monkeypatch.setattr(reading, "SMALL_BYTES", 0)
    assert office.take_lines("borgere", *lines, dry_run=True) == here


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"", b"a;b"])
def test_that_a_broken_sheet_is_refused_and_the_program_lives(office: ImportOffice, content: bytes) -> None:
    path = office.folder / "f.xlsx"
    path.write_bytes(content)
    before = office.desk.contents()
    with pytest.raises(Refused) as refused:
        office.take("borgere", path)
    assert refused.value.field == "file"
    assert office.desk.contents() == before


def test_that_a_sheet_that_would_take_all_memory_is_refused(office: ImportOffice) -> None:
    path = office.folder / "f.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "cpr")
        sheet.write(1_048_575, 16_383, "x")
    with pytest.raises(Refused) as refused:
        office.take("borgere", path)
    assert refused.value.code in {"unreadable_file", "file_too_large", "not_a_table"}


def test_that_the_reading_process_prints_nothing_but_its_messages(office: ImportOffice) -> None:
    path = office.write([CITIZENS, (*ANNA[:3], "i går", *ANNA[4:])])
    job = pack_job(path, CITIZENS_KIND, TODAY, NO_MAPPING)
    child = subprocess.run(
        [sys.executable, "-m", "app.imports.parse_child"], input=job, capture_output=True, text=True, check=True
    )
    assert child.stderr == ""
    assert all(line.startswith("{") for line in child.stdout.splitlines())


def _cancel_in(stage: Stage) -> tuple[Callable[[int, int, Stage], None], Callable[[], bool]]:
    seen: list[Stage] = []
    return (lambda _done, _total, at: seen.append(at)), (lambda: stage in seen)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("small", [True, False])
def test_that_cancel_leaves_the_store_as_it_was(
    office: ImportOffice, monkeypatch: pytest.MonkeyPatch, stage: Stage, small: bool
) -> None:
    if not small:
        monkeypatch.setattr(reading, "SMALL_BYTES", 0)
    path = office.write([CITIZENS, ANNA, BO])
    progress, cancelled = _cancel_in(stage)
    before = office.desk.contents()
    with pytest.raises(Refused) as refused:
        import_file(
            office.desk.store,
            ImportRequest("borgere", path, extract_on=TODAY),
            author=office.desk.me,
            clock=FixedClock(TODAY),
            make_id=office.desk.make_id,
            progress=progress,
            cancelled=cancelled,
        )
    assert refused.value.code == "cancelled"
    assert office.desk.contents() == before


def test_that_what_is_saved_while_the_file_is_compared_is_seen(office: ImportOffice) -> None:
    stages: list[Stage] = []
    saved: list[str] = []
    store = office.desk.store
    original = store.writing

    def writing_after_a_colleague() -> object:
        # Between comparing and writing Anna is registered by hand.
        if stages[-1:] == [Stage.COMPARING] and not saved:
            stages.clear()
            saved.append(office.desk.citizen("Anna Test", ANNA[0]))
        return original()

    path = office.write([CITIZENS, ANNA])
    store.writing = writing_after_a_colleague  # type: ignore[method-assign, assignment] # a colleague at the door.
    report = import_file(
        store,
        ImportRequest("borgere", path, extract_on=TODAY),
        author=office.desk.me,
        clock=FixedClock(TODAY),
        make_id=office.desk.make_id,
        progress=lambda _done, _total, stage: stages.append(stage),
    )
    assert counts(report) == (0, 1, 0, 0)
    assert office.desk.row(CitizenRow).id == saved[0]


def test_that_refused_rows_that_cannot_be_kept_stop_the_import_before_it_writes(office: ImportOffice) -> None:
    before = office.desk.contents()
    nowhere = office.folder / "findes ikke" / "afvist.csv"
    with pytest.raises(Unavailable):
        office.take_lines("borgere", CITIZENS, ANNA, (*BO[:2], "nix", *BO[3:]), refused_to=nowhere)
    assert office.desk.contents() == before


def test_that_refused_rows_do_not_take_the_place_of_what_is_read(office: ImportOffice) -> None:
    path = office.write((CITIZENS, ANNA, (*BO[:2], "nix", *BO[3:])))
    content = path.read_bytes()
    with pytest.raises(Refused) as refused:
        office.take("borgere", path, refused_to=path, dry_run=True)
    assert refused.value.code == "same_file"
    assert path.read_bytes() == content


def test_that_refused_rows_come_back_from_a_spreadsheet(office: ImportOffice) -> None:
    kept = office.folder / "afvist.xlsx"
    report = office.take_lines("borgere", CITIZENS, ANNA, (*BO[:2], "nix", *BO[3:]), refused_to=kept)
    assert (report.new, report.refused) == (1, 1)
    assert office.take("borgere", kept).refused == 1
