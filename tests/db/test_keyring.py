"""The key in the system's keyring: every way in which a keyring can fail ends in a clear message."""

from __future__ import annotations

from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import KeyringError

from db import keys
from db.errors import Refused, Unavailable
from db.keys import FLOOR, KEY_FILE_NAME
from tests.helpers.memory_keyring import MemoryKeyring

PASSPHRASE = "sort hest på række 7"


class SwallowingKeyring(MemoryKeyring):
    """Says yes to everything and keeps nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


class ForgetfulKeyring(MemoryKeyring):
    """Keeps the trial value and swallows the real one."""

    def set_password(self, service: str, username: str, password: str) -> None:
        if username.startswith("probe-"):
            super().set_password(service, username, password)


class BrokenKeyring(MemoryKeyring):
    """Raises what no keyring error is, as D-Bus does."""

    def get_password(self, service: str, username: str) -> str | None:
        raise OSError("org.freedesktop.DBus.Error.NoReply")


class OtherKeyring(MemoryKeyring):
    """What another desktop brings."""


class PlainTextKeyring(MemoryKeyring):
    """Keeps entries in the clear, which its priority admits."""

    priority = 0.5


class SmallKeyring(MemoryKeyring):
    """Takes no more than Windows does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        if len(password) > 1280:
            raise KeyringError("1783")
        super().set_password(service, username, password)


def create(directory: Path) -> keys.CreatedKey:
    return keys.create_key_file(directory, passphrase=PASSPHRASE, use_keyring=True, kdf=FLOOR)


def code_of_unlocking(directory: Path) -> str:
    with pytest.raises(Unavailable) as unavailable:
        keys.unlock_with_keyring(directory)
    assert "dgangssætning" in unavailable.value.message
    return unavailable.value.code


def test_that_the_keyring_opens_the_key_and_its_name_is_recorded(
    directory: Path, memory_keyring: MemoryKeyring
) -> None:
    created = create(directory)
    assert keys.unlock_with_keyring(directory) == created.key
    state = keys.key_file_state(directory)
    assert state.keyring_backend == "tests.helpers.memory_keyring.MemoryKeyring"
    assert (state.passphrase, state.recovery_code) == (True, True)
    assert list(memory_keyring.entries) == [("Tovholder", state.store_id)]


def test_that_a_store_may_have_the_keyring_and_the_paper_only(directory: Path) -> None:
    created = keys.create_key_file(directory, passphrase=None, use_keyring=True, kdf=FLOOR)
    assert keys.unlock_with_keyring(directory) == created.key
    with pytest.raises(Refused) as refused:
        keys.unlock_with_passphrase(directory, PASSPHRASE)
    assert refused.value.code == "no_passphrase_way"


def test_that_the_keyring_alone_does_not_hold_the_key(directory: Path, memory_keyring: MemoryKeyring) -> None:
    created = create(directory)
    (entry,) = memory_keyring.entries.values()
    assert created.key.hex() not in entry
    assert keys.wrapping.from_text(entry) != created.key


def test_that_the_entry_fits_into_the_keyring_of_windows(directory: Path) -> None:
    keyring.set_keyring(SmallKeyring())
    created = create(directory)
    assert keys.unlock_with_keyring(directory) == created.key


@pytest.mark.parametrize(
    ("backend", "code"),
    [
        (SwallowingKeyring, "keyring_swallows"),
        (ForgetfulKeyring, "keyring_swallows"),
        (BrokenKeyring, "keyring_failed"),
        (PlainTextKeyring, "keyring_missing"),
        (NullKeyring, "keyring_missing"),
        (FailKeyring, "keyring_missing"),
    ],
)
def test_that_a_keyring_that_cannot_be_trusted_makes_no_key_file(
    directory: Path, backend: type[MemoryKeyring], code: str
) -> None:
    keyring.set_keyring(backend())
    with pytest.raises(Unavailable) as unavailable:
        create(directory)
    assert unavailable.value.code == code
    assert not (directory / KEY_FILE_NAME).exists()


def test_that_a_locked_keyring_says_so_and_the_passphrase_still_opens(
    directory: Path, memory_keyring: MemoryKeyring
) -> None:
    created = create(directory)
    memory_keyring.locked = True
    assert code_of_unlocking(directory) == "keyring_locked"
    assert keys.unlock_with_passphrase(directory, PASSPHRASE) == created.key


def test_that_a_keyring_that_breaks_later_says_so(directory: Path) -> None:
    create(directory)
    keyring.set_keyring(BrokenKeyring())
    assert code_of_unlocking(directory) == "keyring_failed"


@pytest.mark.usefixtures("no_keyring")
def test_that_a_machine_without_a_keyring_says_so() -> None:
    with pytest.raises(Unavailable) as unavailable:
        keys.keyring_entry.usable_backend()
    assert unavailable.value.code == "keyring_missing"


def test_that_a_change_of_keyring_is_named_and_mended(directory: Path) -> None:
    created = create(directory)
    keyring.set_keyring(OtherKeyring())
    assert code_of_unlocking(directory) == "keyring_changed"
    keys.add_keyring(directory, keys.unlock_with_recovery_code(directory, created.recovery_code))
    assert keys.unlock_with_keyring(directory) == created.key
    state = keys.key_file_state(directory)
    assert state.keyring_backend is not None
    assert state.keyring_backend.endswith("OtherKeyring")


def test_that_an_entry_that_is_gone_or_foreign_is_told_apart(directory: Path, memory_keyring: MemoryKeyring) -> None:
    create(directory)
    (place,) = memory_keyring.entries
    memory_keyring.entries[place] = keys.wrapping.to_text(bytes(32))
    assert code_of_unlocking(directory) == "keyring_entry_wrong"
    del memory_keyring.entries[place]
    assert code_of_unlocking(directory) == "keyring_entry_missing"


def test_that_adding_the_keyring_again_uses_its_entry_again(directory: Path, memory_keyring: MemoryKeyring) -> None:
    created = create(directory)
    before = dict(memory_keyring.entries)
    keys.add_keyring(directory, created.key)
    assert memory_keyring.entries == before
    assert keys.unlock_with_keyring(directory) == created.key


def test_that_a_key_file_that_could_not_be_saved_leaves_no_entry(
    directory: Path, memory_keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Unavailable):
        create(directory)
    assert memory_keyring.entries == {}


def test_that_a_store_without_the_keyring_refuses_to_ask_it(directory: Path) -> None:
    keys.create_key_file(directory, passphrase=PASSPHRASE, use_keyring=False, kdf=FLOOR)
    with pytest.raises(Refused) as refused:
        keys.unlock_with_keyring(directory)
    assert refused.value.code == "no_keyring_way"
