"""The theme, a runner without threads, and stores whose key is at hand."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.ids import NewId, seeded_ids
from db.store.store import Store
from tests.ui.demo_store import CITIZENS, copy_demo, demo_key
from tests.ui.items import TODAY
from ui import opening
from ui.crash import write_crashes_to
from ui.desk import Desk
from ui.operation import SynchronousRunner
from ui.queue.queue_page import QueuePage
from ui.shell.main_window import MainWindow
from ui.shell.workplace import Workplace
from ui.theme.theme import Theme
from ui.theme.tokens import LIGHT


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    made = Theme(qapp, LIGHT)
    yield made
    # The application is shared by all tests, and a style sheet makes every later window dearer.
    qapp.setStyleSheet("")
    made.deleteLater()


@pytest.fixture
def runner(qapp: QApplication) -> SynchronousRunner:
    return SynchronousRunner()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(TODAY)


@pytest.fixture
def make_id() -> NewId:
    return seeded_ids(1)


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    return tmp_path / "lager"


@pytest.fixture
def empty_store(directory: Path) -> Iterator[Store]:
    with Store.create(directory, secrets.token_bytes(32)) as store:
        yield store


@pytest.fixture(autouse=True)
def crash_files(tmp_path: Path) -> Path:
    folder = tmp_path / "crashes"
    write_crashes_to(folder)
    return folder


@pytest.fixture
def citizens() -> int:
    """How many citizens the workplace's store has; a folder of tests may want more."""
    return CITIZENS


@pytest.fixture
def workplace(
    qtbot: QtBot,
    theme: Theme,
    directory: Path,
    clock: FixedClock,
    make_id: NewId,
    runner: SynchronousRunner,
    citizens: int,
) -> Iterator[Workplace]:
    """The window at a copy of the invented people's store, with every room; work is done on the spot."""
    window = MainWindow(theme)
    qtbot.addWidget(window)
    with Store.open(copy_demo(directory, citizens), demo_key(citizens)) as store:
        worker = opening.settle(store).worker_id
        assert worker is not None
        page = QueuePage(theme)
        window.show_page(page)
        window.show()
        desk = Desk(store, worker, clock, make_id, runner)
        made = Workplace(desk, window, demo=True)
        queue = opening.read_queue(store, clock.today())
        page.show_queue(queue.items, queue.today)
        page.know_worker(worker)
        made.take_in(page)
        yield made
        if made.forms.dialog is not None:
            made.forms.dialog.keeper.stop()
            made.forms.dialog.close()
        window.close()
