"""`tovholder queue`: what falls due and why, as a table or as JSON."""

from __future__ import annotations

import argparse
import json
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.queue.item import QueueItem
from db.errors import Refused
from ui.command_line.program import Program
from ui.command_line.queue_rows import queue_row
from ui.command_line.table import as_table
from ui.danish_dates import deadline_words, full_date, long_date
from ui.queue.words import LANES, benefit_words

if TYPE_CHECKING:
    from app.rules.book import RuleBook
    from app.work import Work
    from db.store.store import Store

_PURPOSE = "køen, kommandolinjen"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which rows, and how they are written."""
    parser.add_argument("--json", action="store_true", help="skriv rækker, som et program kan læse")
    parser.add_argument("--mine", action="store_true", help="kun egne rækker")
    parser.add_argument("--kind", metavar="SLAGS", help="kun rækker af én slags, for eksempel CONTACT_DUE")
    parser.add_argument("--rule-set", metavar="NAVN", help="regn efter et andet regelsæt: et navn eller en fil")
    parser.add_argument("--reveal-cpr", action="store_true", help="vis CPR-numre; hver borger skrives i loggen")


def run(options: argparse.Namespace, program: Program) -> int:
    """Compute, log and write. Nothing is written out before it stands in the log."""
    from app.queue.closed_days import closed_days_of
    from app.queue.engine import queue_items
    from app.queue.facts_reader import read_facts
    from app.queue.reading.closed_cases import open_to_worker

    book = _rule_book(options.rule_set)
    kind = _kind(options.kind, book)
    store = program.open_store(writing=False)
    author = program.author(store)
    today = program.clock.today()
    with store.raw_reader() as connection:
        facts = read_facts(connection, today)
        book = book.with_closed_days(closed_days_of(connection))
        found = open_to_worker(connection, queue_items(facts, book, today), author, today)
    if options.mine:
        if author is None:
            raise Refused("Lageret ved ikke, hvem du er. Åbn programmet, og vælg dit navn.", code="nobody_here")
        found = tuple(item for item in found if item.worker_id == author)
    if kind:
        found = tuple(item for item in found if item.kind == kind)
    cprs = _log(program, store, author, found, reveal=options.reveal_cpr)
    if options.json:
        _write_json(program, found, cprs, reveal=options.reveal_cpr)
    else:
        _write_table(program, found, cprs)
    return 0


def _kind(wanted: str | None, book: RuleBook) -> str | None:
    """The kind whose rows are wanted; a misspelt one must not look like an empty queue."""
    kind = wanted.upper() if wanted else None
    if kind is not None and kind not in book.kinds:
        raise Refused(f"Slagsen kendes ikke. Kendte er: {', '.join(book.kinds)}.", field="kind", code="unknown_kind")
    return kind


def _rule_book(name: str | None) -> RuleBook:
    """Return the book in force, one with a file's rule set added, or one that ends with the named set."""
    from app.rules.book import RuleBook, standard_rule_book
    from app.rules.reader import read_rule_set

    book = standard_rule_book()
    if name is None:
        return book
    if Path(name).suffix == ".toml":
        return book.with_set(read_rule_set(Path(name)))
    names = [rule_set.name for rule_set in book.rule_sets]
    if name not in names:
        message = f"Regelsættet kendes ikke. Vælg en fil eller et af: {', '.join(names)}."
        raise Refused(message, field="rule_set", code="unknown_rule_set")
    return RuleBook(book.rule_sets[: names.index(name) + 1])


def _log(
    program: Program, store: Store, author: str | None, items: tuple[QueueItem, ...], *, reveal: bool
) -> dict[str, str]:
    """Write into the log that these persons were listed, and give their CPR numbers when they are to be shown."""
    from app.cases.usage_log import note_use
    from db.values.people import UsageKind

    cases = sorted({item.case_id for item in items if item.case_id is not None})
    if not cases:
        return {}
    with ExitStack() as stack:
        work = _logging_work(program, store, author, stack)
        note_use(work, UsageKind.LISTED, _PURPOSE, count=len(cases))
        return _revealed(work, cases) if reveal else {}


def _revealed(work: Work, cases: list[str]) -> dict[str, str]:
    """Give the numbers; each is logged."""
    from app.cases.citizen_page import reveal_cpr

    found = {}
    for case_id in cases:
        # A case that was closed to the worker since the list was made has no number.
        with suppress(Refused):
            found[case_id] = reveal_cpr(work, case_id)
    return found


def _logging_work(program: Program, store: Store, author: str | None, stack: ExitStack) -> Work:
    """Work that only adds to the log, and may do so beside the open window."""
    from app.work import Work

    return Work(stack.enter_context(store.logging()), author, program.clock, program.make_id)


def _write_json(program: Program, items: tuple[QueueItem, ...], cprs: dict[str, str], *, reveal: bool) -> None:
    rows = []
    for item in items:
        row = queue_row(item)
        if reveal:
            row["cpr"] = cprs.get(item.case_id or "")
        rows.append(row)
    json.dump(rows, program.out, ensure_ascii=False, indent=1)
    program.say()


def _write_table(program: Program, items: tuple[QueueItem, ...], cprs: dict[str, str]) -> None:
    today = program.clock.today()
    program.say(f"Køen {long_date(today)}: {len(items)} rækker")
    headings = ("Frist", "Borger", "Født", *(("CPR",) if cprs else ()), "Opgave", "Match", "Ydelse", "Tovholder")
    for lane, words in LANES.items():
        in_lane = [item for item in items if item.lane is lane]
        if not in_lane:
            continue
        program.say(f"\n{words} ({len(in_lane)})")
        rows = [
            (
                deadline_words(item.due_on, item.act_by, today),
                item.citizen or "–",
                full_date(item.born) if item.born else "–",
                *((cprs.get(item.case_id or "", "–"),) if cprs else ()),
                item.label,
                "–" if item.match is None else str(item.match),
                benefit_words(item.benefit),
                item.holder_name or "–",
            )
            for item in in_lane
        ]
        for line in as_table(headings, rows):
            program.say(line)
