"""The Danish calendar, against a package that knows it and by hand."""

from __future__ import annotations

from datetime import date, timedelta

import holidays
import pytest

from app.rules.calendar import Calendar, LocalHolidays, add_months, easter_sunday, public_holidays

CALENDAR = Calendar()
BY_LAW_ONLY = Calendar(LocalHolidays(first_of_may=False))


@pytest.mark.parametrize("year", range(1990, 2101))
def test_that_the_holidays_by_law_are_those_of_the_package(year: int) -> None:
    assert public_holidays(year) == frozenset(holidays.country_holidays("DK", years=year))


@pytest.mark.parametrize("year", [1990, 2007, 2023, 2024, 2100])
def test_that_working_days_are_those_of_the_package(year: int) -> None:
    known = holidays.country_holidays("DK", years=year)
    days = [date(year, 1, 1) + timedelta(days=number) for number in range(365)]
    assert [BY_LAW_ONLY.is_working_day(day) for day in days] == [known.is_working_day(day) for day in days]


def test_that_easter_2007_was_on_8_april() -> None:
    assert easter_sunday(2007) == date(2007, 4, 8)


def test_that_the_closed_days_of_2007_are_those_of_the_almanac() -> None:
    assert sorted(CALENDAR.holidays(2007)) == [
        date(2007, 1, 1),
        date(2007, 4, 5),
        date(2007, 4, 6),
        date(2007, 4, 8),
        date(2007, 4, 9),
        date(2007, 5, 1),
        date(2007, 5, 4),
        date(2007, 5, 17),
        date(2007, 5, 27),
        date(2007, 5, 28),
        date(2007, 12, 25),
        date(2007, 12, 26),
    ]


def test_that_the_three_optional_days_are_closed_when_chosen() -> None:
    calendar = Calendar(LocalHolidays(constitution_day=True, christmas_eve=True, new_years_eve=True))
    chosen = [date(2007, 6, 5), date(2007, 12, 24), date(2007, 12, 31)]
    assert [CALENDAR.is_working_day(day) for day in chosen] == [True, True, True]
    assert [calendar.is_working_day(day) for day in chosen] == [False, False, False]


def test_that_the_first_of_may_is_open_when_the_setting_is_off() -> None:
    assert not CALENDAR.is_working_day(date(2007, 5, 1))
    assert BY_LAW_ONLY.is_working_day(date(2007, 5, 1))


def test_that_store_bededag_ended_with_2023() -> None:
    assert not CALENDAR.is_working_day(date(2023, 5, 5))
    assert CALENDAR.is_working_day(date(2024, 4, 26))


@pytest.mark.parametrize(
    ("day", "days", "expected"),
    [
        (date(2007, 5, 2), 3, date(2007, 5, 8)),  # Store Bededag on 4 May and a weekend lie between.
        (date(2007, 3, 20), 1, date(2007, 3, 21)),
        (date(2007, 3, 23), 1, date(2007, 3, 26)),
        (date(2007, 3, 24), 1, date(2007, 3, 26)),  # Counting starts the next day, from a Saturday too.
        (date(2007, 4, 4), 1, date(2007, 4, 10)),  # Over Easter.
        (date(2007, 4, 30), 1, date(2007, 5, 2)),
        (date(2007, 5, 25), 1, date(2007, 5, 29)),
        (date(2007, 4, 10), -3, date(2007, 4, 2)),
        (date(2007, 3, 24), 0, date(2007, 3, 24)),
    ],
)
def test_that_working_days_are_counted_from_the_next_day(day: date, days: int, expected: date) -> None:
    assert CALENDAR.add_working_days(day, days) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2007, 3, 20), date(2007, 3, 20)),
        (date(2007, 3, 25), date(2007, 3, 23)),
        (date(2007, 4, 9), date(2007, 4, 4)),
        (date(2007, 5, 1), date(2007, 4, 30)),
        (date(2007, 5, 6), date(2007, 5, 3)),
        (date(2007, 12, 26), date(2007, 12, 24)),
        (date(2007, 1, 1), date(2006, 12, 29)),
    ],
)
def test_that_a_closed_day_gives_the_last_working_day_before(day: date, expected: date) -> None:
    assert CALENDAR.last_working_day_on_or_before(day) == expected


def test_that_the_working_day_before_is_never_the_day_itself() -> None:
    assert CALENDAR.working_day_before(date(2007, 3, 20)) == date(2007, 3, 19)
    assert CALENDAR.working_day_before(date(2007, 4, 10)) == date(2007, 4, 4)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2006, 11, 30), 3, date(2007, 2, 28)),
        (date(2007, 11, 30), 3, date(2008, 2, 29)),
        (date(2006, 12, 31), 3, date(2007, 3, 31)),
        (date(2007, 1, 31), 3, date(2007, 4, 30)),
        (date(2006, 12, 8), 3, date(2007, 3, 8)),
        (date(2007, 4, 1), -6, date(2006, 10, 1)),
        (date(2008, 2, 29), 12, date(2009, 2, 28)),
        (date(2007, 12, 15), 1, date(2008, 1, 15)),
        (date(1999, 11, 30), 3, date(2000, 2, 29)),
        (date(1899, 11, 30), 3, date(1900, 2, 28)),
    ],
)
def test_that_months_clamp_to_the_end_of_the_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected
