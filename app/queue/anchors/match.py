"""A citizen who has not been matched since the benefit began."""

from __future__ import annotations

from collections.abc import Iterable

from app.queue.case_view import CaseView
from app.queue.event import NOTHING, Event


def match_missing(view: CaseView) -> Iterable[Event]:
    """Counts from the first enquiry, else the notice of the benefit, else its start.

    Any match after the end of the episode before answers it; without an episode before, any at all.
    """
    start, before = view.episode, view.episode_before
    if start is None:
        return NOTHING
    if view.matched_on is not None and (before is None or view.matched_on > before):
        return NOTHING
    first = view.case.first_enquiry_on
    # An enquiry that led to an earlier episode is not the one that led to this.
    enquiry = start.enquiry_on or (first if first is not None and (before is None or first > before) else None)
    if enquiry is not None:
        return (Event("MATCH_MISSING", start.id, enquiry, "enquiry"),)
    if start.notice_on is not None:
        return (Event("MATCH_MISSING", start.id, start.notice_on, "notice"),)
    return (Event("MATCH_MISSING", start.id, start.from_on, "benefit_start"),)
