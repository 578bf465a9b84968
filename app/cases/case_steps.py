"""A step of an application case that waits for somebody outside: for whom, since when, until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_row
from app.cases.checking import in_order, not_in_future, tidy
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.cases import CaseStepRow
from db.values.cases import WaitingFor


@dataclass(frozen=True, slots=True)
class WaitFor:
    """`expected_on` None leaves it to the rule set how long one waits."""

    step_id: str
    waiting_for: WaitingFor
    sent_on: date
    expected_on: date | None = None


@dataclass(frozen=True, slots=True)
class NoteAnswer:
    """The answer has come; the step is ours again."""

    step_id: str
    answered_on: date
    result: str | None = None


@dataclass(frozen=True, slots=True)
class NoteReminder:
    """They were reminded, with a new date to expect the answer."""

    step_id: str
    reminded_on: date
    expected_on: date | None = None


def wait_for(work: Work, request: WaitFor) -> Done:
    """Let the step wait. Refused: `already_done` (field `step_id`), `in_the_future`, `wrong_order`."""
    step = _open(work, request.step_id)
    not_in_future(request.sent_on, work.today, "sent_on")
    in_order(request.sent_on, request.expected_on, "expected_on")
    step.waiting_for = request.waiting_for
    step.sent_on = request.sent_on
    step.expected_on = request.expected_on
    # Asked anew, an earlier answer or reminder is about something else.
    step.answered_on = step.reminded_on = None
    return Done(step.id, work.changes())


def note_answer(work: Work, request: NoteAnswer) -> Done:
    """Note the answer. Refused: `not_waiting` (field `step_id`), `in_the_future`, `wrong_order` (`answered_on`)."""
    step = _waiting(work, request.step_id)
    not_in_future(request.answered_on, work.today, "answered_on")
    in_order(step.sent_on, request.answered_on, "answered_on")
    step.answered_on = request.answered_on
    step.result = tidy(request.result) or step.result
    return Done(step.id, work.changes())


def note_reminder(work: Work, request: NoteReminder) -> Done:
    """Note the reminder. Refused: `not_waiting` (field `step_id`), `in_the_future`, `wrong_order`."""
    step = _waiting(work, request.step_id)
    not_in_future(request.reminded_on, work.today, "reminded_on")
    in_order(step.sent_on, request.reminded_on, "reminded_on")
    in_order(request.reminded_on, request.expected_on, "expected_on")
    step.reminded_on = request.reminded_on
    step.expected_on = request.expected_on or step.expected_on
    return Done(step.id, work.changes())


def _open(work: Work, step_id: str) -> CaseStepRow:
    step = the_row(work, CaseStepRow, step_id, field="step_id")
    if step.done_on is not None:
        raise Refused("Skridtet er allerede udført.", field="step_id", code="already_done")
    return step


def _waiting(work: Work, step_id: str) -> CaseStepRow:
    step = _open(work, step_id)
    if step.waiting_for is None or step.answered_on is not None:
        raise Refused("Skridtet venter ikke på nogen.", field="step_id", code="not_waiting")
    return step
