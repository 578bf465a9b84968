"""What the pictures show: forms about a citizen of the queue, since the demo has one for every kind of row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.opening import read_queue
from ui.shell.offer import Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.queue.item import QueueItem
    from ui.forms.case_dialog import CaseDialog
    from ui.shell.case_action import CaseAction
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


def shown_form(workplace: Workplace) -> CaseDialog:
    """The form that has just been opened. Work is done on the spot while pictures are drawn."""
    assert workplace.forms.dialog is not None  # noqa: S101 - see above.
    return workplace.forms.dialog


def form_of_row(workplace: Workplace, action: CaseAction, kind: str) -> CaseDialog:
    """Open the form of an action from a row of that kind."""
    item = row_in_queue(workplace, kind)
    workplace.do(action, Subject((item.case_id or "",), item))
    return shown_form(workplace)


def pictured_form(action: CaseAction, kind: str) -> Callable[[Workplace], QWidget]:
    """What a picture of the form of an action shows."""
    return lambda workplace: form_of_row(workplace, action, kind)
