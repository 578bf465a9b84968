"""W1: the start of the day, from the open window to a list one can work from, with its clicks counted."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stdout
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.demo.store import DEMO_PASSPHRASE
from app.exports.queue_table import HEADINGS
from app.imports.tables import read_table
from app.queue.facets import Facet
from app.queue.filters import Whose
from app.queue.item import QueueItem
from db.rows.local import UsageLogRow
from db.rows.own import ReminderRow
from db.rows.people import ItemHandOverRow
from db.values.people import UsageKind
from tests.journeys.hand import Hand
from tests.journeys.test_register_talk import _sorted
from tests.ui.items import TODAY
from ui.command_line.queue_rows import queue_row
from ui.forms.short_dialog import ShortDialog
from ui.main import main
from ui.queue.procedure_dialog import ProcedureDialog
from ui.queue.queue_page import QueuePage
from ui.start_flow import StartFlow

# The whole morning: figures, filter, view, why, reminder, hand over and file.
MOST = 29
_WAIT = 20_000


def _queue_by_command(store: Path) -> list[dict[str, object]]:
    out = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out):
        patch.setattr("sys.stdin", io.StringIO(f"{DEMO_PASSPHRASE}\n"))
        assert main(["--store", str(store), "queue", "--json", "--today", TODAY.isoformat()]) == 0
    rows = json.loads(out.getvalue())
    assert isinstance(rows, list)
    return rows


def _entry(hand: Hand, button: QPushButton, words: str) -> None:
    """Choose an entry of a menu: two clicks. It is not folded out, since the offscreen window cannot hold a menu."""
    next(each for each in button.menu().actions() if each.text() == words).trigger()
    hand.count += 2


def _dialog(page: QueuePage, qtbot: QtBot) -> ShortDialog:
    def shown() -> list[ShortDialog]:
        return [each for each in page.findChildren(ShortDialog) if each.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()), timeout=_WAIT)
    return shown()[0]


def _said(page: QueuePage, words: str, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: words in page.notice.text(), timeout=_WAIT)


def _texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def _figures(page: QueuePage, hand: Hand, qtbot: QtBot) -> None:
    """On a small screen the figures are a line, and unfold."""
    qtbot.waitUntil(lambda: page.day is not None and page.day.isVisible(), timeout=_WAIT)
    assert page.day is not None
    assert not page.day.cards.isVisible()
    hand.press(page, "Vis tal")
    assert page.day.cards.isVisible()
    hand.press(page, "Skjul tal")


def _narrow_and_keep(page: QueuePage, hand: Hand, qtbot: QtBot) -> None:
    """Narrow the list, keep that under a name, and come back to it."""
    hand.click(page.tools.filters)
    assert page.panel is not None
    hand.click(page.panel.option(Facet.KIND, "CONTACT_DUE"))
    hand.key(page.panel, Qt.Key.Key_Escape)
    kept = page.shown_items()
    assert {each.kind for each in kept} == {"CONTACT_DUE"}
    _entry(hand, page.tools.views, "Gem visningen …")
    naming = _dialog(page, qtbot)
    hand.write(naming.focusWidget(), "Samtaler")
    hand.press(naming, "Gem")
    _said(page, "»Samtaler« er gemt", qtbot)
    hand.press(page, "Kontaktsamtale")
    assert len(page.shown_items()) > len(kept)
    qtbot.waitUntil(lambda: page.views is not None and bool(page.views.views()), timeout=_WAIT)
    _entry(hand, page.tools.views, "Samtaler")
    assert page.shown_items() == kept


def _read_why(page: QueuePage, hand: Hand, qtbot: QtBot) -> QueueItem:
    """Why a row stands there, what happened last, and how such a talk is held."""
    hand.choose(page.view, page.view.model().index(1, 0))
    chosen = page.view.chosen()
    assert chosen is not None
    qtbot.waitUntil(lambda: "Seneste hændelser" in _texts(page.why), timeout=_WAIT)
    assert chosen.reason in _texts(page.why)
    assert f"Kilde: {chosen.source}" in _texts(page.why)
    hand.click(next(each for each in page.why.findChildren(QPushButton) if each.text().endswith(" trin")))
    card = next(each for each in page.findChildren(ProcedureDialog) if each.isVisible())
    hand.press(card, "Luk")
    return chosen


def _remind_and_hand_over(page: QueuePage, hand: Hand, qtbot: QtBot) -> None:
    """Write an own reminder about nobody, and give the row to a colleague."""
    assert page.menus is not None
    _entry(hand, page.menus.new, "Egen påmindelse …")
    reminder = _dialog(page, qtbot)
    hand.write(reminder.focusWidget(), "Ring til skolen")
    hand.press(reminder, "I morgen")
    hand.press(reminder, "Gem")
    _said(page, "Påmindelsen er gemt", qtbot)
    hand.press(page.why, "Overfør til …")
    giving = _dialog(page, qtbot)
    hand.key(giving.focusWidget(), Qt.Key.Key_Down)
    QTest.keyClick(giving.focusWidget(), Qt.Key.Key_Tab)
    hand.write(giving.focusWidget(), "Kender familien")
    hand.press(giving, "Gem")
    _said(page, "Opgaven er overført", qtbot)


def _export(page: QueuePage, hand: Hand, qtbot: QtBot, path: Path) -> None:
    """Put the list into a file: the menu, the name and the button of the file dialog."""
    assert page.menus is not None
    _entry(hand, page.menus.list, "Eksportér …")
    asking = next(each for each in page.findChildren(QFileDialog) if each.isVisible())
    asking.selectFile(str(path))
    asking.accept()
    hand.count += 2
    _said(page, f"er skrevet til {path.name}", qtbot)


def test_that_a_morning_goes_from_figures_to_a_list_in_a_file(demo: StartFlow, qtbot: QtBot, tmp_path: Path) -> None:
    page, hand = demo.page(), Hand("W1 A whole morning: figures, filter, view, why, reminder, hand over, file", MOST)
    demo._window.resize(1366, 768)
    _figures(page, hand, qtbot)
    hand.click(page.tools.scopes[Whose.ALL])
    shown = [queue_row(each) for each in page.shown_items()]
    assert _sorted(shown) == _sorted(_queue_by_command(tmp_path / "demo"))
    _narrow_and_keep(page, hand, qtbot)
    chosen = _read_why(page, hand, qtbot)
    _remind_and_hand_over(page, hand, qtbot)
    _export(page, hand, qtbot, tmp_path / "min-liste.csv")
    hand.done()

    table = read_table(tmp_path / "min-liste.csv")
    assert table.headings == HEADINGS
    names = [row.cells[HEADINGS.index("borger")] for row in table.rows]
    assert names == [each.citizen for each in page.view.items()]
    assert demo.store is not None
    with demo.store.reading() as session:
        handed = session.scalars(select(ItemHandOverRow).where(ItemHandOverRow.item_key == chosen.key)).one()
        reminders = session.scalars(select(ReminderRow).where(ReminderRow.text == "Ring til skolen")).all()
        exported = session.scalars(select(UsageLogRow).where(UsageLogRow.kind == UsageKind.EXPORTED)).all()
    assert handed.reason == "Kender familien"
    assert [each.case_ref for each in reminders] == [None]
    assert {each.case_id for each in exported} == {each.case_id for each in page.view.items()}


class _MovingClock:
    """A clock that goes past midnight when it is told to."""

    def __init__(self, flow: StartFlow) -> None:
        self.days = 0
        self._now = flow._clock.now

    def today(self) -> date:
        return TODAY + timedelta(days=self.days)

    def now(self) -> object:
        return self._now() + timedelta(days=self.days)


def test_that_a_new_day_that_begins_while_the_program_is_open_is_computed(demo: StartFlow, qtbot: QtBot) -> None:
    clock = _MovingClock(demo)
    demo._clock = clock  # type: ignore[assignment] # it tells day and instant as a clock does.
    before = demo.page().shown_items()
    demo.follow_the_clock()
    clock.days = 1
    demo._day.setInterval(1)
    qtbot.waitUntil(lambda: demo.page().shown_day() == clock.today(), timeout=_WAIT)
    qtbot.waitUntil(lambda: demo.page().shown_items() != before, timeout=_WAIT)
