"""Young people who have left an education or are about to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.queue.case_view import CaseView
from app.queue.event import Event


def youth_alerts(view: CaseView) -> Iterator[Event]:
    """Alerts without an offer of a talk, and the follow-ups after it; the later one makes the earlier superfluous."""
    for alert in view.case.youth_alerts:
        offered = alert.talk_offered_on
        if offered is None:
            yield Event("YOUTH_ALERT", alert.id, alert.received_on)
        elif alert.followed_up_6_months_on is None:
            if alert.followed_up_3_months_on is None:
                yield _follow_up(alert.id, offered, "3")
            yield _follow_up(alert.id, offered, "6")


def _follow_up(alert_id: str, offered: date, months: str) -> Event:
    name = f"{months}-months"
    return Event("YOUTH_FOLLOW_UP", alert_id, offered, occurrence=name, due=name, words={"months": months})
