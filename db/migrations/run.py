"""Runs the migrations that a store lacks, all of them in one transaction or none.

2026-11-22: foreign keys are switched off before the transaction begins, because inside one SQLite ignores
the switch, and rebuilding a parent table (copy, drop, rename) would then delete or orphan its children.
Instead every foreign key is checked before the commit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from db.migrations.hooks import AFTER_UPGRADE, AfterUpgrade
from db.store.schema_version import PROGRAM_SCHEMA, Schema

if TYPE_CHECKING:
    from db.store.driver import RawConnection

GENERATED_PREFIX = "tov_"


def upgrade(
    connection: Connection,
    schema: Schema = PROGRAM_SCHEMA,
    *,
    after: Sequence[AfterUpgrade] = AFTER_UPGRADE,
) -> None:
    """Bring the connected store to `schema`; whatever is raised, the store is as it was before.

    `connection` comes from `writer_engine`, whose transactions begin with BEGIN IMMEDIATE, and has none
    open. RuntimeError when the steps do not lead to `schema.number` or leave a foreign key without its row.
    """
    config = _config(schema, connection)
    if (head := ScriptDirectory.from_config(config).get_current_head()) is None or int(head) != schema.number:
        raise RuntimeError(f"the last migration is {head}, but the schema is {schema.number}")
    raw = cast("RawConnection", connection.connection.driver_connection)
    raw.execute("PRAGMA foreign_keys = OFF")
    try:
        with connection.begin():
            _drop_generated_triggers(connection)
            command.upgrade(config, "head")
            for hook in after:
                hook(connection)
            _require_whole_foreign_keys(connection)
            connection.exec_driver_sql(f"PRAGMA user_version = {schema.number}")
    finally:
        raw.execute("PRAGMA foreign_keys = ON")


def _config(schema: Schema, connection: Connection) -> Config:
    config = Config()
    # A percent sign in a folder's name would be taken for a placeholder.
    config.set_main_option("script_location", str(PROGRAM_SCHEMA.scripts).replace("%", "%%"))
    config.set_main_option("version_locations", str(schema.scripts / "versions").replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.attributes["connection"] = connection
    return config


def _drop_generated_triggers(connection: Connection) -> None:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    for name in names:
        if name.startswith(GENERATED_PREFIX):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _require_whole_foreign_keys(connection: Connection) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        raise RuntimeError(f"{len(broken)} rows without the row they point to, in {tables}")
