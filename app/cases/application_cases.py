"""Applications for early pension, rehabilitation or a flexjob: opened, brought forward step by step, decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_open_case, the_row
from app.cases.checking import in_order, not_in_future, required, tidy
from app.changes import Done
from app.jobplan.numbers import number_of
from app.work import Work
from db.errors import Refused
from db.rows.cases import ApplicationCaseRow, CaseStepRow, DelayNoticeRow
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind

_ENDED = frozenset({ApplicationCaseState.DECIDED, ApplicationCaseState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class StepTemplate:
    """The steps of a kind of case in their order, as the rule set gives them."""

    steps: tuple[CaseStepKind, ...]

    def after(self, step: CaseStepKind) -> CaseStepKind | None:
        """The step that follows; None after the last, and after one that the template does not have."""
        if step not in self.steps:
            return None
        rest = self.steps[self.steps.index(step) + 1 :]
        return rest[0] if rest else None


@dataclass(frozen=True, slots=True)
class OpenApplication:
    """`case_no` is the number it has elsewhere; without one it gets its own.

    `published_due_on` is the end of the processing time that the municipality has published.
    """

    case_id: str
    kind: ApplicationCaseKind
    applied_on: date
    template: StepTemplate
    inherited: bool = False
    status_text: str | None = None
    published_due_on: date | None = None
    case_no: str | None = None


@dataclass(frozen=True, slots=True)
class CompleteStep:
    """The step was done on a day; the next of the template starts that day."""

    step_id: str
    done_on: date
    template: StepTemplate
    result: str | None = None


@dataclass(frozen=True, slots=True)
class SetStatusText:
    """One line to read out on the phone."""

    application_id: str
    status_text: str


@dataclass(frozen=True, slots=True)
class SendDelayNotice:
    """The citizen is told that the published time will be missed, and of the new date."""

    application_id: str
    sent_on: date
    new_expected_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Recommend:
    """The recommendation has gone to those who decide. Where its step is open, it is done with it."""

    application_id: str
    recommended_on: date
    template: StepTemplate


@dataclass(frozen=True, slots=True)
class Decide:
    """The decision has come."""

    application_id: str
    decided_on: date
    decision: str


@dataclass(frozen=True, slots=True)
class TakeBackApplication:
    """The citizen does not want it any longer."""

    application_id: str
    reason: str


def open_application(work: Work, request: OpenApplication) -> Done:
    """Write the case and its first step.

    Refused: `already_applied` (field `kind`), `in_the_future` (`applied_on`), `missing` (`template`).
    """
    the_open_case(work, request.case_id)
    not_in_future(request.applied_on, work.today, "applied_on")
    if not request.template.steps:
        raise Refused("Der er ingen skridt for den slags sager.", field="template", code="missing")
    for other in live_rows(work.session, ApplicationCaseRow, request.case_id):
        if other.kind is request.kind and other.state not in _ENDED:
            message = "Borgeren har allerede en åben sag af den slags."
            raise Refused(message, field="kind", code="already_applied")
    row = ApplicationCaseRow(
        case_id=request.case_id,
        kind=request.kind,
        applied_on=request.applied_on,
        inherited=request.inherited,
        state=ApplicationCaseState.UNTOUCHED,
        status_text=tidy(request.status_text),
        published_due_on=request.published_due_on,
    )
    row.id = work.new_id()
    row.case_no = tidy(request.case_no) or number_of(row.id, request.applied_on.year)
    work.add(row)
    work.add(_step(row, request.template.steps[0], request.applied_on))
    return Done(row.id, work.changes())


def complete_step(work: Work, request: CompleteStep) -> Done:
    """End the step and start the next; the id is the next step's, or this one's when it was the last.

    Refused: `already_done` (field `step_id`), `in_the_future` and `wrong_order` (`done_on`), `case_ended`.
    """
    step = the_row(work, CaseStepRow, request.step_id, field="step_id")
    application = _open(work, step.application_case_id)
    if step.done_on is not None:
        raise Refused("Skridtet er allerede udført.", field="step_id", code="already_done")
    not_in_future(request.done_on, work.today, "done_on")
    in_order(step.starts_on, request.done_on, "done_on")
    step.done_on = request.done_on
    step.done_by = work.author
    step.result = tidy(request.result) or step.result
    if application.state is ApplicationCaseState.UNTOUCHED:
        application.state = ApplicationCaseState.IN_PROGRESS
    if step.step is CaseStepKind.RECOMMENDATION:
        _sent_for_decision(application, request.done_on)
    following = request.template.after(step.step)
    started = {row.step for row in _steps(work, application)}
    if following is None or following in started:
        return Done(step.id, work.changes())
    return Done(work.add(_step(application, following, request.done_on)).id, work.changes())


def set_status_text(work: Work, request: SetStatusText) -> Done:
    """Write the line; an empty one takes it away."""
    row = the_row(work, ApplicationCaseRow, request.application_id, field="application_id")
    row.status_text = tidy(request.status_text)
    return Done(row.id, work.changes())


def send_delay_notice(work: Work, request: SendDelayNotice) -> Done:
    """Write the notice.

    Refused: `missing` (field `reason`), `in_the_future` (`sent_on`), `wrong_order` (`new_expected_on`).
    """
    application = _open(work, request.application_id)
    not_in_future(request.sent_on, work.today, "sent_on")
    in_order(request.sent_on, request.new_expected_on, "new_expected_on")
    row = DelayNoticeRow(
        case_id=application.case_id,
        application_case_id=application.id,
        sent_on=request.sent_on,
        new_expected_on=request.new_expected_on,
        reason=required(request.reason, "reason", "Skriv, hvorfor sagen er forsinket."),
    )
    return Done(work.add(row).id, work.changes())


def recommend(work: Work, request: Recommend) -> Done:
    """Note that the case has gone for decision. Refused: `in_the_future`, `wrong_order` (field `recommended_on`)."""
    row = _open(work, request.application_id)
    not_in_future(request.recommended_on, work.today, "recommended_on")
    in_order(row.applied_on, request.recommended_on, "recommended_on")
    for step in _steps(work, row):
        if step.step is CaseStepKind.RECOMMENDATION and step.done_on is None:
            in_order(step.starts_on, request.recommended_on, "recommended_on")
            complete_step(work, CompleteStep(step.id, request.recommended_on, request.template))
    _sent_for_decision(row, request.recommended_on)
    return Done(row.id, work.changes())


def decide(work: Work, request: Decide) -> Done:
    """End the case with its decision; steps that wait are done with it.

    Refused: `missing` (field `decision`), `in_the_future` and `wrong_order` (`decided_on`), `case_ended`.
    """
    row = _open(work, request.application_id)
    not_in_future(request.decided_on, work.today, "decided_on")
    in_order(row.recommended_on or row.applied_on, request.decided_on, "decided_on")
    row.decision = required(request.decision, "decision", "Skriv, hvad der blev afgjort.")
    row.decided_on = request.decided_on
    row.state = ApplicationCaseState.DECIDED
    for step in _steps(work, row):
        if step.done_on is None:
            step.done_on = max(step.starts_on, request.decided_on)
            step.done_by = work.author
    return Done(row.id, work.changes())


def take_back_application(work: Work, request: TakeBackApplication) -> Done:
    """End the case at the citizen's wish. Refused: `missing` (field `reason`), `case_ended`."""
    row = _open(work, request.application_id)
    row.decision = required(request.reason, "reason", "Skriv, hvorfor ansøgningen trækkes tilbage.")
    row.state = ApplicationCaseState.WITHDRAWN
    return Done(row.id, work.changes())


def _sent_for_decision(application: ApplicationCaseRow, day: date) -> None:
    application.recommended_on = day
    application.state = ApplicationCaseState.SENT_FOR_DECISION


def _step(application: ApplicationCaseRow, step: CaseStepKind, starts_on: date) -> CaseStepRow:
    # No due day is written: the rule set gives it, so that a new rule moves the open steps too.
    return CaseStepRow(case_id=application.case_id, application_case_id=application.id, step=step, starts_on=starts_on)


def _steps(work: Work, application: ApplicationCaseRow) -> list[CaseStepRow]:
    rows = live_rows(work.session, CaseStepRow, application.case_id)
    return [row for row in rows if row.application_case_id == application.id]


def _open(work: Work, application_id: str) -> ApplicationCaseRow:
    row = the_row(work, ApplicationCaseRow, application_id, field="application_id")
    if row.state in _ENDED:
        raise Refused("Ansøgningssagen er afsluttet.", field="application_id", code="case_ended")
    return row
