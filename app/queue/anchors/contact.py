"""The contact course: the talk that is due from the last talk, the last offer's end or the benefit's start."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.queue.case_view import CaseView, end_of
from app.queue.event import NOTHING, Event
from app.queue.facts import OverrideFact, TalkFact
from app.rules.rule import UnderOffer
from db.values.offers import PlacementState


def contact_due(view: CaseView) -> Iterable[Event]:
    """The next talk, unless the duty rests because an offer runs."""
    start = view.episode
    rests = view.parameters.under_offer is UnderOffer.RESTS
    if start is None or (rests and view.running):
        return NOTHING
    day, event_id, variant = start.from_on, start.id, "benefit_start"
    # Where the clock goes on under an offer, its end is nothing to count from.
    end = view.last_end() if rests else None
    if end is not None and end[0] >= day:
        day, event_id, variant = end[0], end[1].id, "offer_end"
    for talk in view.case.talks:
        held = talk.held_on
        if (held > day or (held == day and (variant != "talk" or talk.id > event_id))) and fulfils(view, talk):
            day, event_id, variant = held, talk.id, "talk"
    return (Event("CONTACT_DUE", event_id, day, variant),)


def fulfils(view: CaseView, talk: TalkFact) -> bool:
    """Whether a talk fulfils the contact duty: as it says itself, else by its form and purpose.

    Who held it does not matter. The parameters are those of the day it was held.
    """
    if talk.held_on > view.today:
        return False
    if talk.fulfils_duty is not None:
        return talk.fulfils_duty
    parameters = view.rule_book.parameters_on(talk.held_on)
    if talk.purpose is not None and talk.purpose not in parameters.purposes_that_fulfil:
        return False
    if talk.form in parameters.forms_that_fulfil:
        return True
    return (
        parameters.under_offer is UnderOffer.OTHER_FORM
        and talk.form in parameters.forms_during_offer
        and _in_offer_on(view, talk.held_on)
    )


def _in_offer_on(view: CaseView, day: date) -> bool:
    for stay in view.case.placements:
        if stay.state in {PlacementState.PLANNED, PlacementState.DROPPED} or stay.from_on > day:
            continue
        if stay.kind in view.parameters.kinds_that_are_no_offer:
            continue
        end = end_of(stay, view.today)
        if end is None or day <= end:
            return True
    return False


def closer_contact(view: CaseView) -> Iterable[Event]:
    """The next talk by a closer interval that was set on the person or the area; the shortest where two hold."""
    chosen: OverrideFact | None = None
    for override in view.case.overrides:
        if override.from_on > view.today or (override.until_on is not None and override.until_on < view.today):
            continue
        if chosen is None or (override.interval_days, override.id) < (chosen.interval_days, chosen.id):
            chosen = override
    if chosen is None:
        return NOTHING
    day, event_id, variant = chosen.from_on, chosen.id, "override"
    forms = view.parameters.forms_of_close_contact
    for talk in view.case.talks:
        if talk.form in forms and (day, event_id) < (talk.held_on, talk.id) and talk.held_on <= view.today:
            day, event_id, variant = talk.held_on, talk.id, "talk"
    due_by = date.fromordinal(day.toordinal() + chosen.interval_days)
    words = {"days": str(chosen.interval_days)}
    return (Event("CONTACT_INTENSIVE", event_id, day, variant, base=due_by, words=words),)
