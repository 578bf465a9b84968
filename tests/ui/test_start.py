"""From a painted window to a shown queue, through real stores and real threads."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.cases.workers import me
from app.clock import FixedClock
from app.demo.store import DEMO_DAY as DAY_OF_THE_STORE
from app.demo.store import is_demo
from app.ids import NewId
from db.keys import FLOOR, unlock_with_passphrase
from db.keys.kdf import KdfParameters
from db.store.backup import backups_of
from db.store.store import Store
from tests.helpers.repository import ROOT
from tests.ui.demo_store import copy_demo, demo_key
from ui import opening
from ui.demo_day import DEMO_DAY, has_demo_mark
from ui.operation import ThreadRunner
from ui.shell.main_window import MainWindow
from ui.start_flow import StartFlow
from ui.start_options import StartOptions
from ui.theme.theme import Theme
from ui.unlock.first_run_page import FirstRunPage
from ui.unlock.gate_page import NOT_THE_RECORD
from ui.unlock.new_passphrase_page import NewPassphrasePage
from ui.unlock.recovery_code_page import RecoveryCodePage
from ui.unlock.start_page import StartPage
from ui.unlock.unlock_page import UnlockPage

PASSPHRASE = "rigtig hest batteri"
NEW_PASSPHRASE = "en helt ny hest"
FORBIDDEN = (
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "keyring",
    "argon2",
    "cryptography",
    "psycopg",
    "filelock",
    "tomllib",
    "app.queue.engine",
    "db.store.store",
)


class Started:
    """A window whose start can be followed."""

    def __init__(self, qtbot: QtBot, theme: Theme, options: StartOptions, clock: FixedClock, make_id: NewId) -> None:
        self.qtbot = qtbot
        self.window = MainWindow(theme)
        qtbot.addWidget(self.window)
        self.flow = StartFlow(self.window, ThreadRunner(self.window), options, clock, make_id)
        self.window.show()
        self.flow.begin()

    def gate(self, kind: type[QWidget]) -> QWidget:
        self.qtbot.waitUntil(lambda: isinstance(self.window.gate(), kind), timeout=20_000)
        found = self.window.gate()
        assert found is not None
        return found

    def press(self, text: str) -> None:
        for button in self.window.findChildren(QPushButton):
            if button.text() == text and button.isVisible():
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(text)

    def fill(self, name: str, text: str) -> None:
        field = next(each for each in self.window.findChildren(QLineEdit) if each.accessibleName().startswith(name))
        field.setText(text)

    def wait_for_queue(self) -> None:
        self.qtbot.waitUntil(lambda: self.flow.store is not None and self.window.gate() is None, timeout=20_000)


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, clock: FixedClock, make_id: NewId) -> Iterator[list[Started]]:
    started: list[Started] = []
    yield started
    for each in started:
        each.flow.close()
        each.window.close()


def _start(
    start: list[Started], qtbot: QtBot, theme: Theme, clock: FixedClock, make_id: NewId, options: StartOptions
) -> Started:
    start.append(Started(qtbot, theme, options, clock, make_id))
    return start[-1]


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys be derived at the lowest allowed cost; the real cost is measured by the keys' own tests."""
    from db.keys import changing

    real = changing.create_key_file

    def cheap(directory: Path, *, passphrase: str | None, use_keyring: bool, kdf: KdfParameters = FLOOR) -> object:
        return real(directory, passphrase=passphrase, use_keyring=use_keyring, kdf=kdf)

    monkeypatch.setattr("db.keys.create_key_file", cheap)


def test_that_the_demo_opens_on_its_queue_without_asking(
    start: list[Started], qtbot: QtBot, theme: Theme, clock: FixedClock, make_id: NewId, directory: Path
) -> None:
    options = StartOptions(copy_demo(directory), None, demo=True)
    started = _start(start, qtbot, theme, clock, make_id, options)
    started.wait_for_queue()
    page = started.flow.page()
    assert page.view.chosen() is not None
    assert len(page.shown_items()) > 10


def test_that_a_demo_store_named_by_its_folder_asks_for_nothing_either(
    start: list[Started], qtbot: QtBot, theme: Theme, clock: FixedClock, make_id: NewId, directory: Path
) -> None:
    started = _start(start, qtbot, theme, clock, make_id, StartOptions(copy_demo(directory)))
    started.wait_for_queue()


def test_that_the_days_backup_is_made_after_the_queue_is_shown(
    start: list[Started], qtbot: QtBot, theme: Theme, clock: FixedClock, make_id: NewId, directory: Path
) -> None:
    started = _start(start, qtbot, theme, clock, make_id, StartOptions(copy_demo(directory), None, demo=True))
    started.wait_for_queue()
    qtbot.waitUntil(lambda: len(backups_of(directory)) == 1, timeout=20_000)


def test_that_a_second_window_reads_and_says_that_it_cannot_write(
    start: list[Started], qtbot: QtBot, theme: Theme, clock: FixedClock, make_id: NewId, directory: Path
) -> None:
    copy_demo(directory)
    with Store.open(directory, demo_key()):
        started = _start(start, qtbot, theme, clock, make_id, StartOptions(directory, None, demo=True))
        started.wait_for_queue()
        qtbot.waitUntil(lambda: "åbent i et andet" in started.window.notice.text(), timeout=20_000)
        assert started.flow.page().view.chosen() is not None


@pytest.mark.slow
@pytest.mark.usefixtures("cheap_keys", "no_keyring")
def test_that_a_first_run_ends_in_an_empty_queue_and_the_next_asks_for_the_passphrase(
    start: list[Started], qtbot: QtBot, theme: Theme, clock: FixedClock, make_id: NewId, directory: Path
) -> None:
    first = _start(start, qtbot, theme, clock, make_id, StartOptions(directory))
    welcome = first.gate(StartPage)
    assert NOT_THE_RECORD in [each.text() for each in welcome.findChildren(QLabel)]
    first.press("Opret dit lager")
    form = first.gate(FirstRunPage)
    assert isinstance(form, FirstRunPage)
    assert NOT_THE_RECORD in [each.text() for each in form.findChildren(QLabel)]
    first.fill("Dit navn", "M. Holm")
    first.fill("Adgangssætning", "kort")
    first.fill("Gentag", "kort")
    first.press("Opret lager")
    qtbot.waitUntil(lambda: form.shown_wrong() != "", timeout=20_000)
    assert "12 tegn" in form.shown_wrong()
    first.fill("Adgangssætning", PASSPHRASE)
    first.fill("Gentag", PASSPHRASE)
    first.press("Opret lager")
    page = first.gate(RecoveryCodePage)
    code = next(each.text() for each in page.findChildren(QLabel) if each.property("role") == "code")
    page.findChildren(QCheckBox)[0].setChecked(True)
    first.press("Fortsæt")
    first.wait_for_queue()
    assert "kan indlæses" in first.flow.page().empty.text.text()
    assert first.flow.store is not None
    with first.flow.store.reading() as session:
        worker = me(session)
    assert worker is not None
    assert worker.name == "M. Holm"
    first.flow.close()

    second = _start(start, qtbot, theme, clock, make_id, StartOptions(directory))
    unlock = second.gate(UnlockPage)
    assert isinstance(unlock, UnlockPage)
    second.fill("Adgangssætning", "forkert passende lang")
    second.press("Lås op")
    qtbot.waitUntil(lambda: "forkert" in unlock.shown_wrong(), timeout=20_000)
    second.press("Glemt? Brug gendannelseskoden")
    second.fill("Gendannelseskode", code.replace("\n", " "))
    second.press("Lås op")
    # The old one is forgotten, so that a new one is asked for before anything else.
    chosen = second.gate(NewPassphrasePage)
    assert isinstance(chosen, NewPassphrasePage)
    second.fill("Ny adgangssætning", NEW_PASSPHRASE)
    second.fill("Gentag", NEW_PASSPHRASE + "x")
    second.press("Gem og åbn")
    assert "ikke ens" in chosen.shown_wrong()
    second.fill("Gentag", NEW_PASSPHRASE)
    second.press("Gem og åbn")
    second.wait_for_queue()
    assert unlock_with_passphrase(directory, NEW_PASSPHRASE)


def test_that_two_different_passphrases_are_caught_at_their_field(qtbot: QtBot, theme: Theme) -> None:
    page = FirstRunPage(theme, opening.units_to_choose())
    qtbot.addWidget(page)
    fields = page.findChildren(QLineEdit)
    for field, text in zip(fields, ("M. Holm", PASSPHRASE, PASSPHRASE + "x"), strict=True):
        field.setText(text)
    with qtbot.assertNotEmitted(page.submitted):
        next(each for each in page.findChildren(QPushButton) if each.text() == "Opret lager").click()
    assert "ikke ens" in page.shown_wrong()
    assert "ikke ens" in fields[-1].accessibleDescription()


def test_that_what_is_known_of_the_demo_without_its_store_is_what_its_store_says(directory: Path) -> None:
    copy_demo(directory)
    assert DEMO_DAY == DAY_OF_THE_STORE
    assert has_demo_mark(directory)
    assert is_demo(directory)
    assert not has_demo_mark(directory.parent)


def test_that_nothing_dear_is_imported_before_the_first_paint() -> None:
    program = """
import json, os, sys
from ui import window_start
from ui.main import main
def painted(window, options):
    print(json.dumps(sorted(sys.modules))); sys.stdout.flush(); os._exit(0)
window_start.begin_work = painted
main([])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = json.loads(done.stdout)
    dear = [name for name in loaded if any(name == each or name.startswith(each + ".") for each in FORBIDDEN)]
    assert not dear
    bindings = {name for name in loaded if name.startswith("PySide6.Qt")}
    assert bindings == {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}


def test_that_the_way_to_the_queue_needs_neither_mapped_rows_nor_keyring_nor_migrations(directory: Path) -> None:
    copy_demo(directory)
    program = f"""
import sys
from datetime import date
from pathlib import Path
from app.clock import FixedClock
from ui.opening import open_with_key
opened = open_with_key(Path({str(directory)!r}), bytes.fromhex({demo_key().hex()!r}), FixedClock(date(2007, 3, 20)))
assert opened.queue.items
print([name for name in ("sqlalchemy", "keyring", "alembic", "argon2") if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
