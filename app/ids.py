"""Row identities: UUIDv7, whose first bits are the instant, so that rows sort by when they were made."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from datetime import datetime
from random import Random, SystemRandom

NewId = Callable[[datetime], str]
"""Gives a fresh id for a row made at an instant."""


class OrderedIds:
    """UUIDv7 (RFC 9562, 5.7 and 6.2 method 1): within one millisecond a counter keeps the order.

    48 bits of milliseconds since 1970, a counter of 26 bits, 48 random bits. Without the counter two rows of
    the same millisecond, or of a clock that stands still, would come out in any order, and the order of their
    ids decides which of two assessments of the same day is the later one. Safe to call from several threads.
    """

    def __init__(self, randomness: Random) -> None:
        """Take the source of the random bits."""
        self._randomness = randomness
        self._guard = threading.Lock()
        self._last = 0
        self._counter = 0

    def __call__(self, at: datetime) -> str:
        """A fresh id of 36 characters; the instant must be aware."""
        milliseconds = int(at.timestamp() * 1000) & 0xFFFF_FFFF_FFFF
        with self._guard:
            self._counter = self._counter + 1 if milliseconds == self._last else self._randomness.getrandbits(12)
            self._last = milliseconds
            counter, tail = self._counter, self._randomness.getrandbits(48)
        high, low = counter >> 14 & 0xFFF, counter & 0x3FFF
        bits = milliseconds << 80 | 0x7 << 76 | high << 64 | 0b10 << 62 | low << 48 | tail
        return str(uuid.UUID(int=bits))


def system_ids() -> NewId:
    """Ids from the machine's own randomness."""
    return OrderedIds(SystemRandom())


def seeded_ids(seed: int) -> NewId:
    """Ids that come out the same every time: the demo and the tests."""
    return OrderedIds(Random(seed))  # noqa: S311 - repeatable on purpose, no secret.
