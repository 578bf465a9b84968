"""Intervals are read as they are written, or refused with a word on what would be right."""

from __future__ import annotations

from datetime import date

import pytest

from app.rules.calendar import Calendar
from app.rules.interval import Unit, parse_interval

CALENDAR = Calendar()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+3 months", date(2007, 8, 2)),
        ("+1 month", date(2007, 6, 2)),
        ("+13 weeks", date(2007, 8, 1)),
        ("+28 days", date(2007, 5, 30)),
        ("-14 days", date(2007, 4, 18)),
        ("0 days", date(2007, 5, 2)),
        ("+3 working days", date(2007, 5, 8)),
        ("-3 working days", date(2007, 4, 26)),
        ("working day before", date(2007, 4, 30)),
        ("2007-12-31", date(2007, 12, 31)),
    ],
)
def test_that_an_interval_leads_to_its_day(text: str, expected: date) -> None:
    assert parse_interval(text).after(date(2007, 5, 2), CALENDAR) == expected


@pytest.mark.parametrize("text", ["+3 months", "-14 days", "0 days", "+5 working days", "working day before"])
def test_that_an_interval_is_written_as_it_was_read(text: str) -> None:
    assert str(parse_interval(text)) == text


def test_that_a_fixed_date_is_a_unit_of_its_own() -> None:
    assert parse_interval("2007-12-31").unit is Unit.FIXED
    assert str(parse_interval("2007-12-31")) == "2007-12-31"


@pytest.mark.parametrize(
    "text",
    ["", "3 months", "+3 måneder", "+0 days", "+ 3 days", "+3  days", "+3 years", "2007-02-30", "soon", "+99999 days"],
)
def test_that_what_is_no_interval_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match="Skriv som et af disse"):
        parse_interval(text)
