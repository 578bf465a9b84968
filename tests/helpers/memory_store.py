"""A store in memory with the same two doors as the encrypted one: fast, and gone with the test."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache

from sqlalchemy import Connection, StaticPool, create_engine, event
from sqlalchemy.orm import Session

from db.rows import Row


@cache
def _empty() -> bytes:
    """Make the tables once for all tests; a copy of the finished pages takes no time."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    try:
        Row.metadata.create_all(engine)
        with closing(engine.raw_connection()) as connection:
            pages: bytes = connection.driver_connection.serialize()  # type: ignore[union-attr] # sqlite3's own
            return pages
    finally:
        engine.dispose()


class MemoryStore:
    """One in-memory database. A session for reading cannot write, as in the real store."""

    def __init__(self) -> None:
        self._engine = create_engine(
            "sqlite://",
            poolclass=StaticPool,
            connect_args={"isolation_level": None, "check_same_thread": False},
            hide_parameters=True,
        )

        @event.listens_for(self._engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

        @event.listens_for(self._engine, "connect")
        def _connect(connection: sqlite3.Connection, record: object) -> None:
            connection.deserialize(_empty())
            connection.execute("PRAGMA foreign_keys=ON").close()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session in one transaction: kept when the block ends, undone when anything is raised."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            session.connection()
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that cannot write."""
        with Session(self._engine, autoflush=False) as session:
            connection = session.connection()
            connection.exec_driver_sql("PRAGMA query_only=ON")
            try:
                yield session
            finally:
                connection.exec_driver_sql("PRAGMA query_only=OFF")

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()
