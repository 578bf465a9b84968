"""The weeks to come: how much falls due in each, and whether there is time for it. Pure, over frozen rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from app.queue.item import Lane, QueueItem

WEEKS: Final = 8
SLOTS_PER_WEEK: Final = "slots_per_week"
"""The setting of how many rows one has time for in a week; not set, no shortage is shown."""

_WEEK: Final = timedelta(days=7)


class WeekLoad(NamedTuple):
    """One week from its Monday. `due` rows must be acted on in it, the overdue ones in the first.

    `over` are those among them that are overdue already; `shortage` what there is no time for, None without a
    capacity. What is not done is not carried into the next week: each week is held against its own capacity.
    """

    monday: date
    due: int
    over: int
    shortage: int | None

    @property
    def number(self) -> int:
        """The week's number in the year, as calendars print it."""
        return self.monday.isocalendar().week


def until(today: date, weeks: int = WEEKS) -> date:
    """The last day of the forecast: the Sunday of the last week."""
    return _monday(today) + weeks * _WEEK - timedelta(days=1)


def forecast(items: Iterable[QueueItem], today: date, capacity: int | None, weeks: int = WEEKS) -> tuple[WeekLoad, ...]:
    """Count the rows that are ours by week. `items` reach to `until`, as `upcoming_items` gives them."""
    first = _monday(today)
    due: Counter[date] = Counter()
    over = 0
    for item in items:
        if item.lane is Lane.WAITING:
            continue
        # What was put off is met again on that day; what is overdue is met now.
        day = max(item.snoozed_until or item.act_by, today)
        due[_monday(day)] += 1
        over += item.due_on < today
    loads = []
    for number in range(weeks):
        monday = first + number * _WEEK
        shortage = None if capacity is None else max(0, due[monday] - capacity)
        loads.append(WeekLoad(monday, due[monday], over if number == 0 else 0, shortage))
    return tuple(loads)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
