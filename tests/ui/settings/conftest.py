"""The settings at a store of a worker's own, whose passphrase is known; work is done on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.ids import NewId
from db.keys import unlock_with_passphrase
from db.store.store import Store
from tests.ui.unlock.started import PASSPHRASE, make_own_store
from ui import opening
from ui.desk import Desk
from ui.operation import SynchronousRunner
from ui.queue.queue_page import QueuePage
from ui.shell.main_window import MainWindow
from ui.shell.workplace import Workplace
from ui.theme.theme import Theme


@pytest.fixture
def own(
    qtbot: QtBot, theme: Theme, directory: Path, clock: FixedClock, make_id: NewId, runner: SynchronousRunner
) -> Iterator[Workplace]:
    make_own_store(directory)
    window = MainWindow(theme)
    qtbot.addWidget(window)
    with Store.open(directory, unlock_with_passphrase(directory, PASSPHRASE)) as store:
        worker = opening.settle(store).worker_id
        assert worker is not None
        page = QueuePage(theme)
        window.show_page(page)
        window.show()
        made = Workplace(Desk(store, worker, clock, make_id, runner), window)
        made.take_in(page)
        yield made
        window.close()
