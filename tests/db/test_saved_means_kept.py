"""What was acknowledged stays, whatever happens to the disk or the process."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from db.errors import Unavailable
from db.store.backup import back_up, backups_of
from db.store.integrity import check
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.people import add_people, add_person, names

WRITER = """
import sys
from pathlib import Path
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.people import add_person
directory, scripts, first = sys.argv[1:]
store = Store.open(Path(directory), bytes.fromhex(sys.stdin.readline()), schema=Schema(1, Path(scripts)))
number = int(first)
while True:
    add_person(store, f"{number:06d}" + "x" * 300)
    print(number, flush=True)
    number += 1
"""

FULL_DISK = """
import resource, sys
from pathlib import Path
from db.errors import Unavailable
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.people import add_person, names
directory, scripts = sys.argv[1:]
store = Store.open(Path(directory), bytes.fromhex(sys.stdin.readline()), schema=Schema(1, Path(scripts)))
add_person(store, "0")
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
saved = 1
try:
    for saved in range(1, 10_000):
        add_person(store, str(saved) + "x" * 300)
except Unavailable as outcome:
    print(outcome.code)
print(len(names(store)) == saved)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
add_person(store, "plads igen")
print(len(names(store)) == saved + 1)
store.close()
"""


def child(program: str, *arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.slow
def test_that_no_acknowledged_row_is_lost_when_the_program_is_killed(store: Store, schema: Schema) -> None:
    store.close()
    acknowledged: list[int] = []
    for rows in (1, 20, 100):
        first = len(acknowledged)
        with child(WRITER, store.directory, schema.scripts, first) as writer:
            assert writer.stdin is not None
            assert writer.stdout is not None
            writer.stdin.write(store.key.hex() + "\n")
            writer.stdin.flush()
            acknowledged += [int(writer.stdout.readline()) for _ in range(rows)]
            writer.kill()
            rest, _ = writer.communicate()
            acknowledged += [int(line) for line in rest.splitlines()]
        with Store.open(store.directory, store.key, schema=schema) as reopened:
            kept = [int(name[:6]) for name in names(reopened)]
            assert check(reopened).sound
        assert kept[: len(acknowledged)] == acknowledged
        # A row may be committed without its acknowledgement having been printed; never more than that one.
        assert len(kept) - len(acknowledged) <= 1
        acknowledged = kept


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_that_a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room(store: Store, schema: Schema) -> None:
    store.close()
    with child(FULL_DISK, store.directory, schema.scripts) as full:
        out, err = full.communicate(store.key.hex() + "\n", timeout=60)
    assert out.split() == ["disk_full", "True", "True"], err
    with Store.open(store.directory, store.key, schema=schema) as reopened:
        assert names(reopened)[-1] == "plads igen"
        assert check(reopened).sound


def test_that_a_store_that_may_not_grow_says_the_disk_is_full(store: Store) -> None:
    add_person(store, "Karla")
    with store.reading() as session:
        pages = int(session.execute(text("PRAGMA page_count")).scalar_one())
    with store.writing() as session:
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(Unavailable) as unavailable:
        add_people(store, 200)
    assert unavailable.value.code == "disk_full"
    assert "Kan ikke gemme" in unavailable.value.message
    assert names(store) == ["Karla"]
    with store.writing() as session:
        session.execute(text("PRAGMA max_page_count = 4294967294"))
    add_people(store, 200)
    assert len(names(store)) == 201


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a process's files")
def test_that_a_backup_that_finds_no_room_leaves_the_earlier_ones(store: Store) -> None:
    import resource

    add_people(store, 200)
    made = back_up(store, label="good")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, hard))
    try:
        with pytest.raises(Unavailable) as unavailable:
            back_up(store, label="no-room")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert unavailable.value.code == "disk_full"
    assert backups_of(store.directory) == (made,)
    assert len(list((store.directory / "backups").iterdir())) == 1


def test_that_nothing_is_written_when_the_folder_is_not_there(tmp_path: Path, key: bytes, schema: Schema) -> None:
    (tmp_path / "en fil").write_bytes(b"")
    with pytest.raises(Unavailable) as unavailable:
        Store.create(tmp_path / "en fil" / "lager", key, schema=schema)
    assert unavailable.value.code == "store_not_accessible"
