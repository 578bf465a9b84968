"""One use case's work: the open transaction, who does it, the clock, and what came of it.

A use case takes a `Work` and a frozen request, and returns `Done`. Everything it adds is stamped with
author and instant and noted as a change in one place, so that no use case can forget it. One `working`
block is one transaction and one changeset.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy import event, inspect

from app.changes import Changes
from db.rows.base import CaseRow, Synced
from db.rows.local import ChangesetRow
from db.rows.people import CitizenRow
from db.values.people import UsageKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from sqlalchemy.orm import Session, UOWTransaction

    from app.clock import Clock
    from app.ids import NewId
    from db.store.store import Store

SyncedRow = TypeVar("SyncedRow", bound=Synced)


@dataclass(slots=True)
class Work:
    """What a use case is given. `author` is the worker's id; None only while the first worker is made."""

    session: Session
    author: str | None
    clock: Clock
    make_id: NewId
    touched: set[tuple[str, str, str | None]] = field(default_factory=set)

    @property
    def today(self) -> date:
        """The local date."""
        return self.clock.today()

    @property
    def now(self) -> datetime:
        """The instant, in UTC."""
        return self.clock.now()

    def new_id(self) -> str:
        """A fresh row id."""
        return self.make_id(self.clock.now())

    def add(self, row: SyncedRow) -> SyncedRow:
        """Add a row and give it its id at once, so that others can point to it."""
        self.identify(row)
        self.session.add(row)
        return row

    def identify(self, row: Synced) -> None:
        """Give a row that has no id yet a fresh one."""
        if getattr(row, "id", None) is None:
            row.id = self.new_id()

    def changes(self) -> Changes:
        """What has been written so far in this work."""
        self.session.flush()
        return Changes(
            frozenset(table for table, _, _ in self.touched),
            frozenset((table, row) for table, row, _ in self.touched),
            frozenset(case for _, _, case in self.touched if case is not None),
        )

    def stamp(self, session: Session) -> None:
        """Set author, instant and id of everything that is about to be written, and note it as changed."""
        fresh = session.new
        changed = [row for row in session.dirty if session.is_modified(row)]
        for row in (*fresh, *changed):
            if not isinstance(row, Synced):
                continue
            self.identify(row)
            row.author = self.author
            row.written_at = self.clock.now()
            self.touched.add((inspect(row).mapper.local_table.name, row.id, case_of(row)))


def case_of(row: object) -> str | None:
    """The case that a row belongs to; None for rows of units, workers and the catalogue."""
    if isinstance(row, CaseRow):
        return row.case_id
    return row.id if isinstance(row, CitizenRow) else None


def log_changed_cases(work: Work) -> None:
    """Note in the log of use that each touched case was changed."""
    # The log is itself a piece of casework that is given a Work; only here does the arrow point the other way.
    from app.cases.usage_log import note_use_of_cases

    cases = sorted({case for _, _, case in work.touched if case is not None})
    note_use_of_cases(work, UsageKind.CHANGED, "Rettelse", cases)


@contextmanager
def working(store: Store, *, author: str | None, clock: Clock, make_id: NewId, use_case: str) -> Iterator[Work]:
    """Open one transaction for one use case. It is kept when the block ends, and undone when it raises.

    `use_case` is the English name that the changeset is filed under. Every case that was changed leaves a row
    in the log of use. Raises Refused from the use case and Unavailable from the store; either way nothing is
    half done.
    """
    with store.writing() as session:
        work = Work(session, author, clock, make_id)

        def before_flush(session: Session, context: UOWTransaction, instances: object) -> None:
            del context, instances
            work.stamp(session)

        event.listen(session, "before_flush", before_flush)
        yield work
        session.flush()
        if work.touched:
            log_changed_cases(work)
            session.add(ChangesetRow(id=work.new_id(), made_at=clock.now(), author=author, use_case=use_case))
