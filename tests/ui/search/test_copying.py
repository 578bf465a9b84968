"""What is copied is logged, marked as secret, and gone again; what somebody else copied stays."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from app.talks.notes import WriteNote, write_note
from db.rows.local import UsageLogRow
from db.rows.people import CitizenRow
from db.values.people import UsageKind
from db.values.talks import NoteKind
from ui.operation import Road
from ui.pictured_case import case_in_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.secret_clipboard import SECONDS
from ui.shell.workplace import Workplace


def _copied(workplace: Workplace) -> list[tuple[str, str | None]]:
    with workplace.desk.store.reading() as session:
        query = select(UsageLogRow.purpose, UsageLogRow.case_id).where(UsageLogRow.kind == UsageKind.COPIED)
        return [(row.purpose, row.case_id) for row in session.execute(query)]


def test_that_a_number_is_copied_with_a_notice_and_a_log_row_and_leaves_by_itself(workplace: Workplace) -> None:
    case = case_in_queue(workplace, "CONTACT_DUE")
    with workplace.desk.store.reading() as session:
        cpr = session.scalars(select(CitizenRow.cpr).where(CitizenRow.id == case)).one()
    workplace.current_case = None
    workplace.command("copy_cpr")
    assert workplace.window.notice.text() == "Vælg en borger først."
    workplace.current_case = case
    workplace.command("copy_cpr")
    board, clipboard = QApplication.clipboard(), workplace.clipboard
    assert board.text() == f"{cpr[:6]}-{cpr[6:]}"
    assert bytes(board.mimeData().data("x-kde-passwordManagerHint").data()) == b"secret"
    assert workplace.window.notice.text() == (
        "CPR-nummeret er kopieret. Det fjernes fra udklipsholderen om 30 sekunder."
    )
    assert cpr not in workplace.window.notice.text()
    assert _copied(workplace) == [("CPR-nummer kopieret", case)]
    assert clipboard.timer.isActive()
    assert clipboard.timer.interval() == SECONDS * 1000
    clipboard.timer.timeout.emit()
    assert board.text() == ""
    assert not clipboard.timer.isActive()


def test_that_what_was_copied_goes_when_one_leaves_and_what_others_copied_stays(workplace: Workplace) -> None:
    case = case_in_queue(workplace, "CONTACT_DUE")
    request = WriteNote(case, "Ringede om praktik", workplace.desk.clock.today(), NoteKind.PHONE)
    workplace.run(Road.WRITE, workplace.desk.use(write_note, request), lambda _: None)
    board, clipboard = QApplication.clipboard(), workplace.clipboard
    workplace.do(CaseAction.COPY_NOTE, Subject((case,)))
    assert board.text() == "Ringede om praktik"
    workplace.before_lock.emit()
    assert board.text() == ""
    workplace.do(CaseAction.COPY_NOTE, Subject((case,)))
    application = QApplication.instance()
    assert application is not None
    application.aboutToQuit.emit()
    assert board.text() == ""
    workplace.do(CaseAction.COPY_NOTE, Subject((case,)))
    board.setText("noget andet")
    clipboard.timer.timeout.emit()
    assert board.text() == "noget andet"
    board.clear()


def test_that_a_case_without_notes_says_so_and_copies_nothing(workplace: Workplace) -> None:
    QApplication.clipboard().setText("før")
    workplace.do(CaseAction.COPY_NOTE, Subject((case_in_queue(workplace, "CONTACT_DUE"),), None, "no such row"))
    assert workplace.window.notice.text() == "Der er intet notat at kopiere."
    assert QApplication.clipboard().text() == "før"
    assert _copied(workplace) == []
    QApplication.clipboard().clear()
