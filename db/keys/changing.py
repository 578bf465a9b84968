"""Making the key file and renewing its ways.

Every change is one atomic write of the whole file, and the recovery code is always among the ways, so
there is no moment in which the key could be lost. The caller holds the store's lock.
"""

from __future__ import annotations

import contextlib
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from db.errors import Refused, Unavailable
from db.keys import keyring_entry, recovery_code
from db.keys.atomic_file import private_directory
from db.keys.kdf import DEFAULT, WRAPPING_KEY_BYTES, KdfParameters, require_sound
from db.keys.key_file import (
    KEY_BYTES,
    KEY_FILE_NAME,
    KeyFile,
    KeyringWrap,
    key_check_of,
    read_key_file,
    write_key_file,
)
from db.keys.unlocking import KEYRING, PASSPHRASE, RECOVERY, passphrase_bytes
from db.keys.values import CreatedKey
from db.keys.wrapping import wrap_by_secret, wrap_key

if TYPE_CHECKING:
    from pathlib import Path

    from keyring.backend import KeyringBackend

SHORTEST_PASSPHRASE = 12
"""In characters. Argon2id makes a guess dear, but eight characters still fall to patience."""


def create_key_file(
    directory: Path,
    *,
    passphrase: str | None,
    use_keyring: bool,
    kdf: KdfParameters = DEFAULT,
) -> CreatedKey:
    """Make a random key and a recovery code and write the key file into `directory` (made if missing).

    `Refused`: `no_way_in` (neither passphrase nor keyring), `passphrase_too_short`, `weak_kdf`,
    `key_file_exists` (an existing key is never overwritten), `not_a_folder`. `Unavailable`: the keyring's
    codes (nothing is written then), `cannot_save_key`, also for a folder that cannot be made.
    """
    if passphrase is None and not use_keyring:
        message = "Vælg en adgangssætning, eller lad maskinens nøglering gemme nøglen."
        raise Refused(message, field="passphrase", code="no_way_in")
    require_sound(kdf)
    if (directory / KEY_FILE_NAME).exists():
        raise _exists()
    key = secrets.token_bytes(KEY_BYTES)
    code = recovery_code.new_code()
    content = KeyFile(secrets.token_hex(16), key_check_of(key), None, None, None)
    if passphrase is not None:
        content = _with_passphrase(content, key, passphrase, kdf)
    content = _with_recovery_code(content, key, code, kdf)
    backend: KeyringBackend | None = None
    if use_keyring:
        backend = keyring_entry.usable_backend()
        content = _with_keyring(content, key, backend)
    written = False
    try:
        private_directory(directory)
        write_key_file(directory, content, replace=False)
        written = True
    except FileExistsError:
        raise (_exists() if directory.is_dir() else _no_folder()) from None
    except OSError as error:
        message = "Mappen til lageret kan ikke laves. Se efter, om stedet findes, og om der må skrives til det."
        raise Unavailable(message, code="cannot_save_key") from error
    finally:
        if backend is not None and not written:
            keyring_entry.forget_wrapping_key(backend, content.store_id)
    return CreatedKey(key, code)


def change_passphrase(directory: Path, key: bytes, new: str, *, kdf: KdfParameters = DEFAULT) -> None:
    """Set or replace the passphrase, at the present cost of derivation; the old one stops working.

    `Refused`: `wrong_key`, `passphrase_too_short`. Copies of the key file beside the backups keep the old
    passphrase until `db.store.backup.renew_keys_in_backups` is called.
    """
    content = _opened_by(directory, key)
    write_key_file(directory, _with_passphrase(content, key, new, kdf), replace=True)


def new_recovery_code(directory: Path, key: bytes, *, kdf: KdfParameters = DEFAULT) -> str:
    """Replace the recovery code and return the new one; `Refused` code `wrong_key`."""
    content = _opened_by(directory, key)
    code = recovery_code.new_code()
    write_key_file(directory, _with_recovery_code(content, key, code, kdf), replace=True)
    return code


def add_keyring(directory: Path, key: bytes) -> None:
    """Let the system's keyring open the store, also after a change of keyring.

    `Refused` code `wrong_key`; `Unavailable` as `usable_backend` says, and then nothing has changed.
    """
    content = _opened_by(directory, key)
    backend = keyring_entry.usable_backend()
    write_key_file(directory, _with_keyring(content, key, backend), replace=True)


def remove_keyring(directory: Path, key: bytes) -> None:
    """Let the system's keyring open the store no longer, and forget its entry where that can be done.

    `Refused`: `wrong_key`, `no_way_in` (there is no passphrase, and nothing but paper would be left).
    """
    content = _opened_by(directory, key)
    if content.passphrase is None:
        message = "Lageret har ingen adgangssætning. Vælg en, før nøgleringen slås fra."
        raise Refused(message, code="no_way_in")
    write_key_file(directory, replace(content, keyring=None), replace=True)
    with contextlib.suppress(Unavailable):
        keyring_entry.forget_wrapping_key(keyring_entry.backend_for_reading(), content.store_id)


def _with_passphrase(content: KeyFile, key: bytes, passphrase: str, kdf: KdfParameters) -> KeyFile:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        message = f"Adgangssætningen er for kort. Brug mindst {SHORTEST_PASSPHRASE} tegn, gerne flere ord."
        raise Refused(message, field="passphrase", code="passphrase_too_short")
    wrapped = wrap_by_secret(passphrase_bytes(passphrase), key, kdf, content.bound_to(PASSPHRASE))
    return replace(content, passphrase=wrapped)


def _with_recovery_code(content: KeyFile, key: bytes, code: str, kdf: KdfParameters) -> KeyFile:
    wrapped = wrap_by_secret(recovery_code.secret_of(code), key, kdf, content.bound_to(RECOVERY))
    return replace(content, recovery=wrapped)


def _with_keyring(content: KeyFile, key: bytes, backend: KeyringBackend) -> KeyFile:
    # An entry that is there already is used again: were it replaced and the file not written after it,
    # the file on disk would have a wrap that nothing opens.
    wrapping_key = keyring_entry.saved_wrapping_key(backend, content.store_id)
    if wrapping_key is None or len(wrapping_key) != WRAPPING_KEY_BYTES:
        wrapping_key = secrets.token_bytes(WRAPPING_KEY_BYTES)
        keyring_entry.save_wrapping_key(backend, content.store_id, wrapping_key)
    wrap = wrap_key(wrapping_key, key, content.bound_to(KEYRING))
    return replace(content, keyring=KeyringWrap(keyring_entry.name_of(backend), wrap))


def _opened_by(directory: Path, key: bytes) -> KeyFile:
    """Return the key file after making sure that `key` is its key: a wrap of another would lock us out."""
    content = read_key_file(directory)
    if not content.is_key(key):
        message = "Nøglen passer ikke til dette lager. Lås lageret op igen, og prøv så."
        raise Refused(message, code="wrong_key")
    return content


def _no_folder() -> Refused:
    return Refused("Der ligger en fil, hvor lagerets mappe skal være. Vælg et andet sted.", code="not_a_folder")


def _exists() -> Refused:
    message = "Der ligger allerede en nøglefil i mappen. Vælg en tom mappe til et nyt lager, eller lås det gamle op."
    return Refused(message, code="key_file_exists")
