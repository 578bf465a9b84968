"""What every kind of file has: columns, a record for a row, a key, and checks across the cells of a row."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, TypeVar

from app.imports.cells import Cell, Packed

Record = TypeVar("Record")

CPR: Final = "cpr"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading in the canonical form, the record's field, and how its cells are read.

    A `required` heading must be in the file; its cells must be filled unless `may_be_empty`.
    """

    heading: str
    field: str
    cell: Cell[Any]
    required: bool = False
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """A contradiction between the cells of one row: the heading it stands at, and the two texts of a fault."""

    heading: str
    wrong: str
    right: str


def nothing_wrong(record: object, today: date) -> Iterable[Wrong]:
    """The check of a kind whose cells cannot contradict each other."""
    del record, today
    return ()


@dataclass(frozen=True, slots=True)
class Kind(Generic[Record]):
    """A kind of file. `name` is the Danish name on the command line; `key` what makes two rows the same one.

    A record's fields are those of the columns, None where the cell is empty or the column is not there. `about` is
    the field that says whom or what a row is about, also where the rest of it cannot be read. A kind without a
    `key` counts its rows: each says that there is one more.
    """

    name: str
    columns: tuple[Column, ...]
    record: Callable[..., Record]
    key: Callable[[Record], Hashable] | None
    check: Callable[[Record, date], Iterable[Wrong]] = nothing_wrong
    about: str = CPR

    @property
    def about_citizens(self) -> bool:
        """Whether each row is about a citizen; the others are the catalogue's."""
        return self.about == CPR

    def headings(self) -> tuple[str, ...]:
        """The headings of the canonical form, in the order they are written."""
        return tuple(column.heading for column in self.columns)

    def heading_of(self, field: str) -> str:
        """The heading of a record's field."""
        return next(column.heading for column in self.columns if column.field == field)

    def pack(self, record: Record) -> list[Packed]:
        """The record as JSON can hold it, in the order of the columns."""
        values = [getattr(record, column.field) for column in self.columns]
        return [
            None if value is None else column.cell.pack(value)
            for column, value in zip(self.columns, values, strict=True)
        ]

    def unpack(self, packed: Sequence[Packed]) -> Record:
        """The record back from JSON."""
        values: Mapping[str, Any] = {
            column.field: None if value is None else column.cell.unpack(value)
            for column, value in zip(self.columns, packed, strict=True)
        }
        return self.record(**values)

    def write(self, record: Record) -> list[str]:
        """The record as the cells of the canonical form."""
        values = [getattr(record, column.field) for column in self.columns]
        return [
            "" if value is None else column.cell.write(value)
            for column, value in zip(self.columns, values, strict=True)
        ]
