"""The small answers at the window: each closes its row, and says at its field what is missing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from app.work import Work
from db.rows.cases import ComplaintRow, YouthAlertRow
from db.rows.orders import AbsenceReportRow
from db.rows.people import CitizenRow
from db.values.cases import YouthOutcome
from db.values.offers import AbsenceClosing
from tests.ui.forms_open import items, open_from_row, rows
from ui.follow_up.absence_dialog import AbsenceDialog
from ui.follow_up.agreement_dialog import AgreementDialog
from ui.follow_up.complaint_dialog import ComplaintDialog
from ui.follow_up.finding_dialog import FindingDialog
from ui.follow_up.youth_dialog import YouthDialog
from ui.forms.case_dialog import CaseDialog
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace

TODAY = date(2007, 3, 20)


def _keys(workplace: Workplace, kind: str) -> set[str]:
    return {row.key for row in items(workplace, kind)}


def test_that_an_agreement_is_moved_and_then_done(workplace: Workplace) -> None:
    row = items(workplace, "STEP_DUE")[0]
    dialog = open_from_row(workplace, CaseAction.FINISH_PLAN_STEP, AgreementDialog, row)
    dialog.answer.set_value("moved")
    assert dialog.done_on.isHidden()
    dialog.submit()
    assert dialog.form.errors() == {"by_date": "Skriv den nye dato."}
    dialog.by_date.set_value(date(2007, 3, 19))
    dialog.submit()
    assert dialog.form.errors() == {"by_date": "Dagen er gået. Vælg i dag eller en senere dag."}
    dialog.by_date.set_value(date(2007, 3, 23))
    dialog.submit()
    assert [each.due_on for each in items(workplace, "STEP_DUE") if each.key == row.key] == [date(2007, 3, 23)]
    dialog = open_from_row(workplace, CaseAction.FINISH_PLAN_STEP, AgreementDialog, row)
    dialog.done_on.set_value(None)
    dialog.submit()
    assert dialog.form.errors() == {"done_on": "Skriv, hvornår det blev gjort."}
    dialog.done_on.set_value(TODAY)
    dialog.submit()
    assert row.key not in _keys(workplace, "STEP_DUE")


def test_that_an_absence_is_closed_with_a_note(workplace: Workplace) -> None:
    row = items(workplace, "ABSENCE_REPORTED")[0]
    dialog = open_from_row(workplace, CaseAction.ANSWER_ABSENCE, AbsenceDialog, row)
    dialog.submit()
    assert dialog.form.errors() == {"closing": "Vælg, hvordan udeblivelsen lukkes."}
    dialog.closing.set_value(AbsenceClosing.SENT_TO_SANCTIONS)
    dialog.submit()
    assert dialog.form.errors().keys() == {"note"}
    dialog.note.set_value("Borgeren havde ingen grund.")
    dialog.submit()
    (report,) = rows(workplace, AbsenceReportRow, id=row.event_id)
    assert (report.closing, report.closed_on) == (AbsenceClosing.SENT_TO_SANCTIONS, TODAY)
    assert row.key not in _keys(workplace, "ABSENCE_REPORTED")


def test_that_a_complaint_is_settled(workplace: Workplace) -> None:
    row = items(workplace, "COMPLAINT")[0]
    dialog = open_from_row(workplace, CaseAction.SETTLE_COMPLAINT, ComplaintDialog, row)
    dialog.submit()
    assert dialog.form.errors().keys() == {"outcome"}
    dialog.outcome.set_value("sent_on")
    dialog.submit()
    assert dialog.form.errors() == {"result": "Skriv, hvad der blev af klagen."}
    dialog.note.set_value("Afgørelsen holder.")
    dialog.submit()
    (complaint,) = rows(workplace, ComplaintRow, id=row.event_id)
    assert complaint.result == "Fastholdt og sendt videre: Afgørelsen holder."
    assert row.key not in _keys(workplace, "COMPLAINT")


def test_that_a_young_person_is_offered_a_talk_and_followed_up_at_three_months(workplace: Workplace) -> None:
    row = items(workplace, "YOUTH_ALERT")[0]
    dialog = open_from_row(workplace, CaseAction.FOLLOW_UP_YOUTH, YouthDialog, row)
    assert dialog.months.isHidden()
    dialog.offered_on.set_value(date(2007, 3, 21))
    dialog.submit()
    assert dialog.form.errors().keys() == {"offered_on"}
    dialog.offered_on.set_value(TODAY)
    dialog.submit()
    assert row.key not in _keys(workplace, "YOUTH_ALERT")
    dialog = open_from_row(workplace, CaseAction.FOLLOW_UP_YOUTH, YouthDialog, row)
    assert dialog.months.value() == 3
    dialog.outcome.set_value(YouthOutcome.KEPT)
    dialog.submit()
    (alert,) = rows(workplace, YouthAlertRow, id=row.event_id)
    assert (alert.outcome, alert.outcome_on, alert.followed_up_3_months_on) == (YouthOutcome.KEPT, TODAY, TODAY)


def test_that_a_fault_is_explained_and_accepted_with_a_reason(workplace: Workplace) -> None:
    row = items(workplace, "DATA_QUALITY")[0]
    dialog = open_from_row(workplace, CaseAction.CORRECT_DATA, FindingDialog, row)
    assert len([label for label in dialog.findChildren(QLabel) if label.text()]) > 3
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvorfor oplysningerne kan blive stående."}
    dialog.reason.set_value("Står rigtigt i KOMMA.")
    dialog.submit()
    assert row.key not in _keys(workplace, "DATA_QUALITY")


def test_that_a_fault_leads_to_the_citizen_and_keeps_what_was_typed(workplace: Workplace) -> None:
    row = items(workplace, "DATA_QUALITY")[0]
    dialog = open_from_row(workplace, CaseAction.CORRECT_DATA, FindingDialog, row)
    gone_to: list[str] = []
    dialog.offer_citizen(gone_to.append)
    dialog.reason.set_value("Vent")
    dialog.go_to_citizen.click()
    assert (gone_to, workplace.forms.dialog) == ([row.case_id], None)
    again = open_from_row(workplace, CaseAction.CORRECT_DATA, FindingDialog, row)
    assert again.reason.value() == "Vent"


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (CaseAction.FINISH_PLAN_STEP, "Der er ingen åben aftale i sagen."),
        (CaseAction.ANSWER_ABSENCE, "Der er ingen udeblivelse at behandle."),
        (CaseAction.SETTLE_COMPLAINT, "Der er ingen åben klage i sagen."),
        (CaseAction.FOLLOW_UP_YOUTH, "Der er intet varsel at følge op på."),
        (CaseAction.CORRECT_DATA, "Vælg datafejlen i køen."),
    ],
)
def test_that_nothing_to_answer_is_said(workplace: Workplace, action: CaseAction, message: str) -> None:
    row = items(workplace, "SICK_FORM_RETURN")[0]
    workplace.do(action, Subject((row.case_id or "",)))
    assert workplace.forms.dialog is None
    assert workplace.window.notice.text() == message


@pytest.mark.slow
def test_that_every_form_fits_a_small_screen(workplace: Workplace) -> None:
    for room in workplace.rooms():
        for scene in room.scenes():
            widget = scene.show(workplace)
            if isinstance(widget, CaseDialog):
                assert widget.width() <= 1366, scene.name
                assert widget.height() <= 768, scene.name
                _no_field_is_cut(widget, scene.name)
                widget.give_up()
            if scene.close is not None:
                scene.close(workplace)


def _no_field_is_cut(dialog: CaseDialog, name: str) -> None:
    """Nothing is wider than the room there is for it; the area only scrolls up and down."""
    page = dialog.area.widget()
    assert page is not None
    assert page.minimumSizeHint().width() <= dialog.area.viewport().width(), name


def test_that_a_very_long_name_pushes_nothing_off_the_form(workplace: Workplace) -> None:
    row = items(workplace, "ABSENCE_REPORTED")[0]
    long_name = "Maximiliane " * 10

    def rename(work: Work) -> None:
        citizen = work.session.get(CitizenRow, row.case_id)
        assert citizen is not None
        citizen.name = long_name

    workplace.desk.write("rename", rename)()
    dialog = open_from_row(workplace, CaseAction.ANSWER_ABSENCE, AbsenceDialog, row)
    assert dialog.minimumSizeHint().width() <= dialog.width()
    assert any(label.toolTip() == long_name for label in dialog.findChildren(QLabel))
