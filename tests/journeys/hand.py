"""The hand of a person at the window: it clicks and types, and counts what it does.

Each click, each key that does something and each stretch of typing counts one; Tab does not. `pytest tests/journeys
-n 0 -q` ends with the table of all stories, their counts and the most that each may take.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QWidget

from tests.helpers.window import button_saying
from ui.forms.field import Field

MOST_TABS = 4

_PATIENCE_MS = 10_000

COUNTS: dict[str, tuple[int, int]] = {}
"""What each story took, and the most it may take."""


class Hand:
    """Clicks and types as a person does, and counts each click and each stretch of typing."""

    def __init__(self, story: str = "", most: int = 0) -> None:
        """Begin to count; with a `story`, `done` asserts that it took no more than `most`."""
        self.count = 0
        self.story, self.most = story, most

    def done(self) -> None:
        """Say how many it took, and that it was not too many."""
        COUNTS[self.story] = (self.count, self.most)
        assert self.count <= self.most

    def click(self, button: QWidget) -> None:
        """Click a widget, once it can be seen and pressed: a person waits for it too."""
        _wait_for(lambda: button.isVisible() and button.isEnabled())
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.count += 1

    def press(self, within: QWidget, words: str) -> None:
        """Click the button that says so, once it is there: a row of buttons may just be made anew."""
        _wait_for(lambda: _is_there(within, words))
        self.click(button_saying(within, words))

    def choose(self, view: QAbstractItemView, index: QModelIndex | QPersistentModelIndex) -> None:
        """Click a row of a list."""
        view.scrollTo(index)
        QTest.mouseClick(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            view.visualRect(index).center(),
        )
        self.count += 1

    def write(self, widget: QWidget, text: str) -> None:
        """Type a stretch of text."""
        QTest.keyClicks(widget, text)
        self.count += 1

    def go_to(self, field: Field) -> None:
        """Go to a field: with a few Tabs, which are not counted, or with a click where it is further away."""
        for _ in range(MOST_TABS):
            focused = field.window().focusWidget()
            if field.has_focus() or focused is None:
                break
            QTest.keyClick(focused, Qt.Key.Key_Tab)
        if not field.has_focus():
            self.click(field.focus_widget())
            assert field.has_focus()

    def key(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key that does something, such as Enter or a shortcut. Tab is not counted and not for this."""
        QTest.keyClick(widget, key, modifier)
        self.count += 1


def _is_there(within: QWidget, words: str) -> bool:
    found = (each for each in within.findChildren(QPushButton) if each.text() == words)
    return any(each.isVisible() and each.isEnabled() for each in found)


def _wait_for(condition: Callable[[], bool]) -> None:
    patience = QDeadlineTimer(_PATIENCE_MS)
    while not condition() and not patience.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
