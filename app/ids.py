"""Row identities: UUIDv7, whose first bits are the instant, so that rows sort by when they were made."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import datetime
from random import Random, SystemRandom

NewId = Callable[[datetime], str]
"""Gives a fresh id for a row made at an instant."""


def uuid7(at: datetime, randomness: Random) -> str:
    """A UUIDv7 (RFC 9562, 5.7) as 36 characters: 48 bits of milliseconds since 1970, 74 random bits."""
    milliseconds = int(at.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
    bits = milliseconds << 80 | 0x7 << 76 | randomness.getrandbits(12) << 64 | 0b10 << 62 | randomness.getrandbits(62)
    return str(uuid.UUID(int=bits))


def system_ids() -> NewId:
    """Ids from the machine's own randomness."""
    randomness = SystemRandom()
    return lambda at: uuid7(at, randomness)


def seeded_ids(seed: int) -> NewId:
    """Ids that come out the same every time: the demo and the tests."""
    randomness = Random(seed)  # noqa: S311 - repeatable on purpose, no secret.
    return lambda at: uuid7(at, randomness)
