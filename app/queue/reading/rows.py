"""Turning rows of the bare driver into facts, grouped by case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Protocol, TypeVar

Fact = TypeVar("Fact")
Member = TypeVar("Member", bound=StrEnum)
Grouped = Mapping[str, list[Fact]]


class Connection(Protocol):
    """What is needed of a DB-API connection of the bare driver."""

    def execute(self, sql: str, parameters: tuple[object, ...] = ..., /) -> Iterable[tuple[Any, ...]]:
        """Run one statement and give its rows."""


LIVE = "gone = 0 and withdrawn_on is null"
"""Rows that count: neither moved away nor withdrawn."""


def day(text: str | None) -> date | None:
    """An ISO date, or None."""
    return None if text is None else date.fromisoformat(text)


def truth(value: int | None) -> bool | None:
    """A stored yes or no, or None where it was not answered."""
    return None if value is None else bool(value)


def members(closed_set: type[Member]) -> dict[str | None, Member]:
    """The members of a closed set by their stored value: a look-up is several times faster than a call."""
    return {member.value: member for member in closed_set}


def grouped(
    connection: Connection, sql: str, make: Callable[..., Fact], parameters: tuple[object, ...] = ()
) -> defaultdict[str, list[Fact]]:
    """Facts by case. The statement's first column is the case; `make` gets the others in order."""
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for case_id, *columns in connection.execute(sql, parameters):
        found[case_id].append(make(*columns))
    return found


def first_dates(connection: Connection, sql: str) -> dict[str, date]:
    """A date by id, from a statement with exactly these two columns."""
    return {key: date.fromisoformat(text) for key, text in connection.execute(sql) if text is not None}
