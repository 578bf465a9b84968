"""What a person types is nowhere but in the encrypted store: not on disk, not in a message, not in a crash file.

The program runs as itself, in a process of its own, with a home folder and a folder for temporary files that
are searched afterwards.
"""

from __future__ import annotations

import os
import subprocess
import sys
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from db.store.store import Store
from tests.helpers.canaries import found_in, text_forms
from tests.helpers.repository import ROOT
from ui.crash import describe

NAME = "Kanarie Gulfjer-Æblegård"
CPR = "6705690001"
NOTE = "Fortrolig kvidren om morgenen"
PASSPHRASE = "en kanarie synger i buret"
DAY = "2007-03-20"
HEADINGS = "cpr;navn;ydelse;ydelse_fra;enhed;tovholder;adresse"


@dataclass(frozen=True, slots=True)
class Machine:
    """A fresh machine: a home, a folder for temporary files, a store, and a desk where files are put."""

    home: Path
    temporary: Path
    store: Path
    desk: Path

    def run(self, *arguments: str | Path, code: int = 0) -> str:
        """Run the program and give everything it said."""
        environment = {
            **os.environ,
            "HOME": str(self.home),
            "TMPDIR": str(self.temporary),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            environment.pop(name, None)
        done = subprocess.run(
            [sys.executable, "-m", "ui.main", "--store", self.store, "--today", DAY, *arguments],
            input=f"{PASSPHRASE}\n".encode(),
            capture_output=True,
            cwd=ROOT,
            env=environment,
            timeout=120,
            check=False,
        )
        said = (done.stdout + done.stderr).decode()
        assert done.returncode == code, said
        return said

    def file(self, name: str, *lines: str) -> Path:
        """Put a file on the desk."""
        path = self.desk / name
        path.write_text("\r\n".join([*lines, ""]), encoding="utf-8-sig")
        return path

    def leaks(self) -> list[str]:
        """Name the files outside the desk that hold a canary."""
        needles = {form for text in (NAME, CPR, f"{CPR[:6]}-{CPR[6:]}", NOTE, PASSPHRASE) for form in text_forms(text)}
        return [name for folder in (self.home, self.temporary, self.store) for name in found_in(folder, needles)]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    folders = [tmp_path / name for name in ("home", "temporary", "desk")]
    for folder in folders:
        folder.mkdir()
    made = Machine(folders[0], folders[1], tmp_path / "store", folders[2])
    made.run("new", "--name", "M. Holm", "--unit", "Jobcenter Musvågevej")
    return made


@pytest.fixture(scope="module")
def open_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.create(tmp_path_factory.mktemp("errors") / "store", bytes(range(32))) as store:
        yield store


def with_citizen(machine: Machine) -> None:
    citizens = machine.file(
        "borgere.csv", HEADINGS, f"{CPR};{NAME};kontanthjælp;01-10-2006;Musvågevej;M. Holm;Lundtoftegade 42"
    )
    talks = machine.file("samtaler.csv", "cpr;dato;form;notat", f"{CPR};30-11-2006;individuel;{NOTE}")
    said = machine.run("import", "borgere", citizens) + machine.run("import", "samtaler", talks)
    assert_says_nothing(said)


def assert_says_nothing(said: str) -> None:
    for canary in (NAME, CPR, f"{CPR[:6]}-{CPR[6:]}", NOTE, PASSPHRASE):
        assert canary not in said


def test_that_what_was_taken_in_lies_readable_nowhere_on_the_machine(machine: Machine) -> None:
    with_citizen(machine)
    assert NAME in machine.run("queue")
    assert CPR not in machine.run("queue", "--json")
    machine.run("export", "borgere", "-o", machine.desk / "ud.csv")
    assert CPR in (machine.desk / "ud.csv").read_text(encoding="utf-8-sig").replace("-", "")
    assert (machine.store / "tovholder.db").read_bytes()[:16] != b"SQLite format 3\0"
    assert machine.leaks() == []


def test_that_a_faulty_file_is_told_of_without_a_name_or_a_number(machine: Machine) -> None:
    wrong = machine.file(
        "borgere.csv",
        HEADINGS,
        f"{CPR};{NAME};kontanthjælp;31-02-2007;Musvågevej;M. Holm;Lundtoftegade 42",
        f"9902690001;{NAME};kontanthjælp;01-10-2006;Musvågevej;M. Holm;Lundtoftegade 42",
        f"{CPR};{NAME};{NOTE};01-10-2006;Musvågevej;M. Holm;Lundtoftegade 42",
    )
    said = machine.run("import", "borgere", wrong)
    assert "Linje 2" in said
    assert_says_nothing(said.replace(NOTE, ""))
    assert machine.leaks() == []


def test_that_a_bug_leaves_a_crash_file_without_a_word_of_the_citizen(machine: Machine) -> None:
    with_citizen(machine)
    # A module that is found before the program's own stands in for a bug that knows the citizen.
    bug = machine.desk / "sitecustomize.py"
    bug.write_text(
        "import app.queue.engine as engine\n"
        "def fails(facts, *more):\n"
        "    name = facts.cases[0].name\n"
        f"    raise ValueError('{CPR} ' + name)\n"
        "engine.queue_items = fails\n",
        encoding="utf-8",
    )
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(machine.desk)
    try:
        said = machine.run("queue", code=3)
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    assert_says_nothing(said)
    reports = list(machine.home.rglob("fejl-*.txt"))
    assert len(reports) == 1
    assert "ValueError" in reports[0].read_text(encoding="utf-8")
    assert machine.leaks() == []


def test_that_a_damaged_store_is_told_of_without_its_contents(machine: Machine) -> None:
    with_citizen(machine)
    path = machine.store / "tovholder.db"
    pages = bytearray(path.read_bytes())
    for place in range(4096, len(pages), 4096):
        pages[place + 100] ^= 0xFF
    path.write_bytes(pages)
    (machine.store / "tovholder.db-wal").unlink(missing_ok=True)
    said = machine.run("queue", code=3)
    assert_says_nothing(said)
    assert machine.leaks() == []


@settings(max_examples=25, deadline=None)
@given(name=st.text(st.characters(categories=["L"]), min_size=8, max_size=40), tail=st.integers(1000, 9999))
def test_that_an_error_of_the_store_never_repeats_what_was_bound(open_store: Store, name: str, tail: int) -> None:
    number = f"670569{tail}"
    with pytest.raises(Exception) as failed, open_store.writing() as session:  # noqa: PT011 - whatever it is.
        session.execute(
            text("insert into citizen (id, name, cpr, no_such_column) values (1, :name, :cpr, 2)"),
            {"name": name, "cpr": number},
        )
    said = "".join(traceback.format_exception(failed.value)) + describe(failed.value)
    assert name not in said
    assert number not in said
