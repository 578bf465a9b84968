"""What follows a talk: the report outward, the note, the outcome of a summons, a promised call back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.queue.case_view import CaseView
from app.queue.event import Event
from db.values.talks import ReportState

_TO_SEND, _REJECTED = ReportState.TO_SEND, ReportState.REJECTED


def reports(view: CaseView) -> Iterable[Event]:
    """Talks and matches that the portal has not got, or has sent back."""
    return [
        Event(
            "PORTAL_REPORT",
            report.id,
            report.counted_from,
            "rejected" if report.state is _REJECTED else report.subject,
            report.subject,
        )
        for report in view.case.reports
        if report.state is _TO_SEND or report.state is _REJECTED
    ]


def talk_notes(view: CaseView) -> Iterable[Event]:
    """Talks without a note."""
    return [
        Event("NOTE_MISSING", talk.id, talk.held_on, "talk")
        for talk in view.case.talks
        if not talk.has_note and talk.held_on <= view.today
    ]


def visit_notes(view: CaseView) -> Iterator[Event]:
    """Visits without a note."""
    for visit in view.case.visits:
        if visit.visited_on is not None and not visit.has_note:
            yield Event("NOTE_MISSING", visit.id, visit.visited_on, "visit")


def summons_outcomes(view: CaseView) -> Iterator[Event]:
    """Summonses whose day has come without a talk, and without a word on whether the citizen came."""
    for summons in view.case.summonses:
        if summons.meets_on > view.today or summons.attendance is not None or summons.talk_held:
            continue
        if not any(talk.held_on == summons.meets_on for talk in view.case.talks):
            yield Event("SUMMONS_OUTCOME", summons.id, summons.meets_on)


def calls(view: CaseView) -> Iterator[Event]:
    """Calls that were promised and not made."""
    for call in view.case.calls:
        if call.called_back_on is None:
            yield Event("CALLBACK", call.id, call.noted_on)
