"""Demo stores in memory, made once for all tests that only look at them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import cache
from typing import Any, cast

from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from app.clock import FixedClock
from app.demo.population import populate
from app.demo.staff import HOLM
from app.ids import seeded_ids
from app.queue.engine import queue_items
from app.queue.facts_reader import read_facts
from app.queue.item import QueueItem
from app.rules.book import standard_rule_book
from app.work import working
from db.rows.base import Row
from db.store.store import Store
from tests.helpers.memory_store import MemoryStore

TODAY = date(2007, 3, 20)
# A day between Christmas and the new year, and a Saturday long after.
DAYS = (TODAY, date(2007, 12, 28), date(2026, 11, 21))

Content = dict[str, list[dict[str, Any]]]


@contextmanager
def demo(today: date = TODAY, *, seed: int = 2007, citizens: int = 300) -> Iterator[Session]:
    memory = MemoryStore()
    try:
        with working(
            cast("Store", memory),
            author=HOLM.id,
            clock=FixedClock(today),
            make_id=seeded_ids(seed),
            use_case="make_demo",
        ) as work:
            populate(work, seed, citizens)
        with memory.reading() as session:
            yield session
    finally:
        memory.close()


def content(today: date = TODAY) -> Content:
    """Every row of every table, by the column's name, in the order of the ids."""
    return _made(today)[0]


def queue(today: date = TODAY) -> tuple[QueueItem, ...]:
    return _made(today)[1]


@cache
def _made(today: date) -> tuple[Content, tuple[QueueItem, ...]]:
    with demo(today) as session, closing(session.connection().connection.cursor()) as connection:
        facts = read_facts(connection, today)
        return rows(session), queue_items(facts, standard_rule_book(), today)


def rows(session: Session) -> Content:
    return {table.name: _rows(session, table) for table in Row.metadata.sorted_tables}


def _rows(session: Session, table: Table) -> list[dict[str, Any]]:
    found = session.execute(select(table).order_by(*table.primary_key.columns)).mappings()
    return [dict(each) for each in found]
