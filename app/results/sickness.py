"""Sickness: whether follow-up is on time, and how long cases last. The subjects are sickness cases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from app.queue.case_view import CaseView
from app.queue.facts import CaseFacts, SicknessFact
from app.results.measure import Indicator, LeftOut, Measure, Shape, exclusion_on
from app.rules.book import RuleBook
from db.values.cases import SicknessGroup

FOLLOW_UPS = {SicknessGroup.FOUR_WEEKS: "SICK_FOLLOWUP_4W", SicknessGroup.EIGHT_WEEKS: "SICK_FOLLOWUP_8W"}


def running_on(cases: Sequence[CaseFacts], today: date) -> Iterator[tuple[CaseFacts, SicknessFact]]:
    """The periods of sickness that run on a day, in cases that are open."""
    for case in cases:
        if case.closed_on is not None and case.closed_on <= today:
            continue
        for sickness in case.sicknesses:
            if sickness.first_absence_on <= today and (sickness.recovered_on is None or sickness.recovered_on > today):
                yield case, sickness


def on_time(sickness: SicknessFact, view: CaseView) -> bool | None:
    """Whether no follow-up is late on the view's day; None when no rule asks for one."""
    held = [on for on in sickness.follow_ups if on <= view.today]
    counted_from = held[-1] if held else sickness.first_absence_on
    kind = FOLLOW_UPS[sickness.group or SicknessGroup.EIGHT_WEEKS] if held else "SICK_FIRST"
    row = view.row(kind, counted_from)
    return None if row is None else row.due_after(counted_from) >= view.today


def followed_up(cases: Sequence[CaseFacts], book: RuleBook, today: date) -> Measure:
    """The share of running sickness cases whose follow-up is on time, those of cash assistance included."""
    holds: list[str] = []
    misses: list[str] = []
    left_out: list[LeftOut] = []
    for case, sickness in running_on(cases, today):
        verdict = on_time(sickness, CaseView(case, book, book.parameters_on(today), today))
        if verdict is None:
            continue
        if (exclusion := exclusion_on(case, today)) is not None:
            left_out.append(LeftOut(case.case_id, exclusion.reason, exclusion.until_on))
        else:
            (holds if verdict else misses).append(sickness.id)
    return Measure(Indicator.SICK_FOLLOWUP_RATE, Shape.SHARE, today, tuple(holds), tuple(misses), tuple(left_out))


def mean_duration(cases: Sequence[CaseFacts], today: date) -> Measure:
    """The mean age in weeks of the sickness cases that run today; the longest come first among the subjects."""
    running = sorted(
        ((today - sickness.first_absence_on).days, sickness.id) for _, sickness in running_on(cases, today)
    )
    weeks = sum(days for days, _ in running) / 7.0
    subjects = tuple(row for _, row in reversed(running))
    return Measure(Indicator.SICK_DURATION, Shape.AVERAGE, today, subjects, (), (), round(weeks, 1))
