"""Every screen is imported once the start is over, and no further once the window goes."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import warm_up
from ui.operation import ThreadRunner
from ui.warm_up import WarmUp, screens


@pytest.fixture
def threads(qapp: QApplication) -> Iterator[ThreadRunner]:
    made = ThreadRunner()
    yield made
    made.stop()


def test_that_it_names_every_form_but_no_picture_and_no_command() -> None:
    names = set(screens())
    assert {"ui.talks.summon_dialog", "ui.reception.reception_dialog", "ui.cases.cases_page"} <= names
    assert not [name for name in names if name.endswith(".scenes") or name.startswith("ui.command_line")]


def test_that_screens_are_imported_at_rest_and_garbage_is_not_looked_for_in_them(
    threads: ThreadRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    frozen: list[bool] = []
    monkeypatch.setattr(warm_up, "_REST_MS", 0)
    monkeypatch.setattr(warm_up, "_PAUSE_MS", 0)
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append(True))
    parent = QObject()
    made = WarmUp(threads, parent)
    qtbot.waitUntil(lambda: bool(frozen), timeout=30_000)
    assert set(screens()) <= set(sys.modules)
    made.stop()


def test_that_nothing_more_is_imported_after_the_stop(
    threads: ThreadRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(warm_up, "_REST_MS", 0)
    monkeypatch.setattr(warm_up, "_PAUSE_MS", 0)
    monkeypatch.setattr(warm_up, "import_module", asked.append)
    monkeypatch.setattr(warm_up, "screens", lambda: iter(["one", "two"] * 500))
    parent = QObject()
    made = WarmUp(threads, parent)
    qtbot.waitUntil(lambda: len(asked) > 2, timeout=30_000)
    made.stop()
    threads.stop()
    before = len(asked)
    QApplication.processEvents()
    QApplication.processEvents()
    assert len(asked) == before
