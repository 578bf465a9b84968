"""The store's key: made at random, kept only wrapped, and unwrapped in one of three ways.

2026-11-22: the key that encrypts the store is 32 random bytes and never lies anywhere unwrapped. It is
wrapped by the system's keyring, by a passphrase and by a printed recovery code, each on its own, because
programs that trusted the keyring alone lost their data when a desktop changed its key store, and because
a passphrase that is derived afresh for each connection would cost a tenth of a second every time. A way
can be added or renewed without touching the encrypted store.

keyring, argon2 and cryptography are imported inside the functions that need them: together they take
longer to import than the window takes to paint.
"""

from __future__ import annotations

from db.keys.changing import (
    add_keyring,
    change_passphrase,
    create_key_file,
    new_recovery_code,
    remove_keyring,
)
from db.keys.kdf import DEFAULT, FLOOR, KdfParameters
from db.keys.key_file import KEY_FILE_NAME
from db.keys.unlocking import (
    key_file_state,
    key_matches,
    unlock_with_keyring,
    unlock_with_passphrase,
    unlock_with_recovery_code,
)
from db.keys.values import CreatedKey, KeyFileState

__all__ = [
    "DEFAULT",
    "FLOOR",
    "KEY_FILE_NAME",
    "CreatedKey",
    "KdfParameters",
    "KeyFileState",
    "add_keyring",
    "change_passphrase",
    "create_key_file",
    "key_file_state",
    "key_matches",
    "new_recovery_code",
    "remove_keyring",
    "unlock_with_keyring",
    "unlock_with_passphrase",
    "unlock_with_recovery_code",
]
