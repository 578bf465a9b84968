"""The encrypted file opens with its key only, and says why when it does not."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from db import keys
from db.errors import Refused, Unavailable
from db.keys import FLOOR
from db.store import opening
from db.store.driver import RawConnection, connect_existing
from db.store.opening import create_database, open_connection
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.damage import flip_a_bit
from tests.db.people import add_person, names

PLAIN_HEADER = b"SQLite format 3\x00"


def code_of_opening(directory: Path, key: bytes, schema: Schema) -> str:
    try:
        Store.open(directory, key, schema=schema).close()
    except (Refused, Unavailable) as outcome:
        return outcome.code
    return "opened"


@pytest.fixture
def closed(directory: Path, schema: Schema) -> bytes:
    """A closed store with one person and a key file; the value is its key."""
    key = keys.create_key_file(directory, passphrase="sort hest på række 7", use_keyring=False, kdf=FLOOR).key
    with Store.create(directory, key, schema=schema) as store:
        add_person(store, "Karla")
    return key


def test_that_a_store_opens_again_with_its_key(directory: Path, closed: bytes, schema: Schema) -> None:
    with Store.open(directory, closed, schema=schema) as store:
        assert names(store) == ["Karla"]


def test_that_another_key_is_called_a_wrong_key(directory: Path, closed: bytes, schema: Schema) -> None:
    assert code_of_opening(directory, bytes(32), schema) == "wrong_key"


def test_that_a_plain_file_in_its_place_is_not_touched(directory: Path, closed: bytes, schema: Schema) -> None:
    path = directory / "tovholder.db"
    path.unlink()
    with contextlib.closing(dbapi2.connect(str(path))) as plain:
        plain.execute("CREATE TABLE person (name)")
    before = path.read_bytes()
    assert code_of_opening(directory, closed, schema) == "plain_file"
    assert path.read_bytes() == before


def test_that_a_damaged_first_page_is_not_called_a_wrong_key(directory: Path, closed: bytes, schema: Schema) -> None:
    flip_a_bit(directory / "tovholder.db", 100)
    assert code_of_opening(directory, closed, schema) == "first_page_damaged"
    (directory / "keys.json").unlink()
    assert code_of_opening(directory, closed, schema) == "wrong_key_or_damaged"


@pytest.mark.parametrize("left", [0, 7])
def test_that_an_emptied_file_is_not_taken_for_a_new_store(
    directory: Path, closed: bytes, schema: Schema, left: int
) -> None:
    os.truncate(directory / "tovholder.db", left)
    assert code_of_opening(directory, closed, schema) == "first_page_damaged"


def test_that_a_missing_store_is_not_made_by_opening_it(directory: Path, key: bytes, schema: Schema) -> None:
    assert code_of_opening(directory, key, schema) == "store_missing"
    assert not directory.exists()


@pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
def test_that_a_key_of_another_length_is_never_given_to_the_driver(directory: Path, length: int) -> None:
    directory.mkdir()
    with pytest.raises(ValueError, match="32 bytes"):
        create_database(directory / "tovholder.db", bytes(length))


def test_that_a_key_given_too_late_is_noticed_by_the_header(
    directory: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(path: Path, key: bytes, *, read_only: bool) -> RawConnection:
        connection = connect_existing(path)
        connection.execute("CREATE TABLE person (name)")
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        # The driver answers as if all were well, which is why the header is looked at.
        assert path.read_bytes().startswith(PLAIN_HEADER)
        return connection

    monkeypatch.setattr(opening, "_keyed", late)
    directory.mkdir()
    with pytest.raises(RuntimeError, match="encrypt"):
        create_database(directory / "tovholder.db", key)
    assert not (directory / "tovholder.db").exists()


def test_that_a_new_file_has_no_readable_header(directory: Path, key: bytes) -> None:
    directory.mkdir()
    create_database(directory / "tovholder.db", key)
    assert not (directory / "tovholder.db").read_bytes().startswith(PLAIN_HEADER)


def test_that_each_connection_has_the_settings_of_the_house(store: Store) -> None:
    for read_only in (False, True):
        with contextlib.closing(open_connection(store.path, store.key, read_only=read_only)) as connection:

            def setting(name: str, connection: RawConnection = connection) -> str:
                return str(connection.execute(f"PRAGMA {name}").fetchone()[0])

            assert setting("journal_mode") == "wal"
            assert setting("synchronous") == "2"
            assert setting("foreign_keys") == "1"
            assert setting("busy_timeout") == "5000"
            assert setting("query_only") == str(int(read_only))


def test_that_the_driver_brings_the_cipher_that_was_measured(store: Store) -> None:
    with store.raw_reader() as connection:
        assert connection.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")
        assert connection.execute("PRAGMA cipher_status").fetchone()[0] == "1"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits; the folder inherits the profile's")
def test_that_only_the_owner_can_read_the_files(store: Store) -> None:
    add_person(store, "Karla")
    assert stat.S_IMODE(store.directory.stat().st_mode) == 0o700
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in store.directory.iterdir()}
    assert set(modes.values()) == {0o600}, modes


@pytest.mark.skipif(sys.platform == "win32", reason="Windows forbids these characters in a name")
def test_that_the_folder_may_have_any_name(tmp_path: Path, key: bytes, schema: Schema) -> None:
    directory = tmp_path / "Æblegård 100%25 og #1?mode=memory"
    with Store.create(directory, key, schema=schema) as store:
        add_person(store, "Karla")
        assert names(store) == ["Karla"]
    assert (directory / "tovholder.db").stat().st_size > 0
