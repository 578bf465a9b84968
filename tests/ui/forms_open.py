"""Open a form at the window of the demo as a row of the queue does, and look at what it wrote."""

from __future__ import annotations

from typing import Any, TypeVar

from sqlalchemy import select

from app.queue.item import QueueItem
from db.rows import Row
from db.rows.local import DraftRow
from ui.forms.case_dialog import CaseDialog
from ui.opening import read_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace

Dialog = TypeVar("Dialog", bound=CaseDialog)
Kind = TypeVar("Kind", bound=Row)


def items(workplace: Workplace, kind: str) -> list[QueueItem]:
    """The rows of a kind, as they are computed now."""
    queue = read_queue(workplace.desk.store, workplace.desk.clock.today())
    return [item for item in queue.items if item.kind == kind]


def open_from_row(workplace: Workplace, action: CaseAction, kind: type[Dialog], row: QueueItem) -> Dialog:
    """Do what the row's button does, and give the form."""
    workplace.do(action, Subject((row.case_id or "",), row))
    return shown(workplace, kind)


def shown(workplace: Workplace, kind: type[Dialog]) -> Dialog:
    """The form that is open."""
    dialog = workplace.forms.dialog
    assert isinstance(dialog, kind)
    return dialog


def rows(workplace: Workplace, kind: type[Kind], **where: Any) -> list[Kind]:
    """Every row of a kind with these values."""
    with workplace.desk.store.reading() as session:
        return list(session.scalars(select(kind).filter_by(**where)))


def drafts(workplace: Workplace) -> list[DraftRow]:
    """What lies unsaved."""
    return rows(workplace, DraftRow)
