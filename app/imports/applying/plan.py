"""What an import is going to write, gathered without a lock and then written in one go.

2026-11-22. Rows are gathered as plain values and written by bulk statements: ten thousand mapped objects
would take longer to make than the whole import may last. What `Work` does for every other use case, stamping
and noting what was touched, is therefore done here too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, inspect, update

from app.imports.faults import RowNotice
from db.rows.base import Synced

if TYPE_CHECKING:
    from app.work import Work

_BATCH = 2_000


class Outcome(StrEnum):
    """What became of one row of the file."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class FindingKind(StrEnum):
    """What an import leaves for a person to decide."""

    DIFFERS = "differs"
    NO_LONGER_THERE = "no_longer_there"
    OFFER_NO_LONGER_THERE = "offer_no_longer_there"


FINDING_NAMES = {
    FindingKind.DIFFERS: "Afviger fra udtrækket",
    FindingKind.NO_LONGER_THERE: "Ikke længere i udtrækket",
    FindingKind.OFFER_NO_LONGER_THERE: "Tilbud, der ikke længere er i udtrækket",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something left for a person, about a citizen or, where `case_id` is None, the catalogue.

    `heading` is the column of the file; the values are the Danish texts of both sides.

    The values are left out of `repr`, since they may be a name or an address.
    """

    kind: FindingKind
    case_id: str | None = None
    line: int | None = None
    table: str | None = None
    row_id: str | None = None
    heading: str | None = None
    own_value: str | None = field(default=None, repr=False)
    extract_value: str | None = field(default=None, repr=False)


@dataclass(slots=True)
class WritePlan:
    """Rows to insert and to update, and what else is to be told."""

    new_id: Callable[[], str]
    inserts: dict[type[Synced], list[dict[str, Any]]] = field(default_factory=dict)
    updates: dict[type[Synced], dict[str, dict[str, Any]]] = field(default_factory=dict)
    touched: set[tuple[str, str, str | None]] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    notices: list[RowNotice] = field(default_factory=list)

    def insert(self, table: type[Synced], case_id: str | None = None, /, **values: object) -> str:
        """Write a new row; the answer is its id. `case_id` is kept for rows of a case."""
        row_id = self.new_id()
        values["id"] = row_id
        if case_id is not None:
            values["case_id"] = case_id
        self.inserts.setdefault(table, []).append(values)
        self._touch(table, row_id, case_id)
        return row_id

    def insert_case(self, table: type[Synced], /, **values: object) -> str:
        """Write a citizen's row, whose own id is the case's."""
        row_id = self.new_id()
        self.inserts.setdefault(table, []).append({**values, "id": row_id})
        self._touch(table, row_id, row_id)
        return row_id

    def update(self, table: type[Synced], row_id: str, case_id: str | None, /, **values: object) -> None:
        """Set columns of a row that is in the store."""
        self.updates.setdefault(table, {}).setdefault(row_id, {"id": row_id}).update(values)
        self._touch(table, row_id, case_id)

    @property
    def size(self) -> int:
        """How many rows are to be written."""
        return len(self.touched)

    def write(self, work: Work, stamp: datetime, told: Callable[[int, int], None]) -> None:
        """Write everything in the open transaction. `told` is told how many of how many, and may raise."""
        done = 0
        for table, rows in self.inserts.items():
            for batch in _batches(rows, work.author, stamp):
                told(done, self.size)
                work.session.execute(insert(table), batch)
                done += len(batch)
        for table, by_id in self.updates.items():
            for batch in _batches(list(by_id.values()), work.author, stamp):
                told(done, self.size)
                work.session.execute(update(table), batch)
                done += len(batch)
        work.touched |= self.touched

    def _touch(self, table: type[Synced], row_id: str, case_id: str | None) -> None:
        self.touched.add((table_name(table), row_id, case_id))


def table_name(table: type[Synced]) -> str:
    """The name in the database."""
    return str(inspect(table).local_table.name)


def _batches(rows: list[dict[str, Any]], author: str | None, stamp: datetime) -> Iterator[list[dict[str, Any]]]:
    for first in range(0, len(rows), _BATCH):
        batch = rows[first : first + _BATCH]
        for row in batch:
            row["author"], row["written_at"] = author, stamp
        yield batch
