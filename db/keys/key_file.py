"""`keys.json`: the wrapped key as it lies on disk.

The file carries a checksum over everything else in it, so that a damaged file is never mistaken for a
wrong passphrase, and a key check (an HMAC under the key), so that a key can be judged without the store.
Neither tells anything about the key, which is 256 random bits.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from db.errors import Unavailable
from db.keys.atomic_file import write_atomically
from db.keys.kdf import KdfParameters
from db.keys.wrapping import SecretWrap, Wrap, from_text, to_text

if TYPE_CHECKING:
    from pathlib import Path

KEY_FILE_NAME = "keys.json"
KEY_BYTES = 32
FORMAT = 1


@dataclass(frozen=True, slots=True)
class KeyringWrap:
    """The key wrapped by a random key that lies in the keyring of `backend` (the class's full name)."""

    backend: str
    wrap: Wrap


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The whole content; a way that was not set up is None."""

    store_id: str
    key_check: bytes
    keyring: KeyringWrap | None
    passphrase: SecretWrap | None
    recovery: SecretWrap | None

    def bound_to(self, way: str) -> str:
        """Return the text that the wrap of `way` is bound to."""
        return f"tovholder key wrap {FORMAT} {self.store_id} {way}"

    def is_key(self, key: bytes) -> bool:
        """Tell whether `key` is the key that this file wraps."""
        return hmac.compare_digest(self.key_check, key_check_of(key))


def key_check_of(key: bytes) -> bytes:
    """Return the value by which a key is recognised; it does not lead back to the key."""
    return hmac.digest(key, b"tovholder key check", "sha256")


def write_key_file(directory: Path, content: KeyFile, *, replace: bool) -> None:
    """Write the file atomically; see `write_atomically` for what can go wrong."""
    body = _as_json(content)
    body["checksum"] = _checksum(body)
    text = json.dumps(body, indent=2, sort_keys=True) + "\n"
    write_atomically(directory / KEY_FILE_NAME, text.encode("ascii"), replace=replace)


def read_key_file(directory: Path) -> KeyFile:
    """Read the file.

    `Unavailable` with code `key_file_missing`, `key_file_unreadable` (the system says no),
    `key_file_damaged`, or `key_file_newer` (written by a later program).
    """
    try:
        text = (directory / KEY_FILE_NAME).read_bytes()
    except FileNotFoundError:
        message = (
            f"Nøglefilen {KEY_FILE_NAME} mangler i lagerets mappe, og uden den kan lageret ikke låses op. "
            "Hent den fra den nyeste sikkerhedskopi i mappen backups."
        )
        raise Unavailable(message, code="key_file_missing") from None
    except OSError as error:
        message = f"Nøglefilen {KEY_FILE_NAME} kan ikke læses. Se efter, om mappen er tilgængelig, og prøv igen."
        raise Unavailable(message, code="key_file_unreadable") from error
    try:
        body = json.loads(text)
        if body.pop("checksum") != _checksum(body):
            raise _damaged()
        if body["format"] > FORMAT:
            message = "Nøglefilen er skrevet af en nyere udgave af Tovholder. Opdatér programmet, og prøv igen."
            raise Unavailable(message, code="key_file_newer")
        return _from_json(body)
    except (ValueError, KeyError, TypeError, AttributeError):
        # The parser's own error would quote the file, so it is not chained.
        raise _damaged() from None


def _damaged() -> Unavailable:
    message = (
        f"Nøglefilen {KEY_FILE_NAME} er beskadiget. Adgangssætningen er ikke forkert: "
        "hent nøglefilen fra den nyeste sikkerhedskopi i mappen backups."
    )
    return Unavailable(message, code="key_file_damaged")


def _checksum(body: dict[str, Any]) -> str:
    """Return a checksum against damage; it is no protection against somebody who means harm."""
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _as_json(content: KeyFile) -> dict[str, Any]:
    keyring = content.keyring
    return {
        "format": FORMAT,
        "store_id": content.store_id,
        "key_check": to_text(content.key_check),
        "keyring": keyring and {"backend": keyring.backend, **_wrap_as_json(keyring.wrap)},
        "passphrase": content.passphrase and _secret_wrap_as_json(content.passphrase),
        "recovery": content.recovery and _secret_wrap_as_json(content.recovery),
    }


def _wrap_as_json(wrap: Wrap) -> dict[str, Any]:
    return {"nonce": to_text(wrap.nonce), "sealed": to_text(wrap.sealed)}


def _secret_wrap_as_json(wrapped: SecretWrap) -> dict[str, Any]:
    return {
        "kdf": "argon2id",
        "memory_kib": wrapped.kdf.memory_kib,
        "passes": wrapped.kdf.passes,
        "lanes": wrapped.kdf.lanes,
        "salt": to_text(wrapped.salt),
        **_wrap_as_json(wrapped.wrap),
    }


def _from_json(body: dict[str, Any]) -> KeyFile:
    keyring = body["keyring"]
    return KeyFile(
        store_id=str(body["store_id"]),
        key_check=_bytes(body["key_check"]),
        keyring=keyring and KeyringWrap(str(keyring["backend"]), _wrap_from_json(keyring)),
        passphrase=body["passphrase"] and _secret_wrap_from_json(body["passphrase"]),
        recovery=body["recovery"] and _secret_wrap_from_json(body["recovery"]),
    )


def _wrap_from_json(part: dict[str, Any]) -> Wrap:
    return Wrap(nonce=_bytes(part["nonce"]), sealed=_bytes(part["sealed"]))


def _secret_wrap_from_json(part: dict[str, Any]) -> SecretWrap:
    if part["kdf"] != "argon2id":
        raise _damaged()
    kdf = KdfParameters(int(part["memory_kib"]), int(part["passes"]), int(part["lanes"]))
    return SecretWrap(kdf, _bytes(part["salt"]), _wrap_from_json(part))


def _bytes(text: str) -> bytes:
    raw = from_text(text)
    if raw is None:
        raise _damaged()
    return raw
