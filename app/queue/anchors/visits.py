"""Home visits: the planned one, the next attempt when nobody was home, and the letter after the last."""

from __future__ import annotations

from collections.abc import Iterator

from app.queue.case_view import CaseView
from app.queue.event import Event
from db.values.cases import VisitEntry


def home_visits(view: CaseView) -> Iterator[Event]:
    """Visits to make. A no at the door ends it: a visit is by the citizen's leave."""
    attempts = view.parameters.visit_attempts
    for visit in view.case.visits:
        if visit.given_up_on is not None:
            continue
        if visit.entry is VisitEntry.NOBODY_HOME:
            if any(other.planned_on > visit.planned_on for other in view.case.visits):
                continue
            day = visit.visited_on or visit.planned_on
            name = "next-attempt" if visit.attempt_no < attempts else "letter"
            words = {"attempt": str(visit.attempt_no + 1), "attempts": str(visit.attempt_no)}
            # What is still to be planned is seen at once, not only some days before it is due.
            yield Event("HOME_VISIT", visit.id, day, name, name, due=name, opens_on=day, words=words)
        elif visit.entry is None and visit.visited_on is None:
            words = {"attempt": str(visit.attempt_no), "attempts": str(attempts)}
            yield Event("HOME_VISIT", visit.id, visit.planned_on, "visit", due="visit", words=words)
