"""Backups are proved, encrypted, seven at most, and open with the recovery code."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from db import keys
from db.errors import Refused, Unavailable
from db.keys import FLOOR
from db.store.backup import (
    KEPT,
    Backup,
    back_up,
    back_up_and_drop_the_others,
    backup_if_due,
    backups_in,
    backups_of,
    label_of,
    renew_keys_in_backups,
    restore,
)
from db.store.integrity import require_sound
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.damage import flip_a_bit
from tests.db.people import add_person, names

TODAY = date(2007, 3, 20)
PASSPHRASE = "sort hest på række 7"


@pytest.fixture
def created(directory: Path) -> keys.CreatedKey:
    return keys.create_key_file(directory, passphrase=PASSPHRASE, use_keyring=False, kdf=FLOOR)


@pytest.fixture
def key(created: keys.CreatedKey) -> bytes:
    return created.key


def test_that_a_backup_opens_with_the_recovery_code_alone(
    store: Store, created: keys.CreatedKey, schema: Schema, tmp_path: Path
) -> None:
    add_person(store, "Karla")
    made = backup_if_due(store, TODAY)
    assert made is not None
    elsewhere = made.directory.rename(tmp_path / "anden maskine")
    key = keys.unlock_with_recovery_code(elsewhere, created.recovery_code)
    with Store.open(elsewhere, key, schema=schema) as saved:
        assert names(saved) == ["Karla"]


def test_that_a_backup_is_made_once_a_day(store: Store) -> None:
    assert backup_if_due(store, TODAY) is not None
    assert backup_if_due(store, TODAY) is None
    assert backup_if_due(store, TODAY + timedelta(days=1)) is not None
    assert [backup.made_on for backup in backups_of(store.directory)] == [TODAY, TODAY + timedelta(days=1)]


def test_that_a_clock_set_back_still_gives_a_backup_and_keeps_the_order(store: Store) -> None:
    backup_if_due(store, TODAY)
    assert backup_if_due(store, TODAY - timedelta(days=30)) is not None
    assert [backup.number for backup in backups_of(store.directory)] == [1, 2]


def test_that_a_backup_cannot_have_a_name_that_would_not_be_found_again(store: Store) -> None:
    for label in ("", "../ude", "Æble", "to ord"):
        with pytest.raises(ValueError, match="label"):
            back_up(store, label=label)
    assert backups_of(store.directory) == ()


def test_that_at_most_seven_backups_are_kept(store: Store) -> None:
    for days in range(KEPT + 3):
        backup_if_due(store, TODAY + timedelta(days=days))
    kept = backups_of(store.directory)
    assert [backup.number for backup in kept] == list(range(4, KEPT + 4))
    assert len(list((store.directory / "backups").iterdir())) == KEPT


def test_that_a_backup_of_an_open_store_holds_what_was_committed(store: Store, schema: Schema) -> None:
    add_person(store, "Karla")
    with store.writing() as session:
        session.connection().exec_driver_sql("INSERT INTO person (name) VALUES ('ikke gemt endnu')")
        made = back_up(store, label="halfway")
    with Store.open(made.directory, store.key, schema=schema) as saved:
        assert names(saved) == ["Karla"]
    assert len(names(store)) == 2


def test_that_a_damaged_store_does_not_push_out_its_good_backups(store: Store) -> None:
    for number in range(200):
        add_person(store, f"{number}" * 300)
    for days in range(KEPT):
        backup_if_due(store, TODAY + timedelta(days=days))
    store.close()
    flip_a_bit(store.path, 4096 * 4 + 100)
    before = backups_of(store.directory)
    with pytest.raises(Unavailable) as unavailable:
        back_up(store, label="damaged")
    assert unavailable.value.code == "damaged"
    assert backups_of(store.directory) == before
    assert len(list((store.directory / "backups").iterdir())) == KEPT


def test_that_no_backup_is_made_with_zeros_in_the_place_of_damaged_text(store: Store) -> None:
    with store.writing() as session:
        session.execute(text("INSERT INTO person (name) VALUES (:name)"), {"name": "x" * 30_000})
    store.close()
    # The last page of a long text: SQLite's own check looks at the chain of such pages and not into them.
    flip_a_bit(store.path, store.path.stat().st_size - 4096 + 500)
    with pytest.raises(Unavailable) as unavailable:
        back_up(store, label="zeros")
    assert unavailable.value.code == "damaged"
    assert backups_of(store.directory) == ()


def test_that_a_backup_that_fails_its_proof_does_not_count(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def spoil(path: Path, key: bytes) -> None:
        flip_a_bit(path, 4096 + 100)
        require_sound(path, key)

    monkeypatch.setattr("db.store.backup.require_sound", spoil)  # "require_sound", spoil)
    with pytest.raises(Unavailable) as unavailable:
        backup_if_due(store, TODAY)
    assert unavailable.value.code == "backup_damaged"
    assert list((store.directory / "backups").iterdir()) == []


def test_that_half_a_backup_from_a_crash_is_cleared_away(store: Store) -> None:
    left = store.directory / "backups" / ".new-left"
    left.mkdir(parents=True)
    (left / "tovholder.db").write_bytes(b"half")
    assert backups_of(store.directory) == ()
    backup_if_due(store, TODAY)
    assert not left.exists()


def test_that_restoring_gives_the_backup_and_keeps_what_it_replaced(store: Store, schema: Schema) -> None:
    add_person(store, "Karla")
    made = back_up(store, label="yesterday")
    add_person(store, "Per")
    store.close()
    restore(store.directory, store.key, made)
    with Store.open(store.directory, store.key, schema=schema) as restored:
        assert names(restored) == ["Karla"]
        add_person(restored, "Vera")
    replaced = backups_of(store.directory)[-1]
    assert replaced.label == "before-restore"
    restore(store.directory, store.key, replaced)
    with Store.open(store.directory, store.key, schema=schema) as again:
        assert names(again) == ["Karla", "Per"]


def test_that_the_oldest_of_seven_backups_can_be_restored(store: Store, schema: Schema) -> None:
    add_person(store, "Karla")
    for days in range(KEPT):
        backup_if_due(store, TODAY + timedelta(days=days))
        add_person(store, str(days))
    oldest = backups_of(store.directory)[0]
    store.close()
    restore(store.directory, store.key, oldest)
    with Store.open(store.directory, store.key, schema=schema) as restored:
        assert names(restored) == ["Karla"]


@pytest.mark.parametrize("lost", ["first page", "file", "key file"])
def test_that_a_store_beyond_opening_is_restored(
    store: Store, created: keys.CreatedKey, schema: Schema, lost: str
) -> None:
    add_person(store, "Karla")
    made = backup_if_due(store, TODAY)
    assert made is not None
    store.close()
    match lost:
        case "first page":
            flip_a_bit(store.path, 20)
        case "file":
            store.path.unlink()
        case _:
            (store.directory / "keys.json").write_bytes(b"{")
    restore(store.directory, keys.unlock_with_recovery_code(made.directory, created.recovery_code), made)
    key = keys.unlock_with_passphrase(store.directory, PASSPHRASE)
    with Store.open(store.directory, key, schema=schema) as restored:
        assert names(restored) == ["Karla"]
    assert (store.directory / "tovholder.replaced").exists() == (lost == "first page")
    assert not (store.directory / "tovholder.restoring").exists()


def test_that_a_log_of_the_replaced_store_does_not_leak_into_the_restored_one(store: Store, schema: Schema) -> None:
    add_person(store, "Karla")
    made = back_up(store, label="earlier")
    # A program that was killed leaves its log behind; here it is kept by an open reader.
    with store.raw_reader():
        add_person(store, "Per")
        store.close()
        assert (store.directory / "tovholder.db-wal").stat().st_size > 0
        restore(store.directory, store.key, made)
    with Store.open(store.directory, store.key, schema=schema) as restored:
        assert names(restored) == ["Karla"]


def test_that_a_damaged_backup_is_not_restored(store: Store, schema: Schema) -> None:
    add_person(store, "Karla")
    made = back_up(store, label="damaged")
    add_person(store, "Per")
    store.close()
    flip_a_bit(made.directory / "tovholder.db", 4096 + 100)
    with pytest.raises(Unavailable) as unavailable:
        restore(store.directory, store.key, made)
    assert unavailable.value.code == "backup_damaged"
    with Store.open(store.directory, store.key, schema=schema) as same:
        assert names(same) == ["Karla", "Per"]


def test_that_an_open_store_is_not_replaced(store: Store) -> None:
    made = back_up(store, label="open")
    with pytest.raises(Unavailable) as unavailable:
        restore(store.directory, store.key, made)
    assert unavailable.value.code == "store_in_use"


def test_that_a_backup_of_another_key_does_not_replace_the_store(store: Store, tmp_path: Path, schema: Schema) -> None:
    other_directory = tmp_path / "andet"
    with Store.create(other_directory, bytes(32), schema=schema) as other:
        made = back_up(other, label="other")
    store.close()
    with pytest.raises(Refused) as refused:
        restore(store.directory, bytes(32), made)
    assert refused.value.code == "wrong_key"


def test_that_a_key_that_is_not_the_backups_is_not_called_damage(store: Store) -> None:
    made = back_up(store, label="other-key")
    store.close()
    with pytest.raises(Refused) as refused:
        restore(store.directory, bytes(32), made)
    assert refused.value.code == "wrong_key"


def test_that_a_replaced_recovery_code_opens_no_backup(store: Store, created: keys.CreatedKey) -> None:
    made = backup_if_due(store, TODAY)
    assert made is not None
    code = keys.new_recovery_code(store.directory, store.key, kdf=FLOOR)
    renew_keys_in_backups(store.directory, store.key)
    assert keys.unlock_with_recovery_code(made.directory, code) == store.key
    with pytest.raises(Refused):
        keys.unlock_with_recovery_code(made.directory, created.recovery_code)


def test_that_a_damaged_key_file_does_not_spread_to_the_backups(store: Store, created: keys.CreatedKey) -> None:
    backup_if_due(store, TODAY)
    (store.directory / "keys.json").write_bytes(b"")
    made = backup_if_due(store, TODAY + timedelta(days=1))
    assert made is not None
    for backup in backups_of(store.directory):
        assert keys.unlock_with_recovery_code(backup.directory, created.recovery_code) == store.key


def test_that_after_a_purge_only_the_new_backup_is_left(store: Store) -> None:
    for days in range(3):
        backup_if_due(store, TODAY + timedelta(days=days))
    (store.directory / "tovholder.replaced").write_bytes(b"an old copy")
    made = back_up_and_drop_the_others(store, TODAY)
    assert backups_of(store.directory) == (made,)
    assert not (store.directory / "tovholder.replaced").exists()


def test_that_a_backup_says_when_it_was_made_and_how_large_it_is(store: Store) -> None:
    dated = backup_if_due(store, TODAY, time(8, 42))
    other = back_up(store, label="schema-1")
    assert dated is not None
    assert (dated.made_on, dated.made_at) == (TODAY, time(8, 42))
    assert (other.made_on, other.made_at) == (None, None)
    assert other.size() == (other.directory / "tovholder.db").stat().st_size > 0
    assert other.written_at() is not None
    # A second one on the same day, asked for by hand, leaves the day covered.
    assert back_up(store, label=label_of(TODAY, time(9, 5))).made_at == time(9, 5)
    assert backup_if_due(store, TODAY) is None
    assert Backup(store.directory / "borte", 1, "2007-13-40-9999").made_on is None
    assert Backup(store.directory / "borte", 1, "2007-03-20-9999").made_at is None
    assert Backup(store.directory / "borte", 1, "copy").size() == 0
    assert Backup(store.directory / "borte", 1, "copy").written_at() is None


def test_that_a_backup_is_put_in_place_on_a_machine_that_has_no_store(
    store: Store, created: keys.CreatedKey, schema: Schema, tmp_path: Path
) -> None:
    add_person(store, "Karla")
    made = back_up(store, label="yesterday")
    elsewhere = made.directory.rename(tmp_path / "usb-nøgle")
    new_place = tmp_path / "ny maskine" / "lager"
    (found,) = backups_in(elsewhere)
    restore(new_place, keys.unlock_with_recovery_code(found.directory, created.recovery_code), found)
    assert keys.unlock_with_passphrase(new_place, PASSPHRASE) == created.key
    with Store.open(new_place, created.key, schema=schema) as restored:
        assert names(restored) == ["Karla"]


def test_that_a_damaged_backup_leaves_nothing_behind_on_a_new_machine(
    store: Store, created: keys.CreatedKey, tmp_path: Path
) -> None:
    made = back_up(store, label="yesterday")
    flip_a_bit(made.directory / "tovholder.db", 4096 + 100)
    new_place = tmp_path / "ny maskine"
    with pytest.raises(Unavailable) as unavailable:
        restore(new_place, created.key, made)
    assert unavailable.value.code == "backup_damaged"
    assert [each.name for each in new_place.iterdir() if each.name != "tovholder.lock"] == []


def test_that_the_backups_meant_by_a_folder_are_found_newest_first(store: Store, tmp_path: Path) -> None:
    first, second = back_up(store, label="2007-03-19"), back_up(store, label="2007-03-20")
    assert backups_in(tmp_path / "ingen") == ()
    assert backups_in(first.directory) == (first,)
    assert backups_in(store.directory / "backups") == (second, first)
    add_person(store, "Karla")
    if (store.directory / "tovholder.db-wal").exists():
        assert backups_in(store.directory) == (second, first)
    store.close()
    (store.directory / "keys.json").touch()
    assert backups_in(store.directory)[1:] == (second, first)
    assert backups_in(store.directory)[0].directory == store.directory
