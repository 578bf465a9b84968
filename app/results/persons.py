"""Judges of the indicators that count persons on cash assistance: match, plan, offers, warnings."""

from __future__ import annotations

from datetime import date

from app.queue.facts import BenefitFact, CaseFacts, PlacementFact
from app.rules.calendar import add_months
from db.values.cases import WarningKind
from db.values.offers import OutcomeKind, PlacementState
from db.values.people import BenefitType
from db.values.plans import PlanState
from db.values.talks import TalkPurpose

ASSISTANCE = frozenset({BenefitType.CASH_ASSISTANCE, BenefitType.START_ASSISTANCE})
WORK_OR_EDUCATION = frozenset({OutcomeKind.JOB, OutcomeKind.PART_TIME_JOB, OutcomeKind.EDUCATION})
BEGUN = frozenset({PlacementState.RUNNING, PlacementState.COMPLETED, PlacementState.STOPPED})


def benefit_on(case: CaseFacts, today: date) -> BenefitFact | None:
    """The benefit period that runs on a day; the latest where two do."""
    running = [
        period
        for period in case.benefits
        if period.from_on <= today and (period.to_on is None or period.to_on >= today)
    ]
    return running[-1] if running else None


def on_assistance(case: CaseFacts, today: date) -> bool:
    """Whether the citizen is on cash or start assistance on a day."""
    period = benefit_on(case, today)
    return period is not None and period.benefit in ASSISTANCE


def lacks_match(case: CaseFacts, today: date) -> bool | None:
    """On assistance without any match category (the number to bring to nothing)."""
    if not on_assistance(case, today):
        return None
    return not any(match.assessed_on <= today for match in case.matches)


def has_plan(case: CaseFacts, today: date) -> bool | None:
    """On assistance, with an agreed jobplan that is in force."""
    if not on_assistance(case, today):
        return None
    return any(
        plan.state is PlanState.AGREED
        and plan.valid_from <= today
        and (plan.closed_on is None or plan.closed_on > today)
        for plan in case.plans
    )


def begun(placement: PlacementFact, today: date) -> bool:
    """Whether a stay has really begun: ordered or planned ones do not count."""
    return placement.state in BEGUN and placement.from_on <= today


def has_begun_an_offer(case: CaseFacts, today: date) -> bool | None:
    """On assistance, with at least one offer begun or finished."""
    if not on_assistance(case, today):
        return None
    return any(begun(placement, today) for placement in case.placements)


def had_an_offer_within_a_year(case: CaseFacts, today: date) -> bool | None:
    """On cash assistance, with an offer that ran on some day of the last twelve months."""
    period = benefit_on(case, today)
    if period is None or period.benefit is not BenefitType.CASH_ASSISTANCE:
        return None
    year_ago = add_months(today, -12)
    return any(
        begun(placement, today) and (placement.ended_on is None or placement.ended_on > year_ago)
        for placement in case.placements
    )


def came_to_work_or_education(case: CaseFacts, today: date) -> bool | None:
    """Has completed an offer, and the last check found ordinary work or education."""
    finished = [
        placement
        for placement in case.placements
        if placement.state is PlacementState.COMPLETED
        and placement.ended_on is not None
        and placement.ended_on <= today
    ]
    if not finished:
        return None
    outcomes = finished[-1].outcomes_checked
    return bool(outcomes) and outcomes[-1][1] in WORK_OR_EDUCATION


def is_summoned_or_warned(case: CaseFacts, today: date) -> bool | None:
    """On cash assistance and so under the ceiling, warned of it or summoned to a warning talk."""
    period = benefit_on(case, today)
    if period is None or period.benefit is not BenefitType.CASH_ASSISTANCE:
        return None
    since = period.from_on
    return any(
        warning.kind is WarningKind.CEILING and since <= warning.warned_on <= today for warning in case.warnings
    ) or any(summons.purpose is TalkPurpose.WARNING and summons.meets_on >= since for summons in case.summonses)


def youth_was_offered_a_talk(case: CaseFacts, today: date) -> bool | None:
    """Has a youth alert, and a talk was offered about the last one."""
    alerts = [alert for alert in case.youth_alerts if alert.received_on <= today]
    if not alerts:
        return None
    offered = alerts[-1].talk_offered_on
    return offered is not None and offered <= today
