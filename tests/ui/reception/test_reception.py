"""Modtagelse and Vurdér match at the window: what is filled in, refused, kept and saved."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from app.cases.cpr import Cpr
from app.cases.intake import IntakePoint
from app.cases.language import MainBarrier
from db.rows.people import BenefitPeriodRow, CitizenRow, MatchAssessmentRow
from db.values.people import BenefitType, CprMark, MatchBasis
from db.values.talks import TalkForm
from tests.ui.forms_open import drafts, items, open_from_row, rows, shown
from ui.reception.match_dialog import MatchDialog
from ui.reception.reception_dialog import ReceptionDialog
from ui.reception.reception_fields import HEADINGS, MatchChoice
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace

NEW = "610375-1002"


def _texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def _new(workplace: Workplace) -> ReceptionDialog:
    workplace.do(CaseAction.RECEIVE, Subject(()))
    return shown(workplace, ReceptionDialog)


def _fill(dialog: ReceptionDialog) -> None:
    fields = dialog.fields
    fields.name.set_value("Nadia Karim")
    fields.address.set_value("Mjølnerparken 42, 2. tv., 2200 København N")
    fields.benefit.set_value(BenefitType.CASH_ASSISTANCE)
    fields.benefit_from_on.set_value(date(2007, 3, 15))
    fields.talk_form.set_value(TalkForm.INDIVIDUAL)
    fields.note.set_value(str(fields.note.state()).replace("Dansk:", "Dansk: modul 2 bestået"))
    fields.match.set_value(MatchChoice.NEW)
    fields.match_part.category.set_value(4)
    fields.match_part.basis.set_value([MatchBasis.WORK_WISH])
    fields.match_part.reason.set_value("Vil gerne arbejde.")
    fields.next_step.set_value("Besøger en kantine")
    fields.next_contact_on.set_value(date(2007, 6, 20))


def test_that_a_number_is_checked_while_it_is_typed(workplace: Workplace) -> None:
    dialog = _new(workplace)
    cpr = dialog.fields.cpr
    for typed, error in (
        ("711375-1002", "CPR-nummeret begynder med en dato, der ikke findes."),
        ("610375-10021", "Skriv CPR-nummeret med ti cifre."),
    ):
        cpr.set_state(typed)
        assert cpr.error().startswith(error)
        dialog.submit()
        assert rows(workplace, CitizenRow, name="Nadia Karim") == []
    cpr.set_state("6103")
    assert cpr.error() == ""
    cpr.set_state(NEW)
    assert (cpr.error(), cpr.warning().startswith("Nummeret er et erstatningsnummer")) == ("", True)
    assert "født 01.03.1975 · 32 år" in _texts(dialog)


def test_that_a_new_citizen_is_received_in_one_go(workplace: Workplace) -> None:
    dialog = _new(workplace)
    dialog.fields.cpr.set_state(NEW)
    assert shown(workplace, ReceptionDialog) is dialog
    _fill(dialog)
    dialog.submit()
    assert workplace.forms.dialog is None
    (citizen,) = rows(workplace, CitizenRow, name="Nadia Karim")
    assert (citizen.cpr_mark, citizen.street, citizen.first_enquiry_on) == (
        CprMark.REPLACEMENT,
        "Mjølnerparken",
        date(2007, 3, 20),
    )
    # Two working lines of the queue follow by themselves.
    assert all(row.case_id != citizen.id for row in items(workplace, "MATCH_MISSING"))
    assert "Modtagelsen er gemt." in workplace.window.notice.text()
    assert drafts(workplace) == []


def test_that_an_existing_number_goes_on_with_that_case(workplace: Workplace) -> None:
    known = rows(workplace, CitizenRow)[0]
    dialog = _new(workplace)
    dialog.fields.cpr.set_value(Cpr.parse(known.cpr))
    opened = shown(workplace, ReceptionDialog)
    assert opened is not dialog
    assert opened.fields.name.value() == known.name
    assert drafts(workplace) == []


def test_that_what_was_typed_is_not_lost_when_the_number_turns_out_to_be_known(workplace: Workplace) -> None:
    known = rows(workplace, CitizenRow)[0]
    dialog = _new(workplace)
    _fill(dialog)
    dialog.fields.cpr.set_value(Cpr.parse(known.cpr))
    assert workplace.forms.dialog is dialog
    assert any(known.name in text for text in _texts(dialog))
    dialog.submit()
    assert dialog.form.errors().keys() == {"cpr"}
    assert rows(workplace, CitizenRow, name="Nadia Karim") == []
    dialog.go_on.click()
    assert shown(workplace, ReceptionDialog).fields.name.value() == known.name


def test_that_each_refusal_folds_its_part_out_and_stands_at_its_field(workplace: Workplace) -> None:
    dialog = _new(workplace)
    fields = dialog.fields
    dialog.submit()
    assert dialog.form.errors() == {"cpr": "Skriv CPR-nummeret."}
    fields.cpr.set_state(NEW)
    _fill(dialog)
    points = next(section for section in dialog.sections if section.holds(fields.guidance))
    assert points.is_folded()
    fields.ticks.set_value([IntakePoint.GUIDANCE_GIVEN])
    dialog.submit()
    assert dialog.form.errors() == {"guidance": "Skriv sproget og tekstens udgave."}
    assert not points.is_folded()
    fields.guidance.set_value("somali, udgave 2")
    fields.match_part.basis.set_value([MatchBasis.HEALTH])
    dialog.submit()
    assert dialog.form.errors().keys() == {"basis"}
    fields.match_part.basis.set_value([MatchBasis.HEALTH, MatchBasis.LANGUAGE])
    fields.how_tested.set_value("Samtale")
    dialog.submit()
    assert dialog.form.errors().keys() == {"is_main_barrier"}
    fields.main_barrier.set_value(MainBarrier.UNSURE)
    fields.benefit_from_on.set_state("32.13")
    dialog.submit()
    assert dialog.form.errors().keys() == {"benefit_from_on"}
    fields.benefit_from_on.set_value(date(2007, 3, 15))
    fields.benefit_to_on.set_value(date(2007, 3, 14))
    dialog.submit()
    assert dialog.form.errors() == {"benefit_to_on": "Datoen kan ikke ligge før den 15.03.2007."}
    fields.benefit_to_on.set_value(None)
    fields.match.set_value(MatchChoice.LATER)
    dialog.submit()
    assert dialog.form.errors() == {"match": "Vurdér match, eller skriv, hvorfor det må vente."}
    assert rows(workplace, CitizenRow, name="Nadia Karim") == []


def test_that_a_draft_brings_everything_back(workplace: Workplace) -> None:
    dialog = _new(workplace)
    dialog.fields.cpr.set_state(NEW)
    _fill(dialog)
    dialog.reject()
    assert workplace.forms.dialog is None
    again = _new(workplace)
    assert again.form.values() == dialog.form.values()
    assert again.fields.note.value() == "Dansk: modul 2 bestået"
    again.form.reset()
    assert again.fields.note.value() == ""
    assert all(f"{heading}:" in str(again.fields.note.state()) for heading in HEADINGS)


def test_that_the_benefit_office_s_answer_is_noted_from_its_row(workplace: Workplace) -> None:
    row = items(workplace, "ENTITLEMENT_NOTICE")[0]
    dialog = open_from_row(workplace, CaseAction.RECEIVE, ReceptionDialog, row)
    dialog.fields.entitlement_notice_on.set_value(date(2007, 3, 20))
    dialog.submit()
    assert workplace.forms.dialog is None, dialog.form.errors()
    assert [each.entitlement_notice_on for each in rows(workplace, BenefitPeriodRow, id=row.event_id)] == [
        date(2007, 3, 20)
    ]
    assert row.key not in {each.key for each in items(workplace, "ENTITLEMENT_NOTICE")}


def test_that_a_match_is_assessed_alone_beside_its_history(workplace: Workplace) -> None:
    row = next(each for each in items(workplace, "CONTACT_DUE") if each.match is not None)
    dialog = open_from_row(workplace, CaseAction.ASSESS_MATCH, MatchDialog, row)
    assert "Match indtil nu" in _texts(dialog)
    before = len(rows(workplace, MatchAssessmentRow, case_id=row.case_id))
    dialog.submit()
    assert dialog.form.errors() == {"category": "Vælg en matchkategori fra 1 til 5."}
    dialog.part.category.set_value(1 if row.match != 1 else 2)
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvad vurderingen bygger på."}
    dialog.part.reason.set_value("Er klar til job.")
    dialog.part.basis.set_value([MatchBasis.SKILLS])
    dialog.part.next_assessment_on.set_value(date(2007, 3, 19))
    dialog.submit()
    assert dialog.form.errors().keys() == {"next_assessment_on"}
    dialog.part.next_assessment_on.set_value(None)
    dialog.submit()
    assert len(rows(workplace, MatchAssessmentRow, case_id=row.case_id)) == before + 1
    assert "match" in workplace.window.notice.text()
