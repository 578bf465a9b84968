"""Reports to the labour market portal. They are typed there by hand: here stands what is still to be sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.case_rows import the_row
from app.cases.checking import not_in_future, required, tidy
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.people import CaseHoldingRow, CitizenRow
from db.rows.talks import PortalReportRow
from db.values.talks import ReportState, ReportSubject


@dataclass(frozen=True, slots=True)
class MarkSent:
    """These have been entered in the portal on a day."""

    report_ids: tuple[str, ...]
    reported_on: date


@dataclass(frozen=True, slots=True)
class MarkRejected:
    """The portal has sent a report back."""

    report_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class MarkCorrected:
    """A rejected report was put right and entered again."""

    report_id: str
    reported_on: date


@dataclass(frozen=True, slots=True)
class MarkNotNeeded:
    """This one is not to be reported. The reason is kept where one is given."""

    report_id: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class TakeBackReport:
    """What was noted last about a report was wrong."""

    report_id: str


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One line of the list; `counted_from` is the day of the talk or assessment. No CPR number."""

    id: str
    case_id: str
    citizen: str
    born: date
    subject: ReportSubject
    subject_id: str
    counted_from: date
    state: ReportState
    rejected_reason: str | None


def mark_sent(work: Work, request: MarkSent) -> Done:
    """Tick reports off; the id is the first one's. Refused: `missing` (field `report_ids`), `wrong_state`."""
    if not request.report_ids:
        raise Refused("Markér mindst én indberetning.", field="report_ids", code="missing")
    not_in_future(request.reported_on, work.today, "reported_on")
    for report_id in request.report_ids:
        row = _report(work, report_id, lambda state: state is ReportState.TO_SEND, field="report_ids")
        row.state = ReportState.SENT
        row.reported_on = request.reported_on
    return Done(request.report_ids[0], work.changes())


def mark_rejected(work: Work, request: MarkRejected) -> Done:
    """Note that it came back. Refused: `missing` (field `reason`), `wrong_state` (`report_id`)."""
    row = _report(work, request.report_id, lambda state: state in {ReportState.SENT, ReportState.CORRECTED})
    row.rejected_reason = required(request.reason, "reason", "Skriv, hvorfor indberetningen blev afvist.")
    row.state = ReportState.REJECTED
    return Done(row.id, work.changes())


def mark_corrected(work: Work, request: MarkCorrected) -> Done:
    """Note that it was entered again. Refused: `in_the_future` (field `reported_on`), `wrong_state` (`report_id`)."""
    row = _report(work, request.report_id, lambda state: state is ReportState.REJECTED)
    not_in_future(request.reported_on, work.today, "reported_on")
    row.state = ReportState.CORRECTED
    row.reported_on = request.reported_on
    return Done(row.id, work.changes())


def mark_not_needed(work: Work, request: MarkNotNeeded) -> Done:
    """Take it off the list without sending it. Refused: `wrong_state` (field `report_id`)."""
    row = _report(work, request.report_id, lambda state: state in {ReportState.TO_SEND, ReportState.REJECTED})
    row.state = ReportState.NOT_NEEDED
    # The row itself stands: it still answers whether the talk counts as reported. Only its reason lies here.
    row.withdrawn_reason = tidy(request.reason)
    return Done(row.id, work.changes())


def take_back_report(work: Work, request: TakeBackReport) -> Done:
    """Take back what was noted last: sent, corrected, not needed, or rejected. Refused: `wrong_state` (`report_id`)."""
    row = _report(work, request.report_id, lambda state: state is not ReportState.TO_SEND)
    if row.state is ReportState.REJECTED:
        row.state, row.rejected_reason = ReportState.SENT, None
    elif row.state is ReportState.SENT:
        row.state, row.reported_on = ReportState.TO_SEND, None
    else:
        row.state = ReportState.TO_SEND if row.rejected_reason is None else ReportState.REJECTED
        row.withdrawn_reason = None
    return Done(row.id, work.changes())


def reports_to_send(session: Session, *, worker_id: str | None = None) -> tuple[ReportLine, ...]:
    """What is still to be entered, oldest first: for the open cases of one holder, or for everyone's."""
    query = (
        select(
            PortalReportRow.id,
            PortalReportRow.case_id,
            CitizenRow.name,
            CitizenRow.born,
            PortalReportRow.subject,
            PortalReportRow.subject_id,
            PortalReportRow.counted_from,
            PortalReportRow.state,
            PortalReportRow.rejected_reason,
        )
        .join(CitizenRow, CitizenRow.id == PortalReportRow.case_id)
        .where(
            PortalReportRow.gone.is_(False),
            PortalReportRow.withdrawn_on.is_(None),
            PortalReportRow.state.in_([ReportState.TO_SEND, ReportState.REJECTED]),
        )
        .order_by(PortalReportRow.counted_from, CitizenRow.sort_name, PortalReportRow.id)
    )
    if worker_id is not None:
        held = select(CaseHoldingRow.case_id).where(
            CaseHoldingRow.worker_id == worker_id,
            CaseHoldingRow.to_on.is_(None),
            CaseHoldingRow.gone.is_(False),
            CaseHoldingRow.withdrawn_on.is_(None),
        )
        query = query.where(PortalReportRow.case_id.in_(held))
    return tuple(ReportLine(*row) for row in session.execute(query))


def _report(
    work: Work, report_id: str, allowed: Callable[[ReportState], bool], *, field: str = "report_id"
) -> PortalReportRow:
    row = the_row(work, PortalReportRow, report_id, field=field)
    if not allowed(row.state):
        message = "Indberetningen står et andet sted nu. Hent listen igen."
        raise Refused(message, field=field, code="wrong_state")
    return row
