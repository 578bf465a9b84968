"""What a worker sets for the program on this machine: its look, its lock, the week's time and the closed days."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Final

from sqlalchemy.orm import Session

from app.cases.settings import read_setting, write_setting
from app.changes import Changes, Done
from app.queue.closed_days import closed_day
from app.queue.forecast import SLOTS_PER_WEEK
from app.rules.calendar import LocalHolidays
from app.work import Work
from db.errors import Refused

THEME: Final = "theme"
IDLE_MINUTES: Final = "idle_minutes"

DEFAULT_IDLE_MINUTES: Final = 10
LONGEST_IDLE_MINUTES: Final = 60
"""An open program that nobody looks at is what the lock is for, so that it can be put off but not out."""

MOST_SLOTS: Final = 200


class ThemeChoice(StrEnum):
    """Light, dark, or as the desktop is."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """All of them. `slots_per_week` is how many rows one has time for in a week, None while nobody has said.

    `closed_days` are None for those on which nothing was decided here; the rule set holds then.
    """

    theme: ThemeChoice = ThemeChoice.SYSTEM
    idle_minutes: int = DEFAULT_IDLE_MINUTES
    slots_per_week: int | None = None
    closed_days: LocalHolidays | None = None


@dataclass(frozen=True, slots=True)
class SetTheme:
    """The look from now on."""

    theme: ThemeChoice


@dataclass(frozen=True, slots=True)
class SetIdleMinutes:
    """After how many minutes without a key or a click the program locks."""

    minutes: int | None


@dataclass(frozen=True, slots=True)
class SetSlotsPerWeek:
    """None: no number is set."""

    slots: int | None


@dataclass(frozen=True, slots=True)
class SetClosedDays:
    """The days that the municipality decides on itself."""

    days: LocalHolidays


def read_screen_settings(session: Session) -> ScreenSettings:
    """Read them all; a value that cannot be understood counts as not set."""
    theme = read_setting(session, THEME)
    idle = _number(read_setting(session, IDLE_MINUTES))
    return ScreenSettings(
        theme=ThemeChoice(theme) if theme in set(ThemeChoice) else ThemeChoice.SYSTEM,
        idle_minutes=min(max(idle, 1), LONGEST_IDLE_MINUTES) if idle is not None else DEFAULT_IDLE_MINUTES,
        slots_per_week=_number(read_setting(session, SLOTS_PER_WEEK)),
        closed_days=_closed_days(session),
    )


def set_theme(work: Work, request: SetTheme) -> Done:
    """Remember the look."""
    return _write(work, THEME, request.theme.value)


def set_idle_minutes(work: Work, request: SetIdleMinutes) -> Done:
    """Remember when to lock. Refused: `idle_out_of_range` (field `idle_minutes`)."""
    if request.minutes is None or not 1 <= request.minutes <= LONGEST_IDLE_MINUTES:
        message = f"Skriv et antal minutter fra 1 til {LONGEST_IDLE_MINUTES}. Låsen kan ikke slås fra."
        raise Refused(message, field="idle_minutes", code="idle_out_of_range")
    return _write(work, IDLE_MINUTES, str(request.minutes))


def set_slots_per_week(work: Work, request: SetSlotsPerWeek) -> Done:
    """Remember what there is time for in a week. Refused: `slots_out_of_range` (field `slots_per_week`)."""
    if request.slots is not None and not 0 <= request.slots <= MOST_SLOTS:
        message = f"Skriv et antal opgaver fra 0 til {MOST_SLOTS}, eller lad feltet stå tomt."
        raise Refused(message, field="slots_per_week", code="slots_out_of_range")
    return _write(work, SLOTS_PER_WEEK, "" if request.slots is None else str(request.slots))


def set_closed_days(work: Work, request: SetClosedDays) -> Done:
    """Remember which of the days without a law are closed here; every deadline is counted anew."""
    done = Done("")
    for each in fields(LocalHolidays):
        done = _write(work, closed_day(each.name), "1" if getattr(request.days, each.name) else "0")
    return Done(done.id, Changes(frozenset({"setting"}), frozenset({("setting", closed_day("days"))})))


def _closed_days(session: Session) -> LocalHolidays | None:
    values = {each.name: read_setting(session, closed_day(each.name)) for each in fields(LocalHolidays)}
    if any(value is None for value in values.values()):
        return None
    return LocalHolidays(**{name: value == "1" for name, value in values.items()})


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None


def _write(work: Work, name: str, value: str) -> Done:
    # Settings stay on this machine and are no changes of the store's own kind, but screens care for some of them.
    write_setting(work, name, value)
    return Done(name, Changes(frozenset({"setting"}), frozenset({("setting", name)})))
