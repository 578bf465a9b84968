"""The up-to-date rate of application cases: none of our steps is past its deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.queue.case_view import CaseView
from app.queue.facts import ApplicationFact, CaseFacts, CaseStepFact
from app.results.measure import Indicator, LeftOut, Measure, Shape, exclusion_on
from app.rules.book import RuleBook
from db.values.cases import ApplicationCaseKind, ApplicationCaseState

OVER = frozenset({ApplicationCaseState.DECIDED, ApplicationCaseState.WITHDRAWN})


def up_to_date(
    indicator: Indicator, kind: ApplicationCaseKind, cases: Sequence[CaseFacts], book: RuleBook, today: date
) -> Measure:
    """The share of open applications of a kind that are up to date. The subjects are the applications.

    Up to date means that no step which waits for us is past its deadline. A step that waits for others counts
    as up to date until the day their answer is expected.
    """
    holds: list[str] = []
    misses: list[str] = []
    left_out: list[LeftOut] = []
    for case in cases:
        applications = [one for one in case.applications if one.kind is kind and is_open(one, today)]
        if not applications or (case.closed_on is not None and case.closed_on <= today):
            continue
        exclusion = exclusion_on(case, today)
        view = CaseView(case, book, book.parameters_on(today), today)
        for application in applications:
            if exclusion is not None:
                left_out.append(LeftOut(case.case_id, exclusion.reason, exclusion.until_on))
            elif any(is_late(step, view) for step in application.steps):
                misses.append(application.id)
            else:
                holds.append(application.id)
    return Measure(indicator, Shape.SHARE, today, tuple(holds), tuple(misses), tuple(left_out))


def is_open(application: ApplicationFact, today: date) -> bool:
    """Whether an application has come in and is neither decided nor withdrawn."""
    return application.applied_on <= today and application.state not in OVER and application.decided_on is None


def is_late(step: CaseStepFact, view: CaseView) -> bool:
    """Whether a step that is not done makes its case late on the view's day."""
    if step.done_on is not None or step.starts_on > view.today:
        return False
    waiting = step.waiting_for is not None and step.answered_on is None
    kind = "WAITING_REMINDER" if waiting else "CASE_STEP_DUE"
    given = step.expected_on if waiting else step.due_on
    if given is not None:
        return given < view.today
    counted_from = (step.sent_on or step.starts_on) if waiting else step.starts_on
    row = view.row(kind, counted_from)
    return row is not None and row.due_after(counted_from, "" if waiting else step.step.value) < view.today
