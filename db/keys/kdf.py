"""Argon2id: makes a wrapping key from a passphrase or a recovery code."""

from __future__ import annotations

from dataclasses import dataclass

from db.errors import Refused

WRAPPING_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """The cost of one guess: memory in KiB, passes over it, and lanes computed side by side."""

    memory_kib: int
    passes: int
    lanes: int


DEFAULT = KdfParameters(memory_kib=256 * 1024, passes=3, lanes=2)
"""About a third of a second on an office machine, and 256 MiB for each guess of an attacker."""

FLOOR = KdfParameters(memory_kib=19 * 1024, passes=2, lanes=1)
"""OWASP's minimum for Argon2id; anything cheaper is refused, in a new file and in an old one."""

CEILING = KdfParameters(memory_kib=2 * 1024 * 1024, passes=16, lanes=16)
"""A tampered key file must not be able to take all the machine's memory."""


def require_sound(parameters: KdfParameters) -> None:
    """Refuse parameters that are too cheap to be safe or too dear to be meant (code `weak_kdf`)."""
    pairs = (
        (FLOOR.memory_kib, parameters.memory_kib, CEILING.memory_kib),
        (FLOOR.passes, parameters.passes, CEILING.passes),
        (FLOOR.lanes, parameters.lanes, CEILING.lanes),
    )
    if not all(low <= actual <= high for low, actual, high in pairs):
        message = (
            "Nøglefilen bruger en indstilling, som ikke er sikker nok, og den bliver derfor ikke brugt. "
            "Lås op med nøgleringen eller indlæs en sikkerhedskopi, og vælg en ny adgangssætning."
        )
        raise Refused(message, code="weak_kdf")


def derive_wrapping_key(secret: bytes, salt: bytes, parameters: KdfParameters) -> bytes:
    """Return 32 bytes from `secret`; takes the full time and memory that `parameters` ask for."""
    require_sound(parameters)
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(
        secret=secret,
        salt=salt,
        time_cost=parameters.passes,
        memory_cost=parameters.memory_kib,
        parallelism=parameters.lanes,
        hash_len=WRAPPING_KEY_BYTES,
        type=Type.ID,
    )
