"""One program at a time writes; readers come and go beside it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from db.errors import Unavailable
from db.store.lock import LOCK_NAME, StoreLock
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.people import add_person, names

HOLDER = """
import sys
from pathlib import Path
from db.store.lock import StoreLock
lock = StoreLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


def test_that_a_second_writer_is_told_the_store_is_in_use(store: Store, directory: Path, schema: Schema) -> None:
    with pytest.raises(Unavailable) as unavailable:
        Store.open(directory, store.key, schema=schema)
    assert unavailable.value.code == "store_in_use"


def test_that_a_reader_works_beside_the_writer_but_does_not_write(
    store: Store, directory: Path, schema: Schema
) -> None:
    with Store.open(directory, store.key, write=False, schema=schema) as reader:
        add_person(store, "Karla")
        assert names(reader) == ["Karla"]
        with pytest.raises(Unavailable) as unavailable:
            add_person(reader, "Per")
        assert unavailable.value.code == "store_in_use"
        store.close()
        add_person(reader, "Per")
        assert names(reader) == ["Karla", "Per"]


def test_that_the_lock_of_another_process_is_seen_and_dies_with_it(directory: Path) -> None:
    directory.mkdir()
    lock = StoreLock(directory)
    command = [sys.executable, "-c", HOLDER, str(directory)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(Unavailable) as unavailable:
            lock.acquire()
        assert unavailable.value.code == "store_in_use"
        holder.kill()
        holder.communicate()
    lock.acquire()
    assert lock.held
    lock.release()
    assert not lock.held


def test_that_the_lock_records_nothing(store: Store, directory: Path) -> None:
    assert (directory / LOCK_NAME).read_bytes() == b""


def test_that_a_store_that_failed_to_open_leaves_no_lock(store: Store, directory: Path, schema: Schema) -> None:
    store.close()
    (directory / "tovholder.db").rename(directory / "away")
    with pytest.raises(Unavailable):
        Store.open(directory, store.key, schema=schema)
    (directory / "away").rename(directory / "tovholder.db")
    Store.open(directory, store.key, schema=schema).close()
