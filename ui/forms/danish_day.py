"""A day as one types it: `20.3`, `20.3.07`, `200307`, `i dag`, `i morgen`, `+14`, `+3 mdr`, `fredag`."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from app.cases.checking import months_after
from ui.danish_dates import WEEKDAYS

_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-./ ]+(\d{1,2})\.?(?:[-./ ]+(\d{4}|\d{2}))?")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DIGITS: Final = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?")
_STEP: Final = re.compile(r"([+-])\s*(\d{1,3})\s*(d|dage?|u|uger?|m|mdr\.?|måned(?:er)?|maaned(?:er)?)?")
_WORDS: Final = {"i dag": 0, "idag": 0, "i morgen": 1, "imorgen": 1, "i overmorgen": 2, "i går": -1, "igår": -1}
_WRONG: Final = "Datoen kan ikke læses. Skriv den som 20.3.2007, 20.3, i dag eller +14."

# Half a year: a day without a year means the nearest one.
_NEAR: Final = timedelta(days=183)


def read_day(text: str, today: date) -> date:
    """The day that is meant. A day without a year is the one nearest to today. Raises ValueError, in Danish."""
    plain = " ".join(text.lower().split())
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    if (weekday := _weekday(plain)) is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    try:
        if match := _STEP.fullmatch(plain):
            return _step(today, int(match[1] + match[2]), match[3] or "d")
        if match := _ISO.fullmatch(plain):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DAY_FIRST.fullmatch(plain) or _DIGITS.fullmatch(plain):
            return _day(int(match[1]), int(match[2]), match[3], today)
    except (ValueError, OverflowError) as error:
        raise ValueError(_WRONG) from error
    raise ValueError(_WRONG)


def _weekday(plain: str) -> int | None:
    """A weekday by its name or its first two letters or more; it means the next one."""
    if len(plain.rstrip(".")) < 2:
        return None
    found = [number for number, name in enumerate(WEEKDAYS) if name.startswith(plain.rstrip("."))]
    return found[0] if len(found) == 1 else None


def _step(today: date, count: int, unit: str) -> date:
    if unit.startswith("m"):
        return months_after(today, count)
    return today + timedelta(weeks=count) if unit.startswith("u") else today + timedelta(days=count)


def _day(day: int, month: int, year: str | None, today: date) -> date:
    if year is not None:
        # Two digits are of our own century and the one before; a birth date is never typed here.
        whole = int(year) if len(year) == 4 else 2000 + int(year) - (100 if int(year) >= 70 else 0)
        return date(whole, month, day)
    found: list[date] = []
    for candidate in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(date(candidate, month, day))
        except ValueError:
            # 29 February of a year that has none.
            continue
    near = [each for each in found if abs(each - today) <= _NEAR]
    if not found:
        raise ValueError(_WRONG)
    return min(near or found, key=lambda each: abs(each - today))
