"""What the key functions give back."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CreatedKey:
    """A new store's key and the code to print.

    `key` is 32 random bytes. `recovery_code` is eight groups of four characters with hyphens between; it
    is shown and printed once and kept nowhere. Neither is part of the representation, so that a log line
    or a failing assertion cannot leak them.
    """

    key: bytes = field(repr=False)
    recovery_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyFileState:
    """Which ways into the store exist.

    `keyring_backend` is the full name of the keyring class the entry was made with, None without one.
    """

    store_id: str
    keyring_backend: str | None
    passphrase: bool
    recovery_code: bool
