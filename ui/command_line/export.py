"""`tovholder export`: write a file for another system, or for a spreadsheet."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from ui.command_line.program import Program

if TYPE_CHECKING:
    from app.exports.request import ExportReport
    from db.store.store import Store


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to write, and where."""
    kinds = "borgere, samtaler, tilbudsforløb …, indberetning, kø, resultatmål"
    parser.add_argument("kind", metavar="SLAGS", help=kinds)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FIL", help="CSV eller XLSX")
    parser.add_argument("--mine", action="store_true", help="kun de sager, du er tovholder for")
    parser.add_argument("--mark-sent", action="store_true", help="notér indberetningerne som sendt i dag")
    parser.add_argument("--json", action="store_true", help="skriv svaret, så et program kan læse det")


def run(options: argparse.Namespace, program: Program) -> int:
    """Write the file. Whose data went out is logged, so that the store is opened for writing."""
    store = program.open_store(writing=True)
    report = _write(options, program, store)
    if options.json:
        row = {"kind": report.kind, "file": report.file, "rows": report.rows, "notices": list(report.notices)}
        json.dump(row, program.out, ensure_ascii=False, indent=1)
        program.say()
        return 0
    program.say(f"{report.rows} rækker skrevet til {options.output}")
    for notice in report.notices:
        program.say(notice)
    return 0


def _write(options: argparse.Namespace, program: Program, store: Store) -> ExportReport:
    from app.exports import queue_table, targets_table
    from app.exports.export import export_file, export_name, export_queue, export_targets, whose
    from app.exports.request import ExportRequest

    author, name = program.author(store), export_name(options.kind)
    if options.mark_sent or name not in {queue_table.NAME, targets_table.NAME}:
        request = ExportRequest(name, options.output, mine=options.mine, mark_sent=options.mark_sent)
        return export_file(store, request, author=author, clock=program.clock, make_id=program.make_id)

    from app.queue.closed_days import rule_book_of
    from app.queue.engine import queue_items
    from app.queue.facts_reader import read_facts
    from app.queue.reading.closed_cases import open_to_worker
    from app.results.results import CITY, Scope, ScopeKind, results
    from app.results.targets import read_targets

    today = program.clock.today()
    with store.raw_reader() as connection:
        facts, targets = read_facts(connection, today), read_targets(connection)
        book = rule_book_of(connection)
        items = open_to_worker(connection, queue_items(facts, book, today), author, today)
    if name == targets_table.NAME:
        scope = Scope(ScopeKind.WORKER, whose(author), "Mine borgere") if options.mine else CITY
        return export_targets(results(facts, book, targets, today, scope), options.output)
    if options.mine:
        items = tuple(item for item in items if item.worker_id == whose(author))
    return export_queue(store, items, options.output, author=author, clock=program.clock, make_id=program.make_id)
