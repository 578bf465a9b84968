"""Min produktion on the screen."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.items import ME, TODAY, item, items
from ui.queue.columns import Column
from ui.queue.queue_page import QueuePage
from ui.theme.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QueuePage:
    made = QueuePage(theme)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.show_queue(items(), TODAY)
    return made


def _texts(page: QueuePage) -> str:
    labels = [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    model = page.view.model()
    cells = [
        str(model.index(row, column).data() or "") for row in range(model.rowCount()) for column in range(len(Column))
    ]
    return "\n".join((*labels, *cells))


def test_that_the_first_row_is_chosen_and_explained(page: QueuePage) -> None:
    chosen = page.view.chosen()
    assert chosen is not None
    assert chosen.citizen == "Amina Yusuf"
    texts = _texts(page)
    assert "Seneste samtale var 8. december 2006." in texts
    assert "Kilde: lov om en aktiv beskæftigelsesindsats, kap. 7" in texts
    assert "fredag 8. december 2006" in texts


def test_that_the_arrow_key_steps_over_lane_headings(page: QueuePage) -> None:
    names = []
    for _ in range(4):
        chosen = page.view.chosen()
        assert chosen is not None
        names.append(chosen.citizen)
        QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert names == ["Amina Yusuf", "Bent Sørensen", "Kamilla Dahl", "Hassan Ali"]


def test_that_tab_leaves_the_list(page: QueuePage) -> None:
    assert not page.view.tabKeyNavigation()


def test_that_ones_own_rows_are_shown_once_it_is_known_who_sits_here(page: QueuePage) -> None:
    page.know_worker(ME)
    assert {each.worker_id for each in page.shown_items()} == {ME}
    everyone = next(each for each in page.findChildren(QPushButton) if each.text() == "Alle 10")
    QTest.mouseClick(everyone, Qt.MouseButton.LeftButton)
    assert len(page.shown_items()) == 10


def test_that_a_worker_without_rows_sees_everybodys(page: QueuePage) -> None:
    page.know_worker("nobody")
    assert len(page.shown_items()) == 10


def test_that_the_chosen_row_stays_chosen_when_the_queue_is_computed_anew(page: QueuePage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    page.show_queue((item(9), *items(9)), TODAY)
    chosen = page.view.chosen()
    assert chosen is not None
    assert chosen.citizen == "Bent Sørensen"


def test_that_the_next_row_is_chosen_when_the_chosen_one_is_done(page: QueuePage) -> None:
    page.show_queue(items()[1:], TODAY)
    chosen = page.view.chosen()
    assert chosen is not None
    assert chosen.citizen == "Bent Sørensen"


def test_that_an_empty_queue_says_what_to_do(page: QueuePage) -> None:
    page.show_queue((), TODAY)
    assert page.view.chosen() is None
    assert "kan indlæses fra en fil" in page.empty.text.text()
    assert "Vælg en række" in _texts(page)


@pytest.mark.parametrize("width", [860, 1000, 1200, 1600])
def test_that_deadline_citizen_and_task_always_have_room(page: QueuePage, width: int) -> None:
    page.resize(width, 700)
    for column in (Column.DEADLINE, Column.CITIZEN, Column.TASK):
        assert page.view.columnWidth(column) >= 100


def test_that_no_ten_digits_are_ever_shown(page: QueuePage) -> None:
    assert not re.search(r"\d{6}-?\d{4}", _texts(page))


def test_that_what_stands_in_the_store_is_not_read_as_markup(page: QueuePage) -> None:
    page.show_queue((item(0, citizen="<b>Amina</b>", reason="<img src='x'>"),), TODAY)
    shown = [each for each in page.why.findChildren(QLabel) if "<" in each.text()]
    assert len(shown) == 2
    assert all(each.textFormat() == Qt.TextFormat.PlainText for each in shown)
