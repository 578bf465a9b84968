"""The store's key opens in three ways, and a key file that is wrong says what is wrong with it."""

from __future__ import annotations

import json
import stat
import sys
import unicodedata
from pathlib import Path

import pytest

from db import keys
from db.errors import Refused, Unavailable
from db.keys import FLOOR, KEY_FILE_NAME, KdfParameters
from db.keys.key_file import _checksum

PASSPHRASE = "sort hest på række 7"


def create(directory: Path, *, use_keyring: bool = False) -> keys.CreatedKey:
    return keys.create_key_file(directory, passphrase=PASSPHRASE, use_keyring=use_keyring, kdf=FLOOR)


def rewrite(directory: Path, **changes: object) -> None:
    """Change values of the passphrase's part and make the file's checksum right again."""
    path = directory / KEY_FILE_NAME
    body = json.loads(path.read_text())
    del body["checksum"]
    body["passphrase"].update(changes)
    body["checksum"] = _checksum(body)
    path.write_text(json.dumps(body))


def test_that_passphrase_and_recovery_code_open_the_same_key(directory: Path) -> None:
    created = create(directory)
    assert keys.unlock_with_passphrase(directory, PASSPHRASE) == created.key
    assert keys.unlock_with_recovery_code(directory, created.recovery_code) == created.key
    assert len(created.key) == 32


def test_that_the_real_derivation_is_the_default_and_opens_again(directory: Path) -> None:
    created = keys.create_key_file(directory, passphrase=PASSPHRASE, use_keyring=False)
    written = json.loads((directory / KEY_FILE_NAME).read_text())["passphrase"]
    assert (written["memory_kib"], written["passes"], written["lanes"]) == (256 * 1024, 3, 2)
    assert keys.unlock_with_passphrase(directory, PASSPHRASE) == created.key


def test_that_a_wrong_passphrase_is_refused_after_the_whole_derivation(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    create(directory)
    derived: list[KdfParameters] = []
    original = keys.kdf.derive_wrapping_key

    def counting(secret: bytes, salt: bytes, parameters: KdfParameters) -> bytes:
        derived.append(parameters)
        return original(secret, salt, parameters)

    monkeypatch.setattr("db.keys.wrapping.derive_wrapping_key", counting)
    with pytest.raises(Refused) as refused:
        keys.unlock_with_passphrase(directory, "sort hest på række 8")
    assert refused.value.code == "wrong_passphrase"
    assert refused.value.field == "passphrase"
    assert derived == [FLOOR]


def test_that_a_passphrase_opens_however_the_keyboard_composes_its_letters(directory: Path) -> None:
    created = create(directory)
    decomposed = unicodedata.normalize("NFD", PASSPHRASE)
    assert decomposed != PASSPHRASE
    assert keys.unlock_with_passphrase(directory, decomposed) == created.key


def test_that_a_recovery_code_opens_as_people_type_it(directory: Path) -> None:
    created = create(directory)
    typed = created.recovery_code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert keys.unlock_with_recovery_code(directory, typed) == created.key


def test_that_a_mistyped_recovery_code_is_told_apart_from_another_stores_code(directory: Path, tmp_path: Path) -> None:
    code = create(directory).recovery_code
    other = create(tmp_path / "andet lager").recovery_code
    swapped = ("8" if code[0] != "8" else "9") + code[1:]
    for typed in (swapped, code[:-1], code + "7", "U" + code[1:]):
        with pytest.raises(Refused) as refused:
            keys.unlock_with_recovery_code(directory, typed)
        assert refused.value.code == "recovery_code_mistyped"
    with pytest.raises(Refused) as refused:
        keys.unlock_with_recovery_code(directory, other)
    assert refused.value.code == "wrong_recovery_code"


def test_that_a_new_passphrase_replaces_the_old_one_and_leaves_the_other_ways(directory: Path) -> None:
    created = create(directory)
    keys.change_passphrase(directory, created.key, "en helt anden sætning", kdf=FLOOR)
    assert keys.unlock_with_passphrase(directory, "en helt anden sætning") == created.key
    with pytest.raises(Refused, match="forkert"):
        keys.unlock_with_passphrase(directory, PASSPHRASE)
    assert keys.unlock_with_recovery_code(directory, created.recovery_code) == created.key


def test_that_a_new_recovery_code_replaces_the_old_one(directory: Path) -> None:
    created = create(directory)
    code = keys.new_recovery_code(directory, created.key, kdf=FLOOR)
    assert keys.unlock_with_recovery_code(directory, code) == created.key
    with pytest.raises(Refused) as refused:
        keys.unlock_with_recovery_code(directory, created.recovery_code)
    assert refused.value.code == "wrong_recovery_code"


def test_that_no_other_key_can_be_put_into_a_key_file(directory: Path) -> None:
    create(directory)
    before = (directory / KEY_FILE_NAME).read_bytes()
    for change in (
        lambda: keys.change_passphrase(directory, bytes(32), PASSPHRASE, kdf=FLOOR),
        lambda: keys.new_recovery_code(directory, bytes(32), kdf=FLOOR),
        lambda: keys.add_keyring(directory, bytes(32)),
    ):
        with pytest.raises(Refused) as refused:
            change()
        assert refused.value.code == "wrong_key"
    assert (directory / KEY_FILE_NAME).read_bytes() == before


def test_that_an_existing_key_file_is_never_overwritten(directory: Path) -> None:
    created = create(directory)
    with pytest.raises(Refused) as refused:
        create(directory)
    assert refused.value.code == "key_file_exists"
    assert keys.unlock_with_passphrase(directory, PASSPHRASE) == created.key


def test_that_a_key_that_nothing_but_paper_would_open_is_not_made(directory: Path) -> None:
    with pytest.raises(Refused) as refused:
        keys.create_key_file(directory, passphrase=None, use_keyring=False, kdf=FLOOR)
    assert refused.value.code == "no_way_in"
    assert not directory.exists()


def test_that_a_short_passphrase_is_refused(directory: Path) -> None:
    with pytest.raises(Refused) as refused:
        keys.create_key_file(directory, passphrase="kort", use_keyring=False, kdf=FLOOR)
    assert refused.value.code == "passphrase_too_short"


@pytest.mark.parametrize("cheap", [KdfParameters(1024, 2, 1), KdfParameters(19 * 1024, 1, 1)])
def test_that_a_derivation_below_the_floor_is_refused(directory: Path, cheap: KdfParameters) -> None:
    with pytest.raises(Refused) as refused:
        keys.create_key_file(directory, passphrase=PASSPHRASE, use_keyring=False, kdf=cheap)
    assert refused.value.code == "weak_kdf"


@pytest.mark.parametrize("changes", [{"memory_kib": 8}, {"passes": 1}, {"memory_kib": 1 << 40}])
def test_that_a_key_file_cannot_ask_for_a_derivation_too_cheap_or_endless(
    directory: Path, changes: dict[str, int]
) -> None:
    create(directory)
    rewrite(directory, **changes)
    with pytest.raises(Refused) as refused:
        keys.unlock_with_passphrase(directory, PASSPHRASE)
    assert refused.value.code == "weak_kdf"


@pytest.mark.parametrize("spoil", [b"", b"{}", b"[1]", b"\xff\x00", b'{"format": 1}'])
def test_that_a_damaged_key_file_is_not_called_a_wrong_passphrase(directory: Path, spoil: bytes) -> None:
    create(directory)
    (directory / KEY_FILE_NAME).write_bytes(spoil)
    with pytest.raises(Unavailable) as unavailable:
        keys.unlock_with_passphrase(directory, PASSPHRASE)
    assert unavailable.value.code == "key_file_damaged"


def test_that_any_altered_character_of_the_key_file_is_noticed(directory: Path) -> None:
    create(directory)
    path = directory / KEY_FILE_NAME
    body = json.loads(path.read_text())
    body["passphrase"]["sealed"] = body["recovery"]["sealed"]
    path.write_text(json.dumps(body))
    with pytest.raises(Unavailable) as unavailable:
        keys.unlock_with_passphrase(directory, PASSPHRASE)
    assert unavailable.value.code == "key_file_damaged"
    assert keys.key_matches(directory, bytes(32)) is None


def test_that_a_missing_key_file_is_said_to_be_missing(directory: Path) -> None:
    with pytest.raises(Unavailable) as unavailable:
        keys.key_file_state(directory)
    assert unavailable.value.code == "key_file_missing"


def test_that_a_wrap_of_another_way_does_not_open(directory: Path) -> None:
    created = create(directory)
    body = json.loads((directory / KEY_FILE_NAME).read_text())
    keys.change_passphrase(directory, created.key, PASSPHRASE, kdf=FLOOR)
    assert body["passphrase"]["sealed"] != body["recovery"]["sealed"]
    rewrite(directory, **{name: body["recovery"][name] for name in ("salt", "nonce", "sealed")})
    with pytest.raises(Refused):
        keys.unlock_with_passphrase(directory, PASSPHRASE)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits; the folder inherits the profile's")
def test_that_only_the_owner_can_read_the_key_file_and_its_folder(directory: Path) -> None:
    create(directory)
    keys.change_passphrase(directory, keys.unlock_with_passphrase(directory, PASSPHRASE), "en anden sætning", kdf=FLOOR)
    assert stat.S_IMODE(directory.stat().st_mode) == 0o700
    assert stat.S_IMODE((directory / KEY_FILE_NAME).stat().st_mode) == 0o600
    assert [path.name for path in directory.iterdir()] == [KEY_FILE_NAME]


def test_that_a_change_that_cannot_be_saved_leaves_the_old_key_file(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    created = create(directory)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Unavailable) as unavailable:
        keys.change_passphrase(directory, created.key, "en anden sætning", kdf=FLOOR)
    assert unavailable.value.code == "cannot_save_key"
    assert keys.unlock_with_passphrase(directory, PASSPHRASE) == created.key
    assert [path.name for path in directory.iterdir()] == [KEY_FILE_NAME]


def test_that_neither_key_nor_code_is_part_of_a_representation(directory: Path) -> None:
    created = create(directory)
    assert created.recovery_code not in repr(created)
    assert created.key.hex() not in repr(created)
    assert repr(created.key) not in repr(created)


def test_that_a_store_is_made_neither_in_a_file_nor_where_no_folder_can_be(tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_text("x", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        keys.create_key_file(file, passphrase=PASSPHRASE, use_keyring=False, kdf=FLOOR)
    assert refused.value.code == "not_a_folder"
    with pytest.raises(Unavailable) as unavailable:
        keys.create_key_file(file / "lager", passphrase=PASSPHRASE, use_keyring=False, kdf=FLOOR)
    assert unavailable.value.code == "cannot_save_key"
