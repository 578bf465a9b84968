"""Sickness follow-up, for those on sickness benefit and for sick recipients of cash assistance alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from app.queue.case_view import CaseView
from app.queue.event import Event
from app.queue.facts import SicknessFact
from app.queue.text import CITIZEN
from app.rules.calendar import add_months
from db.values.cases import SicknessGroup


def sickness(view: CaseView) -> Iterator[Event]:
    """Everything that is open in the periods of sickness that have not ended."""
    for period in view.case.sicknesses:
        if period.recovered_on is not None and period.recovered_on <= view.today:
            continue
        first = period.first_absence_on
        if period.follow_ups:
            last = max(period.follow_ups)
            kind = "SICK_FOLLOWUP_4W" if period.group is SicknessGroup.FOUR_WEEKS else "SICK_FOLLOWUP_8W"
            yield Event(kind, period.id, last, occurrence=last.isoformat())
        else:
            yield Event("SICK_FIRST", period.id, first)
        if period.form_sent_on is not None and period.form_returned_on is None:
            yield Event(
                "SICK_FORM_RETURN",
                period.id,
                period.form_sent_on,
                due_on=period.form_due_on,
                waiting_for=CITIZEN,
                waiting_since=period.form_sent_on,
            )
        if period.risk_assessed_on is None:
            yield Event("RISK_MISSING", period.id, period.notified_on)
        if period.extension_decided_on is None:
            weeks = earlier_weeks(view, period)
            yield Event(
                "BENEFIT_LIMIT",
                period.id,
                first,
                "earlier_weeks" if weeks else "first",
                base=first - timedelta(weeks=weeks),
                words={"weeks": str(weeks)},
            )


def earlier_weeks(view: CaseView, period: SicknessFact) -> int:
    """Weeks of the benefit that were used before a period of sickness and count toward its limit.

    Earlier periods count as far as they lie within the months that the rule set looks back; a week begun
    counts whole, so that the warning never comes too late. A larger number that another system has told of
    holds instead.
    """
    return weeks_before(period, view.case.sicknesses, view.parameters.benefit_limit_looks_back_months)


def weeks_before(period: SicknessFact, all_periods: Iterable[SicknessFact], looks_back_months: int) -> int:
    """As `earlier_weeks`, from the citizen's periods and the months that the rule set looks back."""
    first = period.first_absence_on
    since = add_months(first, -looks_back_months)
    days = 0
    for other in all_periods:
        if other.first_absence_on < first and other.recovered_on is not None:
            days += max(0, (min(other.recovered_on, first) - max(other.first_absence_on, since)).days)
    return max(period.earlier_weeks_used, -(-days // 7))
