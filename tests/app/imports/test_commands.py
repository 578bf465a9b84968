"""`tovholder import` and `tovholder export` on a real encrypted store."""

from __future__ import annotations

import argparse
import io
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.cases.settings import ME, write_setting
from app.clock import FixedClock
from app.ids import seeded_ids
from app.work import working
from db.errors import Refused
from db.rows.organisation import CaseworkerRow
from db.store.store import Store
from db.values.people import Role
from tests.helpers.desk import TODAY
from tests.helpers.import_office import ANNA, BO, CITIZENS
from ui.command_line import export, import_file
from ui.command_line.program import Program


@dataclass(slots=True)
class Terminal:
    """A store of one's own and what the commands have written."""

    folder: Path
    program: Program
    out: io.StringIO
    err: io.StringIO

    def run(self, command: Any, *arguments: str) -> int:
        """Run one subcommand."""
        parser = argparse.ArgumentParser()
        command.add_arguments(parser)
        self.out.truncate(0)
        self.out.seek(0)
        code: int = command.run(parser.parse_args(arguments), self.program)
        return code

    def answer(self, command: Any, *arguments: str) -> dict[str, Any]:
        """What it says in JSON."""
        assert self.run(command, *arguments, "--json") == 0
        answer: dict[str, Any] = json.loads(self.out.getvalue())
        return answer

    def file(self, *lines: tuple[str, ...]) -> str:
        """Write an extract and give its path."""
        path = self.folder / "udtræk.csv"
        path.write_bytes("".join(";".join(line) + "\r\n" for line in lines).encode("cp1252"))
        return str(path)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    out, err = io.StringIO(), io.StringIO()
    program = Program(tmp_path / "store", TODAY, out=out, err=err)
    store = program.adopt(Store.create(tmp_path / "store", os.urandom(32)))
    clock, make_id = FixedClock(TODAY), seeded_ids(3)
    with working(store, author=None, clock=clock, make_id=make_id, use_case="set_up") as work:
        row = CaseworkerRow(name="M. Holm", sort_name="holm m", unit_id=None, role=Role.CASEWORKER)
        write_setting(work, ME, work.add(row).id)
    yield Terminal(tmp_path, program, out, err)
    program.close()


def test_that_a_file_is_taken_in_twice_and_written_out(terminal: Terminal) -> None:
    path = terminal.file(CITIZENS, ANNA, BO)
    first = terminal.answer(import_file, "borgere", path)
    assert (first["new"], first["refused"], first["written"]) == (2, 0, True)
    assert terminal.answer(import_file, "Borgere", path)["unchanged"] == 2
    target = terminal.folder / "ud.csv"
    assert terminal.answer(export, "borgere", "-o", str(target)) == {
        "kind": "borgere", "file": "ud.csv", "rows": 2, "notices": [],
    }  # fmt: skip
    assert terminal.answer(import_file, "borgere", str(target))["unchanged"] == 2
    assert terminal.answer(export, "borgere", "--mine", "-o", str(target))["rows"] == 1


def test_that_a_dry_run_says_the_same_as_the_real_one(terminal: Terminal) -> None:
    path = terminal.file(CITIZENS, ANNA, (*BO[:3], "31-02-2007", *BO[4:]))
    dry = terminal.answer(import_file, "borgere", path, "--dry-run")
    real = terminal.answer(import_file, "borgere", path)
    assert (dry.pop("dry_run"), dry.pop("written")) == (True, False)
    assert (real.pop("dry_run"), real.pop("written")) == (False, True)
    assert dry == real
    assert real["faults"] == [
        {
            "line": 3,
            "column": "ydelse_fra",
            "wrong": "»31-02-2007« findes ikke i kalenderen.",
            "right": "Skriv en dato, der findes, som dd-mm-åååå.",
        }
    ]


def test_that_the_person_reads_where_it_went_wrong_and_nobody_is_named(terminal: Terminal) -> None:
    path = terminal.file((*CITIZENS, "skonr"), (*ANNA, "42"), ("993275-1002", *BO[1:], "43"))
    refused = terminal.folder / "afviste.csv"
    assert terminal.run(import_file, "borgere", path, "--refused-to", str(refused), "--extract-date", "2007-03-19") == 0
    text = terminal.out.getvalue()
    assert "udtræk af 19-03-2007" in text
    assert "Læst 2: nye 1, ændrede 0, uændrede 0, afviste 1" in text
    assert "Ukendte kolonner, som ikke er brugt: skonr" in text
    assert "Linje 3, kolonnen »cpr«:" in text
    assert "Prøve" not in text
    assert terminal.err.getvalue() == ""
    assert not any(personal in text for personal in ("1002", "Bo", "Anna"))
    assert refused.exists()


def test_that_strict_answers_with_one(terminal: Terminal) -> None:
    path = terminal.file(CITIZENS, ANNA, ("", *BO[1:]))
    assert terminal.run(import_file, "borgere", path, "--strict") == 1
    assert "Intet er ændret." in terminal.out.getvalue()
    assert terminal.answer(import_file, "borgere", path)["new"] == 1


def test_that_missing_citizens_are_counted(terminal: Terminal) -> None:
    terminal.run(import_file, "borgere", terminal.file(CITIZENS, ANNA, BO))
    assert terminal.run(import_file, "borgere", terminal.file(CITIZENS, ANNA), "--full") == 0
    assert "Ikke længere i udtrækket: 1" in terminal.out.getvalue()


def test_that_the_queue_and_the_targets_are_written(terminal: Terminal) -> None:
    terminal.run(import_file, "borgere", terminal.file(CITIZENS, ANNA, BO))
    for name in ("kø", "koe", "resultatmål", "indberetning"):
        target = terminal.folder / f"{name}.xlsx"
        assert terminal.run(export, name, "-o", str(target)) == 0
        assert target.exists()
    assert terminal.answer(export, "kø", "-o", str(terminal.folder / "k.csv"))["rows"] > 0
    assert terminal.answer(export, "kø", "--mine", "-o", str(terminal.folder / "k.csv"))["rows"] > 0


def test_that_the_demo_takes_no_files_in(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    from app.demo import store

    monkeypatch.setattr(store, "is_demo", lambda _directory: True)
    with pytest.raises(Refused) as refused:
        terminal.run(import_file, "borgere", terminal.file(CITIZENS, ANNA))
    assert refused.value.code == "demo_store"


def test_that_a_wrong_date_is_wrong_usage(terminal: Terminal) -> None:
    with pytest.raises(SystemExit) as left:
        terminal.run(import_file, "borgere", "f.csv", "--extract-date", "i går")
    assert left.value.code == 2


def test_that_the_person_is_told_where_refused_rows_are(terminal: Terminal) -> None:
    path = terminal.file(CITIZENS, ANNA, (*BO[:2], "nix", *BO[3:]))
    terminal.run(import_file, "borgere", path, "--dry-run")
    assert "brug --refused-to" in terminal.out.getvalue()
    kept = terminal.folder / "afvist.csv"
    terminal.run(import_file, "borgere", path, "--dry-run", "--refused-to", str(kept))
    assert f"ligger i {kept}" in terminal.out.getvalue()


def test_that_a_file_of_headings_alone_is_said_to_be_one(terminal: Terminal) -> None:
    assert terminal.run(import_file, "borgere", terminal.file(CITIZENS)) == 0
    assert "ingen rækker" in terminal.out.getvalue()


def test_that_offers_results_and_vacancies_are_taken_in_and_a_missing_offer_is_named(terminal: Terminal) -> None:
    headings = ("tilbud_nr", "titel", "leverandør", "slags")
    offers = (("T-1", "Køkken", "Køkkenvejen", "virksomhedspraktik"), ("T-2", "Mentor", "Mentorlinjen", "mentor"))
    assert terminal.answer(import_file, "tilbud", terminal.file(headings, *offers))["new"] == 2
    results = (("tilbud_nr", "afsluttet", "gennemført"), ("T-1", "02-2007", "ja"), ("T-9", "02-2007", "ja"))
    report = terminal.answer(import_file, "resultater", terminal.file(*results))
    assert (report["new"], report["refused"]) == (1, 1)
    assert report["faults"][0]["column"] == "tilbud_nr"
    assert "»T-9«" in report["faults"][0]["wrong"]
    jobs = (("ordre_nr", "titel"), ("J-1", "Kok"))
    assert terminal.answer(import_file, "jobordrer", terminal.file(*jobs))["new"] == 1

    path = terminal.file(headings, offers[0])
    assert terminal.run(import_file, "tilbud", path, "--full") == 0
    assert "Tilbud, der ikke længere er i udtrækket: 1 (T-2)" in terminal.out.getvalue()
    found = terminal.answer(import_file, "tilbud", path, "--full")["findings"]
    assert [(each["finding"], each["case_id"], each["offer"]) for each in found] == [
        ("offer_no_longer_there", None, "T-2")
    ]
    with pytest.raises(Refused) as refused:
        terminal.run(import_file, "resultater", path, "--full")
    assert refused.value.code == "full_not_possible"
    target = str(terminal.folder / "ud.csv")
    assert terminal.answer(export, "resultater", "-o", target)["rows"] == 1
