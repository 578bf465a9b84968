"""The command line, run in this process on a store of its own."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import keyring
import pytest

from tests.helpers.memory_keyring import MemoryKeyring
from ui.main import main

FILES: Final = Path(__file__).parent / "files"

# The extract of last year comes first: it tells of a benefit that had ended.
EARLIER: Final = (("borgere", "borgere-2006.csv"),)
EXTRACTS: Final = (
    ("borgere", "borgere.csv"),
    ("samtaler", "samtaler.csv"),
    ("tilbudsforløb", "tilbudsforloeb.csv"),
    ("jobplaner", "jobplaner.txt"),
    ("ansøgningssager", "ansoegningssager.csv"),
    ("sygedagpenge", "sygedagpenge.csv"),
    ("unge-varsler", "unge-varsler.txt"),
)
LATER: Final = (("samtaler", "samtaler-senere.csv"), ("unge-varsler", "unge-varsler-senere.txt"))

IMPORTED_ON: Final = "2007-03-20"

# The key stands in a key store that outlives one test, so that it is derived from the passphrase once only.
_KEY_STORE: Final = MemoryKeyring()
_PASSPHRASE: Final = "otte grønne cykler ved søen"


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it wrote."""

    code: int
    out: str
    err: str


def run(*arguments: str | Path) -> Ran:
    """Run a command as from a shell, the passphrase on standard input."""
    out, err = io.StringIO(), io.StringIO()
    before = keyring.get_keyring()
    keyring.set_keyring(_KEY_STORE)
    try:
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            patch.setattr("sys.stdin", io.StringIO(f"{_PASSPHRASE}\n"))
            code = main([str(argument) for argument in arguments])
    finally:
        keyring.set_keyring(before)
    return Ran(code, out.getvalue(), err.getvalue())


def make_store(store: Path) -> None:
    """Make a new, empty store."""
    made = run("new", "--store", store, "--name", "M. Holm", "--unit", "Jobcenter Musvågevej", "--today", IMPORTED_ON)
    assert made.code == 0, made.err


def take_in(store: Path, kind: str, file: str, *options: str, today: str = IMPORTED_ON) -> dict[str, object]:
    """Import a file, of which every row and column must be taken, and give the report."""
    ran = run("import", kind, FILES / file, "--json", *options, "--store", store, "--today", today)
    assert ran.code == 0, f"{kind}: {ran.out}{ran.err}"
    report: dict[str, object] = json.loads(ran.out)
    assert (report["refused"], report["ignored_columns"]) == (0, []), ran.out
    return report


def queue_on(store: Path, day: str, *options: str) -> list[dict[str, object]]:
    """Give the rows of the queue on a day."""
    ran = run("--store", store, "queue", "--json", "--today", day, *options)
    assert ran.code == 0, ran.err
    rows = json.loads(ran.out)
    assert isinstance(rows, list)
    return rows
