"""Application cases: their steps, whom they wait for, the notice of delay; and complaints."""

from __future__ import annotations

from collections.abc import Iterator

from app.queue.case_view import CaseView
from app.queue.event import Event
from app.queue.facts import ApplicationFact, CaseStepFact
from app.queue.text import APPLICATIONS, PARTIES, STEPS, long_date
from db.values.cases import ApplicationCaseState

_OVER = frozenset({ApplicationCaseState.DECIDED, ApplicationCaseState.WITHDRAWN})


def applications(view: CaseView) -> Iterator[Event]:
    """Everything that is open in the applications that are not decided."""
    for application in view.case.applications:
        if application.state in _OVER or application.decided_on is not None:
            continue
        name = APPLICATIONS[application.kind]
        for step in application.steps:
            if step.done_on is None:
                yield from _step(step, name)
        if application.delay_noticed_on is None:
            yield _delay(view, application, name)


def _step(step: CaseStepFact, application: str) -> Iterator[Event]:
    words = {"step": STEPS[step.step], "application": application, "who": ""}
    if step.waiting_for is None or step.answered_on is not None:
        yield Event("CASE_STEP_DUE", step.id, step.starts_on, "ours", due=step.step, due_on=step.due_on, words=words)
        return
    who = words["who"] = PARTIES[step.waiting_for]
    sent = step.sent_on or step.starts_on
    yield Event(
        "CASE_STEP_DUE",
        step.id,
        step.starts_on,
        "waiting",
        due=step.step,
        due_on=step.due_on,
        words=words,
        waiting_for=who,
        waiting_since=sent,
    )
    yield Event("WAITING_REMINDER", step.id, sent, due_on=step.expected_on, words=words)


def _delay(view: CaseView, application: ApplicationFact, name: str) -> Event:
    applied = application.applied_on
    published = application.published_due_on
    if published is None:
        case_time = view.rule_book.parameters_on(applied).published_case_times[application.kind]
        published = case_time.after(applied, view.rule_book.calendar)
    words = {"application": name, "published": long_date(published)}
    return Event("DELAY_NOTICE", application.id, applied, base=published, words=words)


def complaints(view: CaseView) -> Iterator[Event]:
    """Complaints that are neither sent on nor upheld."""
    for complaint in view.case.complaints:
        if complaint.settled_on is None:
            yield Event("COMPLAINT", complaint.id, complaint.received_on)
