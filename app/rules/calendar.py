"""The Danish calendar: Easter, public holidays, working days, and months that clamp to their end.

The rule is our own, since the package that knows the days costs more time and memory to import than the whole
program's start. It is compared with that package for every year from 1990 to 2100 in the tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5

# Store Bededag was abolished from 2024 by act 214 of 6 March 2023.
_LAST_YEAR_OF_STORE_BEDEDAG = 2023

# Days after Easter Sunday: Maundy Thursday, Good Friday, Easter Sunday and Monday, Ascension, Whit Sunday and Monday.
_AFTER_EASTER = (-3, -2, 0, 1, 39, 49, 50)
_STORE_BEDEDAG_AFTER_EASTER = 26


@dataclass(frozen=True, slots=True)
class LocalHolidays:
    """Days that are no public holidays by law and on which each municipality decides whether it is closed."""

    first_of_may: bool = True
    constitution_day: bool = False
    christmas_eve: bool = False
    new_years_eve: bool = False

    def of(self, year: int) -> frozenset[date]:
        """The days of one year on which the municipality is closed by its own choice."""
        chosen = (
            (self.first_of_may, date(year, 5, 1)),
            (self.constitution_day, date(year, 6, 5)),
            (self.christmas_eve, date(year, 12, 24)),
            (self.new_years_eve, date(year, 12, 31)),
        )
        return frozenset(day for closed, day in chosen if closed)


def easter_sunday(year: int) -> date:
    """Easter Sunday of a Gregorian year, by the rule of Meeus, Jones and Butcher."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_rest = divmod(century, 4)
    moon_shift = (century - (century + 8) // 25 + 1) // 3
    full_moon = (19 * golden + century - leap_centuries - moon_shift + 15) % 30
    leap_years, year_rest = divmod(of_century, 4)
    weekday = (32 + 2 * century_rest + 2 * leap_years - full_moon - year_rest) % 7
    late = (golden + 11 * full_moon + 22 * weekday) // 451
    month, day = divmod(full_moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def public_holidays(year: int) -> frozenset[date]:
    """The public holidays of a year by Danish law, Sundays among them."""
    easter = easter_sunday(year)
    days = {easter + timedelta(days=after) for after in _AFTER_EASTER}
    if year <= _LAST_YEAR_OF_STORE_BEDEDAG:
        days.add(easter + timedelta(days=_STORE_BEDEDAG_AFTER_EASTER))
    return frozenset(days | {date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)})


def add_months(day: date, months: int) -> date:
    """The same day of the month some months later (or earlier), at most the month's last: 30 Nov + 3 = 28 Feb."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    number = day.day
    if number > 28:
        number = min(number, _last_of_month(year, month))
    return date(year, month, number)


def _last_of_month(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


class Calendar:
    """Working days, with the local holidays of one municipality. Answers are remembered, so asking is cheap."""

    def __init__(self, local: LocalHolidays | None = None) -> None:
        """Take the municipality's own closed days; without any, the standard ones."""
        self.local = local or LocalHolidays()
        self._closed: dict[int, frozenset[date]] = {}
        self._act_by: dict[date, date] = {}

    def holidays(self, year: int) -> frozenset[date]:
        """Every closed day of a year that is not closed for being a Saturday or Sunday."""
        closed = self._closed.get(year)
        if closed is None:
            closed = self._closed[year] = public_holidays(year) | self.local.of(year)
        return closed

    def is_working_day(self, day: date) -> bool:
        """Neither weekend nor holiday."""
        return day.weekday() < _SATURDAY and day not in self.holidays(day.year)

    def add_working_days(self, day: date, days: int) -> date:
        """Count working days from the day after `day` on (or back from the day before, when `days` is negative)."""
        step = _DAY if days >= 0 else -_DAY
        left = abs(days)
        while left:
            day += step
            if self.is_working_day(day):
                left -= 1
        return day

    def last_working_day_on_or_before(self, day: date) -> date:
        """`day` itself when it is a working day, else the nearest before it."""
        found = self._act_by.get(day)
        if found is None:
            found = day
            while not self.is_working_day(found):
                found -= _DAY
            self._act_by[day] = found
        return found

    def working_day_before(self, day: date) -> date:
        """The last working day before `day`."""
        return self.last_working_day_on_or_before(day - _DAY)
