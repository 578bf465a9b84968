"""The reception: everything at once, all or nothing, each refusal at its field."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.addresses import split_address
from app.cases.close_case import CloseCase, close_case
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails, details_of
from app.cases.drafts import DraftKey
from app.cases.intake import IntakePoint
from app.cases.language import AssessLanguage, MainBarrier
from app.cases.receive import BenefitPart, HolderPart, ReceiveCitizen, SpousePart, receive_citizen
from app.cases.reception_view import RECEPTION, find_by_cpr, open_reception
from app.cases.restrict_case import RestrictCase, restrict_case
from app.clock import FixedClock
from app.talks.hold_talk import NewMatch
from app.work import Work
from db.rows.own import ReminderRow
from db.rows.people import (
    BenefitPeriodRow,
    CaseHoldingRow,
    CitizenRow,
    HouseholdMemberRow,
    IntakeCheckRow,
    LanguageAssessmentRow,
    MatchAssessmentRow,
)
from db.rows.talks import NoteRow, PortalReportRow, TalkRow
from db.values.people import BenefitType, ClosingReason, MatchBasis
from db.values.talks import TalkForm, TalkPurpose
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
MATCH = NewMatch(3, (MatchBasis.WORK_WISH, MatchBasis.HEALTH), "Vil gerne arbejde i køkken.", date(2007, 6, 20))


@pytest.fixture
def request_(desk: Desk) -> ReceiveCitizen:
    return ReceiveCitizen(
        TODAY,
        CitizenDetails("Nadia Karim", split_address("Mjølnerparken 42, 2. tv., 2200 København N"), children_at_home=2),
        cpr=Cpr.parse("610375-1002"),
        enquiry_on=date(2007, 3, 16),
        benefit=BenefitPart(
            BenefitType.CASH_ASSISTANCE,
            date(2007, 3, 15),
            notice_on=date(2007, 3, 19),
            entitlement_enquiry_on=date(2007, 3, 16),
        ),
        ticks=(IntakePoint.JOB_MEETING, IntakePoint.GUIDANCE_GIVEN),
        guidance="somali, udgave 2",
        match=MATCH,
        language=AssessLanguage("", TODAY, MainBarrier.NO, "Samtale", other_main_barrier="Børnepasning"),
        holder=HolderPart(desk.unit, desk.me, TODAY, "Modtagelse"),
        talk_form=TalkForm.INDIVIDUAL,
        note="Talte om køkkenarbejde.",
        next_step="Besøger en kantine",
        next_contact_on=date(2007, 6, 20),
    )


def test_that_one_save_writes_the_citizen_and_every_part(desk: Desk, request_: ReceiveCitizen) -> None:
    spouse = desk.citizen("Omar Karim", "640274-1003", "Mjølnerparken 42, 2. tv., 2200 København N")
    request = replace(request_, spouse=SpousePart(Cpr.parse("640274-1003"), lives_apart=True))
    case_id = desk.do(receive_citizen, request).id
    citizen = desk.row(CitizenRow, id=case_id)
    assert (citizen.name, citizen.born, citizen.first_enquiry_on) == (
        "Nadia Karim",
        date(1975, 3, 1),
        date(2007, 3, 16),
    )
    benefit = desk.row(BenefitPeriodRow, case_id=case_id)
    assert (benefit.from_on, benefit.enquiry_on, benefit.notice_on) == (
        date(2007, 3, 15),
        date(2007, 3, 16),
        date(2007, 3, 19),
    )
    assert benefit.entitlement_enquiry_on == date(2007, 3, 16)
    assert {row.point: row.detail for row in desk.rows(IntakeCheckRow)} == {
        "job_meeting": None,
        "guidance_given": "somali, udgave 2",
    }
    talk, match = desk.row(TalkRow), desk.row(MatchAssessmentRow)
    assert (talk.purpose, talk.next_step_towards_work) == (TalkPurpose.MATCH, "Besøger en kantine")
    assert (match.category, match.talk_id, match.basis) == (3, talk.id, "work_wish,health")
    assert desk.row(LanguageAssessmentRow).other_main_barrier == "Børnepasning"
    assert desk.row(CaseHoldingRow).worker_id == desk.me
    homes = desk.rows(HouseholdMemberRow)
    assert {row.case_id for row in homes} == {case_id, spouse}
    assert desk.row(HouseholdMemberRow, case_id=case_id).lives_apart
    assert desk.count(PortalReportRow) == 2
    assert desk.count(ReminderRow) == 0


def test_that_a_wrong_part_is_refused_at_its_field_and_nothing_is_left(desk: Desk, request_: ReceiveCitizen) -> None:
    benefit = request_.benefit
    assert benefit is not None
    health = replace(MATCH, basis=(MatchBasis.HEALTH,))
    late = date(2007, 3, 21)
    wrong = {
        ("missing", "cpr"): replace(request_, cpr=None),
        ("missing", "name"): replace(request_, details=CitizenDetails(" ")),
        ("in_the_future", "received_on"): replace(request_, received_on=late),
        ("in_the_future", "enquiry_on"): replace(request_, enquiry_on=late),
        ("wrong_order", "benefit_to_on"): replace(request_, benefit=replace(benefit, to_on=date(2007, 3, 14))),
        ("wrong_order", "notice_on"): replace(request_, benefit=replace(benefit, notice_on=date(2007, 3, 15))),
        ("wrong_order", "entitlement_notice_on"): replace(
            request_, benefit=replace(benefit, entitlement_notice_on=date(2007, 3, 15))
        ),
        ("missing", "entitlement_enquiry_on"): replace(
            request_, benefit=replace(benefit, entitlement_enquiry_on=None, entitlement_notice_on=TODAY)
        ),
        ("missing", "guidance"): replace(request_, guidance=None),
        ("missing", "leaflets"): replace(request_, ticks=(IntakePoint.LEAFLETS_GIVEN,)),
        ("health_only", "basis"): replace(request_, match=health),
        ("match_or_reason", "match"): replace(request_, match=None),
        ("missing", "note"): replace(request_, note=" "),
        ("missing", "next_step"): replace(request_, next_step=None),
        ("missing", "next_contact_on"): replace(request_, next_contact_on=None),
        ("wrong_order", "next_contact_on"): replace(request_, next_contact_on=TODAY),
        ("unknown_unit", "unit_id"): replace(request_, holder=HolderPart("nowhere", desk.me, TODAY, "Ny")),
        ("no_such_case", "spouse_cpr"): replace(request_, spouse=SpousePart(Cpr.parse("640274-1003"))),
        ("missing", "how_tested"): replace(request_, language=AssessLanguage("", TODAY, MainBarrier.YES, "")),
        ("missing", "other_main_barrier"): replace(
            request_, language=AssessLanguage("", TODAY, MainBarrier.NO, "Test")
        ),
    }
    for (code, field), request in wrong.items():
        desk.refuses(receive_citizen, request, code=code, field=field)
    desk.do(receive_citizen, request_)
    desk.refuses(receive_citizen, request_, code="duplicate_cpr", field="cpr")


def test_that_without_a_talk_the_next_contact_stands_in_ones_own_queue(desk: Desk, request_: ReceiveCitizen) -> None:
    later = replace(request_, talk_form=None, note=None, match=None, match_later="Afventer lægens svar")
    case_id = desk.do(receive_citizen, later).id
    assert (desk.count(TalkRow), desk.count(MatchAssessmentRow)) == (0, 0)
    note = desk.row(NoteRow, case_id=case_id).text
    assert "Match er ikke vurderet: Afventer lægens svar" in note
    assert "Næste kontakt: 20.06.2007" in note
    reminder = desk.row(ReminderRow)
    assert (reminder.remind_on, reminder.case_ref) == (date(2007, 6, 20), case_id)


def test_that_no_match_is_asked_for_on_sickness_benefit(desk: Desk, request_: ReceiveCitizen) -> None:
    sick = BenefitPart(BenefitType.SICKNESS_BENEFIT, date(2007, 3, 15))
    desk.do(receive_citizen, replace(request_, benefit=sick, match=None, talk_form=None))
    assert desk.count(MatchAssessmentRow) == 0


def test_that_a_known_case_is_continued_and_a_closed_one_opened_again(desk: Desk, request_: ReceiveCitizen) -> None:
    case_id = desk.do(receive_citizen, request_).id
    with desk.memory.reading() as session:
        citizen = session.get(CitizenRow, case_id)
        assert citizen is not None
        details = details_of(citizen)
    desk.do(close_case, CloseCase(case_id, TODAY, ClosingReason.ORDINARY_JOB))
    again = ReceiveCitizen(
        TODAY,
        replace(details, phone="33 17 00 00"),
        case_id=case_id,
        benefit=BenefitPart(BenefitType.CASH_ASSISTANCE, date(2007, 3, 15), notice_on=TODAY),
        holder=HolderPart(desk.other_unit, desk.colleague, TODAY, "Fortsætter i Musvågevej"),
    )
    done = desk.do(receive_citizen, again)
    assert done.notices == ("Sagen er genåbnet.",)
    assert desk.row(CitizenRow, id=case_id).phone == "33 17 00 00"
    assert desk.row(BenefitPeriodRow).notice_on == TODAY
    assert [row.worker_id for row in desk.rows(CaseHoldingRow) if row.to_on is None] == [desk.colleague]
    assert desk.count(TalkRow) == 1


def test_that_a_typed_number_finds_its_case_and_tells_nothing_of_a_restricted_one(
    desk: Desk, request_: ReceiveCitizen
) -> None:
    case_id = desk.do(receive_citizen, request_).id
    with desk.memory.writing() as session:
        work = Work(session, desk.me, FixedClock(TODAY), desk.make_id)
        found = find_by_cpr(work, Cpr.parse("610375-1002"))
        assert found is not None
        assert (found.case_id, found.name, found.closed) == (case_id, "Nadia Karim", False)
        assert find_by_cpr(work, Cpr.parse("640274-1003")) is None
        opened = open_reception(work, DraftKey(RECEPTION, case_id))
        assert opened.known is not None
        assert opened.known.matches[0].reason == "Vil gerne arbejde i køkken."
        assert opened.my_unit == desk.unit
        assert desk.unit in dict(opened.units)
    desk.do(restrict_case, RestrictCase(case_id, "Kendt person", (desk.colleague,), TODAY))
    with desk.memory.writing() as session:
        found = find_by_cpr(Work(session, desk.me, FixedClock(TODAY), desk.make_id), Cpr.parse("610375-1002"))
    assert found is not None
    assert (found.name, found.born) == (None, None)
