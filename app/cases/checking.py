"""The checks that every form shares: what must be written, and dates that cannot be."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from db.errors import Refused


def tidy(text: str | None) -> str | None:
    """The text without white space around it; None when nothing is left."""
    return (text or "").strip() or None


def required(text: str | None, field: str, message: str) -> str:
    """The tidy text. Refused `missing` with the message when there is none."""
    found = tidy(text)
    if found is None:
        raise Refused(message, field=field, code="missing")
    return found


def not_in_future(day: date | None, today: date, field: str) -> None:
    """Refuse `in_the_future` when the day has not come yet; no day is fine."""
    if day is not None and day > today:
        raise Refused("Datoen ligger ude i fremtiden. Skriv den dag, det skete.", field=field, code="in_the_future")


def in_order(first: date | None, last: date | None, field: str) -> None:
    """Refuse `wrong_order` when the last day comes before the first; an open end is fine."""
    if first is not None and last is not None and last < first:
        message = f"Datoen kan ikke ligge før den {danish(first)}."
        raise Refused(message, field=field, code="wrong_order")


def danish(day: date) -> str:
    """A date as one writes it: `20.03.2007`."""
    return f"{day:%d.%m.%Y}"


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the month's last day where it is shorter: 30 Nov + 3 is 28 Feb."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
