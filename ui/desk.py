"""What every screen works with: the open store, who sits at it, and what starts the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from app.clock import Clock
from app.ids import NewId
from ui.operation import Runner

if TYPE_CHECKING:
    from app.work import Work
    from db.store.store import Store

Request = TypeVar("Request")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Desk:
    """A worker at an open store. Each method returns work for `ui.operation`, done when it is called there."""

    store: Store
    author: str
    clock: Clock
    make_id: NewId
    runner: Runner

    def use(self, use_case: Callable[[Work, Request], Result], request: Request) -> Callable[[], Result]:
        """Return the work of one use case in one transaction, for the writer."""
        return self.write(use_case.__name__, lambda work: use_case(work, request))

    def write(self, name: str, change: Callable[[Work], Result]) -> Callable[[], Result]:
        """Return work that changes something in one transaction, for the writer; `name` is its use case's name."""

        def work() -> Result:
            from app.work import working

            with working(
                self.store, author=self.author, clock=self.clock, make_id=self.make_id, use_case=name
            ) as transaction:
                return change(transaction)

        return work

    def read(self, read: Callable[[Any], Result]) -> Callable[[], Result]:
        """Return work that reads by a session and logs nothing, for the reader."""

        def work() -> Result:
            with self.store.reading() as session:
                return read(session)

        return work

    def open(self, read: Callable[[Work], Result]) -> Callable[[], Result]:
        """Return work that reads and logs that it did, for the writer; also where another window may write."""

        def work() -> Result:
            from app.work import Work

            with self.store.logging() as session:
                return read(Work(session, self.author, self.clock, self.make_id))

        return work
