"""What every row has in common: identity, author, revision, and the partition it belongs to.

2026-11-22. The case is the unit of replication, so every table says which kind of partition its rows live
in. Foreign keys stay inside one partition, because rows of two partitions never arrive together; across
partitions a plain id is kept. Synced tables have no uniqueness but the primary key and no check over two
columns: two laptops without a network may both be right for a while, and the contradiction then becomes a
work item instead of a lost row. Nothing is deleted; `gone` marks a row that has moved or been blanked.
"""

from __future__ import annotations

import enum
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from sqlalchemy import Date, Enum, ForeignKey, MetaData, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, declared_attr, mapped_column

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect


class Instant(TypeDecorator[datetime]):
    """A moment in UTC, kept as text `2007-03-20T09:10:00.000000Z` so that it sorts and reads as it stands."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write an aware datetime; a naive one is a bug and raises ValueError."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            message = "an instant must know its time zone"
            raise ValueError(message)
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read an aware datetime in UTC."""
        del dialect
        return None if value is None else datetime.fromisoformat(value)


class PartitionKind(enum.StrEnum):
    """Whom a row belongs to, and so which laptops hold it."""

    CASE = "case"
    WORKER = "worker"
    UNIT = "unit"
    CATALOGUE = "catalogue"
    LOCAL = "local"


NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(DeclarativeBase):
    """The root of all mapped classes."""

    metadata = MetaData(naming_convention=NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        date: Date,
        datetime: Instant,
        # A closed set is stored by its value and without a check in the database: an older laptop must be
        # able to keep a value that only a newer one knows.
        enum.Enum: Enum(
            enum.Enum,
            native_enum=False,
            create_constraint=False,
            length=40,
            values_callable=lambda members: [str(member.value) for member in members],
        ),
    }


Key = Annotated[str, mapped_column(String(36), primary_key=True)]
"""A UUIDv7 as text."""

Ref = Annotated[str, mapped_column(String(36))]
"""The id of a row in another partition; no foreign key reaches across."""

OptionalRef = Annotated[str | None, mapped_column(String(36))]
"""As Ref, where there may be none."""

Oere = Annotated[int, mapped_column()]
"""Money in whole øre."""

OptionalOere = Annotated[int | None, mapped_column()]
"""Money in whole øre, where it may be unknown."""


def within_case(target: str, *, index: bool = True) -> MappedColumn[str]:
    """A foreign key inside one case, checked when the transaction ends, since rows may arrive in any order."""
    return mapped_column(
        String(36),
        ForeignKey(target, deferrable=True, initially="DEFERRED"),
        index=index,
    )


class Synced:
    """Columns of every row that travels: identity, revision, author and instant of the last change."""

    id: Mapped[Key]
    row_rev: Mapped[int] = mapped_column(default=0, server_default="0")
    gone: Mapped[bool] = mapped_column(default=False, server_default="0")
    author: Mapped[OptionalRef]
    written_at: Mapped[datetime | None]


class Withdrawable:
    """Nothing is erased by a user: a wrong row is withdrawn, and the reason stays."""

    withdrawn_on: Mapped[date | None]
    withdrawn_by: Mapped[OptionalRef]
    withdrawn_reason: Mapped[str | None]


class CaseRow(Synced, Withdrawable):
    """A row of one citizen's case. `case_id` is the citizen's id: one citizen, one case."""

    partition_kind: ClassVar[PartitionKind] = PartitionKind.CASE
    partition_column: ClassVar[str] = "case_id"

    @declared_attr
    def case_id(self) -> Mapped[str]:
        """The citizen's id, and the partition."""
        return mapped_column(
            String(36),
            ForeignKey("citizen.id", deferrable=True, initially="DEFERRED"),
            index=True,
        )


class UnitRow(Synced):
    """A row of a unit, seen by those who work there. `unit_id` names an `org_unit` of the catalogue."""

    partition_kind: ClassVar[PartitionKind] = PartitionKind.UNIT
    partition_column: ClassVar[str] = "unit_id"
    unit_id: Mapped[str] = mapped_column(String(36), index=True)


class WorkerRow(Synced):
    """A row of one worker's own. `worker_id` names a `caseworker` of the catalogue."""

    partition_kind: ClassVar[PartitionKind] = PartitionKind.WORKER
    partition_column: ClassVar[str] = "worker_id"
    worker_id: Mapped[str] = mapped_column(String(36), index=True)


class CatalogueRow(Synced):
    """A row of reference data, the same for everyone and read-only for caseworkers."""

    partition_kind: ClassVar[PartitionKind] = PartitionKind.CATALOGUE
    partition_column: ClassVar[str] = ""


class LocalRow:
    """A row that stays on this machine, or that travels by other ways than the merge."""

    partition_kind: ClassVar[PartitionKind] = PartitionKind.LOCAL
    partition_column: ClassVar[str] = ""


__all__ = [
    "CaseRow",
    "CatalogueRow",
    "Instant",
    "Key",
    "LocalRow",
    "Oere",
    "OptionalOere",
    "OptionalRef",
    "PartitionKind",
    "Ref",
    "Row",
    "Synced",
    "UnitRow",
    "Withdrawable",
    "WorkerRow",
    "within_case",
]
