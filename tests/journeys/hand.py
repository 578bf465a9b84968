"""The hand of a person at the window: it clicks and types, and counts what it does."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget

from tests.helpers.window import button_saying


class Hand:
    """Clicks and types as a person does, and counts each click and each stretch of typing."""

    def __init__(self) -> None:
        self.count = 0

    def click(self, button: QWidget) -> None:
        """Click a widget that can be seen."""
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.count += 1

    def press(self, within: QWidget, words: str) -> None:
        """Click the button that says so."""
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

    def key(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key that does something, such as Enter or a shortcut. Tab is not counted and not for this."""
        QTest.keyClick(widget, key, modifier)
        self.count += 1
