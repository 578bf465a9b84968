"""What the small forms show: the complaint, the young person, the absence or the agreement that a row asks about.

Each reads what `key.about_id` names, else the one of the case that has waited longest, and logs the opening.
Refused: `nothing_open` where there is none, and as `citizen_page`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app.cases.case_rows import live_rows
from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.drafts import DraftKey
from app.work import Work
from db.errors import Refused
from db.rows.base import CaseRow
from db.rows.cases import ComplaintRow, YouthAlertRow
from db.rows.orders import AbsenceReportRow, ContactAttemptRow
from db.rows.plans import JobPlanRow, PlanStepRow
from db.rows.talks import TalkAgreementRow, TalkRow
from db.values.cases import YouthOutcome
from db.values.offers import AbsenceKind
from db.values.plans import PlanState
from db.values.talks import StepOwner

COMPLAINT_FORM = "complaint"
YOUTH_FORM = "youth"
ABSENCE_FORM = "absence"
AGREEMENT_FORM = "agreement"

_Row = TypeVar("_Row", bound=CaseRow)


@dataclass(frozen=True, slots=True)
class OpenedComplaint:
    """A complaint that is not settled."""

    case: OpenedCase
    complaint_id: str
    received_on: date
    subject: str | None


@dataclass(frozen=True, slots=True)
class OpenedYouth:
    """An alert about a young person, as far as it has come."""

    case: OpenedCase
    alert_id: str
    received_on: date
    school: str | None
    programme: str | None
    reason: str | None
    left_on: date | None
    at_risk_since: date | None
    talk_offered_on: date | None
    outcome: YouthOutcome | None
    outcome_on: date | None
    followed_up: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OpenedAbsence:
    """A report of absence that nobody has answered; `attempts` says how it was tried to reach the citizen."""

    case: OpenedCase
    report_id: str
    kind: AbsenceKind
    event_on: date
    reported_on: date
    reported_by: str | None
    explanation: str | None
    statement: str | None
    documentation: bool | None
    heard_at_provider: bool | None
    attempts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenedAgreement:
    """Something agreed in a plan or, with `from_talk`, in a talk."""

    case: OpenedCase
    row_id: str
    text: str
    who: StepOwner
    agreed_on: date
    by_date: date | None
    from_talk: bool = False


def open_complaint(work: Work, key: DraftKey) -> OpenedComplaint:
    """Read a complaint."""
    opened = open_case_form(work, key, "Klage")
    rows = [row for row in live_rows(work.session, ComplaintRow, opened.case_id) if row.settled_on is None]
    row = _one(key, rows, lambda each: each.received_on, "Der er ingen åben klage i sagen.")
    return OpenedComplaint(opened, row.id, row.received_on, row.subject)


def open_youth_alert(work: Work, key: DraftKey) -> OpenedYouth:
    """Read an alert about a young person."""
    opened = open_case_form(work, key, "Varslet ung")
    rows = [
        row for row in live_rows(work.session, YouthAlertRow, opened.case_id) if row.followed_up_6_months_on is None
    ]
    row = _one(key, rows, lambda each: each.received_on, "Der er intet varsel at følge op på.")
    return OpenedYouth(
        opened,
        row.id,
        row.received_on,
        row.school,
        row.programme,
        row.reason,
        row.left_on,
        row.at_risk_since,
        row.talk_offered_on,
        row.outcome,
        row.outcome_on,
        (3,) if row.followed_up_3_months_on else (),
    )


def open_absence(work: Work, key: DraftKey) -> OpenedAbsence:
    """Read a report of absence."""
    opened = open_case_form(work, key, "Udeblivelse")
    rows = [
        row
        for row in live_rows(work.session, AbsenceReportRow, opened.case_id)
        if row.closed_on is None and row.sanction_case_id is None
    ]
    row = _one(key, rows, lambda each: each.reported_on, "Der er ingen udeblivelse at behandle.")
    attempts = [each for each in live_rows(work.session, ContactAttemptRow, opened.case_id) if each.about_id == row.id]
    return OpenedAbsence(
        opened,
        row.id,
        row.kind,
        row.event_on,
        row.reported_on,
        row.reported_by,
        row.explanation,
        row.citizen_statement,
        row.documentation,
        row.hearing_done_at_provider,
        tuple(
            f"{each.attempted_on:%d.%m.%Y}: {' · '.join(filter(None, (each.how, each.result)))}"
            for each in sorted(attempts, key=lambda each: (each.attempted_on, each.id))
        ),
    )


def open_agreement(work: Work, key: DraftKey) -> OpenedAgreement:
    """Read a step of the plan in force, or an agreement of a talk."""
    opened = open_case_form(work, key, "Aftale")
    session, case_id = work.session, opened.case_id
    plans = {row.id: row for row in live_rows(session, JobPlanRow, case_id) if row.state is PlanState.AGREED}
    talks = {row.id: row for row in live_rows(session, TalkRow, case_id)}
    found = [
        OpenedAgreement(
            opened,
            row.id,
            row.text,
            row.who,
            plans[row.plan_id].agreed_on or plans[row.plan_id].valid_from,
            row.by_date,
        )
        for row in live_rows(session, PlanStepRow, case_id)
        if row.done_on is None and row.plan_id in plans
    ]
    found += [
        OpenedAgreement(opened, row.id, row.text, row.who, talks[row.talk_id].held_on, row.by_date, from_talk=True)
        for row in live_rows(session, TalkAgreementRow, case_id)
        if row.done_on is None and row.talk_id in talks
    ]
    named = [each for each in found if each.row_id == key.about_id]
    dated = named or [each for each in found if each.by_date is not None]
    if not dated:
        raise Refused("Der er ingen åben aftale i sagen.", code="nothing_open")
    return min(dated, key=lambda each: (each.by_date or date.max, each.row_id))


def _one(key: DraftKey, rows: Iterable[_Row], since: Callable[[_Row], date], none: str) -> _Row:
    found = list(rows)
    if not found:
        raise Refused(none, code="nothing_open")
    named = [row for row in found if row.id == key.about_id]
    return min(named or found, key=lambda row: (since(row), row.id))
