"""The manual opens with F1, shows its chapters and finds every picture it names."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.manual.manual_window import ManualWindow, chapters, manual_folder
from ui.shell.main_window import MainWindow
from ui.theme.theme import Theme

PICTURE = re.compile(r"!\[[^\]]+\]\(([^)]+)\)")


def test_that_f1_opens_the_manual_and_closing_the_window_takes_it_along(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.manual is not None
    qtbot.addWidget(window.manual)
    assert window.manual.isVisible()
    assert window.manual.text.toPlainText().startswith("Kom i gang")
    window.close()
    assert not window.manual.isVisible()


@pytest.mark.parametrize("place", range(len(chapters())))
def test_that_a_chapter_shows_its_text_and_its_pictures(qtbot: QtBot, theme: Theme, place: int) -> None:
    del theme
    manual = ManualWindow()
    qtbot.addWidget(manual)
    title, text = chapters()[place]
    manual.contents.setCurrentRow(place)
    assert manual.text.toPlainText().startswith(title)
    for name in PICTURE.findall(text):
        image = manual.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        assert not image.isNull(), name


def test_that_nothing_outside_the_manual_is_opened(qtbot: QtBot, theme: Theme) -> None:
    del theme
    manual = ManualWindow()
    qtbot.addWidget(manual)
    for name in ("../pictures/queue.png", "file:///etc/hostname", "https://example.org/x.png"):
        assert manual.text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name)).isNull()


def test_that_every_picture_of_the_manual_is_shown_in_it() -> None:
    named = {name for _, text in chapters() for name in PICTURE.findall(text)}
    there = {f"billeder/{path.name}" for path in (manual_folder() / "billeder").iterdir()}
    assert named == there
