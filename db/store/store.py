"""The store as the rest of the program sees it: a folder to open, to read from and to write to."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from db.errors import Refused
from db.keys.atomic_file import private_directory, sync_directory
from db.store.driver import RawConnection
from db.store.file_errors import file_errors
from db.store.lock import StoreLock
from db.store.opening import DATABASE_NAME, create_database, open_connection
from db.store.schema_version import PROGRAM_SCHEMA, Schema
from db.store.sqlite_errors import driver_errors

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlalchemy.orm import Session


class Store:
    """An open store. Made by `create` or `open`, ended by `close` or by leaving a `with`."""

    def __init__(self, directory: Path, key: bytes, lock: StoreLock) -> None:
        """Take over what `create` and `open` have made sure of."""
        self.directory = directory
        self._key = key
        self._lock = lock
        self._engines: dict[str, Engine] = {}
        self._guard = threading.Lock()

    @classmethod
    def create(cls, directory: Path, key: bytes, *, schema: Schema = PROGRAM_SCHEMA) -> Self:
        """Make an empty store with the program's schema in `directory` and open it for writing.

        `Refused`: `store_exists`, `wrong_key` (the folder's key file wraps another key). `Unavailable`:
        `store_in_use`, `disk_full`, `store_not_accessible`.
        """
        from db.keys import key_matches

        with file_errors():
            private_directory(directory)
        lock = StoreLock(directory)
        lock.acquire()
        try:
            path = directory / DATABASE_NAME
            if path.exists():
                message = "Der ligger allerede et lager i mappen. Vælg en tom mappe, eller åbn det lager, der er der."
                raise Refused(message, code="store_exists")
            if key_matches(directory, key) is False:
                message = "Nøglen hører ikke til nøglefilen i mappen. Vælg en tom mappe til et nyt lager."
                raise Refused(message, code="wrong_key")
            _build(path, key, schema)
        except BaseException:
            lock.release()
            raise
        return cls(directory, key, lock)

    @classmethod
    def open(cls, directory: Path, key: bytes, *, write: bool = True, schema: Schema = PROGRAM_SCHEMA) -> Self:
        """Open the store in `directory` and bring it to the program's schema.

        With `write=False` no lock is taken, so that it opens beside a program that has it; `claim` or the
        first `writing` takes the lock later. An older store is upgraded, after a backup that is put back
        should the upgrade fail.

        `Refused`: `newer_store`, and as `open_connection` says. `Unavailable`: `store_in_use`,
        `upgrade_failed`, and as `open_connection` says.
        """
        store = cls(directory, key, StoreLock(directory))
        try:
            found = store.schema_number()
            if write or found < schema.number:
                store.claim()
                # Another program may have upgraded it while we came to the lock.
                found = store.schema_number()
            if found > schema.number:
                message = (
                    "Lageret er skrevet af en nyere udgave af Tovholder og bliver ikke åbnet, så intet går tabt. "
                    "Opdatér programmet, og prøv igen."
                )
                raise Refused(message, code="newer_store")
            if found < schema.number:
                from db.store.upgrading import upgrade_store

                upgrade_store(store, schema)
                if not write:
                    store._lock.release()
        except BaseException:
            store.close()
            raise
        return store

    @property
    def path(self) -> Path:
        """The encrypted file."""
        return self.directory / DATABASE_NAME

    @property
    def key(self) -> bytes:
        """The key in use, 32 bytes: for backups and for renewing the ways in the key file."""
        return self._key

    def __repr__(self) -> str:
        """Name the folder and never the key."""
        return f"Store({str(self.directory)!r})"

    def schema_number(self) -> int:
        """Return the schema number that stands in the file."""
        with self.raw_reader() as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])

    def claim(self, *, wait_seconds: float = 0.0) -> None:
        """Take the right to write, if not held already; `Unavailable` code `store_in_use`."""
        self._lock.acquire(wait_seconds=wait_seconds)

    @contextlib.contextmanager
    def raw_reader(self) -> Iterator[RawConnection]:
        """Give a bare connection that cannot write and sees one moment of the store; without SQLAlchemy."""
        with driver_errors(writing=False):
            connection = open_connection(self.path, self._key, read_only=True)
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                connection.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that cannot write and sees one moment of the store."""
        from sqlalchemy.orm import Session

        with driver_errors(writing=False), Session(self._engine("reader"), autoflush=False) as session:
            yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session in one transaction: kept when the block ends, undone when anything is raised.

        `Unavailable`: `store_in_use`, `disk_full`, `busy`, `damaged`. What was committed before stays.
        """
        self.claim()
        with self._one_transaction() as session:
            yield session

    @contextlib.contextmanager
    def logging(self) -> Iterator[Session]:
        """Give a session for the log of use, which is written beside a program that has the store as well.

        A command that only reads must still leave its trace. The log is only ever added to, so the right to
        write the store, which guards one person's changes against another program's, is not asked for.
        `Unavailable` as `writing`, but for `store_in_use`.
        """
        with self._one_transaction() as session:
            yield session

    @contextlib.contextmanager
    def _one_transaction(self) -> Iterator[Session]:
        from sqlalchemy.orm import Session

        with (
            driver_errors(writing=True),
            Session(self._engine("writer"), expire_on_commit=False) as session,
            session.begin(),
        ):
            # A use case reads before it writes; the lock must be there from the first read.
            session.connection()
            yield session

    def close(self) -> None:
        """Close every connection and let go of the lock; closing again does nothing."""
        with self._guard:
            for engine in self._engines.values():
                engine.dispose()
            self._engines.clear()
        self._lock.release()

    def __enter__(self) -> Self:
        """Return the open store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()

    def _engine(self, kind: str) -> Engine:
        from db.store.engine import reader_engine, writer_engine

        with self._guard:
            if kind not in self._engines:
                make = writer_engine if kind == "writer" else reader_engine
                self._engines[kind] = make(self.path, self._key)
            return self._engines[kind]


def _build(path: Path, key: bytes, schema: Schema) -> None:
    """Make the store under another name first, so that a store with the right name is a whole one."""
    from db.store.upgrading import run_migrations

    unfinished = path.with_suffix(".new")
    remove_database(unfinished)
    try:
        create_database(unfinished, key)
        run_migrations(unfinished, key, schema)
        unfinished.rename(path)
        sync_directory(path.parent)
    finally:
        remove_database(unfinished)


def remove_database(path: Path) -> None:
    """Remove a database file with its WAL and shm, whichever of them are there."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
