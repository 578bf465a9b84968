"""AES-256-GCM around the store's key.

Every wrap is bound to the store and to the way it serves, so that a wrap copied from another key file, or
moved from one way to another inside the same file, does not open.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from dataclasses import dataclass, field

from db.keys.kdf import KdfParameters, derive_wrapping_key

NONCE_BYTES = 12
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Wrap:
    """A wrapped key: a nonce of 12 bytes, and the key with its 16-byte tag."""

    nonce: bytes = field(repr=False)
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SecretWrap:
    """A key wrapped by something a person knows or has on paper, with what the derivation needs."""

    kdf: KdfParameters
    salt: bytes = field(repr=False)
    wrap: Wrap


def wrap_key(wrapping_key: bytes, key: bytes, bound_to: str) -> Wrap:
    """Wrap `key` under `wrapping_key` (32 bytes), bound to the text `bound_to`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_BYTES)
    return Wrap(nonce, AESGCM(wrapping_key).encrypt(nonce, key, bound_to.encode()))


def unwrap_key(wrapping_key: bytes, wrap: Wrap, bound_to: str) -> bytes | None:
    """Return the key, or None when `wrapping_key` is not the one that it was wrapped under."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(wrapping_key).decrypt(wrap.nonce, wrap.sealed, bound_to.encode())
    except InvalidTag:
        return None


def wrap_by_secret(secret: bytes, key: bytes, kdf: KdfParameters, bound_to: str) -> SecretWrap:
    """Derive a wrapping key from `secret` with a fresh salt and wrap `key` under it."""
    salt = secrets.token_bytes(SALT_BYTES)
    return SecretWrap(kdf, salt, wrap_key(derive_wrapping_key(secret, salt, kdf), key, bound_to))


def unwrap_by_secret(secret: bytes, wrapped: SecretWrap, bound_to: str) -> bytes | None:
    """Return the key, or None when `secret` is wrong; either answer costs the full derivation."""
    return unwrap_key(derive_wrapping_key(secret, wrapped.salt, wrapped.kdf), wrapped.wrap, bound_to)


def to_text(raw: bytes) -> str:
    """Write bytes as base64 text for the key file and the keyring."""
    return base64.b64encode(raw).decode("ascii")


def from_text(text: str) -> bytes | None:
    """Read base64 text, None when it is not that."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
