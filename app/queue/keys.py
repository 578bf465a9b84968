"""An item's key: kind, case, the event it counts from, and which of several occurrences it is."""

from __future__ import annotations

# Stands in the place of the case in the key of a reminder that belongs to none.
NO_CASE = "-"


def item_key(kind: str, case_id: str | None, event_id: str, occurrence: str = "") -> str:
    """The key `kind/case/event/occurrence`; the same facts give the same key however often one asks."""
    return f"{kind}/{case_id or NO_CASE}/{event_id}/{occurrence}"


def kind_of(key: str) -> str:
    """The kind that a key belongs to."""
    return key.partition("/")[0]


def case_of(key: str) -> str | None:
    """The case that a key belongs to; None for a loose reminder."""
    case_id = key.split("/", 2)[1]
    return None if case_id == NO_CASE else case_id
