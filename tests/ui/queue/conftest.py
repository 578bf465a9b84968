"""The page at a desk: a real store, and a runner that does the work on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.ids import NewId
from app.queue.item import QueueItem
from db.store.store import Store
from tests.ui.demo_store import copy_demo, demo_key
from ui import opening
from ui.desk import Desk
from ui.operation import SynchronousRunner
from ui.queue.queue_page import QueuePage
from ui.shell.case_action import CaseAction
from ui.theme.theme import Theme


@dataclass(slots=True, weakref_slot=True)
class AtWork:
    """A page over a copy of the invented people's store, refreshed as the window does it."""

    page: QueuePage
    desk: Desk
    wanted: list[tuple[CaseAction, QueueItem]]

    def refresh(self) -> None:
        queue = opening.read_queue(self.desk.store, self.desk.clock.today())
        self.page.show_queue(queue.items, queue.today)

    def choose(self, item: QueueItem) -> None:
        row = self.page.view.model().row_of(item.key)  # type: ignore[attr-defined] # It is the queue's own model.
        self.page.view.selectRow(row)

    def item(self, key: str) -> QueueItem | None:
        return next((each for each in self.page.shown_items() if each.key == key), None)

    def press(self, text: str, inside: QWidget | None = None) -> None:
        buttons = (inside or self.page).findChildren(QPushButton)
        button = next(each for each in buttons if each.text() == text and each.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def at_work(
    qtbot: QtBot, theme: Theme, directory: Path, clock: FixedClock, make_id: NewId, runner: SynchronousRunner
) -> Iterator[AtWork]:
    copy_demo(directory)
    with Store.open(directory, demo_key()) as store:
        page = QueuePage(theme)
        qtbot.addWidget(page)
        page.resize(1158, 768)
        page.show()
        worker = opening.settle(store).worker_id
        assert worker is not None
        desk = Desk(store, worker, clock, make_id, runner)
        made = AtWork(page, desk, [])
        made.refresh()
        page.know_worker(worker)
        page.know_desk(desk, frozenset({CaseAction.HOLD_TALK, CaseAction.PHONE_NOTE}))
        page.one_line.setChecked(False)
        runner.changes.changes_made.connect(made.refresh)
        page.action_wanted.connect(lambda name, item: made.wanted.append((name, item)))
        yield made
