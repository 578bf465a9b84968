"""A store of a worker's own whose keys are cheap to derive, and the window at it with its threads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.clock import FixedClock
from app.ids import seeded_ids
from db.keys import FLOOR, CreatedKey
from db.keys.changing import create_key_file
from db.values.people import Role
from tests.ui.items import TODAY
from ui import opening
from ui.new_store import NewStore, create_store
from ui.operation import ThreadRunner
from ui.shell.main_window import MainWindow
from ui.shell.workplace import Workplace
from ui.start_flow import StartFlow
from ui.start_options import StartOptions
from ui.theme.theme import Theme

PASSPHRASE = "sort hest på række 7"


def make_own_store(directory: Path) -> str:
    """Make a store that a passphrase opens, and the key store too where there is one; return its recovery code."""

    def cheap(directory: Path, *, passphrase: str | None, use_keyring: bool) -> CreatedKey:
        return create_key_file(directory, passphrase=passphrase, use_keyring=use_keyring, kdf=FLOOR)

    request = NewStore("M. Holm", opening.units_to_choose()[0].id, Role.CASEWORKER, PASSPHRASE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("db.keys.create_key_file", cheap)
        created = create_store(directory, request, FixedClock(TODAY), seeded_ids(5))
    created.store.close()
    return created.recovery_code


class Started:
    """One run of the window."""

    def __init__(self, qtbot: QtBot, theme: Theme, options: StartOptions) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(theme)
        qtbot.addWidget(self.window)
        self.flow = StartFlow(self.window, ThreadRunner(self.window), options, FixedClock(TODAY), seeded_ids(9))
        self.left: list[object] = []
        self.flow.left.connect(self.left.append)
        self.not_needed: list[bool] = []
        self.flow.not_needed.connect(lambda: self.not_needed.append(True))
        self.window.show()
        self.flow.begin()

    def until(self, what: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(what, timeout=20_000)

    def gate(self, kind: type[QWidget]) -> QWidget:
        self.until(lambda: isinstance(self.window.gate(), kind))
        found = self.window.gate()
        assert found is not None
        return found

    def workplace(self) -> Workplace:
        self.until(lambda: self.flow.workplace is not None and self.window.gate() is None)
        assert self.flow.workplace is not None
        return self.flow.workplace

    def press(self, words: str) -> None:
        for button in self.window.findChildren(QPushButton):
            if button.text() == words and button.isVisible():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(words)

    def write(self, name: str, text: str) -> None:
        field = next(
            each
            for each in self.window.findChildren(QLineEdit)
            if each.isVisible() and each.accessibleName().startswith(name)
        )
        field.setText(text)

    def unlock(self) -> Workplace:
        self.write("Adgangssætning", PASSPHRASE)
        self.press("Lås op")
        return self.workplace()


Starter = Callable[..., Started]


@pytest.fixture
def start(qtbot: QtBot, theme: Theme) -> Iterator[Starter]:
    begun: list[Started] = []

    def begin(directory: Path, *, demo: bool = False) -> Started:
        begun.append(Started(qtbot, theme, StartOptions(directory, demo=demo)))
        return begun[-1]

    yield begin
    for each in begun:
        each.flow.close()
        each.window.close()
