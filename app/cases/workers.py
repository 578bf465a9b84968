"""Workers and units, who sits at this machine, and who covers for whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.cases.checking import in_order, required, tidy
from app.cases.names import sort_name, tidy_name
from app.cases.settings import ME, read_setting, write_setting
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow, CoverRow, OrgUnitRow
from db.values.people import OrgUnitKind, Role


@dataclass(frozen=True, slots=True)
class CreateUnit:
    """An office, team or department."""

    name: str
    kind: OrgUnitKind
    parent_id: str | None = None
    address: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class CreateWorker:
    """A worker, named as colleagues write it: `M. Holm`."""

    name: str
    unit_id: str | None
    role: Role
    phone: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class SetMe:
    """Who sits at this machine."""

    worker_id: str


@dataclass(frozen=True, slots=True)
class SetCover:
    """*Vikar*: someone sees and handles another's queue; both days included, the holder stays."""

    for_worker_id: str
    by_worker_id: str
    unit_id: str
    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class EndCover:
    """`to_on` is the last day."""

    cover_id: str
    to_on: date


@dataclass(frozen=True, slots=True)
class Me:
    """The worker at this machine."""

    id: str
    name: str
    role: Role
    unit_id: str | None
    unit_name: str | None


def create_unit(work: Work, request: CreateUnit) -> Done:
    """Write the unit. Refused: `missing` (field `name`)."""
    row = OrgUnitRow(
        name=tidy_name(required(request.name, "name", "Skriv enhedens navn.")),
        kind=request.kind,
        parent_id=request.parent_id,
        address=tidy(request.address),
        phone=tidy(request.phone),
    )
    return Done(work.add(row).id, work.changes())


def create_worker(work: Work, request: CreateWorker) -> Done:
    """Write the worker. Refused: `missing` (field `name`), `unknown_unit` (`unit_id`)."""
    name = tidy_name(required(request.name, "name", "Skriv medarbejderens navn."))
    if request.unit_id is not None and work.session.get(OrgUnitRow, request.unit_id) is None:
        raise Refused("Vælg en enhed på listen.", field="unit_id", code="unknown_unit")
    row = CaseworkerRow(
        name=name,
        sort_name=sort_name(name),
        unit_id=request.unit_id,
        role=request.role,
        phone=tidy(request.phone),
        email=tidy(request.email),
    )
    return Done(work.add(row).id, work.changes())


def set_me(work: Work, request: SetMe) -> Done:
    """Remember who sits here. Refused: `unknown_worker` (field `worker_id`)."""
    _refuse_unknown(work, request.worker_id, "worker_id")
    write_setting(work, ME, request.worker_id)
    return Done(request.worker_id, work.changes())


def me(session: Session) -> Me | None:
    """Who sits here; None before the first run has asked, or when the worker is not in the store."""
    worker_id = read_setting(session, ME)
    worker = session.get(CaseworkerRow, worker_id) if worker_id else None
    if worker is None:
        return None
    unit = session.get(OrgUnitRow, worker.unit_id) if worker.unit_id else None
    return Me(worker.id, worker.name, worker.role, worker.unit_id, unit.name if unit else None)


def set_cover(work: Work, request: SetCover) -> Done:
    """Write who covers. Refused: `same_worker` (field `by_worker_id`), `wrong_order` (`to_on`), `unknown_worker`."""
    _refuse_unknown(work, request.for_worker_id, "for_worker_id")
    _refuse_unknown(work, request.by_worker_id, "by_worker_id")
    if request.by_worker_id == request.for_worker_id:
        raise Refused("Ingen kan være vikar for sig selv.", field="by_worker_id", code="same_worker")
    in_order(request.from_on, request.to_on, "to_on")
    row = CoverRow(
        unit_id=request.unit_id,
        for_worker_id=request.for_worker_id,
        by_worker_id=request.by_worker_id,
        from_on=request.from_on,
        to_on=request.to_on,
    )
    return Done(work.add(row).id, work.changes())


def end_cover(work: Work, request: EndCover) -> Done:
    """Set the last day. Refused: `unknown_row` (field `cover_id`), `wrong_order` (`to_on`)."""
    row = work.session.get(CoverRow, request.cover_id)
    if row is None or row.gone:
        raise Refused("Vikariatet findes ikke længere.", field="cover_id", code="unknown_row")
    in_order(row.from_on, request.to_on, "to_on")
    row.to_on = request.to_on
    return Done(row.id, work.changes())


def _refuse_unknown(work: Work, worker_id: str, field: str) -> None:
    if work.session.get(CaseworkerRow, worker_id) is None:
        raise Refused("Vælg en medarbejder på listen.", field=field, code="unknown_worker")
