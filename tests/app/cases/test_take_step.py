"""One answer to a step of an application, and what the form of it begins with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.application_cases import OpenApplication, open_application
from app.cases.application_view import STEP_FORM, open_case_step
from app.cases.drafts import DraftKey
from app.cases.step_template import step_due_on, step_template
from app.cases.take_step import StepAnswer, TakeStep, take_step
from app.clock import FixedClock
from app.rules.book import standard_rule_book
from app.work import Work
from db.errors import Refused
from db.rows.cases import ApplicationCaseRow, CaseStepRow
from db.rows.talks import NoteRow
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, WaitingFor
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
TEMPLATE = step_template(standard_rule_book(), TODAY)


@pytest.fixture
def taking(desk: Desk) -> TakeStep:
    opening = OpenApplication(desk.citizen(), ApplicationCaseKind.EARLY_PENSION, date(2007, 3, 12), TEMPLATE)
    application = desk.do(open_application, opening).id
    return TakeStep(application, desk.row(CaseStepRow).id, StepAnswer.DONE, TODAY, TEMPLATE)


def test_that_the_steps_and_their_days_are_those_of_the_rule_set() -> None:
    assert TEMPLATE.steps[:3] == (CaseStepKind.REGISTER, CaseStepKind.FIRST_TALK, CaseStepKind.PROFILE_DRAFT)
    assert TEMPLATE.steps[-1] is CaseStepKind.DECISION
    assert CaseStepKind.OTHER not in TEMPLATE.steps
    # Five working days from a Monday; 28 days.
    assert step_due_on(standard_rule_book(), CaseStepKind.REGISTER, date(2007, 3, 12)) == date(2007, 3, 19)
    assert step_due_on(standard_rule_book(), CaseStepKind.FIRST_TALK, date(2007, 3, 20)) == date(2007, 4, 17)


def test_that_a_step_done_names_the_next_with_its_date_and_keeps_the_status(desk: Desk, taking: TakeStep) -> None:
    done = desk.do(take_step, replace(taking, text="Kvittering sendt", status_text="Vi indkalder til samtale."))
    assert done.notices == ("Næste skridt: første samtale, senest 17.04.2007.",)
    assert desk.row(CaseStepRow, step=CaseStepKind.REGISTER).result == "Kvittering sendt"
    assert desk.row(ApplicationCaseRow).status_text == "Vi indkalder til samtale."


def test_that_a_step_waits_is_reminded_and_answered(desk: Desk, taking: TakeStep) -> None:
    waits = replace(taking, answer=StepAnswer.WAITS, waiting_for=WaitingFor.GP, on=date(2007, 3, 13))
    desk.do(take_step, replace(waits, expected_on=date(2007, 3, 19)))
    reminded = replace(taking, answer=StepAnswer.REMINDED, expected_on=date(2007, 4, 3))
    desk.do(take_step, reminded)
    row = desk.row(CaseStepRow)
    assert (row.sent_on, row.reminded_on, row.expected_on) == (date(2007, 3, 13), TODAY, date(2007, 4, 3))
    desk.do(take_step, replace(taking, answer=StepAnswer.ANSWERED, text="Attest kom"))
    assert (desk.row(CaseStepRow).answered_on, desk.row(CaseStepRow).result) == (TODAY, "Attest kom")


def test_that_a_recommendation_stands_as_it_was_sent_and_a_decision_ends_the_case(desk: Desk, taking: TakeStep) -> None:
    desk.do(take_step, replace(taking, answer=StepAnswer.RECOMMENDED, text="Konklusion: ingen udvikling."))
    note = desk.row(NoteRow)
    assert (note.about_kind, note.about_id) == ("application_case", taking.application_id)
    assert note.text == "Indstilling\n\nKonklusion: ingen udvikling."
    assert desk.row(ApplicationCaseRow).state is ApplicationCaseState.SENT_FOR_DECISION
    done = desk.do(take_step, replace(taking, answer=StepAnswer.DECIDED, text="Tilkendt"))
    assert done.notices == ()
    assert desk.row(ApplicationCaseRow).decision == "Tilkendt"


def test_that_what_is_wrong_is_refused_at_the_form_s_field(desk: Desk, taking: TakeStep) -> None:
    late, early = date(2007, 3, 21), date(2007, 3, 11)
    waits = replace(taking, answer=StepAnswer.WAITS, waiting_for=WaitingFor.GP)
    wrong = (
        ("in_the_future", "on", replace(taking, on=late)),
        ("wrong_order", "on", replace(taking, on=early)),
        ("no_step", "answer", replace(taking, step_id=None)),
        ("missing", "waiting_for", replace(waits, waiting_for=None)),
        ("wrong_order", "expected_on", replace(waits, expected_on=date(2007, 3, 19))),
        ("not_waiting", "answer", replace(taking, answer=StepAnswer.ANSWERED)),
        ("missing", "text", replace(taking, answer=StepAnswer.RECOMMENDED)),
        ("missing", "text", replace(taking, answer=StepAnswer.DECIDED)),
        ("missing", "text", replace(taking, answer=StepAnswer.TAKEN_BACK)),
    )
    for code, field, request in wrong:
        # The line for the phone is not kept either.
        desk.refuses(take_step, replace(request, status_text="Halvt"), code=code, field=field)


def test_that_the_form_opens_at_the_named_step_or_the_one_due_first(desk: Desk, taking: TakeStep) -> None:
    case_id = desk.row(ApplicationCaseRow).case_id
    with desk.memory.writing() as session:
        work = Work(session, desk.me, FixedClock(TODAY), desk.make_id)
        for about in (None, taking.step_id, taking.application_id):
            opened = open_case_step(work, DraftKey(STEP_FORM, case_id, about))
            assert opened.step is not None
            assert (opened.step.id, opened.step.due_on) == (taking.step_id, date(2007, 3, 19))
            # Twelve months from 12 March 2007.
            assert opened.application.due_on == date(2008, 3, 12)
    desk.do(take_step, replace(taking, answer=StepAnswer.TAKEN_BACK, text="Fik job"))
    with desk.memory.writing() as session, pytest.raises(Refused) as refused:
        open_case_step(Work(session, desk.me, FixedClock(TODAY), desk.make_id), DraftKey(STEP_FORM, case_id))
    assert refused.value.code == "nothing_open"
