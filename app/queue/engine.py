"""The queue: from frozen facts, a rule book and a date to the rows of the day. Pure; nothing of it is stored."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from app.queue.anchors.own import reminder_event, reminders
from app.queue.anchors.plans import campaign_part, plan_campaign
from app.queue.case_view import CaseView
from app.queue.facts import CampaignFact, CaseFacts, QueueFacts
from app.queue.item import QueueItem
from app.queue.pace import Pace
from app.queue.placing import Placed, Placing
from app.queue.subjects import subjects_for
from app.rules.book import RuleBook

_DAY = timedelta(days=1)


def queue_items(facts: QueueFacts, rule_book: RuleBook, today: date) -> tuple[QueueItem, ...]:
    """The rows that are open on `today`, in the order of the queue."""
    return _compute(facts, rule_book, today, None)


def upcoming_items(facts: QueueFacts, rule_book: RuleBook, today: date, until: date) -> tuple[QueueItem, ...]:
    """As `queue_items`, with the rows that are not open yet and must be acted on by `until`.

    They are forecast from what is known on `today`: what only follows from an event to come is not among them.
    """
    return _compute(facts, rule_book, today, until)


def _compute(facts: QueueFacts, rule_book: RuleBook, today: date, until: date | None) -> tuple[QueueItem, ...]:
    parameters = rule_book.parameters_on(today)
    placing = Placing(facts, rule_book, today, until)
    pace = Pace(today, parameters.campaign_goal_percent)
    placed: list[Placed] = []
    in_campaign: list[tuple[CaseView, CampaignFact]] = []
    for case in facts.cases:
        view = CaseView(case, rule_book, parameters, today)
        if _is_closed(case, today):
            placing.place_all(view, (reminders,), placed)
            continue
        subjects = subjects_for(rule_book, view.benefit)
        anchors = [anchor for anchor, _, has_facts in subjects if has_facts is None or has_facts(case)]
        placing.place_all(view, anchors, placed)
        if case.campaign is not None and _lacks_plan(view, case.campaign, pace, placing):
            in_campaign.append((view, case.campaign))
    # How far a holder is with the campaign is only known when everybody has been counted.
    for view, campaign in in_campaign:
        # Amber from its first day when the holder is behind; otherwise not before it is over.
        behind = pace.is_behind(view.case.holder_id, campaign)
        anchor = partial(
            plan_campaign, campaign=campaign, amber_on=campaign.from_on if behind else campaign.to_on + _DAY
        )
        placing.place_all(view, (anchor,), placed)
    for reminder in facts.loose_reminders:
        if reminder.done_on is None:
            placing.place_loose(reminder_event(reminder), placed)
    placed.sort()
    return tuple([item for _, _, _, item in placed])


def _is_closed(case: CaseFacts, today: date) -> bool:
    return case.closed_on is not None and case.closed_on <= today


def _lacks_plan(view: CaseView, campaign: CampaignFact, pace: Pace, placing: Placing) -> bool:
    """Count a citizen of a campaign toward the holder's pace; true for who is still without a plan."""
    has_plan = campaign_part(view)
    if has_plan is None or view.row("PLAN_CAMPAIGN", campaign.from_on) is None:
        return False
    if placing.exclusion(view) is None:
        pace.count(view.case.holder_id, campaign.area_id, has_plan=has_plan)
    return not has_plan
