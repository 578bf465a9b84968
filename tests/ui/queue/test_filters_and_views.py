"""Narrowing the list by its sides, keeping that under a name, and marking many rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.queue.facets import Facet, facet_counts
from app.queue.filters import Chosen, Group, Seat, Whose
from app.rules.kinds import KINDS as RULE_KINDS
from tests.ui.items import ME, TODAY, item, items
from tests.ui.queue.conftest import AtWork
from ui.forms.short_dialog import ShortDialog
from ui.queue.columns import Column, LaneHeading
from ui.queue.filter_words import KINDS, chip_words, option_words
from ui.queue.queue_page import QueuePage
from ui.queue.view_menu import ViewMenu
from ui.shell.case_action import CaseAction
from ui.theme.theme import Theme
from ui.theme.tokens import Size


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> QueuePage:
    made = QueuePage(theme)
    qtbot.addWidget(made)
    made.resize(1158, 768)
    made.show()
    made.show_queue(items(), TODAY)
    return made


def _press(page: QueuePage, heard: str) -> None:
    named = [each for each in page.findChildren(QPushButton) if each.accessibleName() == heard]
    button = next(each for each in named if each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _action(views: ViewMenu, words: str) -> QAction:
    """The entry of the menu that says so; one of the menus inside it comes after those of the menu itself."""
    inside = [action for menu in views.menu.findChildren(QMenu) for action in menu.actions()]
    return next(action for action in (*views.menu.actions(), *inside) if action.text() == words)


def test_that_every_kind_and_side_has_words() -> None:
    assert set(KINDS) == set(RULE_KINDS)
    assert chip_words(Facet.MATCH, "4") == "Match 4"
    assert chip_words(Facet.MATCH, "none") == "Uden match"
    assert chip_words(Facet.BENEFIT, "none") == "Ydelse: ikke oplyst"
    assert option_words(Facet.AREA, "Mjølnerparken") == "Mjølnerparken"


def test_that_filters_are_chosen_shown_as_chips_and_taken_off_one_by_one(at_work: AtWork) -> None:
    page = at_work.page
    whole = len(page.shown_lines())
    QTest.mouseClick(page.tools.filters, Qt.MouseButton.LeftButton)
    assert page.panel is not None
    counted = facet_counts(page.shown_items(), {}, TODAY)[Facet.MATCH]["4"]
    four, area = page.panel.option(Facet.MATCH, "4"), page.panel.option(Facet.LANE, "overdue")
    assert four.text() == f"4 ({counted})"
    QTest.mouseClick(four, Qt.MouseButton.LeftButton)
    assert {each.match for each in page.shown_items()} == {4}
    QTest.mouseClick(area, Qt.MouseButton.LeftButton)
    both = page.shown_items()
    assert {(each.match, each.lane.value) for each in both} == {(4, "overdue")}
    assert page.kinds.button(None).text() == f"Alle {len(page.shown_lines())}"
    QTest.keyClick(four, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.window().focusWidget() is page.tools.filters
    assert page.chips is not None
    assert page.chips.words() == ("Overskredet", "Match 4")
    _press(page, "Fjern filter: Overskredet")
    assert page.filters() == {Facet.MATCH: frozenset({"4"})}
    _press(page, "Fjern filter: Match 4")
    assert not page.chips.isVisible()
    assert len(page.shown_lines()) == whole


def test_that_filters_without_rows_say_so_and_can_be_taken_off(page: QueuePage) -> None:
    page.use_filters({Facet.MATCH: frozenset({"1"})})
    assert page.empty.text.text() == "Ingen rækker svarer til filtrene."
    button = next(each for each in page.findChildren(QPushButton) if each.text() == "Ryd filtre" and each.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(page.shown_lines()) == 10


def test_that_a_view_is_kept_chosen_renamed_and_removed_with_a_way_back(at_work: AtWork) -> None:
    page = at_work.page
    assert page.views is not None
    page.choose_view(Chosen(Whose.ALL, Group.TALKS, one_line=True, filters={Facet.MATCH: frozenset({"4"})}))
    kept = page.present()
    _action(page.views, "Gem visningen …").trigger()
    dialog = next(each for each in page.findChildren(ShortDialog) if each.isVisible())
    dialog.form.fields["name"].set_state("Mine & dine")
    at_work.press("Gem", dialog)
    assert page.notice.text() == "Visningen »Mine & dine« er gemt."
    page.choose_view(Chosen(Whose.MINE))
    assert page.present() != kept
    _action(page.views, "Mine && dine").trigger()
    assert page.present() == kept
    page.views.rename(page.views.views()[0])
    dialog = next(each for each in page.findChildren(ShortDialog) if each.isVisible())
    dialog.form.fields["name"].set_state("Match 4")
    at_work.press("Gem", dialog)
    assert [view.name for view in page.views.views()] == ["Match 4"]
    page.views.remove(page.views.views()[0])
    assert page.views.views() == ()
    at_work.press("Fortryd")
    assert [view.name for view in page.views.views()] == ["Match 4"]


def test_that_many_rows_are_marked_and_summoned_together(page: QueuePage) -> None:
    asked: list[tuple[CaseAction, tuple[str, ...]]] = []
    page.actions_on_many.connect(lambda action, cases: asked.append((action, cases)))
    page.view.step_wanted.connect(lambda _item: pytest.fail("a row was acted on"))
    page._offers = frozenset({CaseAction.SUMMON})
    from ui.queue.marked_bar import MarkedBar

    page.marked = MarkedBar()
    page._below.addWidget(page.marked)
    page.marked.summon_wanted.connect(lambda cases: page.actions_on_many.emit(CaseAction.SUMMON, cases))
    for _ in range(2):
        QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [each.citizen for each in page.view.marked_items()] == ["Amina Yusuf", "Bent Sørensen", "Kamilla Dahl"]
    assert page.marked.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert len(page.view.marked_items()) == 3
    page.show_queue((*items()[:2], *items()[3:], item(10, citizen="Ny Borger")), TODAY)
    assert [each.citizen for each in page.view.marked_items()] == ["Amina Yusuf", "Bent Sørensen"]
    assert page.marked.summon.text() == "Indkald 2 …"
    QTest.mouseClick(page.marked.summon, Qt.MouseButton.LeftButton)
    assert asked == [(CaseAction.SUMMON, ("case-0", "case-1"))]
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(page.view.marked_items()) == len(page.shown_lines())


def test_that_a_click_on_the_next_step_or_enter_takes_it(page: QueuePage) -> None:
    taken: list[tuple[object, str]] = []
    page.action_wanted.connect(lambda action, row: taken.append((action, row.citizen)))
    model = page.view.model()
    page.view.offer([CaseAction.HOLD_TALK], ME)
    index = model.index(1, Column.NEXT)
    assert index.data() == "Registrér samtale"
    for column in (Column.TASK, Column.NEXT):
        where = page.view.visualRect(model.index(1, column)).center()
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where)
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert taken == [(CaseAction.HOLD_TALK, "Amina Yusuf"), (CaseAction.HOLD_TALK, "Bent Sørensen")]
    page.show_queue((item(0, kind="ORDER_UNANSWERED"),), TODAY)
    assert model.index(1, Column.NEXT).data() == ""
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert len(taken) == 2


def test_that_place_and_row_stay_when_the_queue_is_computed_anew(page: QueuePage) -> None:
    many = [item(number, key=f"k{number}", case_id=f"c{number}") for number in range(60)]
    page.show_queue(tuple(many), TODAY)
    page.view.selectRow(30)
    chosen = page.view.chosen()
    page.view.verticalScrollBar().setValue(400)
    page.show_queue(tuple(many[:3] + many[4:]), TODAY)
    assert page.view.verticalScrollBar().value() == 400
    assert page.view.chosen() == chosen
    page.show_queue(tuple(items(4)), TODAY)
    heights = {number: page.view.rowHeight(number) for number in range(page.view.model().rowCount())}
    for number, height in heights.items():
        heading = isinstance(page.view._queue.row(number), LaneHeading)
        assert height == (Size.GROUP_ROW if heading else Size.ROW)


def test_that_a_queue_that_is_the_same_is_not_laid_out_anew(page: QueuePage) -> None:
    resets: list[int] = []
    page.view.model().modelReset.connect(lambda: resets.append(1))
    page.show_queue(items(), TODAY)
    assert resets == []
    page.know_worker(ME)
    assert resets == [1]


def test_that_the_scopes_of_team_and_areas_are_there_when_somebody_is_in_them(page: QueuePage) -> None:
    rows = (*items(4), item(5, unit_id="unit-1", worker_id="worker-3"), item(6, area_name="Mjølnerparken"))
    page.show_queue(rows, TODAY)
    page.know_worker(ME)
    assert not page.tools.scopes[Whose.TEAM].isVisible()
    page._seat = Seat(ME, "unit-1")
    page._show_rows()
    assert page.tools.scopes[Whose.TEAM].text() == "Mit team 1"
    QTest.mouseClick(page.tools.scopes[Whose.AREA], Qt.MouseButton.LeftButton)
    assert [each.citizen for each in page.shown_items()] == ["Jonas Friis"]
    assert any(each.text() == "Jonas Friis" for each in page.why.findChildren(QLabel))
