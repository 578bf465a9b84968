"""Damage on the disk is found, the page is named, and the rest stays readable."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.errors import Unavailable
from db.store.integrity import check
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.damage import flip_a_bit
from tests.db.people import add_people, add_person, names

PAGE_BYTES = 4096


def test_that_a_sound_store_is_called_sound_while_it_is_written_to(store: Store) -> None:
    add_people(store, 100)
    assert check(store).sound
    with store.raw_reader():
        add_person(store, "Karla")
        assert check(store).sound


@pytest.mark.parametrize("page", [8, 12])
def test_that_a_flipped_bit_is_found_and_its_page_named(
    store: Store, schema: Schema, capfd: pytest.CaptureFixture[str], page: int
) -> None:
    add_people(store, 200)
    store.close()
    flip_a_bit(store.path, (page - 1) * PAGE_BYTES + 1000)
    with Store.open(store.directory, store.key, schema=schema) as damaged:
        report = check(damaged)
        assert report.damaged_pages == (page,)
        assert not report.sound
        with pytest.raises(Unavailable) as unavailable:
            names(damaged)
        assert unavailable.value.code == "damaged"
        with damaged.raw_reader() as connection:
            assert connection.execute("SELECT count(*) FROM visit").fetchone()[0] == 0
    assert capfd.readouterr().err == ""


def test_that_a_file_cut_off_is_found(store: Store, schema: Schema) -> None:
    add_people(store, 200)
    store.close()
    size = store.path.stat().st_size
    with store.path.open("r+b") as file:
        file.truncate(size - 3 * PAGE_BYTES)
    with pytest.raises(Unavailable) as unavailable:
        Store.open(store.directory, store.key, schema=schema)
    assert unavailable.value.code == "damaged"


def test_that_two_pages_swapped_are_found(store: Store, schema: Schema) -> None:
    add_people(store, 200)
    store.close()
    content = bytearray(store.path.read_bytes())
    first, second = slice(7 * PAGE_BYTES, 8 * PAGE_BYTES), slice(9 * PAGE_BYTES, 10 * PAGE_BYTES)
    content[first], content[second] = content[second], content[first]
    store.path.write_bytes(content)
    with Store.open(store.directory, store.key, schema=schema) as damaged:
        assert check(damaged).damaged_pages == (8, 10)


def test_that_checking_leaves_nothing_locked(store: Store, tmp_path: Path) -> None:
    check(store)
    add_person(store, "Karla")
    assert names(store) == ["Karla"]
