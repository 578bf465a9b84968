"""What stands beside a row and is read after it: the case's last events, and how such a piece of work is done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.cases.timeline import TimelineEntry
    from app.procedures.procedure import Procedure
    from app.queue.item import QueueItem
    from db.store.store import Store

MOST_EVENTS = 4


class Beside(NamedTuple):
    """`key` is the row's that was asked about. No events of a case that the worker may not open: `closed`."""

    key: str
    events: tuple[TimelineEntry, ...]
    procedure: Procedure | None
    closed: bool = False


def read_beside(store: Store, worker_id: str, today: date, item: QueueItem) -> Beside:
    """Read both in one go."""
    from app.cases.restrictions import may_open, restrictions_of
    from app.cases.timeline import timeline
    from app.procedures.procedure import procedure_for
    from app.procedures.reader import standard_procedures

    procedure = procedure_for(item.kind, item.match, standard_procedures())
    if item.case_id is None:
        return Beside(item.key, (), procedure)
    with store.reading() as session:
        if not may_open(restrictions_of(session, item.case_id), worker_id, today):
            return Beside(item.key, (), procedure, closed=True)
        events = [entry for entry in timeline(session, item.case_id) if entry.day <= today]
    return Beside(item.key, tuple(events[:MOST_EVENTS]), procedure)
