"""What a person sees and presses in a window: shown texts, buttons by their words, sheets of paper."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from ui.talks.paper_view import PaperView


def button_saying(within: QWidget, words: str) -> QPushButton:
    """The visible button with that text."""
    return next(each for each in within.findChildren(QPushButton) if each.text() == words and each.isVisible())


def press(within: QWidget, words: str) -> None:
    """Click the button with that text, which can be pressed."""
    button = button_saying(within, words)
    assert button.isEnabled(), words
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(within: QWidget) -> list[str]:
    """Every text that is shown."""
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible() and label.text()]


def paper_text(paper: PaperView) -> str:
    """Everything on the sheets that are shown."""
    return " ".join(run.text for sheet in paper.sheets() for run in sheet.runs)
