"""Indkald, Mødt, Ny tid, notes and letters at the open window."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.queue.item import Lane
from app.talks.hold_talk import Agreed, HoldTalk, Outcome, hold_talk
from db.rows.local import UsageLogRow
from db.rows.people import CitizenRow
from db.rows.talks import (
    AttendanceRow,
    GroupMeetingRow,
    NoteRow,
    PrintedDocumentRow,
    SummonsRow,
    TalkAgreementRow,
    TalkRow,
)
from db.values.people import UsageKind
from db.values.talks import AttendanceKind, StepOwner, TalkForm, TalkPurpose
from tests.helpers.window import paper_text, press
from tests.ui.forms_open import rows
from ui.opening import read_queue
from ui.operation import Road
from ui.pictured_case import row_in_queue
from ui.queue.actions import actions_for
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace
from ui.talks.attendance_dialog import AttendanceDialog
from ui.talks.letters_dialog import PRINTED, SAVED, LettersDialog
from ui.talks.note_dialog import NoteDialog
from ui.talks.phone_note_dialog import PhoneNoteDialog
from ui.talks.printing import make_printer
from ui.talks.rebook_dialog import RebookDialog
from ui.talks.scenes import _some_cases
from ui.talks.sending import Sending
from ui.talks.summon_dialog import SummonDialog
from ui.talks.talk_dialog import TalkDialog


def summon_dialog(workplace: Workplace, count: int = 1) -> SummonDialog:
    workplace.do(CaseAction.SUMMON, Subject(_some_cases(workplace, count)))
    assert isinstance(workplace.forms.dialog, SummonDialog)
    return workplace.forms.dialog


def letters(workplace: Workplace) -> LettersDialog:
    return next(each for each in workplace.window.findChildren(LettersDialog) if each.isVisible())


def test_that_a_citizen_is_summoned_with_what_is_proposed_and_the_row_is_agreed(
    workplace: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = summon_dialog(workplace)
    fields = dialog.fields
    assert "Indkaldelse til samtale" in paper_text(dialog.preview.paper)
    assert fields.purpose.value() is TalkPurpose.CONTACT
    fields.bring.set_value("Pas og CV")
    qtbot.waitUntil(lambda: "Pas og CV" in paper_text(dialog.preview.paper))
    fields.address.set_value("")
    qtbot.waitUntil(lambda: dialog.preview.problem() == "Brevet mangler: sted og adresse.")
    dialog.submit()
    assert dialog.form.errors() == {"address": "Brevet mangler: sted og adresse."}
    assert rows(workplace, PrintedDocumentRow) == []
    fields.address.set_value("Eksempelvej 1, 2400 København NV")
    fields.duty.set_value("")
    dialog.submit()
    assert set(dialog.form.errors()) == {"duty_text"}
    fields.duty.set_value("Udebliver du uden rimelig grund, kan det få betydning for din hjælp.")
    case_id = fields.opened.candidates[0].case_id
    dialog.submit()
    assert workplace.forms.dialog is None
    (document,) = rows(workplace, PrintedDocumentRow)
    assert isinstance(document, PrintedDocumentRow)
    assert document.case_id == case_id
    agreed = [
        row for row in read_queue(workplace.desk.store, workplace.desk.clock.today()).items
        if row.case_id == case_id and row.kind == "CONTACT_DUE"
    ]  # fmt: skip
    assert [row.lane for row in agreed] == [Lane.AGREED]
    assert CaseAction.REBOOK in actions_for(agreed[0], workplace.offered(), None)
    # Where the talk is not registered, the row comes back the day after.
    after = read_queue(workplace.desk.store, date(2007, 3, 29)).items
    assert {row.kind: row.lane for row in after if row.case_id == case_id}["CONTACT_DUE"] is not Lane.AGREED
    assert any(row.case_id == case_id and row.kind == "SUMMONS_OUTCOME" for row in after)
    shown = letters(workplace)
    assert "Pas og CV" in paper_text(shown.paper)
    shown.save_to(tmp_path / "breve.pdf")
    assert "Pas og CV" in PdfReader(tmp_path / "breve.pdf").pages[0].extract_text()
    # Nothing but what was saved by hand lies on the disk.
    assert not list(tmp_path.rglob("*.ics"))
    printer = make_printer("Breve")
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    shown.print_on(printer)
    assert workplace.window.notice.text() == "Sendt til printeren."
    printed = PdfReader(tmp_path / "printed.pdf")
    assert len(printed.pages) == 1
    assert [round(float(each)) for each in printed.pages[0].mediabox[2:]] == [595, 842]
    assert "Pas og CV" in " ".join(printed.pages[0].extract_text().split())
    # Both ways out stand in the log.
    used = [(row.kind, row.case_id) for row in rows(workplace, UsageLogRow) if row.purpose in {SAVED, PRINTED}]
    assert used == [(UsageKind.EXPORTED, case_id), (UsageKind.PRINTED, case_id)]


def test_that_many_get_slots_and_one_can_be_moved_or_left_out(workplace: Workplace) -> None:
    dialog = summon_dialog(workplace, 4)
    fields, slots = dialog.fields, dialog.fields.slots
    fields.meets_at.set_value(time(9))
    assert [slot.starts for slot in slots.value()] == [time(9), time(9, 30), time(10), time(10, 30)]
    wanted = slots.line_widgets(1)[0]
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton, pos=QPoint(10, wanted.height() // 2))
    assert [slot.starts for slot in slots.value()] == [time(9), time(9, 30), time(10)]
    slots.line_widgets(3)[1].setText("13.15")
    fields.minutes.set_value(40)
    assert [slot.starts for slot in slots.value()] == [time(9), time(9, 40), time(13, 15)]
    # Today at half past ten somebody is coming already.
    fields.meets_on.set_value(date(2007, 3, 20))
    fields.meets_at.set_value(time(8, 30))
    assert any("Anden samtale kl. 9.00" in words for words in slots.warnings())
    slots.line_widgets(3)[1].setText("kvart i")
    dialog.submit()
    assert "Tiden kan ikke læses" in dialog.form.errors()["case_ids"]
    slots.line_widgets(3)[1].setText("14")
    fields.meets_on.set_value(date(2007, 4, 2))
    fields.meets_at.set_value(time(9))
    dialog.reject()
    again = summon_dialog(workplace, 4)
    assert [slot.starts for slot in again.fields.slots.value()] == [time(9), time(9, 40), time(14)]
    again.submit()
    summonses = rows(workplace, SummonsRow, meets_on=date(2007, 4, 2))
    assert sorted(row.meets_at or "" for row in summonses) == ["09:00", "09:40", "14:00"]
    assert letters(workplace).names.count() == 3
    letters(workplace).reject()


def test_that_a_list_is_invited_to_a_new_group_and_a_draft_brings_its_citizens_back(workplace: Workplace) -> None:
    dialog = summon_dialog(workplace, 3)
    key = workplace.forms.key()
    assert key is not None
    dialog.fields.form.set_value(TalkForm.GROUP)
    dialog.fields.theme.set_value("Job i service")
    dialog.reject()
    # As after a lock: the form is made by its name alone.
    workplace.forms.open(workplace.form_makers()["summons"](), key.case_id, key.about_id)
    again = workplace.forms.dialog
    assert isinstance(again, SummonDialog)
    assert again.fields.theme.value() == "Job i service"
    assert len(again.fields.slots.value()) == 3
    again.fields.seats.set_value(2)
    again.submit()
    assert set(again.form.errors()) == {"case_ids"}
    again.fields.seats.set_value(12)
    again.submit()
    (meeting,) = rows(workplace, GroupMeetingRow)
    assert isinstance(meeting, GroupMeetingRow)
    assert (meeting.theme, len(rows(workplace, AttendanceRow))) == ("Job i service", 3)
    assert "Det handler om: Job i service" in paper_text(letters(workplace).paper)
    letters(workplace).reject()


def test_that_a_protected_address_is_told_on_the_screen_and_stays_out_of_the_letter(workplace: Workplace) -> None:
    (case_id,) = _some_cases(workplace, 1)
    with workplace.desk.store.writing() as session:
        citizen = session.get(CitizenRow, case_id)
        assert citizen is not None
        citizen.address_protected = True
        street = citizen.street or "?"
    dialog = summon_dialog(workplace)
    assert "slå adressen op" in dialog.preview.problem()
    dialog.submit()
    shown = letters(workplace)
    assert any(label.text().startswith("Slå adressen op, før") for label in shown.findChildren(QLabel))
    assert street not in paper_text(shown.paper)
    shown.reject()


def test_that_absence_says_what_follows_and_a_new_time_is_given(workplace: Workplace) -> None:
    row = row_in_queue(workplace, "SUMMONS_OUTCOME")
    case_id = row.case_id or ""
    workplace.do(CaseAction.NOTE_ATTENDANCE, Subject((case_id,), row))
    dialog = next(each for each in workplace.window.findChildren(AttendanceDialog) if each.isVisible())
    QTest.mouseClick(dialog.answers[AttendanceKind.ABSENT], Qt.MouseButton.LeftButton)
    assert "skriftligt at vide" in dialog.follows()
    assert "rimelig grund" in dialog.follows()
    press(dialog, "Ny tid")
    rebooking = workplace.forms.dialog
    assert isinstance(rebooking, RebookDialog)
    assert rebooking.meets_on.value() == date(2007, 3, 26)
    rebooking.submit()
    (old,) = rows(workplace, SummonsRow, id=row.event_id)
    assert isinstance(old, SummonsRow)
    (new,) = rows(workplace, SummonsRow, id=old.rebooked_to)
    assert isinstance(new, SummonsRow)
    assert (new.meets_on, new.meets_at) == (date(2007, 3, 26), "10:30")
    assert "Ny tid til din samtale" in paper_text(letters(workplace).paper)
    letters(workplace).reject()
    kinds = {each.kind for each in read_queue(workplace.desk.store, date(2007, 3, 20)).items if each.case_id == case_id}
    assert "SUMMONS_OUTCOME" not in kinds


def test_that_who_came_is_registered_from_there_and_undo_takes_it_back(workplace: Workplace) -> None:
    row = row_in_queue(workplace, "SUMMONS_OUTCOME")
    workplace.do(CaseAction.NOTE_ATTENDANCE, Subject((row.case_id or "",), row))
    dialog = next(each for each in workplace.window.findChildren(AttendanceDialog) if each.isVisible())
    QTest.mouseClick(dialog.answers[AttendanceKind.CAME], Qt.MouseButton.LeftButton)
    press(dialog, "Registrér samtale")
    talk = workplace.forms.dialog
    assert isinstance(talk, TalkDialog)
    assert talk.fields.held_on.value() == date(2007, 3, 19)
    assert talk.fields.form.value() is TalkForm.INDIVIDUAL
    assert talk._summons_id == row.event_id
    talk.keeper.stop()
    talk.reject()
    press(workplace.window.notice, "Fortryd")
    (summons,) = rows(workplace, SummonsRow, id=row.event_id)
    assert isinstance(summons, SummonsRow)
    assert summons.attendance is None


def test_that_a_missing_note_is_written_about_its_talk_and_a_promised_call_is_closed(workplace: Workplace) -> None:
    row = row_in_queue(workplace, "NOTE_MISSING")
    workplace.do(CaseAction.WRITE_NOTE, Subject((row.case_id or "",), row))
    dialog = workplace.forms.dialog
    assert isinstance(dialog, NoteDialog)
    dialog.submit()
    assert dialog.form.errors() == {"text": "Skriv notatet."}
    dialog.text.set_value("Talte om praktik.")
    dialog.submit()
    (note,) = rows(workplace, NoteRow, about_id=row.event_id)
    assert isinstance(note, NoteRow)
    assert (note.about_kind, note.text) == ("talk", "Talte om praktik.")
    call = row_in_queue(workplace, "CALLBACK")
    workplace.do(CaseAction.PHONE_NOTE, Subject((call.case_id or "",), call))
    phone = workplace.forms.dialog
    assert isinstance(phone, PhoneNoteDialog)
    assert phone.called.value() == ("called",)
    phone.text.set_value("Talt sammen.")
    phone.submit()
    (asked,) = rows(workplace, NoteRow, id=call.event_id)
    assert isinstance(asked, NoteRow)
    assert asked.called_back_on == date(2007, 3, 20)
    left = read_queue(workplace.desk.store, date(2007, 3, 20)).items
    assert not {row.key, call.key} & {each.key for each in left}


def test_that_agreements_of_the_last_talk_are_ticked_off_in_the_next(workplace: Workplace) -> None:
    (case_id,) = _some_cases(workplace, 1)
    agreed = (Agreed("Ringer til skolen", StepOwner.CITIZEN),)
    talk = HoldTalk(
        case_id, date(2007, 3, 19), TalkForm.INDIVIDUAL, "Notat", "Søger", date(2007, 5, 1), True, agreements=agreed
    )
    workplace.run(Road.WRITE, workplace.desk.use(hold_talk, talk), lambda _done: None)
    workplace.do(CaseAction.HOLD_TALK, Subject((case_id,)))
    dialog = workplace.forms.dialog
    assert isinstance(dialog, TalkDialog)
    (row,) = rows(workplace, TalkAgreementRow, text="Ringer til skolen")
    assert isinstance(row, TalkAgreementRow)
    settled = dialog.fields.settled
    for outcome in (Outcome.PARTLY, Outcome.DONE, Outcome.NOT_DONE):
        QTest.mouseClick(settled.button(row.id, outcome), Qt.MouseButton.LeftButton)
        assert [each.outcome for each in settled.value()] == [outcome]
    dialog.reject()
    workplace.do(CaseAction.HOLD_TALK, Subject((case_id,)))
    again = workplace.forms.dialog
    assert isinstance(again, TalkDialog)
    assert [each.outcome for each in again.fields.settled.value()] == [Outcome.NOT_DONE]
    QTest.mouseClick(again.fields.settled.button(row.id, Outcome.NOT_DONE), Qt.MouseButton.LeftButton)
    assert again.fields.settled.value() == ()
    again.keeper.stop()


def test_that_rebooking_without_a_summons_says_so(workplace: Workplace) -> None:
    (case_id,) = _some_cases(workplace, 1)
    workplace.do(CaseAction.REBOOK, Subject((case_id,)))
    assert workplace.forms.dialog is None
    assert workplace.window.notice.text().startswith("Der er ingen åben indkaldelse.")


@pytest.mark.parametrize("action", [CaseAction.SUMMON, CaseAction.WRITE_NOTE])
def test_that_tab_goes_round_every_widget_has_a_name_and_the_form_fits(
    workplace: Workplace, action: CaseAction
) -> None:
    workplace.do(action, Subject(_some_cases(workplace, 1)))
    dialog = workplace.forms.dialog
    assert dialog is not None
    assert dialog.width() <= 1366
    assert dialog.height() <= 708
    assert dialog.minimumSizeHint().height() <= 700
    first = dialog.focusWidget()
    for _ in range(80):
        focused = dialog.focusWidget()
        assert focused is not None
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            assert focused.accessibleName()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if dialog.focusWidget() is first:
            break
    else:
        raise AssertionError("Tab never comes round")


def test_that_sending_nothing_needs_no_letter(workplace: Workplace) -> None:
    dialog = summon_dialog(workplace)
    dialog.fields.sent_how.set_value(Sending.NONE)
    assert any(each.text() == "Gem indkaldelse" for each in dialog.findChildren(QPushButton))
    dialog.submit()
    assert rows(workplace, PrintedDocumentRow) == []
    assert not any(each.isVisible() for each in workplace.window.findChildren(LettersDialog))
    assert rows(workplace, TalkRow, held_on=date(2007, 3, 20)) == []
