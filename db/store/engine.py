"""SQLAlchemy over the encrypted file; imported when the first use case runs, after the first paint."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from db.store.opening import open_connection

READER_POOL = 4
WRITER_POOL = 1


def reader_engine(path: Path, key: bytes) -> Engine:
    """Make an engine whose connections cannot write; each transaction sees one moment of the store."""
    return _engine(path, key, read_only=True, begin="BEGIN", pool_size=READER_POOL)


def writer_engine(path: Path, key: bytes) -> Engine:
    """Make an engine whose transactions hold the write lock from their first statement.

    A transaction that begins as a reader and then writes can fail half-way, because another wrote in
    between; `BEGIN IMMEDIATE` waits at the start, where nothing has been done yet.
    """
    return _engine(path, key, read_only=False, begin="BEGIN IMMEDIATE", pool_size=WRITER_POOL)


def _engine(path: Path, key: bytes, *, read_only: bool, begin: str, pool_size: int) -> Engine:
    engine = create_engine(
        "sqlite://",
        # Without the module the driver's errors would come out raw instead of as SQLAlchemy's.
        module=dbapi2,
        creator=lambda: open_connection(path, key, read_only=read_only),
        # The address without a file means an in-memory database to SQLAlchemy, and one connection a thread.
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=pool_size,
        # Otherwise an error's text would repeat the values of the statement, CPR numbers among them.
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
