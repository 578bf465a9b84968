"""Whom the pictures show: a citizen of the queue, since the demo has one for every kind of row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.opening import read_queue

if TYPE_CHECKING:
    from app.queue.item import QueueItem
    from ui.shell.workplace import Workplace


def row_in_queue(workplace: Workplace, kind: str) -> QueueItem:
    """The first row of a kind that is the worker's own, else the first there is. KeyError when there is none."""
    items = read_queue(workplace.desk.store, workplace.desk.clock.today()).items
    of_kind = [item for item in items if item.kind == kind and item.case_id is not None]
    for item in (*(each for each in of_kind if each.worker_id == workplace.desk.author), *of_kind):
        return item
    raise KeyError(kind)


def case_in_queue(workplace: Workplace, kind: str) -> str:
    """The case of that row."""
    return row_in_queue(workplace, kind).case_id or ""
