"""What is needed to do something about a row: the open store, who does it, and what starts the work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from app.clock import Clock
from app.ids import NewId
from ui.operation import Runner

if TYPE_CHECKING:
    from app.changes import Done
    from app.work import Work
    from db.store.store import Store

Request = TypeVar("Request")


@dataclass(frozen=True, slots=True)
class Desk:
    """A worker at an open store."""

    store: Store
    author: str
    clock: Clock
    make_id: NewId
    runner: Runner

    def use(self, use_case: Callable[[Work, Request], Done], request: Request) -> Callable[[], Done]:
        """Return the work of one use case in one transaction; it is done when it is called."""

        def work() -> Done:
            from app.work import working

            name = use_case.__name__
            with working(
                self.store, author=self.author, clock=self.clock, make_id=self.make_id, use_case=name
            ) as transaction:
                return use_case(transaction, request)

        return work
