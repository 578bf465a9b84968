"""Renews the ways into an open store: passphrase, recovery code and keyring, in its key file and its backups.

Whoever finds an open window must not be able to take a way in along, so that the passphrase is asked for first
wherever a way would be left behind, and every try costs the full derivation.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.errors import Refused, Unavailable
from db.keys import DEFAULT, KdfParameters
from db.keys import changing as keys
from db.keys.unlocking import unlock_with_passphrase
from db.store.backup import renew_keys_in_backups

if TYPE_CHECKING:
    from db.store.store import Store


@dataclass(frozen=True, slots=True)
class Renewed:
    """`in_backups` is False when the backups still have the old ways: they are renewed with the next backup.

    `recovery_code` is the new one, where one was made, to be shown once; it is not part of the representation.
    """

    in_backups: bool
    recovery_code: str | None = field(default=None, repr=False)


def change_passphrase(store: Store, old: str, new: str, *, kdf: KdfParameters = DEFAULT) -> Renewed:
    """Replace the passphrase by one who knows it.

    `Refused`: `wrong_passphrase` (field `old`), `passphrase_too_short` (field `new`). `Unavailable`:
    `store_in_use`, `cannot_save_key`; the old passphrase holds then.
    """
    prove_passphrase(store, old, field="old")
    return set_passphrase(store, new, kdf=kdf)


def set_passphrase(store: Store, new: str, *, kdf: KdfParameters = DEFAULT) -> Renewed:
    """Set a passphrase without asking for the old one: for one who came in by the recovery code.

    `Refused`: `passphrase_too_short` (field `new`). `Unavailable` as `change_passphrase`.
    """
    store.claim()
    try:
        keys.change_passphrase(store.directory, store.key, new, kdf=kdf)
    except Refused as refused:
        raise Refused(refused.message, field="new", code=refused.code) from None
    return Renewed(_in_backups(store))


def renew_recovery_code(store: Store, passphrase: str, *, kdf: KdfParameters = DEFAULT) -> Renewed:
    """Make a new recovery code; the old one is dead from then on. Errors as `prove_passphrase`."""
    prove_passphrase(store, passphrase, field="passphrase")
    store.claim()
    code = keys.new_recovery_code(store.directory, store.key, kdf=kdf)
    return Renewed(_in_backups(store), code)


def open_by_keyring(store: Store, passphrase: str) -> Renewed:
    """Let this machine's keyring open the store from now on. Errors as `prove_passphrase` and `add_keyring`."""
    prove_passphrase(store, passphrase, field="passphrase")
    store.claim()
    keys.add_keyring(store.directory, store.key)
    return Renewed(_in_backups(store))


def ask_always(store: Store) -> Renewed:
    """Let the keyring open the store no longer. Nobody is asked, since it only takes a way away."""
    store.claim()
    keys.remove_keyring(store.directory, store.key)
    return Renewed(_in_backups(store))


def prove_passphrase(store: Store, passphrase: str, *, field: str) -> None:
    """Make sure that the person knows the passphrase. `Refused` code `wrong_passphrase` at `field`."""
    try:
        unlock_with_passphrase(store.directory, passphrase)
    except Refused as refused:
        raise Refused(refused.message, field=field, code=refused.code) from None


def _in_backups(store: Store) -> bool:
    try:
        renew_keys_in_backups(store.directory, store.key)
    except Unavailable:
        return False
    return True
