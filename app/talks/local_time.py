"""From a day and a clock time at the desk to an instant, in Danish time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from app.clock import danish_time


def instant_of(day: date, clock: time) -> datetime:
    """The instant in UTC. A time that the change to summer time leaves out is read as an hour later."""
    return datetime.combine(day, clock, tzinfo=danish_time()).astimezone(UTC)


def local_day(instant: datetime) -> date:
    """The Danish date of an instant."""
    return instant.astimezone(danish_time()).date()


def clock_text(clock: time | None) -> str | None:
    """`09:05`, as summonses keep it."""
    return None if clock is None else f"{clock:%H:%M}"


def clock_words(clock: time) -> str:
    """As Danes write it after *kl.*: `9.30`."""
    return f"{clock.hour}.{clock:%M}"


def clock_from(text: str | None) -> time | None:
    """The time that `clock_text` wrote."""
    return None if text is None else time.fromisoformat(text)
