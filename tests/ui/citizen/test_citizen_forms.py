"""The forms of the citizen's room, from the button to the store."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.details import CitizenDetails, details_of
from app.cases.find import search
from db.rows import Row
from db.rows.cases import ComplaintRow
from db.rows.people import (
    BenefitPeriodRow,
    CaseClosingRow,
    CitizenRow,
    ConsentRow,
    ContactOverrideRow,
    CrossDepartmentReferralRow,
    ExternalContactRow,
    HouseholdMemberRow,
)
from db.rows.talks import AttachmentRow
from db.values.people import BenefitType, ClosingReason, ConsentScope, FollowUpModel
from ui.citizen.benefit_form import BenefitDialog, Doing
from ui.citizen.citizen_picker import CitizenPicker
from ui.citizen.citizen_view import CitizenView
from ui.citizen.file_field import FileField
from ui.citizen.merge_form import MergeDialog
from ui.forms.case_dialog import CaseDialog
from ui.pictured_case import case_in_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace
from ui.theme.tokens import Size

TODAY = date(2007, 3, 20)
Kind = TypeVar("Kind", bound=Row)


@pytest.fixture
def case(workplace: Workplace) -> str:
    return case_in_queue(workplace, "CONTACT_DUE")


def opened(workplace: Workplace, action: CaseAction, case: str) -> CaseDialog:
    workplace.do(action, Subject((case,)))
    assert workplace.forms.dialog is not None
    return workplace.forms.dialog


def opened_by_name(workplace: Workplace, name: str, case: str, about: str | None = None) -> CaseDialog:
    workplace.forms.open(workplace.form_makers()[name](), case, about)
    assert workplace.forms.dialog is not None
    return workplace.forms.dialog


def fill(dialog: CaseDialog, **states: object) -> None:
    for name, state in states.items():
        dialog.form.fields[name].set_state(state)


def save(workplace: Workplace, dialog: CaseDialog) -> None:
    dialog.submit()
    assert (dialog.form.errors(), dialog.message()) == ({}, "")
    assert workplace.forms.dialog is None


def rows(workplace: Workplace, kind: type[Kind], case: str) -> list[Kind]:
    with workplace.desk.store.reading() as session:
        return list(session.scalars(select(kind).filter_by(case_id=case).order_by("id")))


def details(workplace: Workplace, case: str) -> CitizenDetails:
    with workplace.desk.store.reading() as session:
        row = session.get(CitizenRow, case)
        assert row is not None
        return details_of(row)


def shown(within: QWidget) -> list[str]:
    return [label.text() for label in within.findChildren(QLabel) if label.isVisible() and label.text()]


def test_that_a_case_ends_with_a_reason_and_is_opened_again(workplace: Workplace, case: str) -> None:
    workplace.show_citizen(case)
    page = workplace.show_page("citizen")
    assert isinstance(page, CitizenView)
    dialog = opened(workplace, CaseAction.CLOSE_CASE, case)
    assert not dialog.form.fields["employer"].isVisible()
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Vælg, hvorfor sagen afsluttes."}
    fill(dialog, reason="other")
    assert dialog.form.fields["reason_text"].isVisible()
    dialog.submit()
    assert dialog.form.errors() == {"reason_text": "Skriv, hvad årsagen er, når du vælger andet."}
    fill(
        dialog,
        reason="part_time_job",
        employer="Bageriet",
        weekly_hours="15",
        combined_with_danish="yes",
        ends_benefit="no",
    )
    assert not dialog.form.fields["reason_text"].isVisible()
    save(workplace, dialog)
    (closing,) = rows(workplace, CaseClosingRow, case)
    assert (closing.reason, closing.closed_on) == (ClosingReason.PART_TIME_JOB, TODAY)
    assert (closing.employer, closing.weekly_hours, closing.combined_with_danish) == ("Bageriet", 15, True)
    assert any(row.to_on is None for row in rows(workplace, BenefitPeriodRow, case))
    assert "Afsluttet 20.03.2007: deltidsjob" in shown(page.head)
    assert page.head.buttons.primary is CaseAction.REOPEN_CASE
    save(workplace, opened(workplace, CaseAction.REOPEN_CASE, case))
    assert rows(workplace, CaseClosingRow, case)[0].reopened_on == TODAY
    assert "Uden tovholder siden 20.03.2007" in shown(page.head)


def test_that_details_are_corrected_and_a_stale_field_says_what_stands_there(workplace: Workplace, case: str) -> None:
    before = details(workplace, case)
    dialog = opened(workplace, CaseAction.CHANGE_DETAILS, case)
    # Meanwhile in another window.
    from dataclasses import replace

    other = replace(before, phone="11 11 11 11", email="ny@example.org")
    workplace.desk.use(change_citizen, ChangeCitizen(case, other, before))()
    fill(dialog, phone="99 99 99 99", language="tamil", interpreter_needed="yes")
    dialog.submit()
    assert list(dialog.form.errors()) == ["phone"]
    assert "Nu står der: 11 11 11 11." in dialog.form.errors()["phone"]
    save(workplace, dialog)
    now = details(workplace, case)
    assert (now.phone, now.email, now.language, now.interpreter_needed) == (
        "99 99 99 99",
        "ny@example.org",
        "tamil",
        True,
    )
    assert (now.address, now.name) == (before.address, before.name)


def test_that_an_old_draft_of_the_details_does_not_write_over_what_came_later(workplace: Workplace, case: str) -> None:
    from dataclasses import replace

    before = details(workplace, case)
    dialog = opened(workplace, CaseAction.CHANGE_DETAILS, case)
    fill(dialog, language="tamil")
    dialog.keeper.begin()
    dialog.reject()
    assert workplace.forms.dialog is None
    workplace.desk.use(change_citizen, ChangeCitizen(case, replace(before, phone="11 11 11 11"), before))()
    dialog = opened(workplace, CaseAction.CHANGE_DETAILS, case)
    assert dialog.form.fields["language"].state() == "tamil"
    save(workplace, dialog)
    assert (details(workplace, case).phone, details(workplace, case).language) == ("11 11 11 11", "tamil")


def test_that_a_wrong_cpr_is_refused_at_its_field_and_a_right_one_brings_the_birthday(
    workplace: Workplace, case: str
) -> None:
    dialog = opened(workplace, CaseAction.CHANGE_CPR, case)
    fill(dialog, cpr="123")
    dialog.submit()
    assert dialog.form.errors() == {"cpr": "Skriv CPR-nummeret med ti cifre."}
    fill(dialog, cpr="670175-1003")
    save(workplace, dialog)
    with workplace.desk.store.reading() as session:
        assert session.scalars(select(CitizenRow.born).where(CitizenRow.id == case)).one() == date(1975, 1, 7)


def test_that_a_benefit_begins_ends_is_corrected_and_asked_about(workplace: Workplace, case: str) -> None:
    dialog = opened(workplace, CaseAction.REGISTER_BENEFIT, case)
    assert isinstance(dialog, BenefitDialog)

    def periods() -> list[BenefitPeriodRow]:
        return sorted(rows(workplace, BenefitPeriodRow, case), key=lambda row: row.from_on)

    running = periods()[-1]
    fill(dialog, benefit="sickness_benefit", from_on="01.03.2007")
    save(workplace, dialog)
    before, new = periods()[-2:]
    assert (before.id, before.to_on, new.benefit) == (running.id, date(2007, 2, 28), BenefitType.SICKNESS_BENEFIT)
    dialog = opened(workplace, CaseAction.REGISTER_BENEFIT, case)
    fill(dialog, doing=Doing.CHANGE.value)
    assert dialog.form.fields["from_on"].state() == "01.03.2007"
    fill(dialog, from_on="02.03.2007")
    save(workplace, dialog)
    dialog = opened(workplace, CaseAction.REGISTER_BENEFIT, case)
    fill(dialog, doing=Doing.ENTITLEMENT.value, asked_on="05.03.2007", answered_on="04.03.2007")
    dialog.submit()
    assert workplace.forms.dialog is dialog
    fill(dialog, answered_on="12.03.2007")
    save(workplace, dialog)
    dialog = opened(workplace, CaseAction.REGISTER_BENEFIT, case)
    fill(dialog, doing=Doing.END.value, to_on="19.03.2007")
    save(workplace, dialog)
    last = periods()[-1]
    assert (last.from_on, last.to_on, last.entitlement_notice_on) == (
        date(2007, 3, 2), date(2007, 3, 19), date(2007, 3, 12),
    )  # fmt: skip


def test_that_partners_consent_and_departments_are_kept(workplace: Workplace, case: str) -> None:
    dialog = opened_by_name(workplace, "consent", case)
    dialog.submit()
    assert dialog.form.errors() == {"scope": "Vælg, hvad samtykket gælder."}
    fill(dialog, scope="health", scope_text="Egen læge om ryggen", ends_on="+365")
    save(workplace, dialog)

    def consents() -> list[ConsentRow]:
        return [row for row in rows(workplace, ConsentRow, case) if row.scope is ConsentScope.HEALTH]

    (consent,) = consents()
    assert (consent.given_on, consent.scope_text) == (TODAY, "Egen læge om ryggen")
    dialog = opened_by_name(workplace, "external_contact", case)
    fill(dialog, kind="Egen læge", name="Lægehuset", consent_id=consent.id)
    save(workplace, dialog)
    contact = rows(workplace, ExternalContactRow, case)[-1]
    assert contact.consent_id == consent.id
    save(workplace, opened_by_name(workplace, "contact_noted", case, contact.id))
    assert rows(workplace, ExternalContactRow, case)[-1].last_contact_on == TODAY
    save(workplace, opened_by_name(workplace, "end_consent", case, consent.id))
    assert consents()[0].ends_on == TODAY
    dialog = opened_by_name(workplace, "referral", case)
    fill(dialog, department="Socialforvaltningen", need="Bolig", fast_lane="yes")
    dialog.submit()
    assert dialog.form.errors() == {"duty_to_act": "Skriv, hvem der skal handle."}
    fill(dialog, duty_to_act="Socialforvaltningen")
    save(workplace, dialog)
    referral = rows(workplace, CrossDepartmentReferralRow, case)[-1]
    assert (referral.fast_lane, referral.sent_on) == (True, TODAY)
    save(workplace, opened_by_name(workplace, "referral_answer", case, referral.id))
    assert rows(workplace, CrossDepartmentReferralRow, case)[-1].answered_on == TODAY


def test_that_a_household_is_made_and_lived_apart_in_and_left(workplace: Workplace, case: str) -> None:
    with workplace.desk.store.reading() as session:
        hits = search(session, "a", worker_id=workplace.desk.author, today=TODAY)
        members = set(session.scalars(select(HouseholdMemberRow.case_id)))
    free = [hit for hit in hits if hit.case_id != case and hit.case_id not in members]
    assert case not in members
    dialog = opened(workplace, CaseAction.CHANGE_HOUSEHOLD, case)
    dialog.submit()
    assert list(dialog.form.errors()) == ["with_case_id"]
    picker = dialog.form.fields["with_case_id"]
    assert isinstance(picker, CitizenPicker)
    picker.edit.setText("findes ikke nogen steder")
    picker.search()
    assert picker.error() == "Ingen anden borger passer."
    picker.edit.setText(free[0].name)
    picker.search()
    picker.hits.setCurrentRow(0)
    assert picker.value() == free[0].case_id
    save(workplace, dialog)
    assert len(rows(workplace, HouseholdMemberRow, case)) == 1
    dialog = opened(workplace, CaseAction.CHANGE_HOUSEHOLD, case)
    fill(dialog, doing="Lever adskilt")
    save(workplace, dialog)
    assert rows(workplace, HouseholdMemberRow, case)[0].lives_apart
    dialog = opened(workplace, CaseAction.CHANGE_HOUSEHOLD, case)
    fill(dialog, doing="Forlader husstanden", on="i dag")
    save(workplace, dialog)
    assert rows(workplace, HouseholdMemberRow, case)[0].to_on == TODAY


def test_that_a_merge_shows_both_sides_and_moves_everything(workplace: Workplace, case: str, qtbot: QtBot) -> None:
    with workplace.desk.store.reading() as session:
        hit = next(
            hit
            for hit in search(session, "a", worker_id=workplace.desk.author, today=TODAY)
            if hit.case_id != case and not hit.is_closed
        )
    workplace.show_citizen(hit.case_id)
    page = workplace.show_page("citizen")
    assert isinstance(page, CitizenView)
    dialog = opened(workplace, CaseAction.MERGE_CITIZENS, case)
    assert isinstance(dialog, MergeDialog)
    assert "Sammenlægningen kan ikke fortrydes." in shown(dialog)
    dialog.other.edit.setText(hit.name)
    dialog.other.search()
    dialog.other.hits.setCurrentRow(0)
    qtbot.waitUntil(lambda: {"Sagen, der består", "Flyttes herind", hit.name} <= set(shown(dialog)))
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvorfor sagerne flettes."}
    fill(dialog, reason="Samme person under to navne")
    save(workplace, dialog)
    with workplace.desk.store.reading() as session:
        merged = session.scalars(select(CitizenRow.merged_into).where(CitizenRow.id == hit.case_id)).one()
    assert merged == case
    # The page of the other one stood open: it says where the case has gone.
    assert page.closed_text().startswith("Sagen er flettet ind i en anden sag.")


def test_that_a_document_is_attached_and_a_wrong_file_is_said_at_once(
    workplace: Workplace, case: str, tmp_path: Path
) -> None:
    dialog = opened(workplace, CaseAction.ATTACH_DOCUMENT, case)
    field = dialog.form.fields["content"]
    assert isinstance(field, FileField)
    wrong = tmp_path / "regning.pdf"
    wrong.write_bytes(b"MZ\x90\x00")
    field.take(wrong)
    assert "Filens indhold er ikke et dokument" in field.error()
    field.take(tmp_path / "findes-ikke.pdf")
    assert field.error().startswith("Filen kan ikke læses.")
    right = tmp_path / "brev.exe"
    right.write_bytes(b"%PDF-1.4 brev")
    field.take(right)
    assert field.error() == ""
    assert field.shown.full_text() == "brev.exe · PDF · 1 KiB"
    dialog.submit()
    assert dialog.form.errors() == {"title": "Skriv, hvad dokumentet er."}
    fill(dialog, title="Lejekontrakt", received_from="Boligselskabet")
    save(workplace, dialog)
    (row,) = rows(workplace, AttachmentRow, case)
    assert (row.title, row.media_type, row.received_from) == ("Lejekontrakt", "application/pdf", "Boligselskabet")


def test_that_a_complaint_and_a_closer_contact_are_kept(workplace: Workplace, case: str) -> None:
    dialog = opened(workplace, CaseAction.RECEIVE_COMPLAINT, case)
    dialog.submit()
    assert dialog.form.errors() == {"subject": "Skriv, hvad der klages over."}
    fill(dialog, subject="Over tilbuddet")
    save(workplace, dialog)
    assert [row.subject for row in rows(workplace, ComplaintRow, case)][-1] == "Over tilbuddet"
    dialog = opened(workplace, CaseAction.SET_CONTACT, case)
    fill(dialog, model="intensive", interval_days="14")
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvorfor kontakten skal være en anden."}
    fill(dialog, reason="Vil i gang")
    save(workplace, dialog)
    row = rows(workplace, ContactOverrideRow, case)[-1]
    assert (row.model, row.interval_days, row.from_on) == (FollowUpModel.INTENSIVE, 14, TODAY)


def test_that_every_form_fits_a_small_screen(workplace: Workplace, case: str, qtbot: QtBot) -> None:
    workplace.theme.apply()
    actions = (
        CaseAction.CLOSE_CASE, CaseAction.CHANGE_DETAILS, CaseAction.CHANGE_CPR, CaseAction.REGISTER_BENEFIT,
        CaseAction.CHANGE_HOUSEHOLD, CaseAction.SET_CONTACT, CaseAction.RECEIVE_COMPLAINT, CaseAction.ATTACH_DOCUMENT,
        CaseAction.MERGE_CITIZENS,
    )  # fmt: skip
    for action in actions:
        dialog = opened(workplace, action, case)
        qtbot.waitUntil(dialog.isVisible)
        assert dialog.width() <= 1366, action
        assert dialog.height() <= 768 - 60, action
        assert dialog.area.verticalScrollBar().maximum() == 0, action
        dialog.reject()


def test_that_a_form_is_as_high_as_its_fields_and_grows_with_those_that_come_later(
    workplace: Workplace, case: str
) -> None:
    workplace.window.theme.apply()

    def hidden(dialog: CaseDialog) -> int:
        QApplication.processEvents()
        return dialog.area.verticalScrollBar().maximum()

    dialog = opened(workplace, CaseAction.CLOSE_CASE, case)
    before = dialog.height()
    assert (hidden(dialog), before < 300) == (0, True)
    dialog.form.fields["reason"].set_state("ordinary_job")
    assert (hidden(dialog), dialog.height() > before) == (0, True)
    with_job = dialog.height()
    dialog.form.fields["reason"].set_state("dead")
    QApplication.processEvents()
    assert dialog.height() == with_job
    dialog.give_up()
    long = opened(workplace, CaseAction.RECEIVE, case)
    assert hidden(long) > 0
    assert long.height() <= Size.FORM_AT_MOST
    long.give_up()
