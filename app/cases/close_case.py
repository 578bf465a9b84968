"""*Afslut sag*: the case ends on a date, for a reason; and *Genåbn sag*."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.cases.case_rows import live_rows, open_closing, the_case
from app.cases.checking import in_order, not_in_future, required, tidy
from app.cases.holders import end_holdings
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.orders import PlacementRow
from db.rows.people import BenefitPeriodRow, CaseClosingRow, CaseHoldingRow
from db.rows.talks import SummonsRow
from db.values.offers import PlacementState
from db.values.people import ClosingReason


@dataclass(frozen=True, slots=True)
class CloseCase:
    """`weekly_hours` and `employer` belong to a job; `reason_text` is required for `OTHER`.

    `ends_benefit` False leaves a benefit running beside a part-time job.
    """

    case_id: str
    closed_on: date
    reason: ClosingReason
    reason_text: str | None = None
    weekly_hours: int | None = None
    employer: str | None = None
    combined_with_danish: bool = False
    ends_benefit: bool = True


@dataclass(frozen=True, slots=True)
class ReopenCase:
    """The case comes back to the unit that had it, *uden tovholder* until somebody takes it."""

    case_id: str
    reopened_on: date


def close_case(work: Work, request: CloseCase) -> Done:
    """Write the closing and end what runs; the notices name what is still to be settled.

    Refused: `already_closed` (field `case_id`), `in_the_future` (`closed_on`), `missing` (`reason_text`).
    """
    the_case(work, request.case_id)
    if open_closing(work.session, request.case_id) is not None:
        raise Refused("Sagen er allerede afsluttet.", field="case_id", code="already_closed")
    not_in_future(request.closed_on, work.today, "closed_on")
    text = tidy(request.reason_text)
    if request.reason is ClosingReason.OTHER:
        text = required(text, "reason_text", "Skriv, hvad årsagen er, når du vælger andet.")
    row = work.add(
        CaseClosingRow(
            case_id=request.case_id,
            closed_on=request.closed_on,
            reason=request.reason,
            reason_text=text,
            weekly_hours=request.weekly_hours,
            employer=tidy(request.employer),
            combined_with_danish=request.combined_with_danish,
        )
    )
    end_holdings(work, request.case_id, request.closed_on)
    if request.ends_benefit:
        for period in live_rows(work.session, BenefitPeriodRow, request.case_id):
            if period.to_on is None or period.to_on > request.closed_on:
                period.to_on = max(period.from_on, request.closed_on)
    return Done(row.id, work.changes(), _still_to_settle(work, request))


def reopen_case(work: Work, request: ReopenCase) -> Done:
    """Open it again; the id is the closing's.

    Refused: `not_closed` (field `case_id`), `in_the_future` and `wrong_order` (`reopened_on`).
    """
    the_case(work, request.case_id)
    row = open_closing(work.session, request.case_id)
    if row is None:
        raise Refused("Sagen er ikke afsluttet.", field="case_id", code="not_closed")
    not_in_future(request.reopened_on, work.today, "reopened_on")
    in_order(row.closed_on, request.reopened_on, "reopened_on")
    # Two laptops may have ended it once each; the case is open only when no closing is left.
    for closing in live_rows(work.session, CaseClosingRow, request.case_id):
        closing.reopened_on = closing.reopened_on or request.reopened_on
    holdings = live_rows(work.session, CaseHoldingRow, request.case_id)
    last = max(holdings, key=lambda holding: (holding.from_on, holding.id), default=None)
    if last is not None:
        work.add(
            CaseHoldingRow(
                case_id=request.case_id,
                worker_id=None,
                unit_id=last.unit_id,
                from_on=request.reopened_on,
                reason="Sagen er genåbnet",
            )
        )
    return Done(row.id, work.changes(), ("Sagen er uden tovholder. Giv den en.",))


def _still_to_settle(work: Work, request: CloseCase) -> tuple[str, ...]:
    notices = []
    running = {PlacementState.PLANNED, PlacementState.RUNNING}
    if any(row.state in running for row in live_rows(work.session, PlacementRow, request.case_id)):
        notices.append("Borgeren har et tilbud, der ikke er afsluttet.")
    coming = select(SummonsRow.id).where(
        SummonsRow.case_id == request.case_id,
        SummonsRow.meets_on > request.closed_on,
        SummonsRow.rebooked_to.is_(None),
        SummonsRow.gone.is_(False),
        SummonsRow.withdrawn_on.is_(None),
    )
    if work.session.scalars(coming).first() is not None:
        notices.append("Borgeren er indkaldt til en samtale, der skal aflyses.")
    return tuple(notices)
