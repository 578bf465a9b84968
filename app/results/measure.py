"""An indicator measured on a day: who it holds for, who it should hold for, who is left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.queue.facts import CaseFacts, ExclusionFact
from db.values.people import ExclusionReason


class Indicator(StrEnum):
    """What is measured. The values are those that targets are filed under."""

    CONTACT_RATE = "contact_rate"
    CONTACT_REPORTED_RATE = "contact_reported_rate"
    WITHOUT_MATCH = "without_match"
    PLAN_COVERAGE = "plan_coverage"
    OFFER_STARTED = "offer_started"
    OFFER_TO_WORK = "to_work_or_education"
    YEARLY_OFFER = "yearly_offer"
    COUPLES_OFFERED = "couples_offered"
    SUMMONED_TO_WARNING = "summoned_to_warning_talk"
    YOUTH_TALK_OFFERED = "youth_talk_offered"
    SICK_FOLLOWUP_RATE = "sickness_follow_up_rate"
    SICK_DURATION = "sickness_duration"
    UP_TO_DATE_EARLY_PENSION = "up_to_date_early_pension"
    UP_TO_DATE_REHABILITATION = "up_to_date_rehabilitation"
    UP_TO_DATE_FLEXJOB = "up_to_date_flexjob"


class Shape(StrEnum):
    """How an indicator is read: a share, a number of persons, or an average in weeks."""

    SHARE = "share"
    COUNT = "count"
    AVERAGE = "average"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A person who is excluded from an indicator today, with the closed reason and its last day."""

    case_id: str
    reason: ExclusionReason
    until_on: date


@dataclass(frozen=True, slots=True)
class Measure:
    """An indicator on a day.

    `holds` and `misses` name the subjects: persons' case ids, or application cases, sickness cases and
    households where those are counted. Together they are the denominator. `total` is used by averages only:
    the sum that is divided by the number of subjects, in weeks.
    """

    indicator: Indicator
    shape: Shape
    as_of: date
    holds: tuple[str, ...]
    misses: tuple[str, ...]
    left_out: tuple[LeftOut, ...] = ()
    total: float = 0.0

    @property
    def numerator(self) -> float:
        """How many it holds for; for an average the sum in weeks."""
        return self.total if self.shape is Shape.AVERAGE else len(self.holds)

    @property
    def denominator(self) -> int:
        """How many it should hold for, those left out not counted."""
        return len(self.holds) + len(self.misses)

    @property
    def value(self) -> float | None:
        """Per cent for a share, persons for a count, weeks for an average; None when nobody is counted."""
        if self.shape is Shape.COUNT:
            return float(len(self.holds))
        if not self.denominator:
            return None
        if self.shape is Shape.AVERAGE:
            return self.total / self.denominator
        return 100.0 * len(self.holds) / self.denominator


Judge = Callable[[CaseFacts, date], bool | None]
"""Whether an indicator holds for a person on a day; None when it does not concern that person."""


def exclusion_on(case: CaseFacts, today: date) -> ExclusionFact | None:
    """The exclusion that is in force on a day; both its days count."""
    for exclusion in case.exclusions:
        if exclusion.from_on <= today <= exclusion.until_on:
            return exclusion
    return None


def count_persons(
    indicator: Indicator, judge: Judge, cases: Iterable[CaseFacts], today: date, *, shape: Shape = Shape.SHARE
) -> Measure:
    """Count the persons an indicator concerns; those excluded today are named instead of counted."""
    holds: list[str] = []
    misses: list[str] = []
    left_out: list[LeftOut] = []
    for case in cases:
        verdict = None if case.closed_on is not None and case.closed_on <= today else judge(case, today)
        if verdict is None:
            continue
        exclusion = exclusion_on(case, today)
        if exclusion is not None:
            left_out.append(LeftOut(case.case_id, exclusion.reason, exclusion.until_on))
        else:
            (holds if verdict else misses).append(case.case_id)
    return Measure(indicator, shape, today, tuple(holds), tuple(misses), tuple(left_out))
