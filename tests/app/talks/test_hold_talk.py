"""Registering a talk, and everything that follows from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.cases.sickness_cases import OpenSicknessCase, open_sickness_case
from app.cases.withdraw import Withdraw, withdraw
from app.jobplan.agree_plan import AgreeSimplePlan, Goal, Step, agree_simple_plan
from app.talks.attendance import Rebook, rebook
from app.talks.hold_talk import Agreed, HoldTalk, NewMatch, SicknessPart, Warned, hold_talk
from app.talks.reports import MarkSent, mark_sent
from app.talks.summon import Meeting, Summon, summon
from db.rows.base import CaseRow
from db.rows.cases import SicknessCaseRow
from db.rows.people import MatchAssessmentRow
from db.rows.plans import PlanReviewRow
from db.rows.talks import NoteRow, PortalReportRow, SummonsRow, TalkAgreementRow, TalkRow, WarningRow
from db.values.cases import WarningKind
from db.values.people import MatchBasis
from db.values.talks import (
    AttendanceKind,
    NoteKind,
    Present,
    ReportState,
    ReportSubject,
    StepOwner,
    TalkForm,
    TalkPurpose,
)
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def case(desk: Desk) -> str:
    return desk.citizen()


@pytest.fixture
def talk(case: str) -> HoldTalk:
    return HoldTalk(
        case,
        TODAY,
        TalkForm.INDIVIDUAL,
        note="Talte om rengøring.",
        next_step_towards_work="Sender to ansøgninger",
        next_contact_on=date(2007, 4, 20),
        match_kept=True,
    )


def summoned(desk: Desk, case: str, day: date = TODAY) -> str:
    meeting = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, day, time(10, 0))
    request = Summon(case, meeting)
    return desk.do(summon, request, day=date(2007, 3, 1)).id


def test_that_a_talk_brings_note_and_report(desk: Desk, talk: HoldTalk) -> None:
    done = desk.do(hold_talk, replace(talk, present=(Present.CITIZEN, Present.SPOUSE), job_search=" Fire "))
    row, note, report = desk.row(TalkRow), desk.row(NoteRow), desk.row(PortalReportRow)
    assert (row.id, row.held_by, row.present, row.job_search) == (done.id, desk.me, "citizen,spouse", "Fire")
    assert row.fulfils_duty is None
    assert (note.kind, note.about_kind, note.about_id, note.noted_on) == (NoteKind.TALK, "talk", row.id, TODAY)
    assert (report.subject, report.subject_id) == (ReportSubject.TALK, row.id)
    assert (report.state, report.counted_from) == (ReportState.TO_SEND, TODAY)
    assert {"talk", "note", "portal_report"} <= done.changes.kinds


def test_that_the_worker_may_say_whether_the_duty_is_fulfilled(desk: Desk, talk: HoldTalk) -> None:
    desk.do(hold_talk, replace(talk, form=TalkForm.TELEPHONE, fulfils_duty=True, held_by=desk.colleague))
    assert (desk.row(TalkRow).fulfils_duty, desk.row(TalkRow).held_by) == (True, desk.colleague)


def test_that_agreements_are_kept_with_who_and_when(desk: Desk, talk: HoldTalk) -> None:
    agreed = Agreed("Ringer til skolen", StepOwner.CITIZEN, date(2007, 3, 27))
    desk.do(hold_talk, replace(talk, agreements=(agreed,)))
    row = desk.row(TalkAgreementRow)
    assert (row.text, row.who, row.by_date) == (agreed.text, agreed.who, agreed.by_date)


@pytest.mark.parametrize("changes", [{}, {"form": TalkForm.TELEPHONE}])
def test_that_a_talk_closes_the_summons_of_its_day(desk: Desk, talk: HoldTalk, changes: dict[str, TalkForm]) -> None:
    summons = summoned(desk, talk.case_id)
    desk.do(hold_talk, replace(talk, **changes))  # type: ignore[arg-type] # fields by name
    row = desk.row(SummonsRow)
    assert (row.attendance, row.attendance_noted_on) == (AttendanceKind.CAME, TODAY)
    assert desk.row(TalkRow).summons_id == summons


def test_that_a_summons_to_another_day_stays_open_unless_named(desk: Desk, talk: HoldTalk) -> None:
    summons = summoned(desk, talk.case_id, date(2007, 3, 28))
    desk.do(hold_talk, talk)
    assert desk.row(SummonsRow).attendance is None
    desk.do(hold_talk, replace(talk, summons_id=summons))
    assert desk.row(SummonsRow).attendance is AttendanceKind.CAME
    desk.refuses(hold_talk, replace(talk, summons_id=summons), code="talk_held", field="summons_id")


def test_that_one_talk_closes_match_plan_and_warning(desk: Desk, talk: HoldTalk) -> None:
    plan = AgreeSimplePlan(
        talk.case_id, date(2007, 1, 9), Goal("Rengøring"), (Step("CV", StepOwner.CITIZEN),), date(2007, 6, 1)
    )
    desk.do(agree_simple_plan, plan)
    match = NewMatch(3, (MatchBasis.WORK_WISH,), "Vil gerne arbejde")
    warned = Warned(WarningKind.CEILING, "2007-1", in_writing=True, understood=True)
    desk.do(hold_talk, replace(talk, match_kept=None, new_match=match, warned=(warned,), plan_unchanged=True))
    row = desk.row(TalkRow)
    assert desk.row(MatchAssessmentRow).talk_id == desk.row(PlanReviewRow).talk_id == row.id
    assert (desk.row(WarningRow).talk_id, desk.row(WarningRow).text_version) == (row.id, "2007-1")
    assert len(desk.rows(PortalReportRow)) == 2


def test_that_keeping_a_match_that_is_not_there_is_noticed(desk: Desk, talk: HoldTalk) -> None:
    assert desk.do(hold_talk, talk).notices == ("Borgeren har endnu ingen matchkategori.",)


def test_that_a_follow_up_belongs_to_the_sickness_and_needs_no_match(desk: Desk, talk: HoldTalk) -> None:
    follow_up = replace(
        talk,
        purpose=TalkPurpose.SICKNESS_FOLLOW_UP,
        match_kept=None,
        sickness=SicknessPart(health_as_told="Bedre", partial_return_on=date(2007, 4, 1)),
    )
    desk.refuses(hold_talk, follow_up, code="no_sickness_case", field="purpose")
    sickness = desk.do(open_sickness_case, OpenSicknessCase(talk.case_id, date(2007, 2, 1))).id
    desk.do(hold_talk, follow_up)
    desk.do(hold_talk, replace(follow_up, held_on=date(2007, 3, 1)))
    assert {row.sickness_case_id for row in desk.rows(TalkRow)} == {sickness}
    assert desk.row(SicknessCaseRow).last_follow_up_on == TODAY


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"held_on": date(2007, 3, 21)}, "in_the_future", "held_on"),
    ({"note": "  "}, "missing", "note"),
    ({"match_kept": None}, "missing", "match_kept"),
    ({"match_kept": False}, "missing", "match_kept"),
    ({"new_match": NewMatch(3, (MatchBasis.SKILLS,), "Ja")}, "two_answers", "match_kept"),
    ({"match_kept": None, "new_match": NewMatch(3, (MatchBasis.HEALTH,), "Ja")}, "health_only", "basis"),
    ({"next_step_towards_work": ""}, "missing", "next_step_towards_work"),
    ({"next_contact_on": TODAY}, "wrong_order", "next_contact_on"),
    ({"agreements": (Agreed(" ", StepOwner.CITIZEN),)}, "missing", "agreements"),
    ({"plan_unchanged": True}, "no_plan", "case_id"),
    ({"summons_id": "x"}, "unknown_row", "summons_id"),
    ({"case_id": "x"}, "unknown_case", "case_id"),
])  # fmt: skip
def test_that_a_talk_which_is_not_whole_is_refused_and_leaves_nothing(
    desk: Desk, talk: HoldTalk, changes: dict[str, object], code: str, field: str
) -> None:
    error = desk.refuses(hold_talk, replace(talk, **changes), code=code, field=field)  # type: ignore[arg-type] # fields by name
    assert "Samira" not in error.message


def test_that_rows_of_another_citizen_are_refused(desk: Desk, talk: HoldTalk) -> None:
    other = desk.citizen("Ada Bro", "620175-1002")
    summons = summoned(desk, other)
    desk.refuses(hold_talk, replace(talk, summons_id=summons), code="other_case", field="summons_id")
    sickness = desk.do(open_sickness_case, OpenSicknessCase(other, date(2007, 2, 1))).id
    request = replace(talk, sickness_case_id=sickness)
    desk.refuses(hold_talk, request, code="other_case", field="sickness_case_id")


def test_that_withdrawing_a_talk_takes_what_hangs_on_it_and_opens_the_summons(desk: Desk, talk: HoldTalk) -> None:
    summons = summoned(desk, talk.case_id)
    sickness = desk.do(open_sickness_case, OpenSicknessCase(talk.case_id, date(2007, 2, 1))).id
    match = NewMatch(3, (MatchBasis.WORK_WISH,), "Vil gerne arbejde")
    first = replace(talk, purpose=TalkPurpose.SICKNESS_FOLLOW_UP, held_on=date(2007, 3, 1))
    desk.do(hold_talk, first)
    done = desk.do(
        hold_talk,
        replace(
            talk,
            purpose=TalkPurpose.SICKNESS_FOLLOW_UP,
            match_kept=None,
            new_match=match,
            warned=(Warned(WarningKind.CEILING),),
            agreements=(Agreed("Ringer", StepOwner.CITIZEN),),
        ),
    )
    report = desk.row(PortalReportRow, subject_id=done.id).id
    desk.do(mark_sent, MarkSent((report,), TODAY))
    notices = desk.do(withdraw, Withdraw("talk", done.id, "Forkert borger")).notices
    assert "Arbejdsmarkedsportalen" in notices[0]
    withdrawn: list[CaseRow] = [
        *desk.rows(TalkRow, id=done.id),
        *desk.rows(NoteRow, about_id=done.id),
        *desk.rows(WarningRow),
        *desk.rows(TalkAgreementRow),
        *desk.rows(MatchAssessmentRow),
        *desk.rows(PortalReportRow, subject_id=done.id),
        *desk.rows(PortalReportRow, subject=ReportSubject.MATCH),
    ]
    assert len(withdrawn) == 7
    assert {(row.withdrawn_on, row.withdrawn_by, row.withdrawn_reason) for row in withdrawn} == {
        (TODAY, desk.me, "Forkert borger")
    }
    row = desk.row(SummonsRow, id=summons)
    assert (row.attendance, row.attendance_noted_on, row.withdrawn_on) == (None, None, None)
    assert desk.row(SicknessCaseRow, id=sickness).last_follow_up_on == date(2007, 3, 1)
    assert len([row for row in desk.rows(TalkRow) if row.withdrawn_on is None]) == 1
    desk.do(hold_talk, replace(talk, summons_id=summons))


def test_that_a_talk_is_not_held_on_a_time_that_was_given_up(desk: Desk, case: str, talk: HoldTalk) -> None:
    old = desk.do(summon, Summon(case, Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, TODAY, time(10, 0)))).id
    new = desk.do(rebook, Rebook(old, TODAY, time(13, 0))).id
    desk.refuses(hold_talk, replace(talk, summons_id=old), code="rebooked", field="summons_id")
    desk.do(hold_talk, replace(talk, summons_id=new))
    assert desk.row(SummonsRow, id=new).attendance is AttendanceKind.CAME
