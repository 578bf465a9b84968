"""Rows to look at before a file is taken in: the first and every refused one, and nothing that no list may show."""

from __future__ import annotations

import pytest

from app.imports import preview
from app.imports.applying.plan import Outcome
from tests.helpers.import_office import ANNA, BO, CITIZENS, ImportOffice

HEADINGS = (*CITIZENS, "adresse", "adressebeskyttet")


def test_that_every_refused_row_is_shown_with_its_fault_at_its_cell(office: ImportOffice) -> None:
    wrong = (*BO[:3], "i går", *BO[4:])
    stranger = ("abc", *BO[1:])
    report = office.take_lines("borgere", CITIZENS, ANNA, wrong, stranger, dry_run=True, preview=True)
    assert report.preview is not None
    rows = report.preview.rows
    assert [(row.line, row.outcome) for row in rows] == [
        (2, Outcome.NEW),
        (3, Outcome.REFUSED),
        (4, Outcome.REFUSED),
    ]
    assert [heading for heading, _ in report.preview.columns] == list(CITIZENS)
    fault = rows[1].fault_at("ydelse_fra")
    assert fault is not None
    assert fault.wrong == "Cellen kan ikke læses som en dato."
    assert rows[1].fault_at("navn") is None
    # What cannot be read is shown as it stands; what can be read is not shown in full.
    assert rows[2].cells[0] == "abc"
    assert [row.cells[0] for row in rows[:2]] == ["610175-····", "620180-····"]
    assert "Anna" not in repr(report.preview)


def test_that_a_row_refused_by_the_store_is_shown_too(office: ImportOffice) -> None:
    talk = ("610175-1001", "01-03-2007", "telefon")
    report = office.take_lines("samtaler", ("cpr", "dato", "form"), talk, dry_run=True, preview=True)
    assert report.preview is not None
    (row,) = report.preview.rows
    assert row.outcome is Outcome.REFUSED
    fault = row.fault_at("cpr")
    assert fault is not None
    assert fault.wrong == "Borgeren findes ikke i Tovholder."


def test_that_a_protected_address_is_not_shown_whoever_protects_it(office: ImportOffice) -> None:
    lines = ((*ANNA, "Skjult Vej 1", "ja"), (*BO, "Åben Vej 2", "nej"))
    office.take_lines("borgere", HEADINGS, *lines)
    report = office.take_lines("borgere", HEADINGS, *lines, dry_run=True, preview=True)
    assert report.preview is not None
    assert [row.cells[6] for row in report.preview.rows] == [preview.HIDDEN_ADDRESS, "Åben Vej 2"]
    # Protected in the store, and the file says nothing of it.
    silent = [HEADINGS[:-1], *(line[:-1] for line in lines)]
    report = office.take("borgere", office.write(silent), dry_run=True, preview=True)
    assert report.preview is not None
    assert report.preview.rows[0].cells[6] == preview.HIDDEN_ADDRESS


def test_that_of_a_large_file_the_first_rows_and_the_refused_are_kept(
    office: ImportOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview, "FIRST_ROWS", 2)
    monkeypatch.setattr(preview, "MOST_REFUSED", 1)
    good = [(f"61017{number}-100{number}", f"Anna {number}", *ANNA[2:]) for number in range(5)]
    bad = [("x", *ANNA[1:]), ("y", *ANNA[1:])]
    report = office.take_lines("borgere", CITIZENS, *good, *bad, dry_run=True, preview=True)
    assert report.preview is not None
    assert [row.line for row in report.preview.rows] == [2, 3, 7]
    assert report.preview.refused_left_out == 1


def test_that_without_being_asked_for_no_rows_are_kept(office: ImportOffice) -> None:
    assert office.take_lines("borgere", CITIZENS, ANNA, dry_run=True).preview is None
