"""What the page of a citizen reads: overview, marks, cooperation, completeness, withdrawn entries and their return."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.assess_match import AssessMatch, assess_match
from app.cases.benefits import StartBenefit, start_benefit
from app.cases.case_marks import MarkKind
from app.cases.change_citizen import ChangeCitizen, ChangedMeanwhile, change_citizen
from app.cases.close_case import CloseCase, close_case
from app.cases.completeness import LineState
from app.cases.details import CitizenDetails, details_of
from app.cases.dossier import Dossier, read_dossier
from app.cases.entry_details import entry_details
from app.cases.exclusions import Exclude, exclude
from app.cases.external_contacts import (
    AddExternalContact,
    EndConsent,
    GiveConsent,
    ReferToDepartment,
    add_external_contact,
    end_consent,
    give_consent,
    refer_to_department,
)
from app.cases.holders import AssignHolder, assign_holder
from app.cases.merge_preview import merge_preview
from app.cases.overview import SectionKey
from app.cases.restore import Restore, may_be_restored, restore
from app.cases.restrict_case import RestrictCase, restrict_case
from app.cases.withdraw import Withdraw, withdraw
from app.clock import FixedClock
from app.talks.hold_talk import Agreed, HoldTalk, hold_talk
from app.talks.summon import Meeting, Summon, summon
from app.work import working
from db.errors import Refused
from db.rows.people import CitizenRow
from db.rows.talks import NoteRow, PortalReportRow, TalkRow
from db.values.people import BenefitType, ClosingReason, ConsentScope, ExclusionReason, MatchBasis
from db.values.talks import StepOwner, TalkForm, TalkPurpose
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def case(desk: Desk) -> str:
    case = desk.citizen(address="Ruten 7, 2700 Brønshøj", phone="11 22 33 44")
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    desk.do(start_benefit, StartBenefit(case, BenefitType.CASH_ASSISTANCE, date(2006, 11, 1)))
    return case


@pytest.fixture
def talk(desk: Desk, case: str) -> str:
    held = HoldTalk(
        case, date(2007, 3, 1), TalkForm.INDIVIDUAL, "Vil gerne i rengøring.", "Besøger to virksomheder",
        date(2007, 5, 1), match_kept=True,
        agreements=(Agreed("Ringer til skolen", StepOwner.CITIZEN, date(2007, 3, 9)),),
    )  # fmt: skip
    return desk.do(hold_talk, held).id


def dossier(desk: Desk, case: str) -> Dossier:
    with desk.memory.reading() as session:
        return read_dossier(session, case, worker_id=desk.me, today=TODAY)


def lines(found: Dossier, key: SectionKey) -> list[tuple[str, str]]:
    return [(line.title, line.text) for section in found.overview if section.key is key for line in section.lines]


def test_that_the_overview_says_what_was_last_and_what_is_next(desk: Desk, case: str, talk: str) -> None:
    desk.do(assess_match, AssessMatch(case, 4, date(2007, 2, 1), (MatchBasis.SKILLS,), "Har arbejdet før"))
    found = dossier(desk, case)
    assert lines(found, SectionKey.TALKS) == [
        ("Seneste 01.03.2007, individuel samtale", "Besøger to virksomheder"),
        ("Næste kontakt 01.05.2007", ""),
        ("Aftalt: Ringer til skolen", "Borgeren, senest 09.03.2007"),
    ]
    assert lines(found, SectionKey.MATCH) == [("4 Lav grad af match, 01.02.2007", "Har arbejdet før")]
    assert lines(found, SectionKey.PLAN) == []
    meeting = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, date(2007, 3, 28), place="Lokale 4")
    desk.do(summon, Summon(case, meeting))
    assert lines(dossier(desk, case), SectionKey.TALKS)[0] == ("Indkaldt 28.03.2007", "Lokale 4")


def test_that_every_mark_is_in_words(desk: Desk, case: str) -> None:
    assert dossier(desk, case).marks == ()
    with desk.memory.reading() as session:
        citizen = session.get(CitizenRow, case)
        assert citizen is not None
        details = details_of(citizen)
    desk.do(change_citizen, ChangeCitizen(case, replace(details, address_protected=True)))
    desk.do(exclude, Exclude(case, ExclusionReason.PARENTAL_LEAVE, TODAY, date(2007, 6, 1)))
    desk.do(restrict_case, RestrictCase(case, "Kollega", (desk.me,), TODAY))
    desk.do(close_case, CloseCase(case, TODAY, ClosingReason.DEAD))
    assert [(mark.kind, mark.text) for mark in dossier(desk, case).marks] == [
        (MarkKind.DEAD, "Død"),
        (MarkKind.RESTRICTED, "Spærret sag"),
        (MarkKind.ADDRESS_PROTECTED, "Adressebeskyttelse"),
        (MarkKind.EXCLUDED, "Undtaget til 01.06.2007: barsel"),
    ]


def test_that_a_contact_counts_as_consented_only_while_the_consent_holds(desk: Desk, case: str) -> None:
    consent = desk.do(give_consent, GiveConsent(case, ConsentScope.CONTACT_PARTNERS, date(2007, 1, 5))).id
    desk.do(add_external_contact, AddExternalContact(case, "Egen læge", name="Lægehuset", consent_id=consent))
    desk.do(refer_to_department, ReferToDepartment(case, "SOF", "Bolig", "SOF", date(2007, 3, 1), fast_lane=True))
    found = dossier(desk, case)
    assert [contact.consented for contact in found.cooperation.contacts] == [True]
    assert [(each.department, each.fast_lane) for each in found.cooperation.referrals] == [("SOF", True)]
    desk.do(end_consent, EndConsent(consent, date(2007, 3, 19)))
    found = dossier(desk, case)
    assert [contact.consented for contact in found.cooperation.contacts] == [False]
    assert [line.state for line in found.completeness if line.key == "consent"] == [LineState.MISSING]


def test_that_the_facts_of_completeness_are_read_from_the_case(desk: Desk, case: str, talk: str) -> None:
    states = {line.key: line.state for line in dossier(desk, case).completeness}
    assert {key for key, state in states.items() if state is LineState.DONE} == {
        "holder", "benefit", "phone", "address", "notes", "next_step", "next_contact",
    }  # fmt: skip
    note = next(row.id for row in desk.rows(NoteRow) if row.about_id == talk)
    desk.do(withdraw, Withdraw("note", note, "Forkert borger"))
    assert [line.reason for line in dossier(desk, case).completeness if line.key == "notes"] == [
        "1 samtale mangler notat."
    ]


def test_that_a_withdrawn_entry_stands_with_who_and_why_and_still_opens(desk: Desk, case: str, talk: str) -> None:
    desk.do(withdraw, Withdraw("talk", talk, "Forkert borger"))
    withdrawn = {entry.kind: entry.withdrawn for entry in dossier(desk, case).page.timeline if entry.withdrawn}
    assert set(withdrawn) == {"talk", "note"}
    assert withdrawn["talk"] is not None
    assert (withdrawn["talk"].by, withdrawn["talk"].on, withdrawn["talk"].reason) == (
        "M. Holm", TODAY, "Forkert borger",
    )  # fmt: skip
    with desk.memory.reading() as session:
        shown = dict(entry_details(session, "talk", talk))
    assert shown["Samtalenotat"] == "Vil gerne i rengøring."
    assert shown["Aftalt"] == "Ringer til skolen (senest 09.03.2007)"
    assert shown["Registreret af"] == "M. Holm"


def test_that_a_withdrawal_that_changed_nothing_else_is_taken_back_whole(desk: Desk, case: str, talk: str) -> None:
    before = desk.contents()
    desk.do(withdraw, Withdraw("talk", talk, "Forkert borger"))
    with desk.memory.reading() as session:
        assert may_be_restored(session, "talk", talk)
    desk.do(restore, Restore("talk", talk))
    after = desk.contents()
    for table in ("talk", "note", "talk_agreement", "portal_report"):
        assert len(after[table]) == len(before[table])
    assert [row.withdrawn_on for row in desk.rows(TalkRow)] == [None]
    assert [row.withdrawn_on for row in desk.rows(NoteRow)] == [None]
    assert {row.withdrawn_on for row in desk.rows(PortalReportRow)} == {None}
    desk.refuses(restore, Restore("talk", talk), code="unknown_row", field="row_id")


def test_that_what_had_set_something_else_right_is_not_taken_back(desk: Desk, case: str) -> None:
    summons = desk.do(summon, Summon(case, Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, TODAY))).id
    talk = desk.do(
        hold_talk,
        HoldTalk(case, TODAY, TalkForm.INDIVIDUAL, "Notat", "Skridt", date(2007, 5, 1), match_kept=True),
    ).id
    assert desk.row(TalkRow).summons_id == summons
    desk.do(withdraw, Withdraw("talk", talk, "Forkert"))
    with desk.memory.reading() as session:
        assert not may_be_restored(session, "talk", talk)
        assert not may_be_restored(session, "benefit_period", "any")
    desk.refuses(restore, Restore("talk", talk), code="not_restorable", field="kind")
    desk.refuses(restore, Restore("case_holding", talk), code="not_restorable", field="kind")


def details(desk: Desk, case: str) -> CitizenDetails:
    with desk.memory.reading() as session:
        citizen = session.get(CitizenRow, case)
        assert citizen is not None
        return details_of(citizen)


def test_that_two_who_correct_different_fields_both_keep_theirs(desk: Desk, case: str) -> None:
    seen = details(desk, case)
    desk.do(change_citizen, ChangeCitizen(case, replace(seen, email="ny@example.org"), seen))
    desk.do(change_citizen, ChangeCitizen(case, replace(seen, phone="99 88 77 66"), seen))
    now = details(desk, case)
    assert (now.email, now.phone) == ("ny@example.org", "99 88 77 66")


def test_that_a_field_changed_meanwhile_is_refused_with_what_stands_there(desk: Desk, case: str) -> None:
    seen = details(desk, case)
    desk.do(change_citizen, ChangeCitizen(case, replace(seen, phone="55 55 55 55"), seen))
    mine = ChangeCitizen(case, replace(seen, phone="99 88 77 66", language="somali"), seen)
    refused = desk.refuses(change_citizen, mine, code="changed_meanwhile", field="phone")
    assert isinstance(refused, ChangedMeanwhile)
    assert refused.now == "55 55 55 55"
    assert "55" not in refused.message
    desk.do(change_citizen, replace(mine, told=frozenset({"phone"})))
    assert (details(desk, case).phone, details(desk, case).language) == ("99 88 77 66", "somali")
    # The same thing typed by both is no contradiction.
    desk.do(change_citizen, replace(mine, seen=seen))


def test_that_a_merge_shows_both_sides_counted(desk: Desk, case: str, talk: str) -> None:
    other = desk.citizen("Samira Lunde", "610175-1002")
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="read") as work:
        preview = merge_preview(work, other, case)
        with pytest.raises(Refused) as refused:
            merge_preview(work, case, case)
    assert refused.value.code == "same_citizen"
    assert preview.keep.counts == ()
    assert preview.duplicate.counts[:2] == ("1 samtale", "1 notat")
    assert (preview.duplicate.holder, preview.duplicate.benefit) == ("M. Holm", "Kontanthjælp")
