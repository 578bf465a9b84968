"""The worker at this machine as the others see them, and who else may sit here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases.checking import required, tidy
from app.cases.names import sort_name, tidy_name
from app.cases.settings import ME, read_setting
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.local import ChangesetRow
from db.rows.organisation import CaseworkerRow, OrgUnitRow
from db.values.people import Role


@dataclass(frozen=True, slots=True)
class OwnDetails:
    """Who sits here, with the units and the workers to choose from, each by id and in the order of their names."""

    worker_id: str
    name: str
    unit_id: str | None
    role: Role
    phone: str | None
    units: dict[str, str]
    workers: dict[str, str]


@dataclass(frozen=True, slots=True)
class ChangeOwnDetails:
    """The worker at this machine from now on; what they have registered before follows their name."""

    worker_id: str
    name: str
    unit_id: str | None
    role: Role
    phone: str | None = None


def read_own_details(session: Session) -> OwnDetails | None:
    """None while nobody is known to sit here."""
    worker = session.get(CaseworkerRow, read_setting(session, ME) or "")
    if worker is None:
        return None
    units = session.execute(select(OrgUnitRow.id, OrgUnitRow.name).where(OrgUnitRow.gone.is_(False)))
    others = select(CaseworkerRow.id, CaseworkerRow.name, CaseworkerRow.sort_name).where(
        CaseworkerRow.gone.is_(False), CaseworkerRow.active
    )
    workers = sorted(session.execute(others), key=lambda row: row.sort_name)
    return OwnDetails(
        worker_id=worker.id,
        name=worker.name,
        unit_id=worker.unit_id,
        role=worker.role,
        phone=worker.phone,
        units=dict(sorted(((row.id, row.name) for row in units), key=lambda unit: sort_name(unit[1]))),
        workers={row.id: row.name for row in workers},
    )


def change_own_details(work: Work, request: ChangeOwnDetails) -> Done:
    """Write them. Refused: `missing` (field `name`), `unknown_unit` (`unit_id`), `unknown_worker`."""
    name = tidy_name(required(request.name, "name", "Skriv dit navn, som det står i udtrækkene."))
    if request.unit_id is not None and work.session.get(OrgUnitRow, request.unit_id) is None:
        raise Refused("Vælg en enhed på listen.", field="unit_id", code="unknown_unit")
    row = work.session.get(CaseworkerRow, request.worker_id)
    if row is None:
        raise Refused("Medarbejderen findes ikke længere.", code="unknown_worker")
    row.name, row.sort_name = name, sort_name(name)
    row.unit_id, row.role, row.phone = request.unit_id, request.role, tidy(request.phone)
    # Written now, so that what came of it is known.
    work.session.flush()
    return Done(row.id, work.changes())


def count_saves_since(session: Session, moment: datetime) -> int:
    """How many times something was saved after an instant: what an older backup does not know of."""
    query = select(func.count()).select_from(ChangesetRow).where(ChangesetRow.made_at > moment)
    return session.scalar(query) or 0
