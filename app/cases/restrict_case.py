"""*Spærret sag*: named readers only; and *Jeg er inhabil*, which sends the case away from the worker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.cases.case_rows import the_case, the_row
from app.cases.checking import in_order, required
from app.cases.holders import HandOver, hand_over, open_holding
from app.cases.restrictions import may_open, restrictions_of
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow
from db.rows.people import RestrictedCaseRow
from db.values.people import Role


@dataclass(frozen=True, slots=True)
class RestrictCase:
    """`readers` are the ids of those who may still open the case."""

    case_id: str
    reason: str
    readers: tuple[str, ...]
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class LiftRestriction:
    """`until_on` is the last day."""

    restriction_id: str
    until_on: date


@dataclass(frozen=True, slots=True)
class DeclareConflict:
    """The worker who sits here is related to the citizen or otherwise not impartial."""

    case_id: str
    reason: str


def restrict_case(work: Work, request: RestrictCase) -> Done:
    """Write it; the notice warns of a holder who is shut out.

    Refused: `missing` (field `reason`, `readers`), `wrong_order` (`until_on`).
    """
    the_case(work, request.case_id)
    reason = required(request.reason, "reason", "Skriv, hvorfor sagen spærres.")
    if not request.readers:
        raise Refused("Vælg mindst én, som må åbne sagen.", field="readers", code="missing")
    in_order(request.from_on, request.until_on, "until_on")
    row = RestrictedCaseRow(
        case_id=request.case_id,
        reason=reason,
        from_on=request.from_on,
        until_on=request.until_on,
        readers=",".join(dict.fromkeys(request.readers)),
    )
    held = open_holding(work.session, request.case_id)
    shut_out = held is not None and held.worker_id is not None and held.worker_id not in request.readers
    notices = ("Tovholderen må ikke længere åbne sagen. Overfør den til en anden.",) if shut_out else ()
    return Done(work.add(row).id, work.changes(), notices)


def lift_restriction(work: Work, request: LiftRestriction) -> Done:
    """Set the last day. Refused: `wrong_order` (field `until_on`)."""
    row = the_row(work, RestrictedCaseRow, request.restriction_id, field="restriction_id")
    in_order(row.from_on, request.until_on, "until_on")
    row.until_on = request.until_on
    return Done(row.id, work.changes())


def declare_conflict(work: Work, request: DeclareConflict) -> Done:
    """Close the case to the worker; one's own case goes to a leader of the unit who may open it, or else to the unit.

    Refused: `missing` (field `reason`).
    """
    the_case(work, request.case_id)
    reason = required(request.reason, "reason", "Skriv, hvorfor du er inhabil.")
    row = RestrictedCaseRow(
        case_id=request.case_id, reason=reason, from_on=work.today, conflicted_worker_id=work.author
    )
    work.add(row)
    held = open_holding(work.session, request.case_id)
    if held is None or held.worker_id != work.author:
        return Done(row.id, work.changes())
    query = select(CaseworkerRow.id).where(
        CaseworkerRow.unit_id == held.unit_id,
        CaseworkerRow.role == Role.LEADER,
        CaseworkerRow.active.is_(True),
        CaseworkerRow.id != work.author,
    )
    restrictions = restrictions_of(work.session, request.case_id)
    leaders = work.session.scalars(query.order_by(CaseworkerRow.id))
    leader = next((each for each in leaders if may_open(restrictions, each, work.today)), None)
    start = max(work.today, held.from_on)
    hand_over(work, HandOver(request.case_id, leader, held.unit_id, start, "Inhabilitet"))
    notice = "Sagen er sendt til lederen." if leader else "Sagen ligger nu i enheden uden tovholder."
    return Done(row.id, work.changes(), (notice,))
