"""Intake, outside contacts, consent, workers, cover, settings and drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.drafts import DraftKey, KeepDraft, discard_draft, drafts_of, keep_draft, load_draft
from app.cases.external_contacts import (
    AddExternalContact,
    DepartmentAnswered,
    EndConsent,
    GiveConsent,
    NoteExternalContact,
    ReferToDepartment,
    add_external_contact,
    department_answered,
    end_consent,
    give_consent,
    note_external_contact,
    refer_to_department,
)
from app.cases.intake import IntakePoint, TickIntake, intake_list, tick_intake
from app.cases.settings import ME, forget_setting, read_setting, write_setting
from app.cases.workers import EndCover, SetCover, SetMe, end_cover, me, set_cover, set_me
from app.changes import Done
from app.work import Work
from db.rows.local import DraftRow
from db.rows.organisation import CoverRow
from db.rows.people import ConsentRow, CrossDepartmentReferralRow, ExternalContactRow, IntakeCheckRow
from db.values.people import ConsentScope, Role
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def case(desk: Desk) -> str:
    return desk.citizen()


def test_that_a_point_of_the_intake_is_ticked_once_and_listed_for_the_next_unit(desk: Desk, case: str) -> None:
    tick = TickIntake(case, IntakePoint.JOB_MEETING, date(2007, 3, 1))
    desk.do(tick_intake, tick)
    desk.do(tick_intake, replace(tick, done_on=TODAY))
    assert desk.count(IntakeCheckRow) == 1
    with desk.memory.reading() as session:
        lines = intake_list(session, case)
    assert [line.point for line in lines] == list(IntakePoint)
    assert (lines[0].done_on, lines[0].done_by, lines[1].done_on) == (TODAY, "M. Holm", None)


def test_that_guidance_and_leaflets_say_which(desk: Desk, case: str) -> None:
    for point in (IntakePoint.GUIDANCE_GIVEN, IntakePoint.LEAFLETS_GIVEN):
        desk.refuses(tick_intake, TickIntake(case, point, TODAY), code="missing", field="detail")
    late = TickIntake(case, IntakePoint.CV_REGISTERED, date(2007, 3, 21))
    desk.refuses(tick_intake, late, code="in_the_future", field="done_on")


def test_that_a_contact_stands_with_its_consent(desk: Desk, case: str) -> None:
    consent = desk.do(give_consent, GiveConsent(case, ConsentScope.CONTACT_PARTNERS, TODAY)).id
    contact = AddExternalContact(case, "praktiserende læge", name="Dr. Dam", consent_id=consent)
    done = desk.do(add_external_contact, contact)
    assert not done.notices
    desk.do(note_external_contact, NoteExternalContact(done.id, TODAY))
    row = desk.row(ExternalContactRow)
    assert (row.consent_id, row.last_contact_on) == (consent, TODAY)
    desk.do(end_consent, EndConsent(consent, date(2007, 6, 1)))
    assert desk.row(ConsentRow).ends_on == date(2007, 6, 1)


def test_that_a_contact_without_consent_is_warned_of(desk: Desk, case: str) -> None:
    contact = AddExternalContact(case, "skole", "Skolen på Ruten")
    assert "samtykke" in desk.do(add_external_contact, contact).notices[0]
    desk.refuses(add_external_contact, replace(contact, kind=""), code="missing", field="kind")
    desk.refuses(add_external_contact, replace(contact, organisation=None), code="missing", field="name")
    other = desk.citizen("Ada Bro", "620175-1002")
    consent = desk.do(give_consent, GiveConsent(other, ConsentScope.HEALTH, TODAY)).id
    wrong = replace(contact, consent_id=consent)
    desk.refuses(add_external_contact, wrong, code="other_case", field="consent_id")


def test_that_consent_has_its_dates_in_order(desk: Desk, case: str) -> None:
    consent = GiveConsent(case, ConsentScope.HEALTH, TODAY, ends_on=date(2007, 3, 1))
    desk.refuses(give_consent, consent, code="wrong_order", field="ends_on")
    late = replace(consent, given_on=date(2007, 3, 21))
    desk.refuses(give_consent, late, code="in_the_future", field="given_on")


def test_that_another_department_is_asked_and_answers(desk: Desk, case: str) -> None:
    referral = ReferToDepartment(case, "Socialforvaltningen", "Bolig", "Socialforvaltningen", date(2007, 3, 1))
    referral_id = desk.do(refer_to_department, replace(referral, fast_lane=True)).id
    early = DepartmentAnswered(referral_id, date(2007, 2, 1))
    desk.refuses(department_answered, early, code="wrong_order", field="answered_on")
    desk.do(department_answered, replace(early, answered_on=TODAY))
    row = desk.row(CrossDepartmentReferralRow)
    assert (row.answered_on, row.fast_lane) == (TODAY, True)
    desk.refuses(refer_to_department, replace(referral, need=""), code="missing", field="need")


def test_that_the_program_knows_who_sits_here(desk: Desk) -> None:
    with desk.memory.reading() as session:
        assert me(session) is None
    desk.do(set_me, SetMe(desk.me))
    with desk.memory.reading() as session:
        found = me(session)
    assert found is not None
    assert (found.id, found.name, found.role, found.unit_name) == (desk.me, "M. Holm", Role.CASEWORKER, "Nyropsgade")
    desk.refuses(set_me, SetMe("x"), code="unknown_worker", field="worker_id")


def test_that_someone_covers_for_another(desk: Desk) -> None:
    cover = SetCover(desk.me, desk.colleague, desk.unit, date(2007, 7, 2), date(2007, 7, 20))
    cover_id = desk.do(set_cover, cover).id
    desk.do(end_cover, EndCover(cover_id, date(2007, 7, 10)))
    assert desk.row(CoverRow).to_on == date(2007, 7, 10)
    desk.refuses(set_cover, replace(cover, by_worker_id=desk.me), code="same_worker", field="by_worker_id")
    desk.refuses(set_cover, replace(cover, to_on=date(2007, 7, 1)), code="wrong_order", field="to_on")
    desk.refuses(end_cover, EndCover("x", TODAY), code="unknown_row", field="cover_id")


def test_that_a_setting_is_written_over_and_forgotten(desk: Desk) -> None:
    def change(work: Work, value: str | None) -> Done:
        if value is None:
            forget_setting(work, ME)
        else:
            write_setting(work, ME, value)
        return Done(ME)

    for value in ("a", "b", None, None):
        desk.do(change, value)
        with desk.memory.reading() as session:
            assert read_setting(session, ME) == value


def test_that_a_form_has_one_draft_for_what_it_is_about(desk: Desk, case: str) -> None:
    first, loose = DraftKey("talk", case), DraftKey("talk")
    for state in ("{}", '{"note": "Hej"}'):
        desk.do(keep_draft, KeepDraft(first, state))
    desk.do(keep_draft, KeepDraft(loose, "[]"))
    with desk.memory.reading() as session:
        assert (load_draft(session, first), load_draft(session, loose)) == ('{"note": "Hej"}', "[]")
        assert drafts_of(session) == (loose, first)
    desk.do(discard_draft, first)
    desk.do(discard_draft, first)
    assert desk.count(DraftRow) == 1
