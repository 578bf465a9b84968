"""Talks and phone notes from the form to a real store, with drafts, refusals and a full disk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select, text

from app.changes import Changes
from app.clock import FixedClock
from app.ids import NewId
from app.queue.item import QueueItem
from app.talks.opened_form import OpenedForm
from db.errors import Unavailable
from db.rows.local import DraftRow, UsageLogRow
from db.rows.talks import NoteRow, PortalReportRow, TalkAgreementRow, TalkRow
from db.store.store import Store
from db.values.people import UsageKind
from db.values.talks import NoteKind, StepOwner, TalkForm, TalkPurpose
from tests.helpers.window import press
from tests.ui.demo_store import copy_demo, demo_key
from ui import opening
from ui.desk import Desk
from ui.forms.case_dialog import CaseDialog
from ui.forms.case_form import CaseForm
from ui.forms.form_desk import FormDesk
from ui.operation import SynchronousRunner
from ui.talks.phone_note_dialog import PhoneNoteDialog
from ui.talks.talk_dialog import TalkDialog
from ui.talks.talk_fields import MatchAnswer
from ui.talks.talk_forms import phone_note_form, purpose_of, talk_form

TODAY = date(2007, 3, 20)


@dataclass
class At:
    """A desk at a copy of the demo store, with what it told and changed."""

    store: Store
    desk: FormDesk
    row: QueueItem
    told: list[str] = field(default_factory=list)
    changed: list[Changes] = field(default_factory=list)

    @property
    def dialog(self) -> CaseDialog:
        assert self.desk.dialog is not None
        return self.desk.dialog

    @property
    def talk(self) -> TalkDialog:
        assert isinstance(self.desk.dialog, TalkDialog)
        return self.desk.dialog

    def open_talk(self) -> TalkDialog:
        self.desk.open(talk_form(purpose_of(self.row)), self.row.case_id)
        return self.talk

    def fill(self) -> TalkDialog:
        fields = self.talk.fields
        fields.note.set_value("Talte om rengøring.")
        fields.form.set_value(TalkForm.INDIVIDUAL)
        fields.match.set_value(MatchAnswer.KEPT)
        fields.next_step.set_value("Sender to ansøgninger")
        fields.next_contact_on.set_value(date(2007, 5, 21))
        return self.talk

    def talks(self) -> list[TalkRow]:
        with self.store.reading() as session:
            rows = session.scalars(select(TalkRow).where(TalkRow.case_id == self.row.case_id, TalkRow.held_on == TODAY))
            return list(rows)

    def notes(self, kind: NoteKind) -> list[NoteRow]:
        with self.store.reading() as session:
            return list(session.scalars(select(NoteRow).where(NoteRow.kind == kind, NoteRow.noted_on == TODAY)))

    def drafts(self) -> list[str]:
        with self.store.reading() as session:
            return [row.state for row in session.scalars(select(DraftRow))]


@pytest.fixture
def at(qtbot: QtBot, directory: Path, clock: FixedClock, make_id: NewId) -> Iterator[At]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    runner = SynchronousRunner(window)
    with Store.open(copy_demo(directory), demo_key()) as store:
        me = opening.settle(store).worker_id
        assert me is not None
        rows = opening.read_queue(store, clock.today()).items
        row = next(each for each in rows if each.kind == "CONTACT_DUE" and each.match is not None)
        desk = FormDesk(Desk(store, me, clock, make_id, runner), window)
        made = At(store, desk, row)
        desk.told.connect(made.told.append)
        desk.failed.connect(made.told.append)
        runner.changes.changes_made.connect(lambda changes, _: made.changed.append(changes))
        yield made
        if desk.dialog is not None:
            desk.dialog.keeper.stop()
            desk.dialog.close()
        window.close()


def test_that_a_talk_is_registered_with_its_note_and_report(at: At) -> None:
    at.open_talk()
    at.fill().submit()
    (talk,) = at.talks()
    assert (talk.form, talk.purpose, talk.match_kept) == (TalkForm.INDIVIDUAL, TalkPurpose.CONTACT, True)
    assert (talk.next_step_towards_work, talk.next_contact_on) == ("Sender to ansøgninger", date(2007, 5, 21))
    assert [note.text for note in at.notes(NoteKind.TALK) if note.about_id == talk.id] == ["Talte om rengøring."]
    with at.store.reading() as session:
        assert session.scalar(select(PortalReportRow.id).where(PortalReportRow.subject_id == talk.id))
    assert at.desk.dialog is None
    assert at.changed
    assert at.changed[-1].cases == {at.row.case_id}
    assert at.drafts() == []


def test_that_opening_is_logged_and_shows_who_it_is_and_what_was_agreed(at: At) -> None:
    dialog = at.open_talk()
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    assert at.row.citizen in shown
    assert any(text.startswith("født ") for text in shown)
    assert "Aftalt sidst" in shown
    with at.store.reading() as session:
        logged = session.scalars(select(UsageLogRow).where(UsageLogRow.purpose == "Samtaleskema")).all()
    assert [(row.kind, row.case_id) for row in logged] == [(UsageKind.OPENED, at.row.case_id)]


@pytest.mark.parametrize(
    ("empty", "message"),
    [
        ("note", "Skriv notatet."),
        ("held_on", "Skriv datoen for samtalen."),
        ("form", "Vælg, hvordan samtalen blev holdt."),
        ("match_kept", "Vælg, om matchkategorien er uændret, eller vurdér den igen."),
        ("next_step_towards_work", "Skriv det næste skridt mod arbejde."),
        ("next_contact_on", "Skriv, hvornår næste kontakt er."),
    ],
)
def test_that_what_is_required_is_asked_for_at_its_field(at: At, empty: str, message: str) -> None:
    at.open_talk()
    dialog = at.fill()
    dialog.form.fields[empty].set_state(None)
    dialog.submit()
    assert dialog.form.errors() == {empty: message}
    assert dialog.form.fields[empty].has_focus()
    assert at.talks() == []
    assert dialog.isVisible()


def test_that_a_new_match_asks_for_what_it_rests_on(at: At) -> None:
    at.open_talk()
    dialog = at.fill()
    dialog.fields.match.set_value(MatchAnswer.NEW)
    assert not dialog.fields.category.isHidden()
    for name, state in (("category", "2"), ("reason", "Har fået job på prøve."), ("basis", ["work_wish"])):
        dialog.submit()
        assert set(dialog.form.errors()) == {name}
        dialog.form.fields[name].set_state(state)
    dialog.submit()
    assert len(at.talks()) == 1
    assert at.told[-1].startswith("Samtalen er gemt.")
    assert ("matchning fra" in at.told[-1]) == (at.row.match != 2)


def test_that_headings_of_the_purpose_are_put_into_the_note_with_the_cursor_below_the_first(at: At) -> None:
    dialog = at.open_talk()
    press(dialog, "Indsæt overskrifter")
    assert dialog.fields.note.value().startswith("Siden sidst:\n")
    assert dialog.fields.note.has_focus()
    QTest.keyClicks(dialog.fields.note.focus_widget(), "Godt.")
    assert dialog.fields.note.value().startswith("Siden sidst:\nGodt.")
    dialog.keeper.stop()


def test_that_a_refusal_under_the_fold_opens_it(at: At) -> None:
    at.open_talk()
    dialog = at.fill()
    dialog.fields.hours.set_state("mange")
    dialog.submit()
    assert dialog.form.errors() == {"weekly_hours_possible": "Skriv et helt tal."}
    assert dialog.fields.hours.isVisible()


def test_that_what_is_typed_is_kept_within_two_seconds_and_comes_back_with_the_cursor(at: At, qtbot: QtBot) -> None:
    dialog = at.open_talk()
    qtbot.waitUntil(dialog.fields.note.has_focus)
    QTest.keyClicks(dialog.fields.note.focus_widget(), "Talte om bus")
    dialog.fields.note.put_cursor(5)
    qtbot.waitUntil(lambda: len(at.drafts()) == 1, timeout=2000)
    # As after a crash: the form goes without being closed.
    at.desk.dialog = None
    dialog.keeper.stop()
    dialog.hide()
    dialog.deleteLater()
    again = at.open_talk()
    assert again.fields.note.value() == "Talte om bus"
    assert again.fields.note.cursor_place() == 5
    assert any(
        label.text() == "Din kladde er hentet frem." and label.isVisible() for label in again.findChildren(QLabel)
    )
    press(again, "Begynd forfra")
    assert again.fields.note.value() == ""
    assert at.drafts() == []


def test_that_closing_keeps_the_draft_and_an_untouched_form_leaves_none(at: At) -> None:
    dialog = at.open_talk()
    dialog.reject()
    assert at.drafts() == []
    at.open_talk().fields.note.set_value("Halvt")
    at.dialog.reject()
    assert at.desk.dialog is None
    assert "Halvt" in at.drafts()[0]


def test_that_a_full_disk_keeps_the_text_and_says_so(at: At, monkeypatch: pytest.MonkeyPatch) -> None:
    at.open_talk()
    dialog = at.fill()

    def full(*_args: object) -> None:
        raise Unavailable("Disken er fuld. Frigør plads, og gem igen.", code="disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "writing", full)
        dialog.submit()
        assert dialog.message() == "Disken er fuld. Frigør plads, og gem igen."
        assert dialog.fields.note.value() == "Talte om rengøring."
        dialog.reject()
        assert dialog.isVisible()
        assert "må gå tabt" in dialog.message()
        assert dialog.fields.note.has_focus()
    dialog.submit()
    assert len(at.talks()) == 1
    assert at.desk.dialog is None


def test_that_a_store_that_is_really_full_keeps_the_text_until_there_is_room(at: At) -> None:
    at.open_talk()
    dialog = at.fill()
    dialog.fields.note.set_value("Talte om rengøring. " * 20_000)
    with at.store.writing() as session:
        pages = session.scalar(text("PRAGMA page_count"))
        session.execute(text(f"PRAGMA max_page_count = {pages}"))
    dialog.submit()
    assert "fuld" in dialog.message()
    assert dialog.isVisible()
    assert dialog.fields.note.value().startswith("Talte om rengøring.")
    assert at.talks() == []
    with at.store.writing() as session:
        session.execute(text("PRAGMA max_page_count = 4294967294"))
    dialog.submit()
    assert len(at.talks()) == 1
    assert at.desk.dialog is None


def test_that_a_phone_note_asks_for_a_call_back(at: At) -> None:
    at.desk.open(phone_note_form(), at.row.case_id)
    dialog = at.dialog
    assert isinstance(dialog, PhoneNoteDialog)
    dialog.submit()
    assert dialog.form.errors() == {"text": "Skriv notatet."}
    dialog.text.set_value("Ringede om bussen.")
    QTest.mouseClick(dialog.call_back.button("yes"), Qt.MouseButton.LeftButton)
    dialog.submit()
    assert [(note.text, note.call_back) for note in at.notes(NoteKind.PHONE)] == [("Ringede om bussen.", True)]


def test_that_sickness_is_asked_for_in_a_follow_up_only(at: At) -> None:
    at.desk.open(talk_form(TalkPurpose.SICKNESS_FOLLOW_UP), at.row.case_id)
    at.talk.show_more(shown=True)
    assert at.talk.fields.health.isVisible()
    at.talk.fields.purpose.set_value(TalkPurpose.CONTACT)
    assert not at.talk.fields.health.isVisible()


def test_that_a_case_that_is_gone_is_said_and_nothing_opens(at: At) -> None:
    at.desk.open(talk_form(), "no-such-case")
    assert at.desk.dialog is None
    assert at.told == ["Sagen findes ikke på denne computer."]


@pytest.mark.parametrize("form", [talk_form(), phone_note_form()], ids=["talk", "phone_note"])
def test_that_tab_goes_round_and_every_widget_has_a_name(at: At, form: CaseForm[OpenedForm]) -> None:
    at.desk.open(form, at.row.case_id)
    first = at.dialog.focusWidget()
    seen = []
    for _ in range(60):
        focused = at.dialog.focusWidget()
        assert focused is not None
        seen.append(focused)
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            assert focused.accessibleName()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if at.dialog.focusWidget() is first:
            break
    else:
        raise AssertionError("Tab never comes round")
    assert any(isinstance(each, QPushButton) and each.text().startswith("Gem") for each in seen)


def test_that_the_form_fits_a_small_screen_without_scrolling(at: At) -> None:
    dialog = at.open_talk()
    assert dialog.width() <= 1366
    assert dialog.height() <= 768 - 60
    assert dialog.area.verticalScrollBar().maximum() == 0
    assert dialog.minimumSizeHint().height() <= 700


def test_that_control_and_enter_save_and_enter_in_a_line_does_not(at: At, qtbot: QtBot) -> None:
    qtbot.waitUntil(at.open_talk().isActiveWindow)
    line = at.fill().fields.next_step.focus_widget()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert at.talks() == []
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(at.talks()) == 1


def test_that_agreements_are_kept_with_who_and_when_and_come_back_from_a_draft(at: At) -> None:
    at.open_talk()
    at.fill().fields.agreements.set_state(
        [["Ringer til skolen", "citizen", "+7"], ["Sender brev", "jobcentre", ""], ["", "citizen", ""]]
    )
    at.dialog.reject()
    dialog = at.open_talk()
    dialog.submit()
    (talk,) = at.talks()
    with at.store.reading() as session:
        rows = session.scalars(select(TalkAgreementRow).where(TalkAgreementRow.talk_id == talk.id)).all()
    assert [(row.text, row.who, row.by_date) for row in rows] == [
        ("Ringer til skolen", StepOwner.CITIZEN, date(2007, 3, 27)),
        ("Sender brev", StepOwner.JOBCENTRE, None),
    ]


def test_that_an_agreement_without_words_is_refused_at_its_field_and_a_wrong_day_is_shown(at: At) -> None:
    at.open_talk()
    dialog = at.fill()
    dialog.fields.agreements.set_state([["", "citizen", "i morgen"]])
    dialog.submit()
    assert dialog.form.errors() == {"agreements": "Skriv, hvad der er aftalt."}
    dialog.fields.agreements.set_state([["Ringer", "citizen", "snart"]])
    dialog.submit()
    assert "Datoen kan ikke læses" in dialog.form.errors()["agreements"]
    assert dialog.fields.agreements.isVisible()
    assert at.talks() == []


def test_that_tab_goes_through_the_agreements_line_by_line(at: At, qtbot: QtBot) -> None:
    dialog = at.open_talk()
    dialog.show_more(shown=True)
    more = next(each for each in dialog.fields.agreements.findChildren(QPushButton))
    qtbot.waitUntil(more.isVisible)
    more.setFocus()
    QTest.keyClick(more, Qt.Key.Key_Space)
    dialog.fields.agreements.take_focus()
    seen = []
    for _ in range(7):
        focused = dialog.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName() or "Tilføj")
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == [
        *(f"Aftaler {number}: {part}" for number in (1, 2) for part in ("hvad", "hvem", "senest")),
        "Tilføj",
    ]
