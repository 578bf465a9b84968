"""Targets from data, and the straight path toward them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.queue.reading.rows import Connection, day


@dataclass(frozen=True, slots=True)
class Target:
    """A figure to reach at a date, in the indicator's own unit. `value` None: the customer left it open.

    `scope_kind` is city, department, areas, area, unit or worker; `scope_id` names the area, unit or worker.
    """

    indicator: str
    scope_kind: str
    scope_id: str | None
    value: float | None
    reach_on: date | None
    start_value: float | None = None
    start_on: date | None = None
    source: str | None = None


def path_value(target: Target, today: date) -> float | None:
    """Where the figure should be today: on the straight line from the start to the target.

    Before the start it is the start, after the date it is the target. None when the target is open; the
    target itself when no start is known, since there is then no line to follow.
    """
    if target.value is None:
        return None
    if target.start_value is None or target.start_on is None or target.reach_on is None:
        return target.value
    days = (target.reach_on - target.start_on).days
    if days <= 0 or today >= target.reach_on:
        return target.value
    gone = max(0, (today - target.start_on).days)
    return target.start_value + (target.value - target.start_value) * gone / days


def read_targets(connection: Connection) -> tuple[Target, ...]:
    """All targets of the store."""
    return tuple(
        Target(indicator, kind, scope, value, day(reach), start, day(start_on), source)
        for indicator, kind, scope, value, reach, start, start_on, source in connection.execute(
            "select indicator, scope_kind, scope_id, value, reach_on, start_value, start_on, source"
            " from target where gone = 0 order by indicator, reach_on, id"
        )
    )
