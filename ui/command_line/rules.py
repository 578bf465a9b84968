"""`tovholder rules`: try a rule file on the store's own cases, and show the table of deadlines."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from app.rules.book import RuleBook
    from app.rules.check import RuleCheck
    from app.rules.dated_rule import DatedRule
    from app.rules.faults import Fault
    from ui.command_line.program import Program

_WIDEST = 32
_HEADINGS = ("slags", "betegnelse", "tæller fra", "frist", "ses", "gul", "klasse", "mærke", "gælder fra")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which file or kind.

    These are no subcommands of their own, so that `--store` and `--today` may stand last here as everywhere.
    """
    parser.add_argument(
        "action",
        choices=("check", "show"),
        metavar="HANDLING",
        help="check: læs et regelsæt, og tæl hvad det ændrer i køen; show: vis tabellen over frister",
    )
    parser.add_argument("file", type=Path, nargs="?", metavar="FIL", help="til check: regelsættet, en TOML-fil")
    parser.add_argument("--kind", metavar="SLAGS", help="til show: kun én slags, for eksempel CONTACT_DUE")


def run(options: argparse.Namespace, program: Program) -> int:
    """0 done, 1 when the file has faults, 2 when it was not named; `Refused` when the kind is unknown."""
    if options.action == "show":
        if options.file is not None:
            program.tell("»show« viser de regelsæt, der gælder, og tager ingen fil. Brug: tovholder rules check FIL")
            return 2
        return _show(options.kind, program)
    if options.file is None:
        program.tell("Skriv, hvilken fil der skal prøves: tovholder rules check FIL")
        return 2
    return _check(options.file, program)


def _check(path: Path, program: Program) -> int:
    from app.queue.closed_days import closed_days_of
    from app.queue.facts_reader import read_facts
    from app.rules.book import standard_rule_book
    from app.rules.check import check_rules
    from app.rules.faults import RuleFileRefused
    from app.rules.reader import read_rule_set

    try:
        # A faulty file is answered before anybody is asked for a passphrase.
        read_rule_set(path)
    except RuleFileRefused as refused:
        return _tell(refused.faults, program)
    today, book = program.clock.today(), standard_rule_book()
    with program.open_store(writing=False).raw_reader() as connection:
        facts = read_facts(connection, today)
        book = book.with_closed_days(closed_days_of(connection))
    check = check_rules(path, facts, book, today)
    if check.faults:
        return _tell(check.faults, program)
    for line in _outcome(check, book):
        program.say(line)
    return 0


def _tell(faults: Iterable[Fault], program: Program) -> int:
    for fault in faults:
        program.tell(str(fault))
    return 1


def _outcome(check: RuleCheck, book: RuleBook) -> Iterator[str]:
    from ui.command_line.table import as_table

    moved = f", {len(check.moved)} rækker får en anden frist" if check.moved else ""
    yield f"giver {len(check.gained)} nye, {len(check.lost)} færre rækker{moved}"
    if check.by_kind:
        rows = [
            (kind, book.label(kind), str(gained), str(lost), str(changed))
            for kind, (gained, lost, changed) in check.by_kind.items()
        ]
        yield ""
        yield from as_table(("slags", "betegnelse", "nye", "færre", "anden frist"), rows, numbers=(2, 3, 4))


def _show(wanted: str | None, program: Program) -> int:
    from app.rules.book import standard_rule_book
    from db.errors import Refused
    from ui.command_line.table import as_table

    book = standard_rule_book()
    kind = wanted.upper() if wanted else None
    if kind is not None and kind not in book.kinds:
        raise Refused(f"Slagsen kendes ikke. Kendte er: {', '.join(book.kinds)}.", field="kind", code="unknown_kind")
    rows = [row for one in ((kind,) if kind else book.kinds) for row in book.all_rows(one)]
    for line in as_table(_HEADINGS, [_cells(row) for row in rows]):
        program.say(line)
    for row in rows if kind else ():
        program.say()
        for line in _details(row):
            program.say(line)
    return 0


def _cells(row: DatedRule) -> tuple[str, ...]:
    rule = row.rule
    opens = f"{rule.opens_before} dage før" if rule.opens_before is not None else "straks"
    if rule.opens_before is None and rule.opens_after:
        opens = f"{rule.opens_after} dag efter"
    return (
        rule.kind,
        rule.label,
        rule.counted_from,
        _short(_dues(row)),
        opens,
        "efter tempo" if rule.amber_before is None else f"{rule.amber_before} dage før",
        "egen" if rule.consequence is None else str(rule.consequence),
        rule.mark.value,
        (rule.counted_from_earliest or rule.valid_from).isoformat(),
    )


def _dues(row: DatedRule) -> str:
    return ", ".join(f"{name} {interval}".strip() for name, interval in row.rule.dues.items())


def _short(text: str) -> str:
    """A cell that does not push the others off the screen; `--kind` has the whole of it."""
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1].rstrip(' ,')}…"


def _details(row: DatedRule) -> Iterator[str]:
    yield f"Regelsæt: {row.name.partition(':')[0]}"
    yield f"Frist: {_dues(row)}"
    yield f"Kilde: {row.source}"
    for sentence in row.rule.sentences.values():
        yield f"Begrundelse: {sentence}"
