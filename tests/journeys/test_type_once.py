"""Written once: a talk is saved, and two other systems get it by keys, in the real window with threads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.transfer.systems import EntryField
from db.rows.people import OutwardEntryRow
from db.rows.talks import PortalReportRow, TalkRow
from db.values.people import ExternalSystem
from db.values.talks import ReportState, TalkForm
from tests.helpers.window import button_saying
from tests.journeys.hand import Hand
from tests.ui.items import TODAY
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.start_flow import StartFlow
from ui.talks.talk_dialog import TalkDialog
from ui.talks.talk_fields import MatchAnswer
from ui.transfer.transfer_page import TransferPage

NOTE = "Talte om praktik i rengøring."
# To the page, the number, the note, and a tick for each of the two systems.
MOST = 5


def test_that_a_talk_is_copied_and_ticked_off_in_two_systems_in_five_clicks(demo: StartFlow, qtbot: QtBot) -> None:
    workplace = demo.workplace
    assert workplace is not None
    overdue = next(each for each in demo.page().shown_items() if each.kind == "CONTACT_DUE" and each.match)
    assert overdue.case_id is not None
    workplace.do(CaseAction.HOLD_TALK, Subject((overdue.case_id,), overdue))
    qtbot.waitUntil(lambda: workplace.forms.dialog is not None, timeout=20_000)
    dialog = workplace.forms.dialog
    assert isinstance(dialog, TalkDialog)
    dialog.fields.note.set_value(NOTE)
    dialog.fields.form.set_value(TalkForm.INDIVIDUAL)
    dialog.fields.match.set_value(MatchAnswer.KEPT)
    dialog.fields.next_step.set_value("Besøger to virksomheder")
    QTest.mouseClick(button_saying(dialog, "+2 måneder"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button_saying(dialog, "Gem samtale"), Qt.MouseButton.LeftButton)
    notice = workplace.window.notice
    expected = "Samtalen er gemt. Skal også registreres i KOMMA og Arbejdsmarkedsportalen."
    qtbot.waitUntil(lambda: notice.text() == expected, timeout=20_000)

    # No window manager gives the window back what the closed form had.
    workplace.window.activateWindow()
    qtbot.waitUntil(workplace.window.isActiveWindow, timeout=20_000)
    hand = Hand("R85 Copy a talk into two systems and tick both off", MOST)
    hand.press(notice, "Overfør")
    page = workplace.show_page("transfer")
    assert isinstance(page, TransferPage)
    qtbot.waitUntil(lambda: page.panel.text_of(EntryField.NOTE) == NOTE, timeout=20_000)
    assert page.panel.item is not None
    assert page.panel.item.citizen == overdue.citizen
    hand.key(page.list, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: len(QApplication.clipboard().text()) == 11, timeout=20_000)
    hand.key(page.list, Qt.Key.Key_F3)
    assert QApplication.clipboard().text() == NOTE
    case_id = page.panel.item.case_id
    hand.key(page.list, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: "overført til KOMMA" in notice.text(), timeout=20_000)
    qtbot.waitUntil(lambda: page.panel.item is not None and len(page.panel.item.waiting) == 1, timeout=20_000)
    hand.key(page.list, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: page.panel.item is None or page.panel.item.case_id != case_id, timeout=20_000)
    hand.done()

    assert demo.store is not None
    with demo.store.reading() as session:
        talk = session.scalars(select(TalkRow).where(TalkRow.case_id == case_id, TalkRow.held_on == TODAY)).one()
        entry = session.scalars(select(OutwardEntryRow).where(OutwardEntryRow.subject_id == talk.id)).one()
        report = session.scalars(select(PortalReportRow).where(PortalReportRow.subject_id == talk.id)).one()
    assert (entry.system, entry.entered_on, entry.entered_by) == (
        ExternalSystem.KOMMA,
        TODAY,
        workplace.desk.author,
    )
    assert (report.state, report.reported_on) == (ReportState.SENT, TODAY)
    # The queue no longer asks for the report.
    qtbot.waitUntil(
        lambda: all((each.kind, each.case_id) != ("PORTAL_REPORT", case_id) for each in demo.page().shown_items()),
        timeout=20_000,
    )
