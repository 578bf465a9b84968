"""A second program at the same store brings the first one's window to the front and goes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.helpers.repository import ROOT
from tests.ui.demo_store import copy_demo
from tests.ui.unlock.started import Starter, start
from ui.unlock.one_window import OneWindow

__all__ = ["start"]


def test_that_a_second_program_ends_at_once_and_the_first_comes_up(
    start: Starter, directory: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    first = start(copy_demo(directory), demo=True)
    first.workplace()
    first.window.showMinimized()
    second = subprocess.Popen([sys.executable, "-m", "ui.main", "--store", str(directory)], cwd=ROOT, env=os.environ)
    try:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=30_000)
    finally:
        second.kill()
        second.wait()
    assert second.returncode == 0
    qtbot.waitUntil(lambda: not first.window.isMinimized())
    assert first.window.gate() is None
    # A command that reads is none of its business.
    command = [sys.executable, "-m", "ui.main", "--store", str(directory), "queue", "--json"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.startswith(b"[")
    # Nor is another store.
    start(copy_demo(tmp_path / "andet"), demo=True).workplace()


def test_that_a_window_that_closed_leaves_the_store_to_the_next(qtbot: QtBot, directory: Path) -> None:
    first, second = OneWindow(), OneWindow()
    assert first.is_first(directory)
    # Asked again, as by the way from the start page to the demo, it is still its own.
    assert first.is_first(directory)
    first.close()
    assert second.is_first(directory)
    second.close()
