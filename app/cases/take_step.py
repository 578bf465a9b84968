"""One answer to an open step of an application case: done, waiting, answered, reminded, or what ends the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.cases.application_cases import (
    CompleteStep,
    Decide,
    Recommend,
    SetStatusText,
    StepTemplate,
    TakeBackApplication,
    complete_step,
    decide,
    recommend,
    set_status_text,
    take_back_application,
)
from app.cases.at_fields import at_fields
from app.cases.case_rows import live_rows, the_row
from app.cases.case_steps import NoteAnswer, NoteReminder, WaitFor, note_answer, note_reminder, wait_for
from app.cases.checking import danish, required, tidy
from app.cases.step_template import step_due_on
from app.changes import Done
from app.queue.closed_days import rule_book_of
from app.queue.reading.session import as_connection
from app.queue.text import STEPS
from app.talks.notes import WriteNote, write_note
from app.work import Work
from db.errors import Refused
from db.rows.cases import ApplicationCaseRow, CaseStepRow
from db.values.cases import WaitingFor
from db.values.talks import NoteKind


class StepAnswer(StrEnum):
    """What has happened."""

    DONE = "done"
    WAITS = "waits"
    ANSWERED = "answered"
    REMINDED = "reminded"
    RECOMMENDED = "recommended"
    DECIDED = "decided"
    TAKEN_BACK = "taken_back"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class TakeStep:
    """What happened with a step, or with the case it belongs to.

    `text` is the result, the recommendation, the decision or the reason, as the answer asks for. `status_text` is the
    line to read out on the phone as it is to stand.
    """

    application_id: str
    step_id: str | None
    answer: StepAnswer
    on: date
    template: StepTemplate
    status_text: str | None = None
    text: str | None = None
    waiting_for: WaitingFor | None = None
    expected_on: date | None = None


_FIELDS = {
    "done_on": "on",
    "sent_on": "on",
    "answered_on": "on",
    "reminded_on": "on",
    "recommended_on": "on",
    "decided_on": "on",
    "noted_on": "on",
    "decision": "text",
    "reason": "text",
    "step_id": "answer",
    "application_id": "answer",
}


def take_step(work: Work, request: TakeStep) -> Done:
    """Write it, and the line for the phone; the notice names what comes next and when.

    Refused at `answer`, `on`, `text`, `waiting_for` and `expected_on`, as the use case of each answer says;
    `no_step` (field `answer`) where the answer is about a step and there is none open.
    """
    application = the_row(work, ApplicationCaseRow, request.application_id, field="answer")
    if tidy(request.status_text) != application.status_text:
        set_status_text(work, SetStatusText(application.id, request.status_text or ""))
    with at_fields(_FIELDS):
        _answer(work, request, application)
    return Done(application.id, work.changes(), _what_comes(work, application))


def _answer(work: Work, request: TakeStep, application: ApplicationCaseRow) -> None:
    match request.answer:
        case StepAnswer.DONE:
            complete_step(work, CompleteStep(_step(request), request.on, request.template, request.text))
        case StepAnswer.WAITS:
            if request.waiting_for is None:
                raise Refused("Vælg, hvem der ventes på.", field="waiting_for", code="missing")
            wait_for(work, WaitFor(_step(request), request.waiting_for, request.on, request.expected_on))
        case StepAnswer.ANSWERED:
            note_answer(work, NoteAnswer(_step(request), request.on, request.text))
        case StepAnswer.REMINDED:
            note_reminder(work, NoteReminder(_step(request), request.on, request.expected_on))
        case StepAnswer.RECOMMENDED:
            text = required(request.text, "text", "Skriv indstillingen.")
            recommend(work, Recommend(application.id, request.on, request.template))
            # A note is never changed: what was recommended stands as it was sent.
            write_note(
                work,
                WriteNote(
                    application.case_id,
                    f"Indstilling\n\n{text}",
                    request.on,
                    NoteKind.CASE,
                    "application_case",
                    application.id,
                ),
            )
        case StepAnswer.DECIDED:
            decide(work, Decide(application.id, request.on, request.text or ""))
        case StepAnswer.TAKEN_BACK:
            take_back_application(work, TakeBackApplication(application.id, request.text or ""))
        case StepAnswer.STATUS:
            pass


def _step(request: TakeStep) -> str:
    if request.step_id is None:
        raise Refused("Sagen har intet åbent skridt.", field="answer", code="no_step")
    return request.step_id


def _what_comes(work: Work, application: ApplicationCaseRow) -> tuple[str, ...]:
    if application.decision is not None:
        return ()
    rows = live_rows(work.session, CaseStepRow, application.case_id)
    open_steps = [row for row in rows if row.application_case_id == application.id and row.done_on is None]
    if not open_steps:
        return ("Sagen har intet åbent skridt.",)
    book = rule_book_of(as_connection(work.session))
    step = min(open_steps, key=lambda row: (row.starts_on, row.id))
    due_on = step.due_on or step_due_on(book, step.step, step.starts_on)
    until = f", senest {danish(due_on)}" if due_on else ""
    return (f"Næste skridt: {STEPS[step.step]}{until}.",)
