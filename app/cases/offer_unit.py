"""*Skal overdrages*: citizens in an offer belong to the unit that follows them there, and back when it is over (R6).

Which unit that is, and whether there is one at all, is each jobcentre's own: a setting. Without it nothing is asked.
The papers say that the case goes there and back by itself. But every case has one named holder with a reason and a
history, and a hand-over nobody saw would break that: the list says who is to have which case, and one click does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.caseload_row import CaseloadRow
from app.cases.settings import forget_setting, read_setting, write_setting
from app.cases.spread_plan import CaseToSpread, spread_plan
from app.cases.workload import Workload
from app.changes import Done
from app.queue.reading.rows import Connection
from app.work import Work
from db.errors import Refused
from db.rows.organisation import OrgUnitRow

OFFER_UNIT = "offer_unit"
"""The setting: the id of the unit that follows citizens in offers."""

_EARLIER = (
    "select h.case_id, h.worker_id, w.name, h.unit_id, u.name, w.active from case_holding h"
    " left join caseworker w on w.id = h.worker_id left join org_unit u on u.id = h.unit_id"
    " where h.gone = 0 and h.withdrawn_on is null and h.unit_id != ?1 order by h.from_on, h.id"
)


@dataclass(frozen=True, slots=True)
class SetOfferUnit:
    """None: there is no such unit here."""

    unit_id: str | None


class DueHandOver(NamedTuple):
    """A case that lies in the wrong unit. `back` is from the unit to where it was before the offer.

    `to_worker_id` None puts it in the unit without a holder.
    """

    case_id: str
    name: str
    born: date
    back: bool
    placement: str | None
    until: date | None
    from_name: str | None
    to_worker_id: str | None
    to_name: str | None
    to_unit_id: str
    to_unit_name: str


def set_offer_unit(work: Work, request: SetOfferUnit) -> Done:
    """Keep which unit it is. Refused: `unknown_unit` (field `unit_id`)."""
    if request.unit_id is None:
        forget_setting(work, OFFER_UNIT)
    elif work.session.get(OrgUnitRow, request.unit_id) is None:
        raise Refused("Vælg en enhed på listen.", field="unit_id", code="unknown_unit")
    else:
        write_setting(work, OFFER_UNIT, request.unit_id)
    return Done(request.unit_id or "", work.changes())


def offer_unit(session: Session) -> str | None:
    """The unit; None while none has been chosen, or when it is gone."""
    unit_id = read_setting(session, OFFER_UNIT)
    query = select(OrgUnitRow.id).where(OrgUnitRow.id == unit_id, OrgUnitRow.gone.is_(False))
    return session.scalars(query).first() if unit_id else None


def due_hand_overs(
    connection: Connection, rows: Sequence[CaseloadRow], unit: tuple[str, str], workloads: Sequence[Workload]
) -> tuple[DueHandOver, ...]:
    """Who is to go to the unit (id and name), then who is to come back, in the order of the rows.

    Those who go are spread evenly over the unit's workers. Those who come back go to the holder before, if that one is
    still here, and otherwise to that unit without a holder.
    """
    unit_id, _ = unit
    out = [row for row in rows if row.closed_on is None and row.in_offer and row.unit_id != unit_id]
    here = [load.worker_id for load in workloads if load.unit_id == unit_id]
    loads = {load.worker_id: load for load in workloads}
    plan = spread_plan(
        [CaseToSpread(row.case_id, row.holder_id, row.weight, row.household) for row in out], here, loads
    )
    holders = {case_id: worker for worker, share in plan.items() for case_id in share}
    found = [_out(row, unit, loads.get(holders.get(row.case_id, ""))) for row in out]
    earlier = {case_id: rest for case_id, *rest in connection.execute(_EARLIER, (unit_id,))}
    for row in rows:
        if row.closed_on is not None or row.in_offer or row.unit_id != unit_id or row.case_id not in earlier:
            continue
        worker, worker_name, home, home_name, active = earlier[row.case_id]
        to_worker = (worker, worker_name) if active else (None, None)
        found.append(
            DueHandOver(
                case_id=row.case_id,
                name=row.name,
                born=row.born,
                back=True,
                placement=None,
                until=None,
                from_name=row.holder_name or row.unit_name,
                to_worker_id=to_worker[0],
                to_name=to_worker[1],
                to_unit_id=home,
                to_unit_name=home_name or "",
            )
        )
    return tuple(found)


def _out(row: CaseloadRow, unit: tuple[str, str], to_worker: Workload | None) -> DueHandOver:
    return DueHandOver(
        case_id=row.case_id,
        name=row.name,
        born=row.born,
        back=False,
        placement=row.placement,
        until=row.placement_until,
        from_name=row.holder_name or row.unit_name,
        to_worker_id=to_worker.worker_id if to_worker else None,
        to_name=to_worker.name if to_worker else None,
        to_unit_id=unit[0],
        to_unit_name=unit[1],
    )
