"""`tovholder rules`: try a rule file on the store's own cases, and show the table of deadlines."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.rules.book import RuleBook
    from app.rules.check import RuleCheck
    from app.rules.dated_rule import DatedRule
    from ui.command_line.program import Program


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The two things one can do with rules."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="HANDLING", title="handlinger")
    check = actions.add_parser("check", help="læs et regelsæt, og tæl hvad det ændrer i køen")
    check.add_argument("file", type=Path, metavar="FIL", help="regelsættet, en TOML-fil")
    show = actions.add_parser("show", help="vis tabellen over frister")
    show.add_argument("--kind", metavar="SLAGS", help="kun én slags, for eksempel CONTACT_DUE")


def run(options: argparse.Namespace, program: Program) -> int:
    """0 done; 1 when the file has faults or the kind is unknown."""
    if options.action == "check":
        return _check(options.file, program)
    return _show(options.kind, program)


def _check(path: Path, program: Program) -> int:
    from app.queue.facts_reader import read_facts
    from app.rules.book import standard_rule_book
    from app.rules.check import check_rules
    from app.rules.reader import read_rule_set

    # A faulty file is refused before anybody is asked for a passphrase.
    read_rule_set(path)
    today = program.clock.today()
    with program.open_store(writing=False).raw_reader() as connection:
        facts = read_facts(connection, today)
    _write_check(check_rules(path, facts, standard_rule_book(), today), standard_rule_book(), program)
    return 0


def _write_check(check: RuleCheck, book: RuleBook, program: Program) -> None:
    moved = f", {len(check.moved)} med ny frist" if check.moved else ""
    program.say(f"giver {len(check.gained)} nye, {len(check.lost)} færre rækker{moved}")
    for kind, (gained, lost, changed) in check.by_kind.items():
        program.say(f"  {kind:<22} +{gained} -{lost} ~{changed}  {book.label(kind)}")


def _show(wanted: str | None, program: Program) -> int:
    from app.rules.book import standard_rule_book
    from db.errors import Refused

    book = standard_rule_book()
    kind = wanted.upper() if wanted else None
    if kind is not None and kind not in book.kinds:
        raise Refused(f"Slagsen kendes ikke. Kendte er: {', '.join(book.kinds)}.", field="kind", code="unknown_kind")
    for one in (kind,) if kind else book.kinds:
        for row in book.all_rows(one):
            program.say("\t".join(_cells(row)))
            if kind:
                for line in _details(row):
                    program.say(f"  {line}")
    return 0
