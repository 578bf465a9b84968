"""The ways into an open store are renewed by one who knows the passphrase, in its backups too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from db import keys
from db.errors import Refused, Unavailable
from db.keys import FLOOR
from db.keys.kdf import derive_wrapping_key
from db.store.access import (
    ask_always,
    change_passphrase,
    open_by_keyring,
    renew_recovery_code,
    set_passphrase,
)
from db.store.backup import back_up
from db.store.schema_version import Schema
from db.store.store import Store
from tests.helpers.memory_keyring import MemoryKeyring

OLD = "sort hest på række 7"
NEW = "grøn ko på række 8"


@pytest.fixture
def created(directory: Path) -> keys.CreatedKey:
    return keys.create_key_file(directory, passphrase=OLD, use_keyring=False, kdf=FLOOR)


@pytest.fixture
def store(directory: Path, created: keys.CreatedKey, schema: Schema) -> Iterator[Store]:
    with Store.create(directory, created.key, schema=schema) as made:
        back_up(made, label="first")
        yield made


def _opens(folder: Path, passphrase: str) -> bool:
    try:
        return bool(keys.unlock_with_passphrase(folder, passphrase))
    except Refused:
        return False


def test_that_a_changed_passphrase_opens_store_and_backups_and_the_old_one_neither(store: Store) -> None:
    (backup,) = (store.directory / "backups").iterdir()
    assert change_passphrase(store, OLD, NEW, kdf=FLOOR).in_backups
    for folder in (store.directory, backup):
        assert _opens(folder, NEW)
        assert not _opens(folder, OLD)


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [("forkert passende lang", NEW, "wrong_passphrase", "old"), (OLD, "kort", "passphrase_too_short", "new")],
)
def test_that_a_passphrase_is_not_changed_by_one_who_does_not_know_it_nor_to_a_short_one(
    store: Store, old: str, new: str, code: str, field: str
) -> None:
    before = (store.directory / keys.KEY_FILE_NAME).read_bytes()
    with pytest.raises(Refused) as refused:
        change_passphrase(store, old, new, kdf=FLOOR)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert (store.directory / keys.KEY_FILE_NAME).read_bytes() == before


def test_that_a_wrong_passphrase_costs_the_whole_derivation_at_every_change(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived: list[bytes] = []

    def counted(secret: bytes, salt: bytes, parameters: keys.KdfParameters) -> bytes:
        derived.append(secret)
        return derive_wrapping_key(secret, salt, parameters)

    monkeypatch.setattr("db.keys.wrapping.derive_wrapping_key", counted)
    wrong = "forkert"
    changes: tuple[Callable[[], object], ...] = (
        lambda: change_passphrase(store, wrong, NEW, kdf=FLOOR),
        lambda: renew_recovery_code(store, wrong, kdf=FLOOR),
        lambda: open_by_keyring(store, wrong),
    )
    for change in changes:
        with pytest.raises(Refused):
            change()
    assert derived == [wrong.encode()] * 3


def test_that_a_full_disk_leaves_the_old_passphrase_in_force(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Unavailable) as unavailable:
        change_passphrase(store, OLD, NEW, kdf=FLOOR)
    assert unavailable.value.code == "cannot_save_key"
    assert "uændret" in unavailable.value.message
    assert _opens(store.directory, OLD)


def test_that_backups_that_cannot_be_written_to_are_told_of_and_follow_with_the_next_one(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(directory: Path, key: bytes) -> None:
        raise Unavailable("Væk.", code="cannot_save_key")

    with monkeypatch.context() as patch:
        patch.setattr("db.store.access.renew_keys_in_backups", away)
        assert not change_passphrase(store, OLD, NEW, kdf=FLOOR).in_backups
    (backup,) = (store.directory / "backups").iterdir()
    assert _opens(backup, OLD)
    back_up(store, label="second")
    assert not _opens(backup, OLD)
    assert _opens(backup, NEW)


def test_that_one_who_came_in_by_the_recovery_code_sets_a_passphrase(store: Store) -> None:
    set_passphrase(store, NEW, kdf=FLOOR)
    assert _opens(store.directory, NEW)
    with pytest.raises(Refused) as refused:
        set_passphrase(store, "kort", kdf=FLOOR)
    assert refused.value.field == "new"


def test_that_a_new_recovery_code_kills_the_old_one_in_backups_too(store: Store, created: keys.CreatedKey) -> None:
    (backup,) = (store.directory / "backups").iterdir()
    renewed = renew_recovery_code(store, OLD, kdf=FLOOR)
    assert renewed.recovery_code is not None
    assert renewed.recovery_code not in repr(renewed)
    for folder in (store.directory, backup):
        assert keys.unlock_with_recovery_code(folder, renewed.recovery_code) == store.key
        with pytest.raises(Refused):
            keys.unlock_with_recovery_code(folder, created.recovery_code)


def test_that_the_keyring_is_let_in_by_the_passphrase_and_shut_out_without(
    store: Store, memory_keyring: MemoryKeyring
) -> None:
    open_by_keyring(store, OLD)
    assert keys.unlock_with_keyring(store.directory) == store.key
    ask_always(store)
    assert keys.key_file_state(store.directory).keyring_backend is None
    assert memory_keyring.entries == {}
    assert _opens(store.directory, OLD)


def test_that_the_keyring_is_not_shut_out_where_only_paper_would_be_left(directory: Path) -> None:
    created = keys.create_key_file(directory, passphrase=None, use_keyring=True, kdf=FLOOR)
    with pytest.raises(Refused) as refused:
        keys.remove_keyring(directory, created.key)
    assert refused.value.code == "no_way_in"
    assert keys.unlock_with_keyring(directory) == created.key


def test_that_a_keyring_that_does_not_answer_can_still_be_shut_out(store: Store, memory_keyring: MemoryKeyring) -> None:
    open_by_keyring(store, OLD)
    memory_keyring.locked = True
    ask_always(store)
    assert keys.key_file_state(store.directory).keyring_backend is None


def test_that_nothing_is_renewed_while_another_window_has_the_right_to_write(
    store: Store, created: keys.CreatedKey, schema: Schema
) -> None:
    second = Store.open(store.directory, created.key, write=False, schema=schema)
    try:
        with pytest.raises(Unavailable) as unavailable:
            change_passphrase(second, OLD, NEW, kdf=FLOOR)
    finally:
        second.close()
    assert unavailable.value.code == "store_in_use"
    assert _opens(store.directory, OLD)
