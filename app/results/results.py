"""Every indicator for a scope, beside its target, the path toward it and what comes if nothing is done."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.queue.facts import CaseFacts, QueueFacts
from app.results import persons
from app.results.contact import contact_judge, reported_judge
from app.results.couples import couples_offered
from app.results.measure import Indicator, Judge, Measure, Shape, count_persons
from app.results.sickness import followed_up, mean_duration
from app.results.steps import up_to_date
from app.results.targets import Target, path_value
from app.rules.book import RuleBook
from db.values.cases import ApplicationCaseKind


class ScopeKind(StrEnum):
    """Whose figures they are. The values are those that targets are filed under."""

    CITY = "city"
    UNIT = "unit"
    AREAS = "areas"
    AREA = "area"
    WORKER = "worker"


@dataclass(frozen=True, slots=True)
class Scope:
    """A scope with the id it is about (None for the whole store and for the five areas) and its name."""

    kind: ScopeKind
    id: str | None = None
    name: str = ""

    def holds(self, case: CaseFacts) -> bool:
        """Whether a case belongs to the scope."""
        match self.kind:
            case ScopeKind.CITY:
                return True
            case ScopeKind.UNIT:
                return case.unit_id == self.id
            case ScopeKind.AREAS:
                return case.area_id is not None
            case ScopeKind.AREA:
                return case.area_id == self.id
            case ScopeKind.WORKER:
                return case.holder_id == self.id


CITY = Scope(ScopeKind.CITY, None, "Hele lageret")
AREAS = Scope(ScopeKind.AREAS, None, "De fem boligområder")


@dataclass(frozen=True, slots=True)
class Result:
    """One indicator in one scope. Rates and targets are per cent, averages weeks, counts persons.

    `path_today` is where the figure should be today on the straight line to the target. `projected` is what
    it will be on the target's day if nothing more is done; None when that day has passed or is not set.
    `more_needed` is how many more it must hold for today to stand at the target.
    """

    measure: Measure
    scope: Scope
    target: Target | None
    path_today: float | None
    projected: float | None
    more_needed: int | None


Counting = Callable[[Sequence[CaseFacts], date], Measure]


def results(
    facts: QueueFacts, book: RuleBook, targets: Iterable[Target], today: date, scope: Scope = CITY
) -> tuple[Result, ...]:
    """All indicators of the scope that concern anybody in it, or that have a target of its own there."""
    cases = [case for case in facts.cases if scope.holds(case)]
    known = tuple(targets)
    found = []
    for indicator, count in countings(book).items():
        measure = count(cases, today)
        target = target_for(indicator, scope, known, today)
        counted = measure.denominator or measure.left_out
        if not counted and (target is None or target.scope_kind != scope.kind.value):
            continue
        found.append(beside_target(measure, scope, target, cases, count, today))
    return tuple(found)


def beside_target(
    measure: Measure, scope: Scope, target: Target | None, cases: Sequence[CaseFacts], count: Counting, today: date
) -> Result:
    """A measure with its target, path and projection."""
    if target is None:
        return Result(measure, scope, None, None, None, None)
    ahead = target.reach_on is not None and target.reach_on > today
    projected = count(cases, target.reach_on).value if ahead and target.reach_on is not None else None
    needed = None
    if measure.shape is Shape.SHARE and target.value is not None:
        needed = max(0, math.ceil(target.value * measure.denominator / 100.0) - len(measure.holds))
    return Result(measure, scope, target, path_value(target, today), projected, needed)


def target_for(indicator: Indicator, scope: Scope, targets: Iterable[Target], today: date) -> Target | None:
    """The scope's own target, else the one of the whole; the next to be reached, else the last that was.

    The share that is also reported is held against the target of the contact rate: the customer's target is
    for talks that are held and registered.
    """
    filed = Indicator.CONTACT_RATE if indicator is Indicator.CONTACT_REPORTED_RATE else indicator
    fitting = [
        target
        for target in targets
        if target.indicator == filed.value
        and (target.scope_kind != scope.kind.value or target.scope_id in {None, scope.id})
    ]
    own = [target for target in fitting if target.scope_kind == scope.kind.value]
    chosen = sorted(own or fitting, key=lambda target: (target.reach_on or date.max, target.scope_kind))
    ahead = [target for target in chosen if target.reach_on is None or target.reach_on >= today]
    return ahead[0] if ahead else chosen[-1] if chosen else None


def countings(book: RuleBook) -> dict[Indicator, Counting]:
    """How each indicator is counted. The contact rates and the step deadlines follow the rule book."""

    def counting(indicator: Indicator, judge: Judge, shape: Shape = Shape.SHARE) -> Counting:
        return lambda cases, today: count_persons(indicator, judge, cases, today, shape=shape)

    def of_kind(indicator: Indicator, kind: ApplicationCaseKind) -> Counting:
        return lambda cases, today: up_to_date(indicator, kind, cases, book, today)

    return {
        Indicator.CONTACT_RATE: counting(Indicator.CONTACT_RATE, contact_judge(book)),
        Indicator.CONTACT_REPORTED_RATE: counting(Indicator.CONTACT_REPORTED_RATE, reported_judge(book)),
        Indicator.WITHOUT_MATCH: counting(Indicator.WITHOUT_MATCH, persons.lacks_match, Shape.COUNT),
        Indicator.PLAN_COVERAGE: counting(Indicator.PLAN_COVERAGE, persons.has_plan),
        Indicator.OFFER_STARTED: counting(Indicator.OFFER_STARTED, persons.has_begun_an_offer),
        Indicator.OFFER_TO_WORK: counting(Indicator.OFFER_TO_WORK, persons.came_to_work_or_education),
        Indicator.YEARLY_OFFER: counting(Indicator.YEARLY_OFFER, persons.had_an_offer_within_a_year),
        Indicator.COUPLES_OFFERED: couples_offered,
        Indicator.SUMMONED_TO_WARNING: counting(Indicator.SUMMONED_TO_WARNING, persons.is_summoned_or_warned),
        Indicator.YOUTH_TALK_OFFERED: counting(Indicator.YOUTH_TALK_OFFERED, persons.youth_was_offered_a_talk),
        Indicator.SICK_FOLLOWUP_RATE: lambda cases, today: followed_up(cases, book, today),
        Indicator.SICK_DURATION: mean_duration,
        Indicator.UP_TO_DATE_EARLY_PENSION: of_kind(
            Indicator.UP_TO_DATE_EARLY_PENSION, ApplicationCaseKind.EARLY_PENSION
        ),
        Indicator.UP_TO_DATE_REHABILITATION: of_kind(
            Indicator.UP_TO_DATE_REHABILITATION, ApplicationCaseKind.REHABILITATION
        ),
        Indicator.UP_TO_DATE_FLEXJOB: of_kind(Indicator.UP_TO_DATE_FLEXJOB, ApplicationCaseKind.FLEXJOB),
    }
