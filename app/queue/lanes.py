"""Where a row stands on the day's page, and in which order rows stand there."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from app.cases.names import sort_name
from app.queue.item import Lane

LANE_ORDER = {lane: place for place, lane in enumerate(Lane)}

_OVERDUE, _TODAY, _THIS_WEEK = Lane.OVERDUE, Lane.TODAY, Lane.THIS_WEEK
_FOUR_WEEKS, _LATER = Lane.FOUR_WEEKS, Lane.LATER


class Lanes:
    """The lanes as seen from one day: overdue by the legal date, the rest by the day one must act.

    This week ends with the Sunday of the ISO week; the next four weeks are the twenty-eight days after it.
    """

    __slots__ = ("_four_weeks_end", "_sunday", "_today")

    def __init__(self, today: date) -> None:
        """Take the day from which one looks."""
        self._today = today
        self._sunday = today + timedelta(days=6 - today.weekday())
        self._four_weeks_end = self._sunday + timedelta(days=28)

    def of(self, due_on: date, act_by: date) -> Lane:
        """The lane by the dates alone."""
        if due_on < self._today:
            return _OVERDUE
        if act_by <= self._today:
            return _TODAY
        if act_by <= self._sunday:
            return _THIS_WEEK
        return _FOUR_WEEKS if act_by <= self._four_weeks_end else _LATER


def place_in_queue(lane: Lane, consequence: int, act_by: date) -> int:
    """A number whose order is that of the queue: lane, class of consequence, day to act by."""
    return (LANE_ORDER[lane] * 10 + consequence) * 10_000_000 + act_by.toordinal()


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """The Danish sort key of a person's name; remembered, since the queue is computed many times a day."""
    return sort_name(name)
