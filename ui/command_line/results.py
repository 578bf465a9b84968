"""`tovholder results`: the indicators beside their targets."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from ui.command_line.program import Program
from ui.command_line.table import as_table
from ui.danish_dates import full_date

if TYPE_CHECKING:
    from app.results.results import Result


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How the figures are written."""
    parser.add_argument("--json", action="store_true", help="skriv rækker, som et program kan læse")


def run(options: argparse.Namespace, program: Program) -> int:
    """Count and write. Nobody is named, so that nothing is logged."""
    found = _results(program)
    if options.json:
        json.dump([result_row(result) for result in found], program.out, ensure_ascii=False, indent=1)
        program.say()
        return 0
    rows = [_table_row(result) for result in found]
    for line in as_table(_HEADINGS, rows, numbers=(2, 3, 4, 5, 6)) if rows else ["Der er intet at opgøre endnu."]:
        program.say(line)
    return 0


def _results(program: Program) -> list[Result]:
    from app.queue.closed_days import rule_book_of
    from app.queue.facts_reader import read_facts
    from app.results.results import AREAS, CITY, Scope, ScopeKind, results
    from app.results.targets import read_targets

    store = program.open_store(writing=False)
    today = program.clock.today()
    scopes = [CITY, AREAS]
    me = program.author(store)
    if me is not None:
        scopes.append(Scope(ScopeKind.WORKER, me, "Mine borgere"))
    with store.raw_reader() as connection:
        facts, targets = read_facts(connection, today), read_targets(connection)
        book = rule_book_of(connection)
    return [one for scope in scopes for one in results(facts, book, targets, today, scope)]


def result_row(result: Result) -> dict[str, object]:
    """Return exactly the fields that are promised. Rates and targets are per cent, averages weeks."""
    measure, target = result.measure, result.target
    return {
        "indicator": measure.indicator.value,
        "scope": result.scope.name,
        "numerator": measure.numerator,
        "denominator": measure.denominator,
        "excluded": len(measure.left_out),
        "rate": measure.value,
        "target": None if target is None else target.value,
        "target_on": None if target is None or target.reach_on is None else target.reach_on.isoformat(),
        "projected": result.projected,
        "as_of": measure.as_of.isoformat(),
    }


_HEADINGS = ("Resultatmål", "Område", "Holder", "Af", "Undtaget", "Nu", "Mål", "Senest")


def _table_row(result: Result) -> tuple[str, ...]:
    from app.results.labels import INDICATORS

    measure, target = result.measure, result.target
    return (
        INDICATORS[measure.indicator],
        result.scope.name,
        f"{measure.numerator:g}",
        str(measure.denominator),
        str(len(measure.left_out)),
        _figure(measure.value),
        _figure(None if target is None else target.value),
        full_date(target.reach_on) if target is not None and target.reach_on else "–",
    )


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}".replace(".", ",")
