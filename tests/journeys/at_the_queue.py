"""What several stories do at the list: wait for it, click a citizen's line, wait for the form and for the row to go."""

from __future__ import annotations

from typing import TypeVar

from pytestqt.qtbot import QtBot

from app.queue.filters import Whose
from app.queue.item import QueueItem
from tests.journeys.hand import Hand
from ui.forms.case_dialog import CaseDialog
from ui.start_flow import StartFlow

Dialog = TypeVar("Dialog", bound=CaseDialog)
_LONG = 20_000


def show_every_row(flow: StartFlow) -> None:
    """Show everybody's rows, each on its own line. No part of the story: a setting that stays."""
    flow.page()._whose[Whose.ALL].click()
    if flow.page().one_line.isChecked():
        flow.page().one_line.click()


def rows(flow: StartFlow, kind: str) -> list[QueueItem]:
    """The rows of a kind that the window has now."""
    return [item for item in flow.page().shown_items() if item.kind == kind]


def click_row(flow: StartFlow, hand: Hand, row: QueueItem) -> None:
    """Click the row in the list."""
    view = flow.page().view
    for number in range(view.model().rowCount()):
        item = view._queue.row(number)
        if isinstance(item, QueueItem) and item.key == row.key:
            hand.choose(view, view.model().index(number, 0))
            return
    raise AssertionError(row.key)


def wait_for_form(flow: StartFlow, qtbot: QtBot, kind: type[Dialog]) -> Dialog:
    """The form, once it is there."""
    assert flow.workplace is not None
    forms = flow.workplace.forms
    qtbot.waitUntil(lambda: isinstance(forms.dialog, kind) and forms.dialog.isVisible(), timeout=_LONG)
    assert isinstance(forms.dialog, kind)
    return forms.dialog


def wait_until_gone(flow: StartFlow, qtbot: QtBot, row: QueueItem) -> None:
    """The row has gone by itself, since what it asked for has happened."""

    def gone() -> bool:
        return row.key not in {item.key for item in flow.page().shown_items()}

    qtbot.waitUntil(gone, timeout=_LONG)
    assert flow.workplace is not None
    assert flow.workplace.forms.dialog is None
