"""One reading of one case: each table is read once, and not at all where the case has nothing in it.

Most cases have rows in a third of the tables. One statement says in which, so that a page of a citizen takes some
twenty statements and not sixty.
"""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from sqlalchemy import TextClause, inspect, text
from sqlalchemy.orm import Session

from app.cases.case_rows import RowOfCase, live_rows
from app.cases.withdraw import case_classes
from db.rows.base import CaseRow


class CaseReading:
    """Rows that are neither withdrawn nor moved, in the order they were made."""

    def __init__(self, session: Session, case_id: str) -> None:
        """Find out in which tables the case has rows at all."""
        self.session, self.case_id = session, case_id
        self._tables = frozenset(session.execute(_which_tables(), {"case_id": case_id}).scalars())
        self._read: dict[type[CaseRow], list[Any]] = {}

    def has(self, kind: type[CaseRow]) -> bool:
        """Whether the case has rows of this kind, whatever their state."""
        return inspect(kind).local_table.name in self._tables

    def live(self, kind: type[RowOfCase]) -> list[RowOfCase]:
        """Every row of a kind."""
        if not self.has(kind):
            return []
        if kind not in self._read:
            self._read[kind] = live_rows(self.session, kind, self.case_id)
        return cast("list[RowOfCase]", self._read[kind])


@cache
def _which_tables() -> TextClause:
    """The names come from the mapped classes, the case is bound."""
    parts = (
        f"select '{name}' where exists (select 1 from {name} where case_id = :case_id)"  # noqa: S608 - our own names.
        for name in sorted(case_classes())
    )
    return text(" union all ".join(parts))
