"""Tab comes by the day's page as it is read: the strip, the line at the top, what stands above the list, the list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from ui.queue.queue_page import QueuePage
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.workplace import Workplace


def test_that_tab_goes_down_the_strip_and_then_over_the_page_from_top_to_bottom(workplace: Workplace) -> None:
    window = workplace.window
    window.theme.apply()
    window.resize(1440, 860)
    page = workplace.show_page(QUEUE_PAGE)
    assert isinstance(page, QueuePage)
    QApplication.processEvents()
    assert page.day is not None
    assert page.menus is not None
    strip = window.navigation.button(QUEUE_PAGE)
    strip.setFocus()
    walked: list[QWidget] = [strip]
    while True:
        QTest.keyClick(walked[-1], Qt.Key.Key_Tab)
        focused = window.focusWidget()
        if focused in walked:
            break
        walked.append(focused)
    assert focused is strip

    def place(part: QWidget) -> list[int]:
        return [number for number, each in enumerate(walked) if each is part or part.isAncestorOf(each)]

    parts = (window.navigation, page.header, page.day, page.tools, page.kinds, page.view, page.why)
    places = [place(part) for part in parts]
    assert all(places)
    assert places == [list(range(numbers[0], numbers[-1] + 1)) for numbers in places]
    assert [numbers[0] for numbers in places] == sorted(numbers[0] for numbers in places)
    top = [each.text() for each in walked if page.header.isAncestorOf(each) and isinstance(each, QAbstractButton)]
    assert [words.partition(" ")[0] for words in top] == ["&Saml", "Nyt", "Liste", "Søg"]
    # The panel's buttons are made anew with every row, and still come last.
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    QTest.keyClick(page.view, Qt.Key.Key_Tab)
    first = window.focusWidget()
    assert page.why.isAncestorOf(first)
    assert isinstance(first, QAbstractButton)
    assert first.text() != "Åbn sag"
