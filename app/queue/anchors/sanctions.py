"""From absence over hearing to the benefit office's decision; and its notice of a new benefit."""

from __future__ import annotations

from collections.abc import Iterator

from app.queue.case_view import CaseView
from app.queue.event import Event
from app.queue.text import BENEFIT_OFFICE, long_date
from db.values.cases import SanctionState

_BEFORE_RECOMMENDATION = frozenset({SanctionState.OPEN, SanctionState.HEARING})
_OVER = frozenset({SanctionState.DECIDED, SanctionState.CLOSED})


def absences(view: CaseView) -> Iterator[Event]:
    """Reports of absence that nobody has answered."""
    for absence in view.case.absences:
        if absence.closed_on is None:
            words = {"event": long_date(absence.event_on)}
            yield Event("ABSENCE_REPORTED", absence.id, absence.reported_on, words=words)


def sanctions(view: CaseView) -> Iterator[Event]:
    """Hearings without an answer and recommendations without a decision."""
    for sanction in view.case.sanctions:
        if sanction.state in _OVER or sanction.decided_on is not None or sanction.closed_on is not None:
            continue
        if sanction.recommended_on is not None:
            yield Event(
                "SANCTION_ANSWER",
                sanction.id,
                sanction.recommended_on,
                waiting_for=BENEFIT_OFFICE,
                waiting_since=sanction.recommended_on,
            )
        elif (
            sanction.hearing_sent_on is not None
            and sanction.hearing_answer_on is None
            and sanction.state in _BEFORE_RECOMMENDATION
        ):
            sent = sanction.hearing_sent_on
            row = view.row("HEARING_DEADLINE", sent)
            if row is not None:
                # The deadline that stands in the letter beats the rule's.
                answer_by = sanction.hearing_answer_by or row.due_after(sent)
                variant = "waiting" if view.today <= answer_by else "passed"
                yield Event("HEARING_DEADLINE", sanction.id, sent, variant, due_on=answer_by)


def entitlement(view: CaseView) -> Iterator[Event]:
    """An enquiry about a benefit that the benefit office has not answered."""
    for period in view.case.benefits:
        enquired = period.entitlement_enquiry_on
        if enquired is None or period.entitlement_notice_on is not None:
            continue
        if period.to_on is None or period.to_on >= view.today:
            yield Event("ENTITLEMENT_NOTICE", period.id, enquired, waiting_for=BENEFIT_OFFICE, waiting_since=enquired)
