"""No key means two things at once, and the manual knows every one of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.manual.manual_window import manual_folder
from ui.opening import read_queue
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.workplace import Workplace

CHAPTER = "11-soeg-og-tastatur.md"
# As the manual writes them: in Danish where the key has a Danish name.
WORDS = {"Alt+Left": "Alt+Venstre", "Ctrl+Return": "Ctrl+Enter"}


def test_that_no_key_means_two_things_on_one_page_and_the_manual_lists_them_all(workplace: Workplace) -> None:
    window = workplace.window
    queue = read_queue(workplace.desk.store, workplace.desk.clock.today()).items
    case_id = next(item.case_id for item in queue if item.case_id is not None)
    names = [QUEUE_PAGE, *(page.name for page in workplace.pages())]
    ways = {name: partial(workplace.show_page, name) for name in names}
    shows: dict[str, Callable[[], object]] = {**ways, "citizen": partial(workplace.show_citizen, case_id)}
    # Every page is made first: one that is behind must not answer.
    for show in shows.values():
        show()
    found: set[str] = set()
    for name, show in shows.items():
        show()
        QApplication.processEvents()
        keys = list(_keys(window))
        twice = sorted(key for key, count in Counter(keys).items() if count > 1)
        assert not twice, f"{name}: {twice}"
        found |= set(keys)
    listed = (manual_folder() / CHAPTER).read_text(encoding="utf-8")
    assert {"Ctrl+K", "F1", "F9", "Ctrl+L", "Alt+F"} <= found
    missing = sorted(key for key in found if f"| {WORDS.get(key, key)} |" not in listed)
    assert not missing
    undone = {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"} - found
    assert not undone


def _keys(window: QWidget) -> Iterator[str]:
    """Every key that would do something while this page is in front."""
    for shortcut in window.findChildren(QShortcut):
        if _is_here(shortcut.parent(), window):
            yield _written(shortcut.key())
    for action in window.findChildren(QAction):
        if not action.shortcut().isEmpty() and any(_is_here(each, window) for each in action.associatedObjects()):
            yield _written(action.shortcut())
    for button in window.findChildren(QAbstractButton):
        if not button.shortcut().isEmpty() and _is_here(button, window):
            yield _written(button.shortcut())


def _is_here(holder: QObject | None, window: QWidget) -> bool:
    return isinstance(holder, QWidget) and holder.window() is window and holder.isVisible()


def _written(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.PortableText)
