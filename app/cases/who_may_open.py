"""Whether a worker may open a restricted case. Pure: also the way to the first list needs it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Restriction:
    """A restriction as far as it decides who may open the case. No readers means a conflict of one worker."""

    from_on: date
    until_on: date | None
    readers: tuple[str, ...]
    conflicted_worker_id: str | None


def may_open(restrictions: Iterable[Restriction], worker_id: str | None, on: date) -> bool:
    """Whether the worker may open the case on the day."""
    for each in restrictions:
        if each.from_on > on or (each.until_on is not None and each.until_on < on):
            continue
        if each.readers and worker_id not in each.readers:
            return False
        if each.conflicted_worker_id is not None and each.conflicted_worker_id == worker_id:
            return False
    return True
