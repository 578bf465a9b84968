"""The rules in force on a day, as a table to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.rules.book import RuleBook
from app.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule with the rule set that it stands in."""

    rule: Rule
    set_name: str
    set_title: str
    set_from: date


def rules_in_force(book: RuleBook, day: date) -> tuple[RuleInForce, ...]:
    """Every row that an event on the day would follow, in the order of the book."""
    sets = {rule_set.name: rule_set for rule_set in book.rule_sets}
    found = []
    for kind in book.kinds:
        for row in book.rows_on(kind, day):
            rule_set = sets[row.name.rpartition(":")[0]]
            found.append(RuleInForce(row.rule, rule_set.name, rule_set.title, rule_set.valid_from))
    return tuple(found)
