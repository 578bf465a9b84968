"""The three ways to the store's key, and what can be known without it."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from db.errors import Refused, Unavailable
from db.keys import keyring_entry, recovery_code
from db.keys.key_file import KEY_BYTES, KeyFile, read_key_file
from db.keys.values import KeyFileState
from db.keys.wrapping import unwrap_by_secret, unwrap_key

if TYPE_CHECKING:
    from pathlib import Path

KEYRING = "keyring"
PASSPHRASE = "passphrase"  # noqa: S105 - the name of a way, not a secret.
RECOVERY = "recovery"


def key_file_state(directory: Path) -> KeyFileState:
    """Tell which ways into the store in `directory` exist; errors as `read_key_file`."""
    content = read_key_file(directory)
    return KeyFileState(
        store_id=content.store_id,
        keyring_backend=content.keyring.backend if content.keyring else None,
        passphrase=content.passphrase is not None,
        recovery_code=content.recovery is not None,
    )


def key_matches(directory: Path, key: bytes) -> bool | None:
    """Tell whether `key` is the one that `directory`'s key file wraps; None without a readable file."""
    try:
        return read_key_file(directory).is_key(key)
    except Unavailable:
        return None


def unlock_with_keyring(directory: Path) -> bytes:
    """Return the key by way of the system's keyring.

    `Refused` code `no_keyring_way` when none was set up. `Unavailable` as `usable_backend` says, and
    `keyring_changed` (another keyring than the one the entry was made in), `keyring_entry_missing` or
    `keyring_entry_wrong`. May wait for the person to unlock the keyring: call it in a worker thread.
    """
    content = read_key_file(directory)
    if content.keyring is None:
        message = "Lageret er ikke sat op til maskinens nøglering. Lås op med adgangssætningen."
        raise Refused(message, code="no_keyring_way")
    backend = keyring_entry.backend_for_reading()
    wrapping_key = keyring_entry.saved_wrapping_key(backend, content.store_id)
    if wrapping_key is None:
        raise _no_entry(content.keyring.backend, keyring_entry.name_of(backend))
    key = None
    if len(wrapping_key) == KEY_BYTES:
        key = unwrap_key(wrapping_key, content.keyring.wrap, content.bound_to(KEYRING))
    if key is None:
        message = (
            "Nøglen i maskinens nøglering passer ikke til lageret. Lås op med adgangssætningen eller "
            "gendannelseskoden, og slå nøgleringen til igen under indstillinger."
        )
        raise Unavailable(message, code="keyring_entry_wrong")
    return _checked(content, key)


def unlock_with_passphrase(directory: Path, passphrase: str) -> bytes:
    """Return the key; every try costs the full derivation (`Refused` code `wrong_passphrase`)."""
    content = read_key_file(directory)
    if content.passphrase is None:
        message = "Lageret har ingen adgangssætning. Lås op med nøgleringen eller gendannelseskoden."
        raise Refused(message, field="passphrase", code="no_passphrase_way")
    key = unwrap_by_secret(passphrase_bytes(passphrase), content.passphrase, content.bound_to(PASSPHRASE))
    if key is None:
        message = (
            "Adgangssætningen er forkert. Se efter store og små bogstaver, og prøv igen. "
            "Er den glemt, kan lageret låses op med gendannelseskoden."
        )
        raise Refused(message, field="passphrase", code="wrong_passphrase")
    return _checked(content, key)


def unlock_with_recovery_code(directory: Path, code: str) -> bytes:
    """Return the key by the printed code.

    `Refused` with code `recovery_code_mistyped` (found by the checksum, at once) or
    `wrong_recovery_code` (a code of another store, or one that was replaced).
    """
    content = read_key_file(directory)
    secret = recovery_code.secret_of(code)
    if content.recovery is None:
        message = "Lageret har ingen gendannelseskode. Lås op med nøgleringen eller adgangssætningen."
        raise Refused(message, field="recovery_code", code="no_recovery_way")
    key = unwrap_by_secret(secret, content.recovery, content.bound_to(RECOVERY))
    if key is None:
        message = (
            "Gendannelseskoden hører ikke til dette lager, eller den er afløst af en nyere. "
            "Find den seneste udskrift, og prøv igen."
        )
        raise Refused(message, field="recovery_code", code="wrong_recovery_code")
    return _checked(content, key)


def passphrase_bytes(passphrase: str) -> bytes:
    """Return the passphrase's bytes in one Unicode form: keyboards differ in how they send å."""
    return unicodedata.normalize("NFC", passphrase).encode()


def _checked(content: KeyFile, key: bytes) -> bytes:
    """Return the key if it is the file's; a wrap that opens to anything else was put there by a fault."""
    if not content.is_key(key):
        message = "Nøglefilen modsiger sig selv. Hent den fra den nyeste sikkerhedskopi i mappen backups."
        raise Unavailable(message, code="key_file_damaged")
    return key


def _no_entry(recorded: str, present: str) -> Unavailable:
    if recorded != present:
        message = (
            f"Maskinen bruger nu en anden nøglering ({present}) end den, nøglen ligger i ({recorded}). "
            "Lås op med adgangssætningen eller gendannelseskoden, og slå nøgleringen til igen under indstillinger."
        )
        return Unavailable(message, code="keyring_changed")
    message = (
        "Nøglen findes ikke længere i maskinens nøglering. Lås op med adgangssætningen eller "
        "gendannelseskoden, og slå nøgleringen til igen under indstillinger."
    )
    return Unavailable(message, code="keyring_entry_missing")
