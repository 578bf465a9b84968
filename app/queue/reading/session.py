"""The plain statements of this folder inside a use case's own transaction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import Session

from app.queue.reading.rows import Connection


class _SessionConnection:
    """Hands statements to the session's connection as they stand."""

    def __init__(self, session: Session) -> None:
        self._connection = session.connection()

    def execute(self, sql: str, parameters: tuple[object, ...] = (), /) -> Iterable[tuple[Any, ...]]:
        """Run one statement and give its rows."""
        return (tuple(row) for row in self._connection.exec_driver_sql(sql, parameters))


def as_connection(session: Session) -> Connection:
    """The session, as what reads by the bare driver wants it."""
    return _SessionConnection(session)
