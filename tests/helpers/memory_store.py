"""A store in memory with the same two doors as the encrypted one: fast, and gone with the test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, StaticPool, create_engine, event
from sqlalchemy.orm import Session

from db.rows import Row


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

        with self._engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys=ON").close()
            Row.metadata.create_all(connection)
            connection.commit()

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
