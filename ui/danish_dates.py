"""Dates as they are written in Danish, for the screen and for the command line."""

from __future__ import annotations

from datetime import date

from app import danish_names

WEEKDAYS = danish_names.WEEKDAYS
MONTHS = danish_names.MONTHS


def long_date(day: date) -> str:
    """As in `tirsdag 20. marts 2007`."""
    return f"{WEEKDAYS[day.weekday()]} {day_and_month(day)} {day.year}"


def day_and_month(day: date) -> str:
    """As in `20. marts`."""
    return f"{day.day}. {MONTHS[day.month - 1]}"


def near_date(day: date, today: date) -> str:
    """As in `20. marts`, with the year when it is another than today's."""
    return day_and_month(day) if day.year == today.year else f"{day_and_month(day)} {day.year}"


def full_date(day: date) -> str:
    """As in `20.03.2007`."""
    return f"{day:%d.%m.%Y}"


def deadline_words(due_on: date, act_by: date, today: date) -> str:
    """What stands in the chip: `12 dage over`, `i dag`, `i morgen`, `to. 22.03`, `02.04` or `02.04.08`.

    What is over is counted from the legal date; what is to come is named by the day it must be done.
    """
    over = (today - due_on).days
    if over > 0:
        return "1 dag over" if over == 1 else f"{over} dage over"
    day = due_on if act_by < today else act_by
    ahead = (day - today).days
    if ahead == 0:
        return "i dag"
    if ahead == 1:
        return "i morgen"
    if ahead < 7:
        return f"{WEEKDAYS[day.weekday()][:2]}. {day:%d.%m}"
    return f"{day:%d.%m}" if day.year == today.year else f"{day:%d.%m.%y}"


def age(born: date, today: date) -> int:
    """Whole years on `today`."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
