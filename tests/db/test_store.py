"""Reading, writing and what a transaction keeps."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from db.errors import Refused, Unavailable
from db.store.opening import open_connection
from db.store.schema_version import Schema
from db.store.sqlite_errors import driver_errors
from db.store.store import Store
from tests.db.people import add_person, names
from tests.db.small_schema import FAIL_HALFWAY, small_schema


def test_that_what_was_written_is_read_both_ways(store: Store) -> None:
    add_person(store, "Karla")
    assert names(store) == ["Karla"]
    with store.reading() as session:
        assert session.execute(text("SELECT name FROM person")).scalars().all() == ["Karla"]


def test_that_an_exception_undoes_the_whole_block(store: Store) -> None:
    def hold_a_rule(session: Session) -> None:
        session.execute(text("INSERT INTO person (name) VALUES ('Karla')"))
        raise Refused("nej")

    with pytest.raises(Refused), store.writing() as session:
        hold_a_rule(session)
    assert names(store) == []
    add_person(store, "Per")
    assert names(store) == ["Per"]


def test_that_a_foreign_key_may_be_missing_within_a_block_but_not_after_it(store: Store) -> None:
    with store.writing() as session:
        session.execute(text("INSERT INTO visit (person_id) VALUES (7)"))
        session.execute(text("INSERT INTO person (id) VALUES (7)"))
    with pytest.raises(IntegrityError), store.writing() as session:
        session.execute(text("INSERT INTO visit (person_id) VALUES (8)"))
    with store.reading() as session:
        assert session.execute(text("SELECT count(*) FROM visit")).scalar_one() == 1
    add_person(store, "Karla")


def test_that_the_readers_cannot_write(store: Store) -> None:
    with pytest.raises(Unavailable), store.raw_reader() as connection:
        connection.execute("INSERT INTO person (name) VALUES ('Karla')")
    with pytest.raises(Unavailable), store.reading() as session:
        session.execute(text("INSERT INTO person (name) VALUES ('Karla')"))
    assert names(store) == []


def test_that_a_reader_sees_one_moment_while_another_writes(store: Store) -> None:
    add_person(store, "Karla")
    with store.reading() as session, store.raw_reader() as connection:
        count = text("SELECT count(*) FROM person")
        assert session.execute(count).scalar_one() == 1
        assert connection.execute("SELECT count(*) FROM person").fetchone()[0] == 1
        add_person(store, "Per")
        assert session.execute(count).scalar_one() == 1
        assert connection.execute("SELECT count(*) FROM person").fetchone()[0] == 1
    assert names(store) == ["Karla", "Per"]


def test_that_a_second_writer_is_told_that_the_store_is_busy(store: Store) -> None:
    with contextlib.closing(open_connection(store.path, store.key, read_only=False)) as other:
        other.execute("PRAGMA busy_timeout = 1")
        with store.writing() as session:
            session.execute(text("INSERT INTO person (name) VALUES ('Karla')"))
            with pytest.raises(Unavailable) as unavailable, driver_errors(writing=True):
                other.execute("BEGIN IMMEDIATE")
    assert unavailable.value.code == "busy"
    assert names(store) == ["Karla"]


def test_that_an_error_does_not_repeat_what_was_written(store: Store) -> None:
    with pytest.raises(IntegrityError) as error, store.writing() as session:
        session.execute(
            text("INSERT INTO visit (id, person_id, text) VALUES (:id, :person, :text)"),
            {"id": 1, "person": None, "text": "Karla Kanarie"},
        )
    assert "Kanarie" not in str(error.value)


def test_that_readers_and_a_writer_work_in_threads(store: Store) -> None:
    add_person(store, "Karla")
    failures: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(20):
                with store.reading() as session:
                    assert session.execute(text("SELECT count(*) FROM person")).scalar_one() >= 1
        except BaseException as error:  # noqa: BLE001 - handed to the main thread.
            failures.append(error)

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(20):
        add_person(store, str(number))
    for thread in threads:
        thread.join()
    assert not failures
    assert len(names(store)) == 21


def test_that_a_store_is_not_made_over_another(directory: Path, store: Store, schema: Schema) -> None:
    add_person(store, "Karla")
    store.close()
    with pytest.raises(Refused) as refused:
        Store.create(directory, store.key, schema=schema)
    assert refused.value.code == "store_exists"
    with Store.open(directory, store.key, schema=schema) as again:
        assert names(again) == ["Karla"]


def test_that_a_store_whose_making_broke_off_can_be_made_again(directory: Path, key: bytes, tmp_path: Path) -> None:
    broken = small_schema(tmp_path / "broken", FAIL_HALFWAY)
    with pytest.raises(ValueError, match="a fault in the migration"):
        Store.create(directory, key, schema=broken)
    assert not (directory / "tovholder.db").exists()
    with Store.create(directory, key, schema=small_schema(tmp_path / "mended")) as store:
        assert names(store) == []


def test_that_a_newer_store_is_refused_and_left_alone(store: Store, directory: Path, schema: Schema) -> None:
    with store.writing() as session:
        session.execute(text("PRAGMA user_version = 2"))
    store.close()
    for write in (True, False):
        with pytest.raises(Refused) as refused:
            Store.open(directory, store.key, schema=schema, write=write)
        assert refused.value.code == "newer_store"


def test_that_the_representation_holds_no_key(store: Store) -> None:
    assert store.key.hex() not in repr(store)
    assert "lager" in repr(store)


def test_that_reading_at_the_start_loads_no_slow_library(store: Store, directory: Path) -> None:
    add_person(store, "Karla")
    store.close()
    program = f"""
import sys
from pathlib import Path
import db.keys
from db.store.store import Store
store = Store.open(Path({str(directory)!r}), bytes.fromhex(sys.stdin.read()), write=False)
with store.raw_reader() as connection:
    assert connection.execute("SELECT name FROM person").fetchall() == [("Karla",)]
store.close()
slow = {{"sqlalchemy", "alembic", "keyring", "argon2", "cryptography", "filelock"}}
print(sorted(slow & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], input=store.key.hex(), capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_that_opening_for_writing_loads_no_mapper_and_no_migrations(store: Store, directory: Path) -> None:
    store.close()
    program = f"""
import sys
from pathlib import Path
from db.store.store import Store
Store.open(Path({str(directory)!r}), bytes.fromhex(sys.stdin.read())).close()
print(sorted({{"sqlalchemy", "alembic", "keyring"}} & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], input=store.key.hex(), capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
