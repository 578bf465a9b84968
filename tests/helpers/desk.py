"""A worker's desk for tests of use cases: do one, see what it wrote, see that a refused one wrote nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any, TypeVar, cast

import pytest
from sqlalchemy import func, select

from app.cases.addresses import split_address
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails
from app.cases.register_citizen import RegisterCitizen, register_citizen
from app.changes import Done
from app.clock import FixedClock
from app.ids import NewId, seeded_ids
from app.work import Work, working
from db.errors import Refused
from db.rows import Row
from db.rows.organisation import CaseworkerRow, OrgUnitRow
from db.store.store import Store
from db.values.people import OrgUnitKind, Role
from tests.helpers.memory_store import MemoryStore

Request = TypeVar("Request")
Kind = TypeVar("Kind", bound=Row)

TODAY = date(2007, 3, 20)


@dataclass(slots=True)
class Desk:
    """A store in memory with two workers and two units, on a Tuesday in March 2007."""

    memory: MemoryStore = field(default_factory=MemoryStore)
    today: date = TODAY
    make_id: NewId = field(default_factory=lambda: seeded_ids(7))
    me: str = ""
    colleague: str = ""
    unit: str = ""
    other_unit: str = ""
    seconds: int = 0

    @property
    def store(self) -> Store:
        """The store under the type that `working` asks for."""
        return cast("Store", self.memory)

    def do(self, use_case: Callable[[Work, Request], Done], request: Request, *, day: date | None = None) -> Done:
        """Run a use case in a transaction of its own, on a day (today unless told), a second after the last."""
        self.seconds += 1
        clock = FixedClock(day or self.today, time(9, *divmod(self.seconds, 60)))
        name = use_case.__name__
        with working(self.store, author=self.me or None, clock=clock, make_id=self.make_id, use_case=name) as work:
            return use_case(work, request)

    def refuses(
        self, use_case: Callable[[Work, Request], Done], request: Request, *, code: str, field: str | None
    ) -> Refused:
        """Assert that a use case is refused at that field and leaves the store as it was."""
        before = self.contents()
        with pytest.raises(Refused) as refused:
            self.do(use_case, request)
        assert (refused.value.code, refused.value.field) == (code, field)
        assert refused.value.message.endswith((".", "?"))
        assert self.contents() == before
        return refused.value

    def rows(self, kind: type[Kind], **where: Any) -> list[Kind]:
        """Every row of a kind with these values, in the order they were made."""
        with self.memory.reading() as session:
            return list(session.scalars(select(kind).filter_by(**where).order_by(*kind.__table__.primary_key)))

    def row(self, kind: type[Kind], **where: Any) -> Kind:
        """The one row of a kind with these values."""
        (row,) = self.rows(kind, **where)
        return row

    def contents(self) -> dict[str, list[tuple[Any, ...]]]:
        """Everything that stands in the store, by table."""
        with self.memory.reading() as session:
            connection = session.connection()
            return {
                table: sorted(map(tuple, connection.exec_driver_sql(f"SELECT * FROM {table}")), key=repr)
                for table in Row.metadata.tables
            }

    def count(self, kind: type[Row]) -> int:
        """How many rows of a kind there are, whatever their state."""
        with self.memory.reading() as session:
            return session.scalar(select(func.count()).select_from(kind)) or 0

    def citizen(self, name: str = "Samira Lund", cpr: str = "610175-1001", address: str = "", **details: Any) -> str:
        """Register an invented citizen and give the case's id."""
        request = RegisterCitizen(Cpr.parse(cpr), CitizenDetails(name, split_address(address), **details))
        return self.do(register_citizen, request).id


def make_desk(store: Store | None = None) -> Desk:
    """Set up the desk with its workers and units, in memory or at a store that was just made."""
    desk = Desk() if store is None else Desk(cast("MemoryStore", store))
    with working(desk.store, author=None, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="set_up") as work:
        desk.unit = work.add(OrgUnitRow(name="Nyropsgade", kind=OrgUnitKind.JOBCENTRE)).id
        desk.other_unit = work.add(OrgUnitRow(name="Musvågevej", kind=OrgUnitKind.SPECIAL_UNIT)).id
        desk.me = work.add(CaseworkerRow(name="M. Holm", sort_name="holm", unit_id=desk.unit, role=Role.CASEWORKER)).id
        desk.colleague = work.add(
            CaseworkerRow(name="A. Lind", sort_name="lind", unit_id=desk.other_unit, role=Role.LEADER)
        ).id
    return desk
