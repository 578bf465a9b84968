"""Brings a store to the program's schema; imported only when its number differs."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Unavailable
from db.migrations.run import upgrade
from db.store.backup import back_up, put_in_place
from db.store.engine import writer_engine
from db.store.schema_version import Schema
from db.store.sqlite_errors import driver_errors

if TYPE_CHECKING:
    from db.store.store import Store


def run_migrations(path: Path, key: bytes, schema: Schema) -> None:
    """Run what is missing on the file `path`, in one transaction, and leave no connection open."""
    engine = writer_engine(path, key)
    try:
        with driver_errors(writing=True), engine.connect() as connection:
            upgrade(connection, schema)
    finally:
        engine.dispose()


def upgrade_store(store: Store, schema: Schema) -> None:
    """Back the store up, run the migrations and put the backup back if they fail.

    `Unavailable` code `upgrade_failed`, or `disk_full` and the like when it failed for that reason. Every
    exception of a migration counts: half an upgrade is worse than none.
    """
    saved = back_up(store, label=f"schema-{store.schema_number()}")
    try:
        run_migrations(store.path, store.key, schema)
    except Exception as error:
        # The transaction has been undone by now; the backup also covers what a fault did outside it. Should
        # another program hold the file, so that it cannot be replaced, the undone transaction must do.
        with contextlib.suppress(Unavailable):
            put_in_place(store.directory, saved)
        if isinstance(error, Unavailable):
            raise
        message = (
            "Lageret kunne ikke opgraderes til denne udgave af Tovholder. Det er sat tilbage, som det var, "
            "og intet er tabt. Brug den forrige udgave, og kontakt it."
        )
        raise Unavailable(message, code="upgrade_failed") from error
