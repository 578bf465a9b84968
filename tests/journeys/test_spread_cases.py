"""From a worker with too much to two colleagues: cases are spread and taken back, with the clicks counted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app.cases.caseload import read_whole_caseload
from tests.journeys.hand import Hand
from tests.ui.items import TODAY
from ui.cases.cases_page import CasesPage
from ui.lists.fact_table import FactTable
from ui.start_flow import StartFlow
from ui.team.case_table import CaseLine
from ui.team.holder_dialog import HolderDialog
from ui.team.team_page import TeamPage

# Page, first row, last row, Fordel, one tick a holder, reason, Gem.
MOST = 8


def test_that_three_cases_are_spread_over_two_colleagues_and_taken_back(demo: StartFlow, qtbot: QtBot) -> None:
    workplace = demo.workplace
    assert workplace is not None
    hand = Hand("Spread three cases over two colleagues", MOST)
    hand.press(workplace.window, "Team")
    page = workplace.window.findChild(TeamPage)
    assert isinstance(page, TeamPage)
    qtbot.waitUntil(lambda: page.spread.cases.rows.rowCount() > 3, timeout=20_000)
    (from_load,) = page.spread.workers.marked_facts()
    table = page.spread.cases
    hand.choose(table, table.rows.index(0, 0))
    _shift_click(hand, table, 2)
    moved = [line.row.case_id for line in table.marked_facts()]
    assert len(moved) == 3
    hand.press(page, "Fordel 3 …")
    qtbot.waitUntil(lambda: workplace.forms.dialog is not None, timeout=20_000)
    dialog = workplace.forms.dialog
    assert isinstance(dialog, HolderDialog)
    others = [load.worker_id for load in dialog._opened.workloads if load.worker_id != from_load.worker_id][:2]
    for worker in others:
        _tick(hand, dialog.workers.box(), dialog, worker)
    assert dialog.workers.value() == tuple(others)
    hand.write(dialog.reason.focus_widget(), "Jævn fordeling")
    hand.press(dialog, "Gem")
    hand.done()
    qtbot.waitUntil(lambda: workplace.forms.dialog is None, timeout=20_000)
    assert {_holders(demo)[case] for case in moved} <= set(others)
    qtbot.waitUntil(lambda: table.rows.rowCount() == from_load.cases - 3, timeout=20_000)
    assert workplace.window.notice.text() == "3 sager er overført."
    hand.press(workplace.window.notice, "Fortryd")
    qtbot.waitUntil(lambda: table.rows.rowCount() == from_load.cases, timeout=20_000)
    assert {_holders(demo)[case] for case in moved} == {from_load.worker_id}


def test_that_a_citizen_is_found_in_the_caseload_in_two_strokes(demo: StartFlow, qtbot: QtBot) -> None:
    workplace = demo.workplace
    assert workplace is not None
    hand = Hand("Find a citizen in the caseload", 2)
    hand.press(workplace.window, "Sager")
    page = workplace.window.findChild(CasesPage)
    assert isinstance(page, CasesPage)
    qtbot.waitUntil(lambda: page.view.rows.rowCount() > 3, timeout=20_000)
    name = page.view.rows.row(3).name
    hand.write(page.text, name)
    qtbot.waitUntil(lambda: [row.name for row in page.view.rows.shown()] == [name], timeout=20_000)
    hand.done()


def _holders(demo: StartFlow) -> dict[str, str | None]:
    assert demo.store is not None
    with demo.store.raw_reader() as connection:
        return {row.case_id: row.holder_id for row in read_whole_caseload(connection, TODAY)}


def _shift_click(hand: Hand, table: FactTable[CaseLine], place: int) -> None:
    at = table.visualRect(table.rows.index(place, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
    hand.count += 1


def _tick(hand: Hand, box: QListWidget, dialog: HolderDialog, worker: str) -> None:
    item = dialog.workers.item(worker)
    box.scrollToItem(item)
    rect = box.visualItemRect(item)
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.left() + 22, rect.center().y()))
    hand.count += 1
