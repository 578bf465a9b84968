"""What all kinds share when their records meet the store."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, NoReturn, TypeVar

from sqlalchemy import Row as ResultRow

from app.imports.applying.own_work import OwnWork
from app.imports.applying.plan import Finding, FindingKind, Outcome, WritePlan, table_name
from app.imports.applying.standing import Standing
from app.imports.faults import RowFault
from app.imports.kinds.kind import Kind
from app.imports.parsing import ParsedRow
from db.rows.base import CaseRow, Synced

Record = TypeVar("Record")

Attributes = Callable[[Mapping[str, Any]], dict[str, Any]]
"""From the record's fields that differ to the columns of the row that are to be set."""


class RowRefused(Exception):  # noqa: N818 - the field's word, an outcome and not a fault of the program.
    """A record cannot be taken into this store."""

    def __init__(self, fault: RowFault) -> None:
        """Carry the fault."""
        super().__init__(fault.wrong)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Extract:
    """What is known of the file as a whole: the date it shows, and the record's fields it has columns for."""

    extract_on: date
    fields: frozenset[str]


@dataclass(frozen=True, slots=True, repr=False)
class Target:
    """A row in the store, and what it says in the words of the record."""

    table: type[Synced]
    id: str
    case_id: str
    own: bool
    values: Mapping[str, Any]


def worst(*outcomes: Outcome) -> Outcome:
    """What several parts together make of a row: new before changed before unchanged."""
    return next(each for each in (Outcome.NEW, Outcome.CHANGED, Outcome.UNCHANGED) if each in outcomes)


class Reader(ABC, Generic[Record]):
    """Gives what the store has of a kind as records: for comparing, and for writing a file of it."""

    kind: ClassVar[Kind[Any]]

    def __init__(self, standing: Standing) -> None:
        """Read what the kind needs."""
        self.standing = standing

    unwritten: ClassVar[frozenset[str]] = frozenset()
    """The record's fields that are never written out."""

    @abstractmethod
    def records(self) -> Iterator[tuple[str, Record]]:
        """Case id and record, in the order they were made; the id is empty where no case stands behind it."""


class Applier(ABC, Generic[Record]):
    """Takes a kind's records into the plan, one by one."""

    kind: ClassVar[Kind[Any]]

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Keep what every record is compared with."""
        self.standing = standing
        self.extract = extract
        self.own = own
        self.plan = plan

    def begin(self, rows: Sequence[ParsedRow]) -> None:
        """Look at all rows of the file before the first is taken."""

    @abstractmethod
    def apply(self, row: ParsedRow) -> Outcome:
        """Compare one record and plan what is to be written. Raises RowRefused."""

    def finish(self) -> Mapping[int, Outcome]:
        """Plan what can only be seen once all records are there; the answer betters the outcome of lines."""
        return {}

    def case_of(self, row: ParsedRow) -> str:
        """The case of a record's citizen. Raises RowRefused when there is none."""
        case_id = self.standing.case_of.get(row.record.cpr)
        if case_id is None:
            self.refuse(row, "cpr", "Borgeren findes ikke i Tovholder.", "Indlæs borgeren først (borgere).")
        return case_id

    def refuse(self, row: ParsedRow, heading: str | None, wrong: str, right: str) -> NoReturn:
        """Refuse a record."""
        raise RowRefused(RowFault(row.line, heading, wrong, right))

    def take_over(
        self, row: ParsedRow, target: Target, wanted: Mapping[str, Any], attributes: Attributes = dict
    ) -> Outcome:
        """Set what differs; where a person has written here since, only list it.

        A wanted None is no wish: an empty cell does not erase what is known.
        """
        differing = {
            field: value
            for field, value in wanted.items()
            if value is not None and not same(value, target.values.get(field))
        }
        if not differing:
            return Outcome.UNCHANGED
        if target.own:
            for field, value in differing.items():
                self.differs(row, target, field, target.values.get(field), value)
            return Outcome.UNCHANGED
        self.plan.update(target.table, target.id, target.case_id, **attributes(differing))
        return Outcome.CHANGED

    def differs(self, row: ParsedRow, target: Target, field: str, own_value: object, value: object) -> None:
        """List that our own word holds against the extract's."""
        column = next(column for column in self.kind.columns if column.field == field)
        self.plan.findings.append(
            Finding(
                kind=FindingKind.DIFFERS,
                case_id=target.case_id,
                line=row.line,
                table=table_name(target.table),
                row_id=target.id,
                heading=column.heading,
                own_value=None if own_value is None else column.cell.write(own_value),
                extract_value=None if value is None else column.cell.write(value),
            )
        )

    def target(self, table: type[CaseRow], stored: ResultRow[Any], **values: object) -> Target:
        """A row read from the store; `values` are fields whose columns are called otherwise."""
        return Target(table, stored.id, stored.case_id, stored.written_at in self.own, {**stored._asdict(), **values})


def same(one: object, other: object) -> bool:
    """Whether two values say the same; of texts the spaces do not count."""
    if isinstance(one, str) and isinstance(other, str) and type(one) is str:
        return one.split() == other.split()
    return one == other


def by_key(rows: list[ResultRow[Any]], key: Callable[[ResultRow[Any]], Hashable]) -> dict[Any, ResultRow[Any]]:
    """Rows by a key; of two with the same key the older one."""
    found: dict[Any, ResultRow[Any]] = {}
    for row in rows:
        found.setdefault(key(row), row)
    return found
