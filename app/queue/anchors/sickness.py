"""Sickness follow-up, for those on sickness benefit and for sick recipients of cash assistance alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from app.queue.case_view import CaseView
from app.queue.event import Event
from app.queue.text import CITIZEN
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
            weeks = period.earlier_weeks_used
            yield Event(
                "BENEFIT_LIMIT",
                period.id,
                first,
                "earlier_weeks" if weeks else "first",
                base=first - timedelta(weeks=weeks),
                words={"weeks": str(weeks)},
            )
