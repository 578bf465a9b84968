"""The one clock of the program. Everything below is told the time; nothing else asks the machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Protocol
from zoneinfo import ZoneInfo


@cache
def danish_time() -> ZoneInfo:
    """The time zone that legal dates are reckoned in, wherever the machine believes to be."""
    return ZoneInfo("Europe/Copenhagen")


class Clock(Protocol):
    """Tells the local Danish date and the instant in UTC."""

    def today(self) -> date:
        """The local date on which the worker sits."""

    def now(self) -> datetime:
        """The instant, aware and in UTC."""


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock, read in Danish time."""

    def today(self) -> date:
        """The Danish date."""
        return datetime.now(danish_time()).date()

    def now(self) -> datetime:
        """The machine's instant in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """A clock that stands still: `--today`, the demo and the tests."""

    day: date
    at: time = time(8, 0)

    def today(self) -> date:
        """The day it was set to."""
        return self.day

    def now(self) -> datetime:
        """That day at its Danish time of day, in UTC."""
        return datetime.combine(self.day, self.at, tzinfo=danish_time()).astimezone(UTC)
