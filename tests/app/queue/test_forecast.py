"""The weeks to come, and who stands behind a figure."""

from __future__ import annotations

from datetime import date, timedelta

from app.queue.counted import Counted, behind
from app.queue.facts import CaseFacts
from app.queue.forecast import forecast, until
from app.queue.item import Lane
from app.results.measure import Indicator, LeftOut, Measure, Shape
from db.values.people import ExclusionReason
from tests.helpers.built_facts import citizen
from tests.helpers.changed_facts import replace
from tests.ui.items import TODAY, item

MONDAY = date(2007, 3, 19)


def _due(number: int, day: date, lane: Lane = Lane.FOUR_WEEKS, snoozed_until: date | None = None) -> object:
    return item(number, key=f"k{number}", due_on=day, act_by=day, lane=lane, snoozed_until=snoozed_until)


def test_that_each_week_counts_what_must_be_acted_on_in_it_and_the_first_what_is_overdue() -> None:
    sunday = MONDAY + timedelta(6)
    rows = [
        _due(0, TODAY - timedelta(40), Lane.OVERDUE),
        _due(1, sunday),
        _due(2, sunday + timedelta(1)),
        _due(3, sunday + timedelta(7)),
        _due(4, until(TODAY)),
        _due(5, TODAY, Lane.WAITING),
        _due(6, TODAY - timedelta(3), Lane.LATER, snoozed_until=sunday + timedelta(3)),
    ]
    loads = forecast(rows, TODAY, None)  # type: ignore[arg-type] # they are rows of the queue.
    assert [load.due for load in loads] == [2, 3, 0, 0, 0, 0, 0, 1]
    assert [load.over for load in loads] == [2, 0, 0, 0, 0, 0, 0, 0]
    assert [load.number for load in loads] == list(range(12, 20))
    assert loads[0].monday == MONDAY
    assert {load.shortage for load in loads} == {None}


def test_that_a_week_is_short_of_what_goes_beyond_its_own_capacity() -> None:
    rows = [_due(number, TODAY + timedelta(7 * (number % 2))) for number in range(7)]
    loads = forecast(rows, TODAY, 3, weeks=3)  # type: ignore[arg-type] # they are rows of the queue.
    assert [(load.due, load.shortage) for load in loads] == [(4, 1), (3, 0), (0, 0)]


def test_that_the_forecast_ends_on_the_sunday_of_its_last_week() -> None:
    assert until(TODAY) == date(2007, 5, 13)
    assert until(date(2007, 3, 25), weeks=1) == date(2007, 3, 25)


def test_that_the_citizens_behind_a_figure_are_named_but_closed_cases_are_not() -> None:
    cases: list[CaseFacts] = [replace(citizen(), case_id=f"c{number}", name=f"Borger {number}") for number in range(4)]
    cases[3] = replace(cases[3], household_key="home-1")
    out = (LeftOut("c1", ExclusionReason.PARENTAL_LEAVE, date(2007, 6, 1)),)
    measure = Measure(Indicator.PLAN_COVERAGE, Shape.SHARE, TODAY, ("x",), ("c0", "c2", "home-1"), out)
    found = behind(measure, cases, {"c2"})
    assert [each.case_id for each in found.misses] == ["c0", "c3"]
    assert found.left_out == (
        Counted("c1", "Borger 1", cases[1].born, ExclusionReason.PARENTAL_LEAVE, date(2007, 6, 1)),
    )
    assert found.closed == 1
