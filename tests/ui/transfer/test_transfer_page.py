"""Overfør: through the list one by one, copying and ticking off, in the real window on a real store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app.talks.hold_talk import HoldTalk, hold_talk
from app.transfer.systems import EntryField
from app.transfer.waiting import TickState, TransferItem
from db.rows.local import UsageLogRow
from db.rows.people import OutwardEntryRow
from db.rows.talks import PortalReportRow
from db.values.people import ExternalSystem, UsageKind
from db.values.talks import ReportState, TalkForm
from tests.helpers.window import button_saying
from tests.ui.items import TODAY
from ui.forms.short_dialog import ShortDialog
from ui.operation import Road
from ui.pictured_case import case_in_queue, row_in_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.secret_clipboard import SECONDS, SecretClipboard
from ui.shell.workplace import Workplace
from ui.transfer.transfer_desk import PAGE
from ui.transfer.transfer_page import TransferPage

NOTE = "Talte om praktik i rengøring."
PORTAL = ExternalSystem.LABOUR_MARKET_PORTAL


@pytest.fixture
def talk_id(workplace: Workplace) -> str:
    """A talk of today, in a case of the worker's own."""
    request = HoldTalk(
        case_in_queue(workplace, "CONTACT_DUE"),
        TODAY,
        TalkForm.INDIVIDUAL,
        NOTE,
        "Besøger to virksomheder",
        date(2007, 5, 20),
        match_kept=True,
    )
    done: list[str] = []
    workplace.run(Road.WRITE, workplace.desk.use(hold_talk, request), lambda each: done.append(each.id))
    return done[0]


@pytest.fixture
def page(workplace: Workplace, talk_id: str) -> TransferPage:
    made = workplace.show_page(PAGE)
    assert isinstance(made, TransferPage)
    made.show_subject(talk_id)
    return made


def shown(page: TransferPage) -> list[TransferItem]:
    return [page.list.rows.row(number) for number in range(page.list.rows.rowCount())]


def press(page: TransferPage, key: Qt.Key) -> None:
    QTest.keyClick(page.list, key)


def logged(workplace: Workplace, kind: UsageKind) -> int:
    with workplace.desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(UsageLogRow).where(UsageLogRow.kind == kind)) or 0


def test_that_an_entry_is_walked_copied_and_ticked_off_by_keys(
    workplace: Workplace, page: TransferPage, talk_id: str, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.isVisible)
    item = page.panel.item
    assert item is not None
    assert (item.subject_id, [tick.name for tick in item.ticks]) == (talk_id, ["KOMMA", "Arbejdsmarkedsportalen"])
    before = workplace.window.navigation._counts[PAGE].text()
    page.list.setFocus()
    revealed = logged(workplace, UsageKind.COPIED)
    press(page, Qt.Key.Key_F2)
    cpr = QApplication.clipboard().text()
    assert (len(cpr), cpr[6]) == (11, "-")
    assert logged(workplace, UsageKind.COPIED) == revealed + 1
    assert cpr not in "".join(label.text() for label in page.panel.findChildren(QPushButton))
    press(page, Qt.Key.Key_F3)
    assert QApplication.clipboard().text() == NOTE
    assert f"om {SECONDS} sekunder" in workplace.window.notice.text()
    # Enter goes from the list to the values, copies one and walks on to the next.
    press(page, Qt.Key.Key_Return)
    first = page.focusWidget()
    assert first is page.panel.values.button(EntryField.CPR)
    QTest.keyClick(first, Qt.Key.Key_Down)
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == "20-03-2007"
    assert page.focusWidget() is page.panel.values.button(EntryField.FORM)
    # F4 ticks KOMMA first, then the portal, and then stands on the next entry.
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_F4)
    assert page.panel.item is not None
    assert [tick.state for tick in page.panel.item.ticks] == [TickState.DONE, TickState.WAITING]
    assert "overført til KOMMA" in workplace.window.notice.text()
    press(page, Qt.Key.Key_F4)
    assert page.panel.item is not None
    assert page.panel.item.subject_id != talk_id
    assert talk_id not in [each.subject_id for each in shown(page)]
    assert int(workplace.window.navigation._counts[PAGE].text() or 0) == int(before) - 1
    QTest.mouseClick(workplace.window.notice._undo, Qt.MouseButton.LeftButton)
    assert talk_id in [each.subject_id for each in shown(page)]


def test_that_the_clipboard_is_emptied_again_and_only_of_what_was_put_there(qapp: QApplication, qtbot: QtBot) -> None:
    clipboard = SecretClipboard()
    clipboard.timer.setInterval(10)
    clipboard.copy("610175-1001")
    qtbot.waitUntil(lambda: QApplication.clipboard().text() == "")
    clipboard.copy("610175-1001")
    QApplication.clipboard().setText("noget andet")
    qtbot.waitUntil(lambda: not clipboard.timer.isActive())
    assert QApplication.clipboard().text() == "noget andet"
    clipboard.deleteLater()


def test_that_whose_which_system_which_day_and_what_is_done_can_be_chosen(
    workplace: Workplace, page: TransferPage, talk_id: str
) -> None:
    mine = len(shown(page))
    assert page.mine.text() == f"Mine {mine}"
    QTest.mouseClick(page.all, Qt.MouseButton.LeftButton)
    assert page.all.text() == f"Alle {len(shown(page))}"
    assert len(shown(page)) >= mine
    QTest.mouseClick(page.mine, Qt.MouseButton.LeftButton)
    page.system.setCurrentIndex(page.system.findText("KOMMA"))
    assert [each.subject_id for each in shown(page)] == [talk_id]
    page.show_system(None)
    page.only_today.setChecked(True)
    assert [each.subject_id for each in shown(page)] == [talk_id]
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    assert shown(page) == []
    assert page.list.empty_text() == "Intet er sat som overført i de sidste 30 dage."
    page.only_today.setChecked(False)
    assert all(not each.waiting for each in shown(page))
    assert shown(page)
    assert not page.panel.done.isEnabled()


def test_that_the_portal_can_send_one_back_and_it_is_put_right_by_a_tick(
    workplace: Workplace, page: TransferPage, talk_id: str, qtbot: QtBot
) -> None:
    for name in ("KOMMA", "Arbejdsmarkedsportalen"):
        box = next(each for each in page.panel.ticks.boxes.values() if each.text() == name)
        qtbot.waitUntil(box.isVisible)
        QTest.keyClick(box, Qt.Key.Key_Space)
    QTest.mouseClick(page.done, Qt.MouseButton.LeftButton)
    page._go_to(lambda item: item.subject_id == talk_id)
    QApplication.processEvents()
    QTest.mouseClick(button_saying(page, "Afvist …"), Qt.MouseButton.LeftButton)
    dialog = workplace.window.findChild(ShortDialog)
    assert dialog is not None
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.form.errors() == {"reason": "Skriv, hvorfor indberetningen blev afvist."}
    QTest.keyClicks(dialog.focusWidget(), "Matchdato mangler.")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    page.show_subject(talk_id)
    item = page.panel.item
    assert item is not None
    assert [(tick.name, tick.state, tick.reason) for tick in item.waiting] == [
        ("Arbejdsmarkedsportalen", TickState.REJECTED, "Matchdato mangler.")
    ]
    press(page, Qt.Key.Key_F4)
    with workplace.desk.store.reading() as session:
        query = select(PortalReportRow.state).where(PortalReportRow.subject_id == talk_id)
        assert session.scalars(query).one() is ReportState.CORRECTED


def test_that_what_is_not_needed_in_a_system_is_taken_off_with_its_reason_and_back(
    workplace: Workplace, page: TransferPage, talk_id: str
) -> None:
    QTest.mouseClick(button_saying(page, "Ikke nødvendig …"), Qt.MouseButton.LeftButton)
    dialog = workplace.window.findChild(ShortDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.focusWidget(), "Skrevet af A. Lind.")
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    with workplace.desk.store.reading() as session:
        query = select(OutwardEntryRow.withdrawn_reason).where(OutwardEntryRow.subject_id == talk_id)
        assert session.scalars(query).one() == "Skrevet af A. Lind."
    page.show_subject(talk_id)
    assert page.panel.item is not None
    assert [tick.name for tick in page.panel.item.ticks] == ["Arbejdsmarkedsportalen"]
    QTest.mouseClick(workplace.window.notice._undo, Qt.MouseButton.LeftButton)
    assert page.panel.item is not None
    assert [tick.name for tick in page.panel.item.ticks] == ["KOMMA", "Arbejdsmarkedsportalen"]


def test_that_the_file_for_the_portal_marks_nothing_until_it_is_asked_to(
    workplace: Workplace, page: TransferPage, tmp_path: Path
) -> None:
    page.show_system(PORTAL)
    waiting = len(shown(page))
    page._file.write(tmp_path / "indberetning")
    written = (tmp_path / "indberetning.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(written) > 1
    assert len(shown(page)) == waiting
    QTest.mouseClick(page._file.mark, Qt.MouseButton.LeftButton)
    assert not [tick for item in shown(page) for tick in item.waiting if tick.state is TickState.WAITING]
    QTest.mouseClick(workplace.window.notice._undo, Qt.MouseButton.LeftButton)
    assert len(shown(page)) == waiting
    page._file.write(tmp_path / "findes ikke" / "indberetning.csv")
    assert "indberetning" not in workplace.window.notice.text()
    assert workplace.window.notice.text()


def test_that_the_queues_row_opens_the_page_at_the_portal(workplace: Workplace) -> None:
    row = row_in_queue(workplace, "PORTAL_REPORT")
    workplace.do(CaseAction.OPEN_TRANSFER, Subject((row.case_id or "",), row))
    page = workplace.show_page(PAGE)
    assert isinstance(page, TransferPage)
    assert page.choice().system is PORTAL
    assert page.panel.item is not None
    assert page.panel.item.case_id == row.case_id


def test_that_tab_leaves_the_list_and_everything_has_a_name(page: TransferPage) -> None:
    page.list.setFocus()
    seen = set()
    for _ in range(40):
        focused = page.window().focusWidget()
        assert focused is not None
        seen.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if page.window().focusWidget() is page.list:
            break
    else:
        raise AssertionError("Tab never comes round")
    named: Callable[[QPushButton], bool] = lambda each: bool(each.accessibleName() or each.text())  # noqa: E731
    assert all(named(each) for each in seen if isinstance(each, QPushButton))
    assert page.panel.done in seen
