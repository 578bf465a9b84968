"""What a rule file would change: its faults, or the rows the queue would gain and lose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.queue.engine import queue_items
from app.queue.facts import QueueFacts
from app.queue.item import QueueItem
from app.queue.keys import kind_of
from app.rules.book import RuleBook
from app.rules.faults import Fault, RuleFileRefused
from app.rules.reader import read_rule_set


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """The outcome of a check: `faults`, or the keys of the rows gained, lost and moved to another due date."""

    faults: tuple[Fault, ...] = ()
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()

    @property
    def by_kind(self) -> dict[str, tuple[int, int, int]]:
        """For each kind that changes, in alphabetical order, how many rows are gained, lost and moved."""
        parts = (self.gained, self.lost, self.moved)
        kinds = sorted({kind_of(key) for keys in parts for key in keys})
        return {kind: (_count(self.gained, kind), _count(self.lost, kind), _count(self.moved, kind)) for kind in kinds}


def check_rules(path: Path, facts: QueueFacts, book: RuleBook, today: date) -> RuleCheck:
    """Compare the queue of today with the one there would be if the file were added to the book.

    A set of the same name is replaced, as it would be when published. A file that cannot be read or used gives
    its faults and nothing else.
    """
    try:
        changed = book.with_set(read_rule_set(path))
    except RuleFileRefused as refused:
        return RuleCheck(refused.faults)
    before = _due_by_key(queue_items(facts, book, today))
    after = _due_by_key(queue_items(facts, changed, today))
    return RuleCheck(
        gained=tuple(sorted(after.keys() - before.keys())),
        lost=tuple(sorted(before.keys() - after.keys())),
        moved=tuple(sorted(key for key in after.keys() & before.keys() if after[key] != before[key])),
    )


def _due_by_key(items: Iterable[QueueItem]) -> dict[str, date]:
    return {item.key: item.due_on for item in items}


def _count(keys: tuple[str, ...], kind: str) -> int:
    return sum(kind_of(key) == kind for key in keys)
