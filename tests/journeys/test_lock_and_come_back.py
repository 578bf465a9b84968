"""Half a talk is registered, the program is locked, and a new process comes back to the same text and cursor."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.cases.place import read_place
from db.keys import unlock_with_passphrase
from db.store.store import Store
from tests.helpers.canaries import found_in, text_forms
from tests.helpers.repository import ROOT
from tests.journeys.extracts.running import IMPORTED_ON, make_store, take_in
from tests.journeys.hand import Hand
from tests.journeys.worked_program import FOLDER, PASSPHRASE, PLACE_IN_NOTE
from ui.lock_mark import is_locked

NOTE = "Talte om praktik i rengoering."
# Typing the passphrase and Enter.
MOST = 2
GONE_WITHIN_SECONDS = 2.0

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at processes as Linux shows them")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where the processes say how far they are; whichever of them is left in the end is ended."""
    made = tmp_path / "told"
    made.mkdir()
    yield made
    if (made / "gate.json").exists():
        with contextlib.suppress(ProcessLookupError):
            os.kill(_told(made, "gate")["pid"], signal.SIGKILL)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    made = tmp_path / "lager"
    make_store(made)
    take_in(made, "borgere", "borgere.csv")
    return made


def _told(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found


def _is_running(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except FileNotFoundError:
        return False
    # One that has ended and was not asked for its exit code yet has no memory any more.
    return stat.rpartition(")")[2].split()[0] != "Z"


def _in_memory(pid: int, needles: set[bytes]) -> bool:
    """Whether a process holds one of the needles; only for one who may look."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text(encoding="utf-8").splitlines():
            place, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            begin, end = (int(each, 16) for each in place.split("-"))
            try:
                memory.seek(begin)
                held = memory.read(end - begin)
            except (OSError, OverflowError, ValueError):
                continue
            if any(needle in held for needle in needles):
                return True
    return False


def _assert_left_nowhere(pid: int, store: Path, needles: set[bytes]) -> None:
    """What was seen and typed lies readable neither in the locked program's memory nor on disk."""
    try:
        assert not _in_memory(pid, needles)
    except PermissionError:
        # The program keeps others out of its memory, and only one who may do everything can look.
        assert os.geteuid() != 0
    assert found_in(store, needles) == []
    assert found_in(Path(os.environ["HOME"]), needles) == []


def test_that_a_lock_ends_the_process_and_the_next_one_comes_back_to_text_and_cursor(
    store: Path, folder: Path, qtbot: QtBot
) -> None:
    (folder / "wait").touch()
    (folder / "note.txt").write_text(NOTE, encoding="utf-8")

    def wait_for(what: Callable[[], bool], seconds: float = 60) -> None:
        qtbot.waitUntil(lambda: (folder / "failed.json").exists() or what(), timeout=int(seconds * 1000))
        assert not (folder / "failed.json").exists(), _told(folder, "failed")

    arguments = [sys.executable, "-m", "tests.journeys.worked_program", "--store", str(store), "--today", IMPORTED_ON]
    first = subprocess.Popen(arguments, cwd=ROOT, env={**os.environ, FOLDER: str(folder)})
    try:
        wait_for((folder / "first-gate.json").exists)
        (folder / "wait").unlink()
        wait_for((folder / "locked.json").exists)
        (folder / "wait").touch()
        locked = _told(folder, "locked")
        assert locked["pid"] == first.pid
        wait_for(lambda: first.poll() is not None, 20)
        assert time.monotonic() - locked["at"] < GONE_WITHIN_SECONDS
        assert first.returncode == 0
        wait_for((folder / "gate.json").exists)
    finally:
        first.kill()
        first.wait()
    gate = _told(folder, "gate")
    assert gate["pid"] != first.pid
    assert gate["focused"]
    # Nothing but what the first was started with stands on the command line of the second.
    assert gate["arguments"] == arguments[3:]
    assert is_locked(store)
    _assert_left_nowhere(gate["pid"], store, text_forms(NOTE) | text_forms(locked["citizen"]))

    (folder / "wait").unlink()
    wait_for((folder / "back.json").exists)
    wait_for(lambda: not _is_running(gate["pid"]))
    back = _told(folder, "back")
    hand = Hand("Come back after a lock, to text and cursor", MOST)
    hand.count = back["count"]
    hand.done()
    assert back["case"] == locked["case"]
    assert back["note"] == NOTE
    assert back["match"] == "kept"
    assert back["in_note"]
    assert back["cursor"] == PLACE_IN_NOTE
    assert back["page"] == "settings"
    assert not is_locked(store)
    key = unlock_with_passphrase(store, PASSPHRASE)
    with Store.open(store, key, write=False) as opened, opened.reading() as session:
        assert read_place(session) is None
