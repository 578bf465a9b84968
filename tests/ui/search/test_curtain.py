"""One key covers every window, and any key brings all of it back as it was."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.pictured_case import case_in_queue
from ui.search.curtain import Cover, Curtain
from ui.search.search_room import room_of
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace
from ui.theme.theme import Theme


def covers(window: QWidget) -> list[Cover]:
    return [each for each in window.findChildren(Cover) if each.parentWidget() is window and each.isVisible()]


def test_that_f9_covers_window_form_and_manual_and_a_key_brings_them_back(workplace: Workplace, qtbot: QtBot) -> None:
    window = workplace.window
    window.open_manual()
    assert window.manual is not None
    workplace.do(CaseAction.PHONE_NOTE, Subject((case_in_queue(workplace, "CONTACT_DUE"),)))
    dialog = workplace.forms.dialog
    assert dialog is not None
    (note,) = dialog.findChildren(QPlainTextEdit)
    note.setPlainText("Ringede om praktik")
    note.setFocus()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    cursor = note.textCursor()
    cursor.setPosition(3)
    note.setTextCursor(cursor)
    title = dialog.windowTitle()
    curtain = room_of(workplace).curtain
    # A form keeps the main window's keys from working, so that it has its own.
    QTest.keyClick(dialog, Qt.Key.Key_F9)
    assert curtain.is_drawn()
    for each in (window, window.manual, dialog):
        (cover,) = covers(each)
        assert cover.geometry() == each.rect()
        assert each.windowTitle() == "Tovholder"
    # Keys alone, and a key held down, show nothing.
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Alt):
        QTest.keyClick(note, key)
    assert curtain.is_drawn()
    dialog.resize(dialog.width() + 40, dialog.height())
    assert covers(dialog)[0].geometry() == dialog.rect()
    QTest.keyClick(note, Qt.Key.Key_X)
    assert not curtain.is_drawn()
    assert [covers(each) for each in (window, window.manual, dialog)] == [[], [], []]
    assert (note.toPlainText(), note.textCursor().position()) == ("Ringede om praktik", 3)
    assert dialog.focusWidget() is note
    assert dialog.windowTitle() == title
    # The key that lifted it is let go, and the next one is typed.
    QTest.keyClick(note, Qt.Key.Key_X)
    assert note.toPlainText() == "Rinxgede om praktik"
    window.manual.close()


def test_that_a_click_shows_again_and_presses_nothing_and_shortcuts_do_nothing(workplace: Workplace) -> None:
    room = room_of(workplace)
    button = workplace.window.navigation.findChildren(type(workplace.window.navigation.button("queue")))[-1]
    assert button.text() in {"Skjul skærmen", "Indlæs fil …"}
    room.curtain.draw()
    QTest.keyClick(workplace.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert room.search.palette is None
    assert not room.curtain.is_drawn()
    room.curtain.draw()
    QTest.mouseClick(workplace.window, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert not room.curtain.is_drawn()


def test_that_what_opens_meanwhile_is_covered_and_no_tip_is_shown(qtbot: QtBot, theme: Theme) -> None:
    main = QWidget()
    qtbot.addWidget(main)
    field = QLineEdit()
    field.setToolTip("Amina")
    QVBoxLayout(main).addWidget(field)
    main.show()
    curtain = Curtain(theme, main, main)
    curtain.draw()
    late = QWidget()
    qtbot.addWidget(late)
    late.setWindowTitle("Amina")
    late.show()
    assert len(covers(late)) == 1
    assert late.windowTitle() == "Tovholder"
    tip = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), field.mapToGlobal(QPoint(1, 1)))
    assert QApplication.sendEvent(field, tip)
    late.close()
    assert late.windowTitle() == "Amina"
    curtain.lift()
    assert covers(main) == []
    # Drawing it again and lifting it twice changes nothing.
    curtain.draw()
    curtain.draw()
    curtain.lift()
    curtain.lift()
    QTest.keyClicks(field, "abc")
    assert field.text() == "abc"
    main.close()


def test_that_the_button_of_the_navigation_hides_the_screen(workplace: Workplace) -> None:
    buttons = workplace.window.navigation.findChildren(type(workplace.window.navigation.button("queue")))
    (button,) = [each for each in buttons if each.text() == "Skjul skærmen"]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert room_of(workplace).curtain.is_drawn()
    QTest.keyClick(workplace.window, Qt.Key.Key_Space)
    assert not room_of(workplace).curtain.is_drawn()
