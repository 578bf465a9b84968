"""A queue item as a row of `queue --json`: stable English names, ISO dates."""

from __future__ import annotations

from datetime import date

from app.queue.item import QueueItem


def queue_row(item: QueueItem) -> dict[str, object]:
    """Return exactly the fields that are promised, in their order."""
    return {
        "kind": item.kind,
        "case_id": item.case_id,
        "citizen": item.citizen,
        "born": _iso(item.born),
        "due_on": _iso(item.due_on),
        "act_by": _iso(item.act_by),
        "opens_on": _iso(item.opens_on),
        "lane": item.lane.value,
        "class": item.consequence,
        "rule": item.rule,
        "source": item.source,
        "reason": item.reason,
        "waiting_for": item.waiting_for,
        "waiting_since": _iso(item.waiting_since),
        "excluded": item.excluded,
    }


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
