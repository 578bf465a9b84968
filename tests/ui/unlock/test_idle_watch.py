"""Nobody at the machine, a machine that slept, and Ctrl+L over a form."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ui.unlock.idle_watch import ASLEEP_SECONDS, TICK_SECONDS, IdleWatch, seconds_with_sleep


class Seconds:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


def _pass(watch: IdleWatch, seconds: Seconds, minutes: float) -> None:
    """Let time pass as it does for an awake machine: tick by tick."""
    until = seconds.now + minutes * 60
    while seconds.now < until:
        seconds.now = min(seconds.now + TICK_SECONDS, until)
        watch.look()


def test_that_it_locks_after_the_minutes_without_anybody_and_not_before(qtbot: QtBot, seconds: Seconds) -> None:
    watch = IdleWatch(10, seconds=seconds)
    locked: list[float] = []
    watch.lock_wanted.connect(lambda: locked.append(seconds.now))
    _pass(watch, seconds, 9.9)
    assert not locked
    _pass(watch, seconds, 0.1)
    assert len(locked) == 1
    watch.minutes = 2
    _pass(watch, seconds, 2)
    assert len(locked) == 2
    watch.stop()


def test_that_a_key_or_the_mouse_in_any_window_begins_the_count_anew(qtbot: QtBot, seconds: Seconds) -> None:
    window = QLineEdit()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    watch = IdleWatch(1, seconds=seconds)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    # A form that opens later is listened to as well.
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    _pass(watch, seconds, 0.9)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    with qtbot.assertNotEmitted(watch.lock_wanted):
        _pass(watch, seconds, 0.9)
    QTest.mouseClick(dialog.windowHandle(), Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(watch.lock_wanted):
        _pass(watch, seconds, 0.9)
    with qtbot.waitSignal(watch.lock_wanted, timeout=0):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.assertNotEmitted(watch.lock_wanted):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L)
    watch.stop()


def test_that_it_locks_when_the_machine_has_slept(qtbot: QtBot, seconds: Seconds) -> None:
    watch = IdleWatch(10, seconds=seconds)
    locked: list[float] = []
    watch.lock_wanted.connect(lambda: locked.append(seconds.now))
    # A busy machine is late with its ticks, and has not slept.
    seconds.now += TICK_SECONDS + ASLEEP_SECONDS
    watch.look()
    assert not locked
    seconds.now += TICK_SECONDS + ASLEEP_SECONDS + 1
    watch.look()
    assert len(locked) == 1
    seconds.now += TICK_SECONDS
    watch.look()
    assert len(locked) == 1
    watch.stop()


def test_that_the_clock_goes_on_like_the_machines() -> None:
    before, began = seconds_with_sleep(), time.monotonic()
    assert 0 <= seconds_with_sleep() - before <= time.monotonic() - began + 1
