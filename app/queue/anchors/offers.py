"""Offers: the right to one, the end of one, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from app.queue.case_view import CaseView
from app.queue.event import NOTHING, Event
from app.queue.facts import PlacementFact
from app.queue.text import OFFER, long_date, short_date
from db.values.offers import OfferKind, PlacementState
from db.values.plans import PlanKind, PlanState

_CHECKS = ((3, "3-months"), (6, "6-months"))


def offer_due(view: CaseView) -> Iterable[Event]:
    """The first offer of an episode, or the next one after the last; none is due while one runs."""
    start = view.episode
    if start is None or view.running:
        return NOTHING
    end = view.last_end()
    if end is not None and end[0] >= start.from_on:
        return NOTHING if _answered_since(view, end[0]) else (Event("OFFER_REPEAT", end[1].id, end[0]),)
    if _answered_since(view, start.from_on):
        return NOTHING
    return Event("OFFER_FIRST_U30", start.id, start.from_on), Event("OFFER_FIRST_30", start.id, start.from_on)


def _answered_since(view: CaseView, day: date) -> bool:
    """Whether an order was sent, or an offer planned, that lies on or after `day`."""
    return (bool(view.planned) and any(stay.from_on >= day for stay in view.planned)) or view.ordered_since(day)


def education_due(view: CaseView) -> Iterable[Event]:
    """The duty to take an education, until one is agreed or a preparing stay is planned or begun."""
    start = view.episode
    if start is None:
        return NOTHING
    for plan in view.case.plans:
        if (
            plan.kind is PlanKind.EDUCATION_PLAN
            and plan.state is PlanState.AGREED
            and (plan.closed_on is None or plan.closed_on > view.today)
        ):
            return NOTHING
    for stay in view.case.placements:
        if (
            stay.kind is OfferKind.EDUCATION_PREPARING
            and stay.state is not PlacementState.DROPPED
            and (stay.from_on >= start.from_on or stay in view.running)
        ):
            return NOTHING
    return (Event("EDUCATION_U25", start.id, start.from_on),)


def offer_ending(view: CaseView) -> Iterator[Event]:
    """Running offers that end without a decision on the next step and with nothing that goes on after them."""
    for stay in view.running:
        if stay.to_on is not None and stay.next_step_on is None and not _goes_on_after(view, stay, stay.to_on):
            yield from _ending(view, "OFFER_ENDING", stay, stay.to_on)


def mentor_ending(view: CaseView) -> Iterator[Event]:
    """Running mentor stays that end without a decision."""
    for stay in view.mentors:
        if stay.to_on is not None and stay.next_step_on is None:
            yield from _ending(view, "MENTOR_ENDING", stay, stay.to_on)


def _ending(view: CaseView, kind: str, stay: PlacementFact, end: date) -> Iterator[Event]:
    row = view.row(kind, stay.from_on)
    if row is not None:
        # A short stay is shorter than the lead; nothing is due, or seen, before it begins.
        due_on = max(row.due_after(end), stay.from_on)
        opens_on = max(row.dates_due(stay.from_on, due_on).opens_on, stay.from_on)
        words = {"title": stay.title or OFFER, "end": long_date(end), "end_short": short_date(end)}
        yield Event(kind, stay.id, stay.from_on, due_on=due_on, opens_on=opens_on, words=words)


def _goes_on_after(view: CaseView, stay: PlacementFact, end: date) -> bool:
    return any(
        other is not stay and (other.to_on is None or other.to_on > end) for other in (*view.running, *view.planned)
    )


def next_activity(view: CaseView) -> Iterable[Event]:
    """The citizen's last offer is over and nothing follows."""
    start, end = view.episode, view.last_end()
    if start is None or end is None or view.running or view.planned:
        return NOTHING
    day, stay = end
    if day < start.from_on or stay.next_step_on is not None or view.ordered_since(day):
        return NOTHING
    return (Event("NEXT_ACTIVITY_MISSING", stay.id, day, words={"title": stay.title or OFFER}),)


def outcome_checks(view: CaseView) -> Iterator[Event]:
    """What had become of the citizen some months after an offer; a later check makes an earlier one superfluous."""
    for day, stay in view.ended:
        latest = max([months for months, _ in stay.outcomes_checked]) if stay.outcomes_checked else 0
        for months, name in _CHECKS:
            if months > latest:
                words = {"title": stay.title or OFFER, "months": str(months)}
                yield Event("OUTCOME_CHECK", stay.id, day, occurrence=name, due=name, words=words)
