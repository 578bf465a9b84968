"""What nobody caught is told to the person and written down without a word of what was typed."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ui import crash
from ui.crash_notice import BROKEN, CrashNotice
from ui.forms.short_dialog import ShortDialog
from ui.forms.text_fields import TextLine
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme

NAME = "Kanariefugl Hemmelig"


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(sys, "excepthook", crash._uncaught)
    monkeypatch.setattr(threading, "excepthook", crash._uncaught_in_thread)
    crash._Place.written.clear()
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    notice = CrashNotice(window)
    yield window
    notice.stop()
    window.close()


def _fail(_checked: bool = False) -> None:
    raise ValueError(NAME)


def test_that_a_fault_in_a_slot_is_told_and_written_once_without_what_was_typed(
    window: MainWindow, crash_files: Path
) -> None:
    button = QPushButton("Tryk", window)
    button.clicked.connect(_fail)
    button.show()
    for _ in range(3):
        window.notice.hide()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.notice.text() == BROKEN
    (file,) = crash_files.iterdir()
    text = file.read_text(encoding="utf-8")
    assert "builtins.ValueError" in text
    assert "Kanariefugl" not in text


def test_that_a_fault_in_another_thread_reaches_the_window(window: MainWindow, qtbot: QtBot, crash_files: Path) -> None:
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: window.notice.text() == BROKEN)
    assert len(list(crash_files.iterdir())) == 1


def test_that_a_fault_is_told_in_a_short_form_too(window: MainWindow, crash_files: Path) -> None:
    dialog = ShortDialog("Egen påmindelse", "Ikke om en bestemt borger", {"text": TextLine("Tekst")}, window)
    dialog.open()
    dialog.cancel.clicked.disconnect()
    dialog.cancel.clicked.connect(_fail)
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert dialog.message() == BROKEN
    assert len(list(crash_files.iterdir())) == 1
    dialog.close()
