"""Couples on cash assistance, counted as couples: one offer to either counts for both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.queue.facts import CaseFacts
from app.results.measure import Indicator, Measure, Shape
from app.results.persons import begun, on_assistance


def couples_offered(cases: Iterable[CaseFacts], today: date) -> Measure:
    """Couples in one household, both on assistance, of which at least one has begun an offer this year.

    The subjects are households. Couples without joint functions (living apart, protected address) are not
    counted, because the program does not join what the law keeps apart.
    """
    households: defaultdict[str, list[CaseFacts]] = defaultdict(list)
    for case in cases:
        if case.household_key and case.has_spouse and case.closed_on is None and on_assistance(case, today):
            households[case.household_key].append(case)
    holds: list[str] = []
    misses: list[str] = []
    for key, couple in sorted(households.items()):
        if len(couple) > 1:
            offered = any(
                begun(placement, today) and (placement.ended_on is None or placement.ended_on.year >= today.year)
                for case in couple
                for placement in case.placements
            )
            (holds if offered else misses).append(key)
    return Measure(Indicator.COUPLES_OFFERED, Shape.SHARE, today, tuple(holds), tuple(misses))
