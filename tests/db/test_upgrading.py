"""Migrations: all or nothing, no row lost in a rebuild, and the backup put back when one fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from db.errors import Unavailable
from db.migrations.run import upgrade
from db.store.backup import backups_of
from db.store.engine import writer_engine
from db.store.lock import StoreLock
from db.store.schema_version import Schema
from db.store.store import Store
from tests.db.people import add_person, names
from tests.db.small_schema import ADD_A_TABLE, FAIL_HALFWAY, LOSE_A_PARENT, REBUILD_BOTH, small_schema

COUNT = 50


def close_with_rows(store: Store) -> None:
    with store.writing() as session:
        for number in range(1, COUNT + 1):
            session.execute(text("INSERT INTO person (id, name) VALUES (:id, 'Karla')"), {"id": number})
            session.execute(text("INSERT INTO visit (person_id, text) VALUES (:id, 'hjemme')"), {"id": number})
    store.close()


def counts(store: Store) -> tuple[int, int]:
    with store.raw_reader() as connection:
        people = connection.execute("SELECT count(*) FROM person").fetchone()[0]
        return people, connection.execute("SELECT count(*) FROM visit").fetchone()[0]


def tables(store: Store) -> set[str]:
    with store.raw_reader() as connection:
        return {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def upgraded(store: Store, schema: Schema, *after: Callable[[Connection], None]) -> None:
    engine = writer_engine(store.path, store.key)
    try:
        with engine.connect() as connection:
            upgrade(connection, schema, after=after)
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    finally:
        engine.dispose()


def test_that_rebuilding_parent_and_child_loses_no_row(store: Store, tmp_path: Path) -> None:
    close_with_rows(store)
    schema = small_schema(tmp_path / "later", REBUILD_BOTH)
    with Store.open(store.directory, store.key, schema=schema) as later:
        assert counts(later) == (COUNT, COUNT)
        assert later.schema_number() == 2
        with later.reading() as session:
            added = session.execute(text("SELECT count(*) FROM person JOIN visit USING (added)")).scalar_one()
        assert added == COUNT * COUNT
        with later.writing() as session:
            session.execute(text("DELETE FROM person WHERE id = 1"))
        assert counts(later) == (COUNT - 1, COUNT - 1)


def test_that_an_upgrade_makes_a_backup_of_the_old_schema_first(store: Store, tmp_path: Path) -> None:
    close_with_rows(store)
    Store.open(store.directory, store.key, schema=small_schema(tmp_path / "later", ADD_A_TABLE)).close()
    (backup,) = backups_of(store.directory)
    assert backup.label == "schema-1"
    with Store.open(backup.directory, store.key, schema=small_schema(tmp_path / "first")) as saved:
        assert counts(saved) == (COUNT, COUNT)


def test_that_a_failing_migration_leaves_the_store_as_it_was(store: Store, tmp_path: Path) -> None:
    close_with_rows(store)
    schema = small_schema(tmp_path / "later", ADD_A_TABLE, FAIL_HALFWAY)
    with pytest.raises(Unavailable) as unavailable:
        Store.open(store.directory, store.key, schema=schema)
    assert unavailable.value.code == "upgrade_failed"
    with Store.open(store.directory, store.key, schema=small_schema(tmp_path / "first")) as same:
        assert counts(same) == (COUNT, COUNT)
        assert not {"half_made", "later_table"} & tables(same)


def test_that_the_backup_is_put_back_when_a_migration_spoils_the_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close_with_rows(store)

    def spoil(path: Path, key: bytes, schema: Schema) -> None:
        path.write_bytes(b"spoilt" * 1000)
        raise ValueError("a fault outside the transaction")

    monkeypatch.setattr("db.store.upgrading.run_migrations", spoil)
    with pytest.raises(Unavailable) as unavailable:
        Store.open(store.directory, store.key, schema=small_schema(tmp_path / "later", ADD_A_TABLE))
    assert unavailable.value.code == "upgrade_failed"
    with Store.open(store.directory, store.key, schema=small_schema(tmp_path / "first")) as same:
        assert counts(same) == (COUNT, COUNT)


def test_that_a_migration_that_leaves_children_without_parents_is_undone(store: Store, tmp_path: Path) -> None:
    close_with_rows(store)
    with pytest.raises(RuntimeError, match=f"{COUNT} rows without"):
        upgraded(store, small_schema(tmp_path / "later", LOSE_A_PARENT))
    assert counts(store) == (COUNT, COUNT)
    assert store.schema_number() == 1


def test_that_generated_triggers_are_dropped_first_and_made_last(store: Store, tmp_path: Path) -> None:
    with store.writing() as session:
        for name in ("tov_person_insert", "kept"):
            session.execute(text(f"CREATE TRIGGER {name} AFTER INSERT ON person BEGIN SELECT 1; END"))
    close_with_rows(store)
    seen: list[list[str]] = []

    def remake(connection: Connection) -> None:
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
        seen.append(list(connection.exec_driver_sql(query).scalars()))
        assert connection.exec_driver_sql("SELECT count(*) FROM later_table").scalar_one() == 0
        connection.exec_driver_sql("CREATE TRIGGER tov_new AFTER INSERT ON later_table BEGIN SELECT 1; END")

    upgraded(store, small_schema(tmp_path / "later", ADD_A_TABLE), remake)
    assert seen == [["kept"]]
    with store.raw_reader() as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name").fetchall()
    assert [row[0] for row in rows] == ["kept", "tov_new"]


def test_that_a_fault_in_making_triggers_undoes_the_upgrade(store: Store, tmp_path: Path) -> None:
    close_with_rows(store)

    def fail(connection: Connection) -> None:
        raise ValueError("a fault in the hook")

    with pytest.raises(ValueError, match="a fault in the hook"):
        upgraded(store, small_schema(tmp_path / "later", ADD_A_TABLE), fail)
    assert store.schema_number() == 1
    assert "later_table" not in tables(store)


def test_that_migrations_that_do_not_lead_to_the_schema_are_not_run(store: Store, tmp_path: Path) -> None:
    close_with_rows(store)
    scripts = small_schema(tmp_path / "later", ADD_A_TABLE).scripts
    with pytest.raises(RuntimeError, match="0002"):
        upgraded(store, Schema(3, scripts))
    assert store.schema_number() == 1


def test_that_a_reader_upgrades_an_old_store_only_when_nobody_has_it(store: Store, tmp_path: Path) -> None:
    schema = small_schema(tmp_path / "later", ADD_A_TABLE)
    add_person(store, "Karla")
    with pytest.raises(Unavailable) as unavailable:
        Store.open(store.directory, store.key, write=False, schema=schema)
    assert unavailable.value.code == "store_in_use"
    store.close()
    with Store.open(store.directory, store.key, write=False, schema=schema) as reader:
        assert names(reader) == ["Karla"]
        assert reader.schema_number() == 2
        lock = StoreLock(store.directory)
        lock.acquire()
        lock.release()
