"""The sick at the window: a period opened, the questionnaire, the follow-up, the risk, the extension."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLabel

from app.cases.risk_facts import RiskFact
from db.rows.cases import RiskAssessmentRow, SicknessCaseRow
from db.rows.talks import NoteRow, TalkRow
from db.values.cases import ReturnedTo, RiskLevel, SicknessGroup
from db.values.talks import TalkForm, TalkPurpose
from tests.ui.forms_open import drafts, items, open_from_row, rows
from ui.shell.case_action import CaseAction
from ui.shell.workplace import Workplace
from ui.sickness.case_dialog import SicknessDialog
from ui.sickness.extension_dialog import ExtensionDialog
from ui.sickness.follow_up_dialog import FollowUpDialog
from ui.sickness.risk_dialog import RiskDialog

TODAY = date(2007, 3, 20)


def test_that_a_follow_up_writes_the_talk_with_its_sickness_part(workplace: Workplace) -> None:
    row = items(workplace, "SICK_FOLLOWUP_4W")[0]
    dialog = open_from_row(workplace, CaseAction.FOLLOW_UP_SICKNESS, FollowUpDialog, row)
    fields = dialog.fields
    # Four weeks from today, as the group says.
    assert fields.next_contact_on.value() == date(2007, 4, 17)
    dialog.case_fields.group.set_value(SicknessGroup.EIGHT_WEEKS)
    assert fields.next_contact_on.value() == date(2007, 5, 15)
    dialog.submit()
    assert dialog.form.errors() == {"form": "Vælg, hvordan samtalen blev holdt."}
    fields.form.set_value(TalkForm.TELEPHONE)
    fields.health.set_value("Det går fremad.")
    dialog.submit()
    assert dialog.form.errors() == {"note": "Skriv notatet."}
    fields.note.set_value("Talte om delvis tilbagevenden.")
    dialog.submit()
    assert dialog.form.errors().keys() == {"next_step_towards_work"}
    fields.next_step.set_value("Fire timer om dagen")
    fields.retention.set_value(True)
    fields.retention_measures.set_value("Hjælpemidler; Ny chef")
    dialog.case_fields.recovered_on.set_value(date(2007, 3, 26))
    assert next(each for each in dialog.sections if each.title == "Raskmelding").is_folded()
    dialog.submit()
    assert dialog.form.errors() == {"returned_to": "Vælg, hvad borgeren kom tilbage til."}
    assert not next(each for each in dialog.sections if each.title == "Raskmelding").is_folded()
    dialog.case_fields.returned_to.set_value(ReturnedTo.SAME_JOB)
    dialog.plan.set_value("changed")
    dialog.submit()
    assert workplace.forms.dialog is None, dialog.form.errors()
    (talk,) = rows(workplace, TalkRow, case_id=row.case_id, held_on=TODAY)
    assert (talk.purpose, talk.health_as_told, talk.sickness_case_id) == (
        TalkPurpose.SICKNESS_FOLLOW_UP,
        "Det går fremad.",
        row.event_id,
    )
    assert (talk.retention_needed, talk.retention_measures) == (True, "Hjælpemidler; Ny chef")
    assert [note.text for note in rows(workplace, NoteRow, about_id=talk.id)] == [
        "Talte om delvis tilbagevenden.\n\nOpfølgningsplanen er ændret."
    ]
    (case,) = rows(workplace, SicknessCaseRow, id=row.event_id)
    assert (case.group, case.returned_to) == (SicknessGroup.EIGHT_WEEKS, ReturnedTo.SAME_JOB)
    assert drafts(workplace) == []


def test_that_somebody_who_is_not_sick_gets_a_period_first(workplace: Workplace) -> None:
    sick = {row.case_id for row in rows(workplace, SicknessCaseRow)}
    row = next(each for each in items(workplace, "CONTACT_DUE") if each.case_id not in sick)
    dialog = open_from_row(workplace, CaseAction.FOLLOW_UP_SICKNESS, SicknessDialog, row)
    dialog.submit()
    assert dialog.form.errors() == {"first_absence_on": "Skriv første fraværsdag."}
    dialog.first_absence_on.set_value(date(2007, 3, 5))
    dialog.notified_on.set_value(date(2007, 3, 1))
    dialog.submit()
    assert dialog.form.errors().keys() == {"notified_on"}
    dialog.notified_on.set_value(date(2007, 3, 8))
    dialog.form_sent_on.set_value(date(2007, 3, 9))
    dialog.case_fields.group.set_value(SicknessGroup.FOUR_WEEKS)
    dialog.submit()
    assert workplace.window.notice.text().startswith("Sygesagen er oprettet.")
    # Eight days after the form was sent; eight weeks after the first day.
    assert [each.due_on for each in items(workplace, "SICK_FORM_RETURN") if each.case_id == row.case_id] == [
        date(2007, 3, 17)
    ]
    form = next(each for each in items(workplace, "SICK_FORM_RETURN") if each.case_id == row.case_id)
    back = open_from_row(workplace, CaseAction.RECEIVE_FORM, SicknessDialog, form)
    assert back.form_sent_on.value() == date(2007, 3, 9)
    back.form_returned_on.set_value(date(2007, 3, 8))
    back.submit()
    assert back.form.errors() == {"form_returned_on": "Datoen kan ikke ligge før den 09.03.2007."}
    back.form_returned_on.set_value(TODAY)
    back.submit()
    assert form.key not in {each.key for each in items(workplace, "SICK_FORM_RETURN")}


def test_that_the_risk_follows_the_facts_until_the_worker_says_otherwise(workplace: Workplace) -> None:
    row = items(workplace, "RISK_MISSING")[0]
    dialog = open_from_row(workplace, CaseAction.ASSESS_RISK, RiskDialog, row)
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "der følger ingen afgørelse af vurderingen" in shown
    dialog.submit()
    assert dialog.form.errors() == {"level": "Vælg lav, mellem eller høj."}
    dialog.facts.set_value([RiskFact.LONG_ABSENCE])
    assert dialog.level.value() is RiskLevel.LOW
    dialog.facts.set_value([RiskFact.LONG_ABSENCE, RiskFact.HEAVY_LOAD, RiskFact.SOCIAL_PROBLEMS])
    assert dialog.level.value() is RiskLevel.MEDIUM
    assert dialog.overruled_reason.isHidden()
    dialog.level.set_value(RiskLevel.HIGH)
    assert not dialog.overruled_reason.isHidden()
    dialog.submit()
    assert dialog.form.errors().keys() == {"overruled_reason"}
    # What the worker chose stays when another fact comes.
    dialog.facts.set_value([RiskFact.LONG_ABSENCE, RiskFact.HEAVY_LOAD])
    assert dialog.level.value() is RiskLevel.HIGH
    dialog.overruled_reason.set_value("Har været sygemeldt et år før.")
    dialog.submit()
    (assessed,) = rows(workplace, RiskAssessmentRow, sickness_case_id=row.event_id)
    assert (assessed.level, assessed.overruled_reason) == (RiskLevel.HIGH, "Har været sygemeldt et år før.")
    assert "Arbejdet er fysisk eller psykisk belastende" in assessed.facts.splitlines()
    assert row.key not in {each.key for each in items(workplace, "RISK_MISSING")}


def test_that_an_extension_needs_a_ground_and_a_reason(workplace: Workplace) -> None:
    row = items(workplace, "BENEFIT_LIMIT")[0]
    dialog = open_from_row(workplace, CaseAction.DECIDE_EXTENSION, ExtensionDialog, row)
    # The form and the queue count the weeks alike.
    assert any(f"{row.due_on:%d.%m.%Y}" in label.text() for label in dialog.findChildren(QLabel))
    dialog.submit()
    assert dialog.form.errors().keys() == {"decision"}
    dialog.decision.set_value("yes")
    dialog.submit()
    assert dialog.form.errors().keys() == {"grounds"}
    dialog.grounds.set_value(["clarification"])
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvad afgørelsen bygger på."}
    dialog.reason.set_value("Arbejdsprøvning er bestilt.")
    dialog.submit()
    (case,) = rows(workplace, SicknessCaseRow, id=row.event_id)
    assert case.extension_reason == (
        "Forlænges (Arbejdsevnen skal afklares ved afprøvning): Arbejdsprøvning er bestilt."
    )
    assert row.key not in {each.key for each in items(workplace, "BENEFIT_LIMIT")}
