"""Work goes to its thread, and its outcome comes back to the screen that asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.changes import Changes, Done
from db.errors import Refused, Unavailable
from ui.operation import Operation, Road, Runner, SynchronousRunner, ThreadRunner

CHANGES = Changes(frozenset({"talk"}), frozenset({("talk", "1")}), frozenset({"case"}))


@pytest.fixture(params=["threads", "on the spot"])
def any_runner(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Runner]:
    made: Runner = ThreadRunner() if request.param == "threads" else SynchronousRunner()
    yield made
    made.stop()


@pytest.fixture
def threads(qapp: QApplication) -> Iterator[ThreadRunner]:
    made = ThreadRunner()
    yield made
    made.stop()


def _raise(error: Exception) -> None:
    raise error


def test_that_what_work_returns_comes_back_before_the_end(any_runner: Runner, qtbot: QtBot) -> None:
    operation = Operation()
    told: list[object] = []
    operation.succeeded.connect(told.append)
    with qtbot.waitSignal(operation.ended):
        any_runner.start(operation, Road.READ, lambda: 42)
    assert told == [42]


@pytest.mark.parametrize("error", [Refused("nej", field="name"), Unavailable("væk")])
def test_that_the_two_expected_ends_carry_their_message(any_runner: Runner, qtbot: QtBot, error: Exception) -> None:
    operation = Operation()
    signal = operation.refused if isinstance(error, Refused) else operation.unavailable
    with qtbot.waitSignal(signal) as told:
        any_runner.start(operation, Road.WRITE, lambda: _raise(error))
    assert told.args == [error]


def test_that_a_bug_is_recorded_and_the_next_work_still_done(
    any_runner: Runner, qtbot: QtBot, crash_files: Path
) -> None:
    broken, fine = Operation(), Operation()
    with qtbot.waitSignals([broken.broke, fine.succeeded]):
        any_runner.start(broken, Road.READ, lambda: _raise(KeyError("Amina")))
        any_runner.start(fine, Road.READ, lambda: None)
    (written,) = crash_files.iterdir()
    assert "KeyError" in written.read_text(encoding="utf-8")


def test_that_work_leaves_the_gui_thread_and_its_answer_comes_back_to_it(threads: ThreadRunner, qtbot: QtBot) -> None:
    operation = Operation()
    answered_in: list[int] = []
    operation.succeeded.connect(lambda _: answered_in.append(threading.get_ident()))
    with qtbot.waitSignal(operation.succeeded) as told:
        threads.start(operation, Road.READ, threading.get_ident)
    assert answered_in == [threading.get_ident()]
    assert told.args != [threading.get_ident()]


def test_that_writing_is_done_in_one_order_and_beside_reading(threads: ThreadRunner, qtbot: QtBot) -> None:
    reading = threading.Event()
    order: list[int] = []
    first, second, reader = Operation(), Operation(), Operation()
    with qtbot.waitSignals([first.ended, second.ended, reader.ended]):
        threads.start(first, Road.WRITE, lambda: order.append(1 if reading.wait(5) else 0))
        threads.start(second, Road.WRITE, lambda: order.append(2))
        threads.start(reader, Road.READ, reading.set)
    assert order == [1, 2]


def test_that_an_answer_to_a_closed_screen_is_dropped(threads: ThreadRunner, qtbot: QtBot) -> None:
    go = threading.Event()
    screen = QObject()
    operation, after = Operation(screen), Operation()
    threads.start(operation, Road.READ, lambda: go.wait(5))
    shiboken6.delete(screen)
    with qtbot.waitSignal(after.ended):
        threads.start(after, Road.READ, lambda: None)
        go.set()


def test_that_what_was_changed_is_told_once_with_who_did_it(any_runner: Runner, qtbot: QtBot) -> None:
    screen = QObject()
    operation = Operation(screen)
    with qtbot.waitSignal(any_runner.changes.changes_made) as told:
        any_runner.start(operation, Road.WRITE, lambda: Done("1", CHANGES))
    assert told.args == [CHANGES, screen]


def test_that_stopping_finishes_what_was_begun(qapp: QApplication) -> None:
    runner = ThreadRunner()
    done: list[int] = []
    runner.start(Operation(), Road.WRITE, lambda: done.append(1))
    runner.stop()
    assert done == [1]


class _Posted(QObject):
    def __init__(self, order: list[str]) -> None:
        super().__init__()
        self._order = order

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            self._order.append("drawn")
        return super().event(event)


def test_that_work_begins_after_what_the_window_has_to_do_once_it_goes_first(
    threads: ThreadRunner, qtbot: QtBot
) -> None:
    order: list[str] = []
    first, second = Operation(), Operation()
    threads.let_window_go_first()
    with qtbot.waitSignals([first.succeeded, second.succeeded]):
        threads.start(first, Road.WRITE, lambda: order.append("first"))
        threads.start(second, Road.WRITE, lambda: order.append("second"))
        # Posted like a paint: it comes before the work, which was asked for earlier.
        painter = _Posted(order)
        QApplication.postEvent(painter, QEvent(QEvent.Type.User))
    assert order == ["drawn", "first", "second"]


def test_that_work_held_back_for_the_window_is_still_done_when_the_program_ends(qapp: QApplication) -> None:
    done: list[str] = []
    runner, operation = ThreadRunner(), Operation()
    runner.let_window_go_first()
    runner.start(operation, Road.WRITE, lambda: done.append("kept"))
    runner.stop()
    assert done == ["kept"]
