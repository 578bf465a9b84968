"""The rule book: all rule sets in order, and which rows are in force on an event's own day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from pathlib import Path

import resources
from app.rules.calendar import Calendar, LocalHolidays
from app.rules.dated_rule import DatedRule
from app.rules.faults import Fault, RuleFileRefused
from app.rules.reader import read_rule_set
from app.rules.rule import Parameters, RuleSet


class RuleBook:
    """Rule sets in order of validity. Answers are remembered for each day, so a book is made once and kept.

    Of the rows of a kind, those of the newest rule set that has one in force on the event's day hold; among
    them the one with the latest `valid_from` that applies to the person, then the first in the file. Where no
    row is as old as the event, the oldest ones hold, unless their `counted_from_earliest` is later.
    """

    def __init__(self, rule_sets: Iterable[RuleSet], closed_days: LocalHolidays | None = None) -> None:
        """Order the sets; `RuleFileRefused` when the first of them has no parameters.

        `closed_days` hold instead of those that the newest parameters name.
        """
        self.rule_sets = tuple(sorted(rule_sets, key=lambda rule_set: rule_set.valid_from))
        if not self.rule_sets or self.rule_sets[0].parameters is None:
            name = self.rule_sets[0].name if self.rule_sets else "regelbog"
            raise RuleFileRefused((Fault(name, "", "parameters", "mangler i det første regelsæt"),))
        self._parameters = [(one.valid_from, one.parameters) for one in self.rule_sets if one.parameters]
        self._closed_days = closed_days
        self.calendar = Calendar(closed_days or self._parameters[-1][1].local_holidays)
        self._rows: dict[str, list[tuple[int, DatedRule]]] = {}
        for place, rule_set in enumerate(self.rule_sets):
            for rule in rule_set.rules:
                row = DatedRule(rule, rule_set.name, self.calendar)
                self._rows.setdefault(rule.kind, []).append((place, row))
        self._in_force: dict[str, dict[date, tuple[DatedRule, ...]]] = {kind: {} for kind in self._rows}

    @property
    def kinds(self) -> tuple[str, ...]:
        """Every kind that has a row, in the order of the table."""
        return tuple(self._rows)

    def label(self, kind: str) -> str:
        """The kind's Danish name by its newest row; the kind itself when there is none."""
        rows = self._rows.get(kind)
        return rows[-1][1].rule.label if rows else kind

    def all_rows(self, kind: str) -> tuple[DatedRule, ...]:
        """Every row of a kind, the oldest rule set first."""
        return tuple(row for _, row in self._rows.get(kind, ()))

    def rows_on(self, kind: str, day: date) -> tuple[DatedRule, ...]:
        """The rows of a kind that an event on `day` follows; the first that applies to the person holds."""
        in_force = self._in_force.get(kind)
        if in_force is None:
            return ()
        found = in_force.get(day)
        if found is None:
            found = in_force[day] = self._find_rows(kind, day)
        return found

    def parameters_on(self, day: date) -> Parameters:
        """The parameters in force on a day; those of the first set before it began."""
        found = self._parameters[0][1]
        for valid_from, parameters in self._parameters[1:]:
            if valid_from <= day:
                found = parameters
        return found

    def with_set(self, rule_set: RuleSet) -> RuleBook:
        """A new book with the set added, in the place of the one of the same name if there is one."""
        others = (one for one in self.rule_sets if one.name != rule_set.name)
        return RuleBook([*others, rule_set], self._closed_days)

    def with_closed_days(self, closed_days: LocalHolidays | None) -> RuleBook:
        """A new book that counts by other closed days; None changes nothing."""
        return self if closed_days is None else RuleBook(self.rule_sets, closed_days)

    def _find_rows(self, kind: str, day: date) -> tuple[DatedRule, ...]:
        rows = self._rows[kind]
        if len(rows) == 1:
            # Most kinds have one row, which reaches back without limit.
            return _counting_from(
                day, [row for _, row in rows if row.rule.valid_to is None or day <= row.rule.valid_to]
            )
        in_force = [
            (place, row)
            for place, row in rows
            if row.rule.valid_from <= day and (row.rule.valid_to is None or day <= row.rule.valid_to)
        ]
        if in_force:
            newest = max(place for place, _ in in_force)
            chosen = [row for place, row in in_force if place == newest]
        else:
            oldest = min(row.rule.valid_from for _, row in rows)
            # Between two rows, or after the last, nothing is in force; before the first, the first is.
            chosen = [row for _, row in rows if row.rule.valid_from == oldest] if day < oldest else []
        # Sorting is stable: rows of the same date stay in the file's order.
        chosen.sort(key=lambda row: row.rule.valid_from, reverse=True)
        return _counting_from(day, chosen)


def _counting_from(day: date, rows: Iterable[DatedRule]) -> tuple[DatedRule, ...]:
    """Those of the rows that count events as early as `day`."""
    return tuple(
        [row for row in rows if row.rule.counted_from_earliest is None or row.rule.counted_from_earliest <= day]
    )


def standard_rule_files() -> tuple[Path, ...]:
    """The rule sets that the program ships with."""
    return tuple(sorted((Path(resources.__file__).parent / "rule_sets").glob("*.toml")))


@lru_cache(maxsize=2)
def standard_rule_book(closed_days: LocalHolidays | None = None) -> RuleBook:
    """The book of the rule sets that the program ships with, read once, with an office's own closed days."""
    return RuleBook((read_rule_set(path) for path in standard_rule_files()), closed_days)
