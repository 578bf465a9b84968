"""Days as one types them."""

from __future__ import annotations

from datetime import date

import pytest

from ui.forms.danish_day import read_day

TODAY = date(2007, 3, 20)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20.3", TODAY),
        ("20.3.", TODAY),
        ("20/3-07", TODAY),
        ("20 3 2007", TODAY),
        ("200307", TODAY),
        ("2003", TODAY),
        ("20032007", TODAY),
        ("2007-03-20", TODAY),
        ("I dag", TODAY),
        ("i morgen", date(2007, 3, 21)),
        ("i går", date(2007, 3, 19)),
        ("+14", date(2007, 4, 3)),
        ("+2 uger", date(2007, 4, 3)),
        ("-1", date(2007, 3, 19)),
        ("+3 mdr", date(2007, 6, 20)),
        ("+1 måned", date(2007, 4, 20)),
        ("fredag", date(2007, 3, 23)),
        ("ti", date(2007, 3, 27)),
        ("5.1", date(2007, 1, 5)),
        ("29.2", date(2008, 2, 29)),
        ("1.6.98", date(1998, 6, 1)),
    ],
)
def test_that_a_day_is_read_as_it_was_meant(typed: str, meant: date) -> None:
    assert read_day(typed, TODAY) == meant


def test_that_a_day_without_a_year_is_the_nearest_one() -> None:
    assert read_day("15.1", date(2007, 12, 20)) == date(2008, 1, 15)
    assert read_day("15.12", date(2007, 1, 5)) == date(2006, 12, 15)


@pytest.mark.parametrize("typed", ["32.1", "20.13", "snart", "t", "29.2.2007", "++3", "31.2", "1", "-0-0", "+999 mdrr"])
def test_that_what_is_no_day_is_said_in_danish(typed: str) -> None:
    with pytest.raises(ValueError, match="Datoen kan ikke læses"):
        read_day(typed, TODAY)
