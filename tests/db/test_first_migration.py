"""The schema that the migrations build is the one that the mapped rows expect."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect
from sqlalchemy.orm import Mapper

from db.rows import PartitionKind, Row
from db.store.engine import writer_engine
from db.store.store import Store

KEY = bytes(range(32))


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    with Store.create(tmp_path / "store", KEY) as store:
        path = store.path
    engine = writer_engine(path, KEY)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def test_that_a_new_store_has_every_table_and_column_of_the_rows(connection: Connection) -> None:
    context = MigrationContext.configure(connection, opts={"compare_type": False})
    differences = [
        difference
        for difference in compare_metadata(context, Row.metadata)
        if "alembic_version" not in repr(difference)
    ]
    assert differences == []


def test_that_columns_stand_with_the_types_and_defaults_of_the_rows(connection: Connection) -> None:
    inspector = inspect(connection)
    for table in Row.metadata.sorted_tables:
        stored = {column["name"]: column for column in inspector.get_columns(table.name)}
        for column in table.columns:
            expected = column.type.compile(dialect=connection.dialect)
            assert str(stored[column.name]["type"]) == expected, f"{table.name}.{column.name}"
            assert stored[column.name]["nullable"] == column.nullable, f"{table.name}.{column.name}"


@pytest.mark.parametrize("mapper", sorted(Row.registry.mappers, key=str))
def test_that_every_table_says_whom_its_rows_belong_to(mapper: Mapper[Any]) -> None:
    row = mapper.class_
    assert isinstance(row.partition_kind, PartitionKind)
    table = row.__table__
    if row.partition_kind in {PartitionKind.CASE, PartitionKind.UNIT, PartitionKind.WORKER}:
        assert row.partition_column in table.columns
    if row.partition_kind is not PartitionKind.LOCAL:
        assert {"id", "row_rev", "gone", "author", "written_at"} <= set(table.columns.keys())
        assert [column.name for column in table.primary_key] == ["id"]
        assert not [i for i in table.indexes if i.unique], "two laptops may both be right for a while"


def test_that_foreign_keys_stay_inside_one_partition_and_wait_for_the_end() -> None:
    kinds = {mapper.class_.__tablename__: mapper.class_.partition_kind for mapper in Row.registry.mappers}
    for table in Row.metadata.sorted_tables:
        for key in table.foreign_key_constraints:
            assert kinds[table.name] is kinds[key.referred_table.name], f"{table.name} -> {key.referred_table.name}"
            assert key.deferrable is True
            assert key.initially == "DEFERRED"
            assert key.ondelete is None
