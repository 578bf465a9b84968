"""The list in the window: its keys, its badge, and what it asks of other rooms."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from ui.forms.short_dialog import ShortDialog
from ui.queue.filter_panel import FilterPanel
from ui.queue.own_results_dialog import OwnResultsDialog
from ui.queue.queue_page import QueuePage
from ui.shell.case_action import CaseAction
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.workplace import Workplace
from ui.talks.phone_note_dialog import PhoneNoteDialog


def _page(workplace: Workplace) -> QueuePage:
    page = workplace.show_page(QUEUE_PAGE)
    assert isinstance(page, QueuePage)
    return page


def _opened(page: QueuePage) -> QDialog:
    (dialog,) = [each for each in page.findChildren(QDialog) if each.isVisible()]
    return dialog


def test_that_the_badge_says_how_many_lines_of_ones_own_there_are(workplace: Workplace) -> None:
    page = _page(workplace)
    badge = workplace.window.navigation._counts[QUEUE_PAGE]
    assert badge.text() == str(len(page.shown_lines()))
    page.show_queue(page.shown_items()[:1], page.shown_day())
    assert badge.text() == "1"
    page.show_queue((), page.shown_day())
    assert not badge.isVisible()


def test_that_what_is_asked_for_many_goes_to_the_room_that_does_it(workplace: Workplace) -> None:
    page = _page(workplace)
    case_id = next(each.case_id for each in page.shown_items() if each.case_id)
    page.actions_on_many.emit(CaseAction.PHONE_NOTE, (case_id,))
    assert isinstance(workplace.forms.dialog, PhoneNoteDialog)


def test_that_every_menu_entry_has_a_key(workplace: Workplace, qtbot: QtBot) -> None:
    page = _page(workplace)
    control = Qt.KeyboardModifier.ControlModifier
    shifted = control | Qt.KeyboardModifier.ShiftModifier
    workplace.window.activateWindow()
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_P, shifted)
    reminder = _opened(page)
    assert isinstance(reminder, ShortDialog)
    reminder.reject()
    QTest.keyClick(page.view, Qt.Key.Key_P, control)
    printing = _opened(page)
    assert isinstance(printing, QPrintDialog)
    printing.reject()
    QTest.keyClick(page.view, Qt.Key.Key_E, control)
    asking = _opened(page)
    assert isinstance(asking, QFileDialog)
    asking.reject()
    qtbot.waitUntil(workplace.window.isActiveWindow)
    QTest.keyClick(page.view, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    # A button that is pressed by its key goes down for a moment first.
    qtbot.waitUntil(lambda: page.panel is not None and page.panel.isVisible())


def test_that_the_filters_go_when_the_keyboard_goes_elsewhere(workplace: Workplace) -> None:
    page = _page(workplace)
    workplace.window.activateWindow()
    page.show_filters()
    panel: FilterPanel | None = page.panel
    assert panel is not None
    page.view.setFocus()
    assert not panel.isVisible()


def test_that_the_search_can_begin_what_the_menus_begin(workplace: Workplace) -> None:
    page = _page(workplace)
    workplace.command("own_results")
    dialog = _opened(page)
    assert isinstance(dialog, OwnResultsDialog)
    dialog.reject()
    workplace.command("own_reminder")
    assert isinstance(_opened(page), ShortDialog)
