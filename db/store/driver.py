"""The SQLCipher driver and the part of its interface that the program uses."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol, cast

from sqlcipher3 import dbapi2


class RawCursor(Protocol):
    """A result of the bare driver: rows are tuples."""

    def fetchone(self) -> Any: ...  # noqa: ANN401 - what a row holds is known to the one who wrote the query.

    def fetchall(self) -> list[Any]: ...

    def __iter__(self) -> Any: ...  # noqa: ANN401 - as above.


class RawConnection(Protocol):
    """A connection of the bare driver in autocommit: transactions are begun and ended in SQL."""

    in_transaction: bool

    def execute(self, sql: str, parameters: Sequence[object] = ..., /) -> RawCursor: ...

    def backup(self, target: RawConnection, /) -> None: ...

    def close(self) -> None: ...


def connect_existing(path: Path) -> RawConnection:
    """Connect to a file that is there; never makes one, so that a typing error makes no empty store."""
    uri = path.resolve().as_uri() + "?mode=rw"
    connection = dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256)
    return cast("RawConnection", connection)
