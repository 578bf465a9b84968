"""Own reminders, and what is wrong with the data."""

from __future__ import annotations

from collections.abc import Iterator

from app.queue.case_view import CaseView
from app.queue.event import Event
from app.queue.facts import ReminderFact


def reminders(view: CaseView) -> Iterator[Event]:
    """A worker's reminders about a case; they stay when the case is closed."""
    for reminder in view.case.reminders:
        if reminder.done_on is None:
            yield reminder_event(reminder)


def reminder_event(reminder: ReminderFact) -> Event:
    """A reminder that is not done, about a case or about none."""
    return Event(
        "REMINDER",
        reminder.id,
        reminder.remind_on,
        words={"text": reminder.text},
        consequence=reminder.consequence,
        worker_id=reminder.worker_id,
    )


def findings(view: CaseView) -> Iterator[Event]:
    """Contradictions and holes in the data that nobody has accepted."""
    for finding in view.case.quality:
        if finding.accepted_on is None:
            yield Event("DATA_QUALITY", finding.key, finding.found_on, words={"text": finding.text})


def conflicts(view: CaseView) -> Iterator[Event]:
    """Fields that two machines have written differently."""
    for conflict in view.case.conflicts:
        if conflict.answered_on is None:
            yield Event("SYNC_CONFLICT", conflict.id, conflict.found_on)
