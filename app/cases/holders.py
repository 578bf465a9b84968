"""Who holds the thread of a case. Every case has at most one open holder; none is *uden tovholder*.

A holding's `to_on` is its last day. Handing over on the day it began leaves a holding of that one day, so
that the history shows everyone who had the case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.case_rows import live_rows, the_open_case
from app.cases.checking import danish, not_in_future, required, tidy
from app.cases.restrictions import cases_closed_to, may_open, restrictions_of
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow, OrgUnitRow
from db.rows.people import CaseHoldingRow, CitizenRow


@dataclass(frozen=True, slots=True)
class AssignHolder:
    """The first holder of a case, or of one that lies in a unit without any. No worker puts it in the unit."""

    case_id: str
    worker_id: str | None
    unit_id: str
    from_on: date
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """*Overfør til …*: no worker puts the case back into the unit, *uden tovholder*."""

    case_id: str
    to_worker_id: str | None
    to_unit_id: str
    from_on: date
    reason: str
    letter_sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class SpreadCases:
    """*Fordel sager*: many cases to one new holder. Those the holder already has are left as they are."""

    case_ids: tuple[str, ...]
    to_worker_id: str
    to_unit_id: str
    from_on: date
    reason: str
    letter_sent_on: date | None = None


def assign_holder(work: Work, request: AssignHolder) -> Done:
    """Give the case its holder.

    Refused: `has_holder` (field `case_id`), `in_the_future` (`from_on`), `closed_to_worker` and
    `unknown_worker` (`worker_id`), `unknown_unit`.
    """
    the_open_case(work, request.case_id)
    _refuse_unknown(work, request.worker_id, request.unit_id, fields=("worker_id", "unit_id"))
    runs = _open_holdings(work, [request.case_id])[request.case_id]
    if runs and runs[-1].worker_id is not None:
        message = "Sagen har allerede en tovholder. Overfør den i stedet."
        raise Refused(message, field="case_id", code="has_holder")
    _refuse_closed_to(work, request.case_id, request.worker_id, "worker_id")
    holding = CaseHoldingRow(
        case_id=request.case_id,
        worker_id=request.worker_id,
        unit_id=request.unit_id,
        from_on=request.from_on,
        reason=tidy(request.reason),
    )
    return Done(_hold(work, holding, runs).id, work.changes())


def hand_over(work: Work, request: HandOver) -> Done:
    """End the holding and begin the next.

    Refused: `same_holder` (field `to_worker_id`), `missing` (`reason`), `wrong_order` and `in_the_future`
    (`from_on`), `closed_to_worker` and `unknown_worker` (`to_worker_id`), `unknown_unit`.
    """
    the_open_case(work, request.case_id)
    reason = required(request.reason, "reason", "Skriv, hvorfor sagen overføres.")
    _refuse_unknown(work, request.to_worker_id, request.to_unit_id)
    runs = _open_holdings(work, [request.case_id])[request.case_id]
    if runs and (runs[-1].worker_id, runs[-1].unit_id) == (request.to_worker_id, request.to_unit_id):
        message = "Sagen ligger allerede der. Vælg en anden tovholder eller enhed."
        raise Refused(message, field="to_worker_id", code="same_holder")
    _refuse_closed_to(work, request.case_id, request.to_worker_id, "to_worker_id")
    return Done(_hold(work, _next_holding(request, request.case_id, reason), runs).id, work.changes())


def spread_cases(work: Work, request: SpreadCases) -> Done:
    """Hand over many at once, all or none; the id is the new holder's. Refused as `hand_over` says."""
    if not request.case_ids:
        raise Refused("Markér mindst én sag.", field="case_ids", code="missing")
    reason = required(request.reason, "reason", "Skriv, hvorfor sagerne overføres.")
    _refuse_unknown(work, request.to_worker_id, request.to_unit_id)
    case_ids = tuple(dict.fromkeys(request.case_ids))
    # Read in one go, and found by their ids below for as long as somebody holds on to them.
    citizens = work.session.scalars(select(CitizenRow).where(CitizenRow.id.in_(case_ids))).all()
    held = _open_holdings(work, case_ids)
    closed_to_holder = cases_closed_to(work.session, request.to_worker_id, work.today)
    kept = 0
    for case_id in case_ids:
        the_open_case(work, case_id, field="case_ids")
        runs = held[case_id]
        if runs and (runs[-1].worker_id, runs[-1].unit_id) == (request.to_worker_id, request.to_unit_id):
            kept += 1
            continue
        if case_id in closed_to_holder:
            raise _closed_to_worker("to_worker_id")
        _hold(work, _next_holding(request, case_id, reason), runs)
    del citizens
    notices = (f"{kept} af sagerne lå der allerede.",) if kept else ()
    return Done(request.to_worker_id, work.changes(), notices)


def open_holding(session: Session, case_id: str) -> CaseHoldingRow | None:
    """The holding that runs; the newest, should two laptops have made one each."""
    rows = [row for row in live_rows(session, CaseHoldingRow, case_id) if row.to_on is None]
    return max(rows, key=lambda row: (row.from_on, row.id), default=None)


def end_holdings(work: Work, case_id: str, last_day: date) -> None:
    """End every open holding, none of them before the day it began."""
    for row in live_rows(work.session, CaseHoldingRow, case_id):
        if row.to_on is None:
            row.to_on = max(row.from_on, last_day)


def _open_holdings(work: Work, case_ids: Sequence[str]) -> defaultdict[str, list[CaseHoldingRow]]:
    """The holdings that run in each of many cases, the newest last."""
    query = select(CaseHoldingRow).where(
        CaseHoldingRow.case_id.in_(case_ids),
        CaseHoldingRow.to_on.is_(None),
        CaseHoldingRow.gone.is_(False),
        CaseHoldingRow.withdrawn_on.is_(None),
    )
    found: defaultdict[str, list[CaseHoldingRow]] = defaultdict(list)
    for row in work.session.scalars(query.order_by(CaseHoldingRow.from_on, CaseHoldingRow.id)):
        found[row.case_id].append(row)
    return found


def _hold(work: Work, holding: CaseHoldingRow, runs: Sequence[CaseHoldingRow]) -> CaseHoldingRow:
    """Begin a holding and end those that run, the newest of which is the last."""
    # A holding that has not begun would be the open one already, and nobody would hold the case until then.
    not_in_future(holding.from_on, work.today, "from_on")
    if runs and holding.from_on < runs[-1].from_on:
        since = danish(runs[-1].from_on)
        message = f"Den nuværende tovholder har haft sagen siden {since}. Vælg den dag eller en senere."
        raise Refused(message, field="from_on", code="wrong_order")
    for row in runs:
        row.to_on = max(row.from_on, holding.from_on - timedelta(days=1))
    return work.add(holding)


def _next_holding(request: HandOver | SpreadCases, case_id: str, reason: str) -> CaseHoldingRow:
    return CaseHoldingRow(
        case_id=case_id,
        worker_id=request.to_worker_id,
        unit_id=request.to_unit_id,
        from_on=request.from_on,
        reason=reason,
        letter_sent_on=request.letter_sent_on,
    )


def _refuse_unknown(
    work: Work, worker_id: str | None, unit_id: str, *, fields: tuple[str, str] = ("to_worker_id", "to_unit_id")
) -> None:
    if work.session.get(OrgUnitRow, unit_id) is None:
        raise Refused("Vælg en enhed på listen.", field=fields[1], code="unknown_unit")
    if worker_id is None:
        return
    worker = work.session.get(CaseworkerRow, worker_id)
    if worker is None or not worker.active:
        raise Refused("Vælg en medarbejder på listen.", field=fields[0], code="unknown_worker")


def _refuse_closed_to(work: Work, case_id: str, worker_id: str | None, field: str) -> None:
    """Nobody holds the thread of a case that they may not open."""
    if worker_id is not None and not may_open(restrictions_of(work.session, case_id), worker_id, work.today):
        raise _closed_to_worker(field)


def _closed_to_worker(field: str) -> Refused:
    message = "Medarbejderen må ikke åbne sagen: den er spærret, eller medarbejderen er inhabil. Vælg en anden."
    return Refused(message, field=field, code="closed_to_worker")
