"""Stays in offers: planned, running and ended, with their results and the checks some months later."""

from __future__ import annotations

from datetime import date, timedelta

from app.demo.case_file import CaseFile
from app.demo.scene import Scene, offer_id, workday, workdays_from
from app.demo.seed_lists import OfferEntry
from app.rules.calendar import add_months
from db.rows.orders import OutcomeCheckRow, PlacementRow, VisitationDecisionRow
from db.values.offers import OfferKind, OutcomeKind, PlacementState

_LATER = (OutcomeKind.BENEFIT, OutcomeKind.BENEFIT, OutcomeKind.NEW_OFFER, OutcomeKind.PART_TIME_JOB)
_AT_END = (OutcomeKind.NEW_OFFER, OutcomeKind.BENEFIT, OutcomeKind.NEW_OFFER, OutcomeKind.UNKNOWN)
# A check that falls due in these days would be a row of the queue; a quiet case has none.
_TOWARD_GOAL = 0.75
# From the start of the benefit over match and order to the first day of a stay.
_UNTIL_FIRST_START = 45
_CHECK_SOON = range(-2, 10)


def fitting_offer(file: CaseFile, *, kind: OfferKind | None = None) -> OfferEntry:
    """Give an offer that takes the citizen's match and age."""
    scene = file.scene
    match = file.match or 4
    young = file.age < 30
    fitting = [
        offer
        for offer in scene.lists.offers
        if (offer.match_from or 1) <= match <= (offer.match_to or 5)
        and (kind is None or offer.kind is kind)
        and (kind is not None or offer.kind not in {OfferKind.MENTOR, OfferKind.WAGE_SUBSIDY})
        and (young or not _for_the_young(offer))
        and (file.citizen.language is not None or not _teaches_danish(offer))
        and not _for_couples_only(offer)
    ]
    toward_goal = [offer for offer in fitting if file.goal.industry in offer.industries]
    if toward_goal and scene.chance(_TOWARD_GOAL):
        return scene.one_of(toward_goal)
    # What belongs to no industry helps everybody; the rest would lead away from the goal.
    open_to_all = [offer for offer in fitting if "other" in offer.industries]
    return scene.one_of(open_to_all or toward_goal or fitting or scene.lists.offers[:4])


def _for_the_young(offer: OfferEntry) -> bool:
    return "under-25" in offer.target_groups and not set(offer.target_groups) & {"match-2", "match-3", "match-4"}


def _teaches_danish(offer: OfferEntry) -> bool:
    return "language" in offer.target_groups and (offer.kind is OfferKind.DANISH_LESSONS or "Dansk" in offer.title)


def _for_couples_only(offer: OfferEntry) -> bool:
    return offer.target_groups[0] == "couple"


def begin_stay(
    file: CaseFile,
    offer: OfferEntry,
    from_on: date,
    to_on: date,
    *,
    state: PlacementState = PlacementState.RUNNING,
    ordered_on: date | None = None,
) -> PlacementRow:
    """Write a stay that is planned or runs, with the decision behind it."""
    scene = file.scene
    ordered = ordered_on or min(workday(from_on - timedelta(days=24)), scene.today)
    file.add(
        VisitationDecisionRow,
        decided_on=workday(ordered - timedelta(days=2)),
        decided_by=file.holder_id,
        chosen_offer_id=offer_id(offer.no),
        considered_offer_ids=",".join(offer_id(each.no) for each in scene.dice.sample(scene.lists.offers, 2)),
        reason_kind="goal",
        reason=scene.text("order.purpose"),
        agreed_with_citizen=True,
        proposed_start=from_on,
    )
    return file.add(
        PlacementRow,
        offer_no=offer.no,
        offer_id=offer_id(offer.no),
        title=offer.title,
        provider_name=provider_name(scene, offer),
        kind=offer.kind,
        ordered_on=ordered,
        from_on=from_on,
        to_on=to_on,
        state=state,
        weekly_hours=offer.weekly_hours,
        given_in_writing_on=ordered,
        mentor="Mentor fra Mentorlinjen" if offer.kind is OfferKind.MENTOR else None,
    )


def end_stay(
    file: CaseFile,
    stay: PlacementRow,
    on: date,
    *,
    state: PlacementState = PlacementState.COMPLETED,
    result: OutcomeKind | None = None,
    next_step: bool = True,
    checked: bool = True,
) -> None:
    """End a stay with its result; the checks that have fallen due are made unless `checked` is off."""
    scene = file.scene
    stay.state, stay.ended_on = state, on
    stay.result = result or scene.one_of(_AT_END)
    if stay.result in {OutcomeKind.JOB, OutcomeKind.PART_TIME_JOB}:
        stay.result_hours = 20 if stay.result is OutcomeKind.PART_TIME_JOB else 37
        stay.result_employer = scene.text("employers.names")
    if state is PlacementState.STOPPED:
        stay.end_reason = "Stoppet før tid efter aftale"
    if next_step:
        stay.next_step_decided_on = workday(on - timedelta(days=17))
        stay.next_step = scene.text("plan.next_steps")
    if checked:
        for months in (3, 6):
            if workdays_from(add_months(on, months), 1) <= scene.today:
                check_outcome(file, stay, months)


def check_outcome(file: CaseFile, stay: PlacementRow, months: int) -> None:
    """Write what had come of a stay some months after its end."""
    ended = stay.ended_on or stay.from_on
    file.add(
        OutcomeCheckRow,
        placement_id=stay.id,
        months_after=months,
        checked_on=workdays_from(add_months(ended, months), 1),
        outcome=file.scene.one_of(_LATER),
    )


def past_stay(file: CaseFile, *, before: date, offer: OfferEntry | None = None) -> PlacementRow:
    """Write a stay that ended some time before a day and leaves nothing to do."""
    scene = file.scene
    chosen = offer or fitting_offer(file)
    weeks = min(chosen.weeks, 13)
    earliest = file.began + timedelta(weeks=weeks, days=_UNTIL_FIRST_START)
    if earliest > before - timedelta(days=20):
        weeks, earliest = 4, file.began + timedelta(weeks=4, days=_UNTIL_FIRST_START)
    ended = _quiet_end(scene, before, earliest)
    stay = begin_stay(file, chosen, ended - timedelta(weeks=weeks), ended)
    stopped = scene.chance(0.15)
    if stopped:
        stay.to_on = ended + timedelta(weeks=3)
    end_stay(file, stay, ended, state=PlacementState.STOPPED if stopped else PlacementState.COMPLETED)
    return stay


def provider_name(scene: Scene, offer: OfferEntry) -> str:
    """Give the name of an offer's provider."""
    return next(each.name for each in scene.lists.providers if each.key == offer.provider)


def _quiet_end(scene: Scene, before: date, earliest: date) -> date:
    """Give a Friday within the last nine months on which no check falls due these days."""
    latest = (scene.today - before).days + 3
    ended = scene.day(-scene.between(latest, max(latest + 5, min(250, (scene.today - earliest).days))))
    ended -= timedelta(days=(ended.weekday() - 4) % 7)
    while any((add_months(ended, months) - scene.today).days in _CHECK_SOON for months in (3, 6)):
        ended -= timedelta(days=7)
    return ended
