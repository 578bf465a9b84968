"""Application cases: opened, brought forward, waited for, decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.application_cases import (
    CompleteStep,
    Decide,
    OpenApplication,
    Recommend,
    SendDelayNotice,
    SetStatusText,
    StepTemplate,
    TakeBackApplication,
    complete_step,
    decide,
    open_application,
    recommend,
    send_delay_notice,
    set_status_text,
    take_back_application,
)
from app.cases.case_steps import NoteAnswer, NoteReminder, WaitFor, note_answer, note_reminder, wait_for
from db.rows.cases import ApplicationCaseRow, CaseStepRow, DelayNoticeRow
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, WaitingFor
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
TEMPLATE = StepTemplate((CaseStepKind.REGISTER, CaseStepKind.FIRST_TALK, CaseStepKind.RECOMMENDATION))


@pytest.fixture
def opening(desk: Desk) -> OpenApplication:
    return OpenApplication(desk.citizen(), ApplicationCaseKind.FLEXJOB, date(2007, 3, 1), TEMPLATE, inherited=True)


@pytest.fixture
def application(desk: Desk, opening: OpenApplication) -> str:
    return desk.do(open_application, opening).id


def step(desk: Desk, kind: CaseStepKind = CaseStepKind.REGISTER) -> CaseStepRow:
    return desk.row(CaseStepRow, step=kind)


def test_that_a_case_begins_untouched_with_its_first_step_and_own_number(desk: Desk, application: str) -> None:
    row, first = desk.row(ApplicationCaseRow), step(desk)
    assert (row.id, row.state, row.inherited) == (application, ApplicationCaseState.UNTOUCHED, True)
    assert row.case_no.startswith("2007-")
    assert (first.application_case_id, first.starts_on, first.due_on) == (row.id, date(2007, 3, 1), None)


def test_that_a_number_from_elsewhere_stays(desk: Desk, opening: OpenApplication) -> None:
    desk.do(open_application, replace(opening, case_no="SAG-7"))
    assert desk.row(ApplicationCaseRow).case_no == "SAG-7"


def test_that_one_kind_is_applied_for_once(desk: Desk, opening: OpenApplication, application: str) -> None:
    desk.refuses(open_application, opening, code="already_applied", field="kind")
    desk.do(open_application, replace(opening, kind=ApplicationCaseKind.REHABILITATION))
    desk.do(take_back_application, TakeBackApplication(application, "Fik job"))
    desk.do(open_application, opening)


def test_that_a_case_needs_steps_and_a_day_that_has_been(desk: Desk, opening: OpenApplication) -> None:
    bare = replace(opening, template=StepTemplate(()))
    desk.refuses(open_application, bare, code="missing", field="template")
    late = replace(opening, applied_on=date(2007, 3, 21))
    desk.refuses(open_application, late, code="in_the_future", field="applied_on")


def test_that_a_step_that_is_done_starts_the_next(desk: Desk, application: str) -> None:
    done = desk.do(complete_step, CompleteStep(step(desk).id, date(2007, 3, 7), TEMPLATE, "Bekræftet"))
    first, second = step(desk), step(desk, CaseStepKind.FIRST_TALK)
    assert (first.done_on, first.done_by, first.result) == (date(2007, 3, 7), desk.me, "Bekræftet")
    assert (second.id, second.starts_on) == (done.id, date(2007, 3, 7))
    assert desk.row(ApplicationCaseRow).state is ApplicationCaseState.IN_PROGRESS


def test_that_the_recommendation_sends_the_case_for_decision(desk: Desk, application: str) -> None:
    last = ""
    for kind in TEMPLATE.steps:
        last = desk.do(complete_step, CompleteStep(step(desk, kind).id, TODAY, TEMPLATE)).id
    assert last == step(desk, CaseStepKind.RECOMMENDATION).id
    row = desk.row(ApplicationCaseRow)
    assert (row.state, row.recommended_on) == (ApplicationCaseState.SENT_FOR_DECISION, TODAY)


def test_that_a_step_is_done_once_and_after_it_began(desk: Desk, application: str) -> None:
    early = CompleteStep(step(desk).id, date(2007, 2, 28), TEMPLATE)
    desk.refuses(complete_step, early, code="wrong_order", field="done_on")
    late = replace(early, done_on=date(2007, 3, 21))
    desk.refuses(complete_step, late, code="in_the_future", field="done_on")
    desk.do(complete_step, replace(early, done_on=TODAY))
    desk.refuses(complete_step, replace(early, done_on=TODAY), code="already_done", field="step_id")


def test_that_a_template_knows_what_follows() -> None:
    assert TEMPLATE.after(CaseStepKind.REGISTER) is CaseStepKind.FIRST_TALK
    assert TEMPLATE.after(CaseStepKind.RECOMMENDATION) is None
    assert TEMPLATE.after(CaseStepKind.HEARING) is None


def test_that_a_step_waits_is_reminded_and_answered(desk: Desk, application: str) -> None:
    waiting = step(desk).id
    answer = NoteAnswer(waiting, date(2007, 3, 19), "Lægen svarer")
    desk.refuses(note_answer, answer, code="not_waiting", field="step_id")
    desk.do(wait_for, WaitFor(waiting, WaitingFor.GP, date(2007, 3, 5), date(2007, 3, 15)))
    desk.do(note_reminder, NoteReminder(waiting, date(2007, 3, 16), date(2007, 3, 30)))
    row = step(desk)
    assert (row.waiting_for, row.reminded_on, row.expected_on) == (
        WaitingFor.GP,
        date(2007, 3, 16),
        date(2007, 3, 30),
    )
    early = replace(answer, answered_on=date(2007, 3, 1))
    desk.refuses(note_answer, early, code="wrong_order", field="answered_on")
    desk.do(note_answer, answer)
    assert (step(desk).answered_on, step(desk).result) == (date(2007, 3, 19), "Lægen svarer")
    desk.refuses(note_reminder, NoteReminder(waiting, TODAY), code="not_waiting", field="step_id")


def test_that_a_step_asked_anew_waits_again(desk: Desk, application: str) -> None:
    waiting = WaitFor(step(desk).id, WaitingFor.SPECIALIST, date(2007, 3, 5))
    desk.do(wait_for, waiting)
    desk.do(note_answer, NoteAnswer(waiting.step_id, date(2007, 3, 7)))
    desk.do(wait_for, replace(waiting, sent_on=TODAY))
    assert (step(desk).answered_on, step(desk).sent_on) == (None, TODAY)
    past = replace(waiting, expected_on=date(2007, 3, 1))
    desk.refuses(wait_for, past, code="wrong_order", field="expected_on")
    desk.do(complete_step, CompleteStep(waiting.step_id, TODAY, TEMPLATE))
    desk.refuses(wait_for, waiting, code="already_done", field="step_id")


def test_that_the_status_line_and_the_delay_are_kept(desk: Desk, application: str) -> None:
    desk.do(set_status_text, SetStatusText(application, " Venter på lægen "))
    assert desk.row(ApplicationCaseRow).status_text == "Venter på lægen"
    notice = SendDelayNotice(application, TODAY, date(2007, 5, 1), "Lægen er på ferie")
    desk.refuses(send_delay_notice, replace(notice, reason=""), code="missing", field="reason")
    backwards = replace(notice, new_expected_on=date(2007, 3, 1))
    desk.refuses(send_delay_notice, backwards, code="wrong_order", field="new_expected_on")
    desk.do(send_delay_notice, notice)
    assert desk.row(DelayNoticeRow).application_case_id == application


def test_that_a_recommendation_that_was_sent_is_no_step_left_to_do(desk: Desk, application: str) -> None:
    template = StepTemplate((CaseStepKind.REGISTER, CaseStepKind.RECOMMENDATION, CaseStepKind.DECISION))
    desk.do(complete_step, CompleteStep(step(desk).id, date(2007, 3, 5), template))
    desk.do(recommend, Recommend(application, date(2007, 3, 12), template))
    assert step(desk, CaseStepKind.RECOMMENDATION).done_on == date(2007, 3, 12)
    assert step(desk, CaseStepKind.DECISION).starts_on == date(2007, 3, 12)
    assert desk.row(ApplicationCaseRow).state is ApplicationCaseState.SENT_FOR_DECISION


def test_that_a_decision_ends_the_case_and_its_steps(desk: Desk, application: str) -> None:
    desk.do(recommend, Recommend(application, date(2007, 3, 10), TEMPLATE))
    decision = Decide(application, TODAY, "Bevilget")
    desk.refuses(decide, replace(decision, decision=""), code="missing", field="decision")
    before = replace(decision, decided_on=date(2007, 3, 9))
    desk.refuses(decide, before, code="wrong_order", field="decided_on")
    desk.do(decide, decision)
    row = desk.row(ApplicationCaseRow)
    assert (row.state, row.decision, row.decided_on) == (ApplicationCaseState.DECIDED, "Bevilget", TODAY)
    assert step(desk).done_on == TODAY
    desk.refuses(decide, decision, code="case_ended", field="application_id")
    desk.refuses(recommend, Recommend(application, TODAY, TEMPLATE), code="case_ended", field="application_id")
