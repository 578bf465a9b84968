"""How long the queue takes: for one caseworker's 300 cases, for 1,000 and for a whole city's 10,000.

Two caseloads: the demo's citizens, over and over, where every second citizen has a row as in real life; and a
neglected one in which every citizen has four.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import perf_counter

from app.demo.store import DEMO_PASSPHRASE, make_demo
from app.queue.engine import queue_items
from app.queue.facts import QueueFacts
from app.queue.facts_reader import read_facts
from app.rules.book import RuleBook, standard_rule_files
from app.rules.reader import read_rule_set
from db.keys import unlock_with_passphrase
from db.store.store import Store
from tests.helpers.built_facts import many_cases

TODAY = date(2007, 3, 20)
SIZES = (300, 1_000, 10_000)
BARS = {300: 20.0, 10_000: 700.0}
_ROUNDS = 9

Caseload = Callable[[int], QueueFacts]


def demo_caseload() -> Caseload:
    """The demo's citizens as often as it takes, each time under other ids."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder) / "demo"
        make_demo(directory, TODAY)
        key = unlock_with_passphrase(directory, DEMO_PASSPHRASE)
        with Store.open(directory, key, write=False) as store, store.raw_reader() as connection:
            demo = read_facts(connection, TODAY)

    def of_size(count: int) -> QueueFacts:
        cases = [
            case._replace(case_id=f"{case.case_id}-{again}")
            for again in range(-(-count // len(demo.cases)))
            for case in demo.cases
        ]
        return demo._replace(cases=tuple(cases[:count]))

    return of_size


def measure(facts: QueueFacts) -> tuple[float, float, int]:
    """Milliseconds of the first computing with a fresh rule book, of the best of several, and rows given."""
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
    caseloads: dict[str, Caseload] = {"demo": demo_caseload(), "neglected": lambda count: many_cases(count, TODAY)}
    for name, caseload in caseloads.items():
        _say(f"{name:<10} cases   first ms    best ms   ms a case     rows   bar ms")
        a_case = {}
        for count in SIZES:
            first, best, rows = measure(caseload(count))
            a_case[count] = best / count
            bar = f"{BARS[count]:>6.0f}" if count in BARS else ""
            _say(f"{count:>16}  {first:>9.1f}  {best:>9.1f}   {best / count:>9.4f}   {rows:>6}   {bar}")
        _say(f"ratio of the cost of a case, {SIZES[-1]} to {SIZES[0]}: {a_case[SIZES[-1]] / a_case[SIZES[0]]:.2f}")
    began = perf_counter()
    RuleBook(read_rule_set(path) for path in standard_rule_files())
    _say(f"rule book read in {(perf_counter() - began) * 1000:.1f} ms")


def test_that_the_queue_is_measured() -> None:
    main()


if __name__ == "__main__":
    main()
