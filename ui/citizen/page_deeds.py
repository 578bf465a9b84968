"""What the panels ask the page to do; the page knows the workplace, the panels do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.cases.case_documents import DocumentLine
    from app.queue.item import QueueItem
    from ui.shell.case_action import CaseAction


class Deeds(NamedTuple):
    """`act` begins an action about this case, `open_form` one of this room's own small forms about a row."""

    offered: Callable[[], frozenset[CaseAction]]
    act: Callable[[CaseAction, QueueItem | None], None]
    open_form: Callable[[str, str | None], None]
    go_to: Callable[[str], None]
    show_document: Callable[[DocumentLine], None]
    save_document: Callable[[DocumentLine], None]
