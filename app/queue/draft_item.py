"""A queue item while it is being filled in, which then becomes the frozen one.

A frozen dataclass sets every field of a new value through `object.__setattr__`, which for the thirty fields of
an item takes longer than everything else about a row (measured 2007 rows: 6.6 µs each, this way 1.5 µs). So the
fields are set on a plain object of the same layout, and the object is then given the frozen class.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import cast

from app.queue.item import Lane, QueueItem

_FIELDS = tuple(field.name for field in fields(QueueItem))


class DraftItem:
    """The fields of `QueueItem`, all of them to be set before `frozen` is asked for."""

    __slots__ = _FIELDS

    key: str
    kind: str
    label: str
    case_id: str | None
    citizen: str
    born: date | None
    due_on: date
    act_by: date
    opens_on: date
    amber_on: date
    lane: Lane
    consequence: int
    rule: str
    source: str
    reason: str
    counted_from: date
    event_id: str
    worker_id: str | None
    holder_name: str | None
    unit_id: str | None
    area_name: str | None
    household_key: str | None
    match: int | None
    benefit: str | None
    waiting_for: str | None
    waiting_since: date | None
    excluded: str | None
    agreed: str | None
    snoozed_until: date | None

    def frozen(self) -> QueueItem:
        """The item itself; from here on nothing of it can be changed."""
        self.__class__ = QueueItem  # type: ignore[assignment] # Python allows it, since the layouts are the same.
        return cast("QueueItem", self)
