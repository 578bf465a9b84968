"""Application cases at the window: opened, brought forward, waited for, delayed."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from app.cases.take_step import StepAnswer
from db.rows.cases import ApplicationCaseRow, CaseStepRow, DelayNoticeRow
from db.rows.talks import PrintedDocumentRow
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, WaitingFor
from db.values.talks import SentHow
from tests.ui.forms_open import drafts, items, open_from_row, rows, shown
from ui.applications.application_dialog import ApplicationDialog
from ui.applications.delay_dialog import DelayDialog
from ui.applications.step_dialog import StepDialog
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace
from ui.talks.letters_dialog import LettersDialog
from ui.talks.sending import Sending

TODAY = date(2007, 3, 20)


def button(within: QWidget, words: str) -> QPushButton:
    return next(each for each in within.findChildren(QPushButton) if each.text() == words)


def test_that_a_case_is_opened_with_its_first_step(workplace: Workplace) -> None:
    row = next(
        each
        for each in items(workplace, "CONTACT_DUE")
        if not rows(workplace, ApplicationCaseRow, case_id=each.case_id)
    )
    dialog = open_from_row(workplace, CaseAction.OPEN_APPLICATION, ApplicationDialog, row)
    dialog.submit()
    assert dialog.form.errors() == {"kind": "Vælg, hvad der er søgt om."}
    dialog.kind.set_value(ApplicationCaseKind.FLEXJOB)
    dialog.applied_on.set_value(date(2007, 3, 21))
    dialog.submit()
    assert dialog.form.errors().keys() == {"applied_on"}
    dialog.applied_on.set_value(date(2007, 3, 19))
    dialog.inherited.set_value(["yes"])
    dialog.submit()
    (case,) = rows(workplace, ApplicationCaseRow, case_id=row.case_id)
    assert (case.kind, case.inherited) == (ApplicationCaseKind.FLEXJOB, True)
    # Five working days after Monday 19 March.
    (step,) = [each for each in items(workplace, "CASE_STEP_DUE") if each.case_id == row.case_id]
    assert step.due_on == date(2007, 3, 26)
    dialog = open_from_row(workplace, CaseAction.OPEN_APPLICATION, ApplicationDialog, row)
    dialog.kind.set_value(ApplicationCaseKind.FLEXJOB)
    dialog.submit()
    assert dialog.form.errors() == {"kind": "Borgeren har allerede en åben sag af den slags."}


def test_that_a_waiting_step_is_reminded_and_then_answered(workplace: Workplace) -> None:
    row = items(workplace, "WAITING_REMINDER")[0]
    dialog = open_from_row(workplace, CaseAction.TAKE_STEP, StepDialog, row)
    shown_texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("Venter på ") for text in shown_texts)
    dialog.submit()
    assert dialog.form.errors() == {"answer": "Vælg, hvad der er sket."}
    dialog.answer.set_value(StepAnswer.REMINDED)
    assert not dialog.expected_on.isHidden()
    assert dialog.outcome.isHidden()
    dialog.expected_on.set_value(date(2007, 3, 19))
    dialog.submit()
    assert dialog.form.errors() == {"expected_on": "Datoen kan ikke ligge før den 20.03.2007."}
    dialog.expected_on.set_value(date(2007, 4, 3))
    dialog.submit()
    assert [each.reminded_on for each in rows(workplace, CaseStepRow, id=row.event_id)] == [TODAY]
    assert row.key not in {each.key for each in items(workplace, "WAITING_REMINDER")}
    workplace.do(CaseAction.TAKE_STEP, Subject((row.case_id or "",), about_id=row.event_id))
    dialog = shown(workplace, StepDialog)
    dialog.answer.set_value(StepAnswer.ANSWERED)
    dialog.outcome.set_value("Attesten kom")
    dialog.submit()
    assert [each.result for each in rows(workplace, CaseStepRow, id=row.event_id)] == ["Attesten kom"]


def test_that_a_refusal_stands_at_the_date_or_text_of_the_answer(workplace: Workplace) -> None:
    row = next(
        each
        for each in items(workplace, "CASE_STEP_DUE")
        if each.waiting_for is None
        and rows(workplace, CaseStepRow, id=each.event_id)[0].step
        not in {CaseStepKind.RECOMMENDATION, CaseStepKind.DECISION}
    )
    dialog = open_from_row(workplace, CaseAction.TAKE_STEP, StepDialog, row)
    assert dialog.answer.value() is StepAnswer.DONE
    dialog.days[StepAnswer.DONE].set_value(date(2007, 3, 21))
    dialog.submit()
    assert dialog.form.errors().keys() == {"done_on"}
    dialog.answer.set_value(StepAnswer.WAITS)
    dialog.submit()
    assert dialog.form.errors() == {"waiting_for": "Vælg, hvem der ventes på."}
    for answer, field in ((StepAnswer.RECOMMENDED, "recommendation"), (StepAnswer.DECIDED, "decision")):
        dialog.answer.set_value(answer)
        dialog.submit()
        assert dialog.form.errors().keys() == {field}
    dialog.answer.set_value(StepAnswer.TAKEN_BACK)
    dialog.submit()
    assert dialog.form.errors().keys() == {"reason"}
    dialog.reject()
    assert len(drafts(workplace)) == 1
    dialog = open_from_row(workplace, CaseAction.TAKE_STEP, StepDialog, row)
    assert dialog.answer.value() is StepAnswer.TAKEN_BACK
    assert not dialog.reason.isHidden()
    dialog.answer.set_value(StepAnswer.WAITS)
    dialog.waiting_for.set_value(WaitingFor.SPECIALIST)
    dialog.status_text.set_value("Vi venter på speciallægen.")
    dialog.submit()
    step = rows(workplace, CaseStepRow, id=row.event_id)[0]
    assert (step.waiting_for, step.sent_on) == (WaitingFor.SPECIALIST, TODAY)
    case = rows(workplace, ApplicationCaseRow, id=step.application_case_id)[0]
    assert (case.status_text, case.state is ApplicationCaseState.WITHDRAWN) == ("Vi venter på speciallægen.", False)


def test_that_a_delay_is_told_of_with_a_new_date_and_a_reason(workplace: Workplace) -> None:
    row = items(workplace, "DELAY_NOTICE")[0]
    dialog = open_from_row(workplace, CaseAction.SEND_DELAY_NOTICE, DelayDialog, row)
    dialog.submit()
    assert dialog.form.errors() == {"new_expected_on": "Skriv den nye dato."}
    dialog.new_expected_on.set_value(date(2007, 3, 19))
    dialog.submit()
    assert dialog.form.errors() == {"new_expected_on": "Datoen kan ikke ligge før den 20.03.2007."}
    dialog.new_expected_on.set_value(date(2007, 5, 1))
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvorfor sagen er forsinket."}
    dialog.reason.set_value("Lægens svar mangler.")
    assert button(dialog, "Gem og udskriv").isVisible()
    dialog.submit()
    (notice,) = rows(workplace, DelayNoticeRow, application_case_id=row.event_id)
    assert (notice.sent_on, notice.new_expected_on) == (TODAY, date(2007, 5, 1))
    assert row.key not in {each.key for each in items(workplace, "DELAY_NOTICE")}
    assert workplace.window.notice.text() == "Beskeden er gemt."
    (letters,) = workplace.window.findChildren(LettersDialog)
    assert letters.print.isEnabled()
    (kept,) = rows(workplace, PrintedDocumentRow, case_id=row.case_id)
    assert (kept.about_id, kept.handed_over_how, kept.printed_on) == (notice.id, SentHow.LETTER, TODAY)
    letters.reject()


def test_that_a_delay_that_was_told_of_elsewhere_writes_no_letter(workplace: Workplace) -> None:
    row = items(workplace, "DELAY_NOTICE")[0]
    dialog = open_from_row(workplace, CaseAction.SEND_DELAY_NOTICE, DelayDialog, row)
    dialog.new_expected_on.set_value(date(2007, 5, 1))
    dialog.reason.set_value("Lægens svar mangler.")
    dialog.sent_how.set_value(Sending.NONE)
    button(dialog, "Gem besked").click()
    assert rows(workplace, DelayNoticeRow, application_case_id=row.event_id)
    assert not rows(workplace, PrintedDocumentRow, case_id=row.case_id)
    assert not workplace.window.findChildren(LettersDialog)


def test_that_without_an_open_case_it_is_said_what_to_do(workplace: Workplace) -> None:
    row = next(
        each
        for each in items(workplace, "CONTACT_DUE")
        if not rows(workplace, ApplicationCaseRow, case_id=each.case_id)
    )
    workplace.do(CaseAction.TAKE_STEP, Subject((row.case_id or "",)))
    assert workplace.forms.dialog is None
    assert workplace.window.notice.text() == "Borgeren har ingen åben ansøgningssag. Opret den først."
