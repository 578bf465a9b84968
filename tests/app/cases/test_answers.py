"""Small answers: absences, agreements, young people, faults in the data."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from datetime import date

import pytest

from app.cases.answer_youth import AnswerYouth, answer_youth
from app.cases.drafts import DraftKey
from app.cases.findings import EXPLANATIONS, FINDING_FORM, AcceptFinding, accept_finding, open_finding
from app.cases.opened_follow_ups import ABSENCE_FORM, AGREEMENT_FORM, open_absence, open_agreement
from app.cases.youth_alerts import ReceiveYouthAlert, receive_youth_alert
from app.clock import FixedClock
from app.jobplan.agree_plan import AgreeSimplePlan, Goal, Step, agree_simple_plan
from app.jobplan.answer_agreement import AnswerAgreement, answer_agreement
from app.orders.absences import AnswerAbsence, answer_absence
from app.queue.reading import quality
from app.talks.hold_talk import Agreed, HoldTalk, hold_talk
from app.work import Work, working
from db.errors import Refused
from db.rows.cases import YouthAlertRow
from db.rows.orders import AbsenceReportRow
from db.rows.people import DataQualityAcceptanceRow, MatchAssessmentRow
from db.rows.plans import PlanStepRow
from db.rows.talks import TalkAgreementRow
from db.values.cases import YouthOutcome
from db.values.offers import AbsenceClosing, AbsenceKind
from db.values.talks import StepOwner, TalkForm
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


@pytest.fixture
def case(desk: Desk) -> str:
    return desk.citizen()


def test_that_an_absence_is_closed_in_one_of_three_ways_with_a_note(desk: Desk, case: str) -> None:
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="set_up") as work:
        report = work.add(
            AbsenceReportRow(
                case_id=case, event_on=date(2007, 3, 15), reported_on=date(2007, 3, 16), kind=AbsenceKind.ABSENT
            )
        ).id
    with desk.memory.writing() as session:
        work = Work(session, desk.me, FixedClock(TODAY), desk.make_id)
        assert open_absence(work, DraftKey(ABSENCE_FORM, case)).report_id == report
    answer = AnswerAbsence(report, AbsenceClosing.REASONABLE_EXCUSE, TODAY, "Barnet var sygt.")
    desk.refuses(answer_absence, replace(answer, note=" "), code="missing", field="note")
    desk.refuses(answer_absence, replace(answer, closed_on=date(2007, 3, 15)), code="wrong_order", field="closed_on")
    desk.refuses(answer_absence, replace(answer, closed_on=date(2007, 3, 21)), code="in_the_future", field="closed_on")
    desk.do(answer_absence, answer)
    row = desk.row(AbsenceReportRow)
    assert (row.closing, row.closed_on, row.closing_note) == (
        AbsenceClosing.REASONABLE_EXCUSE,
        TODAY,
        "Barnet var sygt.",
    )
    desk.refuses(answer_absence, answer, code="already_closed", field="report_id")
    with desk.memory.writing() as session, pytest.raises(Refused, match="ingen udeblivelse"):
        open_absence(Work(session, desk.me, FixedClock(TODAY), desk.make_id), DraftKey(ABSENCE_FORM, case, report))


def test_that_agreements_of_plan_and_talk_are_done_or_moved_alike(desk: Desk, case: str) -> None:
    held = HoldTalk(
        case,
        date(2007, 3, 5),
        TalkForm.INDIVIDUAL,
        note="Talt",
        next_step_towards_work="CV",
        next_contact_on=date(2007, 6, 1),
        match_kept=True,
        agreements=(Agreed("Ringer til skolen", StepOwner.JOBCENTRE, date(2007, 3, 19)),),
    )
    desk.do(hold_talk, held)
    step = Step("Sender CV", StepOwner.CITIZEN, date(2007, 3, 22))
    desk.do(agree_simple_plan, AgreeSimplePlan(case, date(2007, 3, 6), Goal("Kok"), (step,), date(2007, 9, 6)))
    of_plan = desk.row(PlanStepRow).id
    with desk.memory.writing() as session:
        work = Work(session, desk.me, FixedClock(TODAY), desk.make_id)
        first = open_agreement(work, DraftKey(AGREEMENT_FORM, case))
        assert (first.text, first.from_talk, first.agreed_on) == ("Ringer til skolen", True, date(2007, 3, 5))
        named = open_agreement(work, DraftKey(AGREEMENT_FORM, case, of_plan))
        assert (named.text, named.from_talk) == ("Sender CV", False)
    for opened, earlier in ((first, date(2007, 3, 4)), (named, date(2007, 3, 5))):
        answer = AnswerAgreement(opened.row_id, opened.from_talk)
        desk.refuses(answer_agreement, answer, code="missing", field="by_date")
        past = replace(answer, by_date=date(2007, 3, 19))
        desk.refuses(answer_agreement, past, code="in_the_past", field="by_date")
        desk.refuses(answer_agreement, replace(answer, done_on=earlier), code="wrong_order", field="done_on")
        late = replace(answer, done_on=date(2007, 3, 21))
        desk.refuses(answer_agreement, late, code="in_the_future", field="done_on")
        desk.do(answer_agreement, replace(answer, by_date=date(2007, 3, 30)))
        desk.do(answer_agreement, replace(answer, done_on=TODAY))
    assert (desk.row(TalkAgreementRow).by_date, desk.row(TalkAgreementRow).done_on) == (date(2007, 3, 30), TODAY)
    assert (desk.row(PlanStepRow).by_date, desk.row(PlanStepRow).done_on) == (date(2007, 3, 30), TODAY)


def test_that_a_young_person_is_offered_a_talk_and_followed_up(desk: Desk, case: str) -> None:
    alert = desk.do(receive_youth_alert, ReceiveYouthAlert(case, date(2007, 3, 12))).id
    desk.refuses(answer_youth, AnswerYouth(alert), code="missing", field="offered_on")
    early = AnswerYouth(alert, date(2007, 3, 11))
    desk.refuses(answer_youth, early, code="wrong_order", field="offered_on")
    offered = AnswerYouth(alert, date(2007, 3, 14))
    desk.refuses(answer_youth, replace(offered, outcome=YouthOutcome.KEPT), code="missing", field="outcome_on")
    desk.refuses(answer_youth, replace(offered, outcome_on=TODAY), code="missing", field="outcome")
    desk.refuses(answer_youth, replace(offered, months=3), code="missing", field="followed_up_on")
    before = replace(offered, months=3, followed_up_on=date(2007, 3, 13))
    desk.refuses(answer_youth, before, code="wrong_order", field="followed_up_on")
    desk.do(answer_youth, offered)
    desk.do(
        answer_youth,
        AnswerYouth(alert, date(2007, 3, 14), YouthOutcome.NEW_EDUCATION, TODAY, 3, TODAY),
    )
    row = desk.row(YouthAlertRow)
    assert (row.talk_offered_on, row.outcome, row.followed_up_3_months_on) == (
        date(2007, 3, 14),
        YouthOutcome.NEW_EDUCATION,
        TODAY,
    )


def test_that_a_fault_says_what_is_wrong_and_where_and_is_accepted_with_a_reason(desk: Desk, case: str) -> None:
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="set_up") as work:
        match = work.add(MatchAssessmentRow(case_id=case, category=4, assessed_on=date(2007, 3, 1), reason="")).id
    key = f"match_without_reason:{match}"
    with desk.memory.writing() as session:
        work = Work(session, desk.me, FixedClock(TODAY), desk.make_id)
        opened = open_finding(work, DraftKey(FINDING_FORM, case, key))
        assert (opened.explanation, opened.where) == (EXPLANATIONS["match_without_reason"], "Match 4 fra 01.03.2007")
        unknown = open_finding(work, DraftKey(FINDING_FORM, case, "from_a_newer_program:1"))
        assert (unknown.explanation, unknown.where) == (None, None)
    accept = AcceptFinding(case, key, TODAY, "Står i KOMMA")
    desk.refuses(accept_finding, replace(accept, reason=""), code="missing", field="reason")
    desk.do(accept_finding, accept)
    assert desk.row(DataQualityAcceptanceRow).finding_key == key


def test_that_every_fault_that_the_queue_finds_is_explained() -> None:
    found = re.findall(r'note\("(\w+)"', inspect.getsource(quality))
    assert set(found) == set(EXPLANATIONS)
