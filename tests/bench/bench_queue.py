"""How long the queue takes: for one caseworker's 300 cases, for 1,000 and for a whole city's 10,000."""

from __future__ import annotations

import gc
import sys
from datetime import date
from time import perf_counter

from app.queue.engine import queue_items
from app.rules.book import RuleBook, standard_rule_files
from app.rules.reader import read_rule_set
from tests.helpers.built_facts import many_cases

TODAY = date(2007, 3, 20)
SIZES = (300, 1_000, 10_000)
_ROUNDS = 7


def measure(count: int) -> tuple[float, float, int]:
    """Milliseconds of the first computing with a fresh rule book, of the best of several, and rows given."""
    facts = many_cases(count, TODAY)
    book = RuleBook(read_rule_set(path) for path in standard_rule_files())
    gc.collect()
    times = []
    rows = 0
    for _ in range(_ROUNDS):
        began = perf_counter()
        rows = len(queue_items(facts, book, TODAY))
        times.append((perf_counter() - began) * 1000)
    return times[0], min(times), rows


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print one line a size, and what a case costs at the largest size against the smallest."""
    _say("cases      first ms    best ms   ms a case   rows")
    a_case = {}
    for count in SIZES:
        first, best, rows = measure(count)
        a_case[count] = best / count
        _say(f"{count:>6}   {first:>9.1f}  {best:>9.1f}   {best / count:>9.4f}   {rows}")
    _say(f"ratio of the cost of a case, {SIZES[-1]} to {SIZES[0]}: {a_case[SIZES[-1]] / a_case[SIZES[0]]:.2f}")
    began = perf_counter()
    RuleBook(read_rule_set(path) for path in standard_rule_files())
    _say(f"rule book read in {(perf_counter() - began) * 1000:.1f} ms")


def test_that_the_queue_is_measured() -> None:
    main()


if __name__ == "__main__":
    main()
