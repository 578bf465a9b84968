"""The jobplan: missing for a new recipient, in a campaign or before an offer; to be reviewed; its agreed steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.queue.case_view import CaseView
from app.queue.event import NOTHING, Event
from app.queue.facts import BenefitFact, CampaignFact, PlacementFact, PlanFact
from app.queue.text import OFFER, STEP_OWNERS


def plan_missing(view: CaseView) -> Iterable[Event]:
    """A recipient without an agreed plan, unless a campaign takes care of that."""
    start = view.episode
    if start is None or view.has_plan() or _campaign_takes(view, start):
        return NOTHING
    return (Event("PLAN_MISSING", start.id, start.from_on),)


def _campaign_takes(view: CaseView, start: BenefitFact) -> bool:
    """Whether the citizen was there when the campaign of the area began."""
    return view.case.campaign is not None and start.from_on < view.case.campaign.from_on


def campaign_part(view: CaseView) -> bool | None:
    """A citizen's part in the campaign of the area: whether a plan is agreed, None for who is not in it."""
    if view.episode is None or not _campaign_takes(view, view.episode):
        return None
    return view.has_plan()


def plan_campaign(view: CaseView, campaign: CampaignFact, amber_on: date) -> Iterator[Event]:
    """A citizen without a plan in a campaign; `amber_on` follows from the holder's pace."""
    yield Event(
        "PLAN_CAMPAIGN",
        campaign.area_id,
        campaign.from_on,
        base=campaign.to_on,
        amber_on=amber_on,
        words={"area": view.case.area_name or "boligområdet"},
    )


def plan_before_offer(view: CaseView) -> Iterable[Event]:
    """Offers to come, or begun, without an agreed plan."""
    if not (view.planned or view.running) or view.has_plan():
        return NOTHING
    return [
        Event(
            "PLAN_BEFORE_OFFER",
            stay.id,
            stay.from_on,
            "planned" if stay.from_on > view.today else "started",
            words={"title": _title(stay)},
        )
        for stay in (*view.planned, *view.running)
    ]


def _title(stay: PlacementFact) -> str:
    return stay.title or OFFER


def plan_review(view: CaseView) -> Iterator[Event]:
    """Plans in force: due on their own day or at the next contact, at most the rule's interval after the version."""
    for plan in view.plans_in_force():
        day, variant, occurrence = plan.agreed_on or plan.valid_from, "version", ""
        if plan.reviewed_on is not None and plan.reviewed_on >= day:
            # After a review the same version comes up again: another item than the one that was answered.
            day, variant, occurrence = plan.reviewed_on, "reviewed", plan.reviewed_on.isoformat()
        row = view.row("PLAN_REVIEW", day)
        if row is None:
            continue
        own = _own_review(view, plan, day, row.rule.opens_before or 0)
        latest = row.due_after(day)
        due_on = latest if own is None or own > latest else own
        yield Event("PLAN_REVIEW", plan.id, day, variant, occurrence, due_on=due_on)


def _own_review(view: CaseView, plan: PlanFact, day: date, opens: int) -> date | None:
    """The plan's own review date, else the next contact agreed in the last talk since; None without either."""
    planned = plan.next_review_on
    # A review within the days in which the row stands open was the review that had been planned.
    if planned is not None and (plan.reviewed_on is None or plan.reviewed_on < planned - timedelta(days=opens)):
        return planned
    last, found = (day, ""), None
    for talk in view.case.talks:
        if talk.next_contact_on is not None and last <= (talk.held_on, talk.id):
            last, found = (talk.held_on, talk.id), talk.next_contact_on
    return found if found is not None and found > day else None


def steps(view: CaseView) -> Iterable[Event]:
    """Agreed steps of plan and talks that are not done; another's step waits for its owner."""
    return [
        Event(
            "STEP_DUE",
            step.id,
            step.agreed_on,
            "talk" if step.from_talk else "plan",
            base=step.by_date,
            words={"step": step.text},
            waiting_for=STEP_OWNERS[step.who],
            waiting_since=step.agreed_on,
        )
        for step in view.case.steps
        if step.done_on is None
    ]
