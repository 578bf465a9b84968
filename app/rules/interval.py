"""Intervals as a rule set writes them: `+3 months`, `-14 days`, `+5 working days`, `working day before`, a date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.rules.calendar import Calendar, add_months


class Unit(StrEnum):
    """What an interval counts."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    WORKING_DAYS = "working days"
    WORKING_DAY_BEFORE = "working day before"
    FIXED = "fixed"


_COUNTED = re.compile(r"(?:([+-])([1-9]\d{0,3})|(0)) (working day|day|week|month)s?")
_COUNTED_UNITS = {
    "day": Unit.DAYS,
    "week": Unit.WEEKS,
    "month": Unit.MONTHS,
    "working day": Unit.WORKING_DAYS,
}

EXAMPLES = "+3 months, +13 weeks, +28 days, -14 days, +5 working days, working day before, 0 days, 2007-12-31"


@dataclass(frozen=True, slots=True)
class Interval:
    """A span from a day to a day. `on` is set only when the unit is a fixed date."""

    unit: Unit
    amount: int = 0
    on: date | None = None

    def after(self, day: date, calendar: Calendar) -> date:
        """The day that lies this far from `day`, which itself is day 0; a fixed date is itself whatever `day` is."""
        if self.on is not None:
            return self.on
        match self.unit:
            case Unit.MONTHS:
                return add_months(day, self.amount)
            case Unit.WORKING_DAYS:
                return calendar.add_working_days(day, self.amount)
            case Unit.WORKING_DAY_BEFORE:
                return calendar.working_day_before(day)
            case Unit.WEEKS:
                return day + timedelta(weeks=self.amount)
            case _:
                return day + timedelta(days=self.amount)

    def __str__(self) -> str:
        """As it is written in a rule set."""
        if self.on is not None:
            return self.on.isoformat()
        if self.unit is Unit.WORKING_DAY_BEFORE:
            return self.unit.value
        return f"{self.amount:+d} {self.unit}" if self.amount else f"0 {self.unit}"


def parse_interval(text: str) -> Interval:
    """Read an interval. ValueError with a Danish message says what would be right."""
    if text == Unit.WORKING_DAY_BEFORE:
        return Interval(Unit.WORKING_DAY_BEFORE)
    counted = _COUNTED.fullmatch(text)
    if counted:
        sign, number, _, unit = counted.groups()
        amount = int(number or 0)
        return Interval(_COUNTED_UNITS[unit], -amount if sign == "-" else amount)
    try:
        return Interval(Unit.FIXED, on=date.fromisoformat(text))
    except ValueError:
        raise ValueError(f"»{text}« er ikke et interval. Skriv som et af disse: {EXAMPLES}") from None
