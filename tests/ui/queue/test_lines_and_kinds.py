"""One line a citizen, whose rows, and which kinds, on the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.queue.filters import Group
from app.queue.item import QueueItem
from tests.ui.items import TODAY, item, items
from ui.queue.columns import Column, Role
from ui.queue.queue_model import QueueModel
from ui.queue.queue_page import QueuePage
from ui.theme.theme import Theme

PLAN = item(0, kind="PLAN_REVIEW", key="PLAN_REVIEW/case-0/e/", label="Gennemgå jobplan", reason="Planen er gammel.")
REPORTS = tuple(
    item(number, kind="PORTAL_REPORT", key=f"PORTAL_REPORT/case-{number}/e/talk", worker_id="worker-1")
    for number in (1, 2)
)
ROWS = (*items(3), PLAN, *REPORTS)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QueuePage:
    made = QueuePage(theme)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.show()
    made.show_queue(ROWS, TODAY)
    return made


def _listed(page: QueuePage) -> list[QueueItem]:
    return [line.item for line in page.shown_lines()]


def _texts(page: QueuePage) -> list[str]:
    return [each.text() for each in page.why.findChildren(QLabel) if each.isVisible()]


def test_that_a_citizen_has_one_line_which_says_how_many_more(page: QueuePage) -> None:
    assert [each.key for each in _listed(page)][:3] == [item(number).key for number in range(3)]
    assert page.view.model().index(1, Column.CITIZEN).data(Role.MORE) == "+1"
    heard = str(page.view.model().index(1, Column.CITIZEN).data(Qt.ItemDataRole.AccessibleTextRole))
    assert heard.endswith("+1")


def test_that_reports_are_one_row_which_opens_into_the_list(page: QueuePage) -> None:
    (reports,) = [line for line in page.shown_lines() if line.item.kind == "PORTAL_REPORT"]
    assert reports.item.label == "2 samtaler mangler indberetning"
    for _ in range(3):
        QTest.keyClick(page.view, Qt.Key.Key_Down)
    assert {"Bent Sørensen", "Kamilla Dahl"} <= set(_texts(page))


def test_that_the_panel_shows_all_rows_of_the_citizen_and_opens_each(page: QueuePage, qtbot: QtBot) -> None:
    assert "Planen er gammel." in _texts(page)
    opening = next(each for each in page.why.findChildren(QPushButton) if each.accessibleName().startswith("Vis "))
    assert opening.accessibleName() == "Vis Gennemgå jobplan"
    QTest.mouseClick(opening, Qt.MouseButton.LeftButton)
    shown = page.why.item()
    assert shown is not None
    assert shown.key == PLAN.key
    page.show_queue(ROWS, TODAY)
    assert page.why.item() == PLAN


def test_that_switching_off_shows_every_row_and_keeps_the_chosen_one(page: QueuePage) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    QTest.keyClick(page.one_line, Qt.Key.Key_Space)
    assert PLAN in _listed(page)
    chosen = page.view.chosen()
    assert chosen is not None
    assert chosen.citizen == "Bent Sørensen"


def test_that_the_kinds_have_counts_and_show_only_theirs(page: QueuePage) -> None:
    assert page.kinds.button(None).text() == "Alle 4"
    assert page.kinds.button(Group.PLANS).text() == "Jobplaner 1"
    assert not page.kinds.button(Group.SICKNESS).isVisible()
    QTest.mouseClick(page.kinds.button(Group.PLANS), Qt.MouseButton.LeftButton)
    assert _listed(page) == [PLAN]
    assert page.kinds.button(Group.PLANS).isVisible()


def test_that_a_kind_that_is_done_with_says_how_to_see_the_rest(page: QueuePage) -> None:
    QTest.mouseClick(page.kinds.button(Group.PLANS), Qt.MouseButton.LeftButton)
    page.show_queue(items(3), TODAY)
    assert "Vælg Alle" in page.empty.text.text()


def test_that_cases_without_a_holder_are_a_scope_of_their_own(page: QueuePage) -> None:
    page.show_queue((*ROWS, item(4, holder_name=None, worker_id=None)), TODAY)
    page.know_worker("worker-1")
    lonely = next(each for each in page.findChildren(QPushButton) if each.text() == "Uden tovholder 1")
    QTest.mouseClick(lonely, Qt.MouseButton.LeftButton)
    assert [each.citizen for each in _listed(page)] == ["Lene Krag"]


@pytest.mark.parametrize("width", [872, 1158, 1600])
def test_that_no_tab_is_cut_off(page: QueuePage, width: int) -> None:
    page.resize(width, 700)
    QApplication.processEvents()
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
            around = button.parentWidget()
            assert around is not None
            assert around.rect().contains(button.geometry())


def test_that_the_model_keeps_qts_rules_with_more_behind_a_row() -> None:
    model = QueueModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_items(ROWS, TODAY, {ROWS[0].key: "+1"})
    model.show_items((), TODAY)
    assert tester.model() is model


def _calls(do: Callable[[], object]) -> int:
    """How many calls it takes."""
    count = 0

    def note(_frame: FrameType, _event: str, _argument: object) -> None:
        nonlocal count
        count += 1

    sys.setprofile(note)
    try:
        do()
    finally:
        sys.setprofile(None)
    return count


def test_that_four_times_the_rows_are_four_times_the_work_to_filter(page: QueuePage) -> None:
    calls = []
    for rows in (1_000, 4_000):
        page.kinds.choose(None)
        many = [
            item(number, key=f"CONTACT_DUE/case-{number // 3}/{number}/", case_id=f"case-{number // 3}")
            for number in range(rows)
        ]
        page.show_queue(tuple(many), TODAY)
        calls.append(_calls(lambda: QTest.mouseClick(page.kinds.button(Group.TALKS), Qt.MouseButton.LeftButton)))
    few, most = calls
    assert few > 1_000
    # With the square it would be sixteen times.
    assert most < 6 * few
