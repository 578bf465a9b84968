"""Application cases with their steps: early pension, rehabilitation and flexjob."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.demo.case_file import CaseFile
from app.demo.scene import workday, workdays_from
from db.rows.cases import ApplicationCaseRow, CaseStepRow
from db.rows.people import ExternalContactRow
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, WaitingFor

# The days from application at which a well-run case has come to each step.
_TIMETABLE = (
    (CaseStepKind.REGISTER, 0),
    (CaseStepKind.FIRST_TALK, 4),
    (CaseStepKind.PROFILE_DRAFT, 24),
    (CaseStepKind.MEDICAL_ASKED, 40),
    (CaseStepKind.WORK_TRIAL_ORDERED, 76),
    (CaseStepKind.WORK_TRIAL_ANSWER, 88),
    (CaseStepKind.PROFILE_FINISHED, 150),
    (CaseStepKind.HEARING, 178),
    (CaseStepKind.RECOMMENDATION, 192),
    (CaseStepKind.DECISION, 206),
)
_NUMBERS = {
    ApplicationCaseKind.EARLY_PENSION: "F",
    ApplicationCaseKind.REHABILITATION: "R",
    ApplicationCaseKind.FLEXJOB: "X",
}
_STATUS = {
    WaitingFor.GP: "Vi venter på oplysninger fra egen læge.",
    WaitingFor.SPECIALIST: "Vi venter på en speciallæge.",
    WaitingFor.PROVIDER: "Arbejdsprøvningen er i gang, vi venter på svar.",
    WaitingFor.SOCIAL_DEPARTMENT: "Sagen ligger til afgørelse i Socialforvaltningen.",
    WaitingFor.MEDICAL_CONSULTANT: "Lægekonsulenten læser sagen.",
    WaitingFor.CITIZEN: "Vi venter på svar fra dig i partshøringen.",
}


@dataclass(frozen=True, slots=True)
class NowAt:
    """Where a case stands: the step, since when, and whom it waits for. `due_on` is a date from an extract."""

    step: CaseStepKind
    since: date
    due_on: date | None = None
    waiting_for: WaitingFor | None = None
    expected_on: date | None = None


def apply(
    file: CaseFile,
    kind: ApplicationCaseKind,
    applied: date,
    now: NowAt | None,
    *,
    state: ApplicationCaseState = ApplicationCaseState.IN_PROGRESS,
    published_due_on: date | None = None,
) -> ApplicationCaseRow:
    """Write an application case, the steps it has taken and the one it stands at; None when it is over."""
    scene = file.scene
    row = file.add(
        ApplicationCaseRow,
        case_no=f"{_NUMBERS[kind]}-{scene.number('application', 4301)}",
        kind=kind,
        applied_on=applied,
        inherited=applied < scene.day(-400),
        state=state,
        status_text=_STATUS.get(now.waiting_for) if now and now.waiting_for else "Vi arbejder på sagen.",
        published_due_on=published_due_on,
    )
    for step, days in _TIMETABLE:
        if now is not None and step is now.step:
            break
        starts = workday(applied + timedelta(days=days))
        done = workdays_from(starts, 3)
        if now is not None and done >= now.since:
            # A case that was taken quickly has its early steps close together.
            starts = done = workdays_from(now.since, -1)
        file.add(
            CaseStepRow,
            application_case_id=row.id,
            step=step,
            starts_on=max(applied, starts),
            done_on=done,
            done_by=file.holder_id,
        )
    if now is not None:
        _add_open_step(file, row, now)
    return row


def _add_open_step(file: CaseFile, row: ApplicationCaseRow, now: NowAt) -> None:
    waits = now.waiting_for is not None
    file.add(
        CaseStepRow,
        application_case_id=row.id,
        step=now.step,
        starts_on=now.since,
        due_on=now.due_on,
        waiting_for=now.waiting_for,
        sent_on=now.since if waits else None,
        expected_on=now.expected_on,
    )
    if now.waiting_for is WaitingFor.GP:
        file.add(
            ExternalContactRow,
            kind="Egen læge",
            organisation="Lægehuset ved Søerne",
            last_contact_on=now.since,
        )
