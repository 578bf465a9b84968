"""The SQLCipher driver and the part of its interface that the program uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol, cast
from urllib.parse import quote

from sqlcipher3 import dbapi2

DatabaseError: type[Exception] = dbapi2.DatabaseError
"""What every error of the driver is; most carry SQLite's number as `sqlite_errorcode`."""


class RawCursor(Protocol):
    """A result of the bare driver: rows are tuples."""

    def fetchone(self) -> Any: ...  # noqa: ANN401 - what a row holds is known to the one who wrote the query.

    def fetchall(self) -> list[Any]: ...

    def __iter__(self) -> Any: ...  # noqa: ANN401 - as above.


class RawConnection(Protocol):
    """A connection of the bare driver in autocommit: transactions are begun and ended in SQL."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> RawCursor: ...

    def executemany(self, sql: str, parameters: Iterable[Sequence[object]], /) -> RawCursor: ...

    def backup(self, target: RawConnection, /) -> None: ...

    def close(self) -> None: ...


def connect_existing(path: Path) -> RawConnection:
    """Connect to a file that is there; never makes one, so that a typing error makes no empty store."""
    place = path.resolve().as_posix()
    # Not `as_uri`, which makes the server of a network folder an authority, and SQLite knows none.
    uri = f"file://{'' if place.startswith('/') else '/'}{quote(place)}?mode=rw"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256)
    return cast("RawConnection", connection)


def connect_memory() -> RawConnection:
    """Make an empty database in this process's memory: nothing of it is ever written to a disk, sorting included."""
    connection = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA temp_store = MEMORY")
    return cast("RawConnection", connection)
