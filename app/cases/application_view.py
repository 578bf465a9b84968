"""An application case as its forms show it: every step with its date and whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.application_cases import StepTemplate
from app.cases.case_rows import live_rows
from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.drafts import DraftKey
from app.cases.step_template import step_due_on, step_template
from app.queue.closed_days import rule_book_of
from app.queue.reading.session import as_connection
from app.queue.text import PARTIES, STEPS
from app.rules.book import RuleBook
from app.work import Work
from db.errors import Refused
from db.rows.cases import ApplicationCaseRow, CaseStepRow
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, WaitingFor

APPLICATION_FORM = "application"
STEP_FORM = "case_step"
DELAY_FORM = "delay_notice"

_ENDED = frozenset({ApplicationCaseState.DECIDED, ApplicationCaseState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step. `waits_for` is the Danish name of whom it waits for, None when it is our turn."""

    id: str
    kind: CaseStepKind
    label: str
    starts_on: date
    due_on: date | None
    done_on: date | None
    waits_for: str | None
    waiting_for: WaitingFor | None
    sent_on: date | None
    expected_on: date | None
    reminded_on: date | None
    result: str | None


@dataclass(frozen=True, slots=True)
class ApplicationView:
    """One application; `steps` in the order in which they began, `due_on` the end of the published time."""

    id: str
    case_no: str
    kind: ApplicationCaseKind
    applied_on: date
    inherited: bool
    state: ApplicationCaseState
    status_text: str | None
    due_on: date
    steps: tuple[StepLine, ...]

    def open_step(self) -> StepLine | None:
        """The step that is to be done first; None when none is open."""
        steps = [step for step in self.steps if step.done_on is None]
        return min(steps, key=lambda step: (step.due_on or date.max, step.starts_on), default=None)


@dataclass(frozen=True, slots=True)
class OpenedApplication:
    """What the form of a step shows. `step` is the step it is about, None when none is open."""

    case: OpenedCase
    application: ApplicationView
    step: StepLine | None
    template: StepTemplate


@dataclass(frozen=True, slots=True)
class OpenedNewApplication:
    """What the form of a new case shows: the kinds that are open already cannot be chosen again."""

    case: OpenedCase
    open_kinds: tuple[ApplicationCaseKind, ...]
    template: StepTemplate


def open_new_application(work: Work, key: DraftKey) -> OpenedNewApplication:
    """Read it and log that the case was opened. Refused as `citizen_page`."""
    opened = open_case_form(work, key, "Ny ansøgningssag")
    rows = live_rows(work.session, ApplicationCaseRow, opened.case_id)
    kinds = tuple(row.kind for row in rows if row.state not in _ENDED)
    book = rule_book_of(as_connection(work.session))
    return OpenedNewApplication(opened, kinds, step_template(book, work.today))


def open_case_step(work: Work, key: DraftKey) -> OpenedApplication:
    """The case and step that `key.about_id` names, or the open one that is due first; logged.

    `about_id` is a step's or an application's id. Refused: `nothing_open`, and as `citizen_page`.
    """
    opened = open_case_form(work, key, "Ansøgningssag")
    book = rule_book_of(as_connection(work.session))
    cases = [_view(work, row, book) for row in live_rows(work.session, ApplicationCaseRow, opened.case_id)]
    template = step_template(book, work.today)
    for case in cases:
        step = next((step for step in case.steps if step.id == key.about_id), None)
        if step is not None or case.id == key.about_id:
            return OpenedApplication(
                opened, case, step if step and step.done_on is None else case.open_step(), template
            )
    running = [case for case in cases if case.state not in _ENDED]
    if not running:
        raise Refused("Borgeren har ingen åben ansøgningssag. Opret den først.", code="nothing_open")
    first = min(running, key=lambda case: (_due(case.open_step()), case.applied_on))
    return OpenedApplication(opened, first, first.open_step(), template)


def _due(step: StepLine | None) -> date:
    return step.due_on if step is not None and step.due_on is not None else date.max


def _view(work: Work, row: ApplicationCaseRow, book: RuleBook) -> ApplicationView:
    published = row.published_due_on
    if published is None:
        times = book.parameters_on(row.applied_on).published_case_times
        published = times[row.kind].after(row.applied_on, book.calendar)
    steps = [each for each in live_rows(work.session, CaseStepRow, row.case_id) if each.application_case_id == row.id]
    return ApplicationView(
        row.id,
        row.case_no,
        row.kind,
        row.applied_on,
        row.inherited,
        row.state,
        row.status_text,
        published,
        tuple(_line(each, book) for each in sorted(steps, key=lambda each: (each.starts_on, each.id))),
    )


def _line(row: CaseStepRow, book: RuleBook) -> StepLine:
    waits = row.waiting_for is not None and row.answered_on is None and row.done_on is None
    return StepLine(
        row.id,
        row.step,
        row.step_text or STEPS[row.step],
        row.starts_on,
        row.due_on or step_due_on(book, row.step, row.starts_on),
        row.done_on,
        PARTIES[row.waiting_for] if waits and row.waiting_for else None,
        row.waiting_for,
        row.sent_on,
        row.expected_on,
        row.reminded_on,
        row.result,
    )
