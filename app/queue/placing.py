"""Makes an event into a row: its dates, its lane, its words, and what is stored about this single item."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.queue.case_view import CaseView
from app.queue.draft_item import DraftItem
from app.queue.event import Anchor, Event
from app.queue.facts import QueueFacts
from app.queue.item import Lane, QueueItem
from app.queue.keys import item_key
from app.queue.lanes import Lanes, name_key, place_in_queue
from app.queue.text import EXCLUSIONS, agreed_text, fill
from app.rules.book import RuleBook
from app.rules.dated_rule import DatedRule, Dates
from app.rules.rule import Turn
from db.values.talks import TalkPurpose

# A row with what it is ordered by: place in the queue, name, key.
Placed = tuple[int, str, str, QueueItem]

_UNTIL_DUE = Turn.OTHERS_UNTIL_DUE


class Placing:
    """Places events as of one day. With `until`, also those that are not open yet and to be acted on by then."""

    def __init__(self, facts: QueueFacts, rule_book: RuleBook, today: date, until: date | None) -> None:
        """Take the day and what is stored about single items."""
        self._book = rule_book
        self._today = today
        self._until = until
        self._lanes = Lanes(today)
        self._gone = frozenset(facts.done_elsewhere)
        self._handed = {one.item_key: one.to_worker_id for one in facts.hand_overs}
        self._snoozed: dict[str, date] = {}
        for snooze in facts.snoozes:
            if snooze.until_on > today and snooze.until_on > self._snoozed.get(snooze.item_key, today):
                self._snoozed[snooze.item_key] = snooze.until_on

    def exclusion(self, view: CaseView) -> str | None:
        """The Danish reason why the citizen is left out of the indicators today."""
        for one in view.case.exclusions:
            if one.from_on <= self._today <= one.until_on:
                return EXCLUSIONS[one.reason]
        return None

    def place_all(self, view: CaseView, anchors: Iterable[Anchor], placed: list[Placed]) -> None:
        """Add the rows of the anchors' events, where a rule of the book holds for them and they are open."""
        rows_on, today, until = self._book.rows_on, self._today, self._until
        name = None
        for anchor in anchors:
            for event in anchor(view):
                day = event.day
                for row in rows_on(event.kind, day):
                    if row.holds_for(view, day):
                        break
                else:
                    continue
                dates = row.dates(day, event.due) if event.base is event.due_on is None else _other_dates(row, event)
                if (event.opens_on or dates.opens_on) > today and (until is None or dates.act_by > until):
                    continue
                item = self._item(event, row, dates, view)
                if item is not None:
                    name = name or name_key(view.case.name)
                    placed.append((place_in_queue(item.lane, item.consequence, item.act_by), name, item.key, item))

    def place_loose(self, event: Event, placed: list[Placed]) -> None:
        """Add the row of a reminder that belongs to no case."""
        for row in self._book.rows_on(event.kind, event.day)[:1]:
            dates = row.dates(event.day, event.due)
            if dates.opens_on <= self._today or (self._until is not None and dates.act_by <= self._until):
                item = self._item(event, row, dates, None)
                if item is not None:
                    placed.append((place_in_queue(item.lane, item.consequence, item.act_by), "", item.key, item))

    def _item(self, event: Event, row: DatedRule, dates: Dates, view: CaseView | None) -> QueueItem | None:
        """The row; None when it was done elsewhere."""
        case = view.case if view is not None else None
        key = item_key(event.kind, case.case_id if case is not None else None, event.event_id, event.occurrence)
        if key in self._gone:
            return None
        rule = row.rule
        due_on, act_by, opens_on, amber_on = dates
        consequence = event.consequence or rule.consequence or 4
        theirs = event.waiting_for is not None and (rule.turn is not _UNTIL_DUE or self._today <= due_on)
        agreed = None
        if view is not None and view.coming and rule.covered_by_talk:
            agreed = _agreed(view, rule.covered_by_talk)
        lane = self._lanes.of(due_on, act_by)
        if theirs:
            lane = Lane.WAITING
        elif agreed is not None:
            lane = Lane.AGREED
        snoozed = self._snoozed.get(key)
        # An overdue right of the citizen cannot be put away; one is only reminded of it.
        if snoozed is not None and (consequence != 1 or due_on >= self._today):
            lane = Lane.LATER
        item = DraftItem()
        item.key = key
        item.kind = event.kind
        item.label = fill(rule.rows[event.variant], event.day, due_on, event.words)
        item.due_on, item.act_by = due_on, act_by
        item.opens_on = event.opens_on or opens_on
        item.amber_on = event.amber_on or amber_on
        item.lane = lane
        item.consequence = consequence
        item.rule, item.source = row.name, row.source
        item.reason = fill(rule.sentences[event.variant], event.day, due_on, event.words)
        item.counted_from, item.event_id = event.day, event.event_id
        item.worker_id = self._handed.get(key) or event.worker_id
        item.waiting_for, item.waiting_since = (event.waiting_for, event.waiting_since) if theirs else (None, None)
        item.agreed, item.snoozed_until = agreed, snoozed
        if view is None:
            _describe_nobody(item)
        else:
            _describe(item, view)
            item.excluded = self.exclusion(view) if view.case.exclusions and rule.excludable else None
        return item.frozen()


def _describe(item: DraftItem, view: CaseView) -> None:
    """Say whom the row is about; it stands in the holder's queue unless it was given to someone."""
    case = view.case
    item.case_id, item.citizen, item.born = case.case_id, case.name, case.born
    item.holder_name, item.unit_id, item.area_name = case.holder_name, case.unit_id, case.area_name
    item.household_key = case.household_key
    item.match, item.benefit = view.match, view.benefit
    item.worker_id = item.worker_id or case.holder_id


def _describe_nobody(item: DraftItem) -> None:
    """Say that the row is about no citizen."""
    item.citizen = ""
    item.case_id = item.born = item.holder_name = item.unit_id = item.area_name = None
    item.household_key = item.match = item.benefit = item.excluded = None


def _other_dates(row: DatedRule, event: Event) -> Dates:
    """The dates of an event whose interval counts from another day than its own, or whose legal date is given."""
    if event.due_on is not None:
        return row.dates_due(event.day, event.due_on)
    return row.dates_due(event.day, row.due_after(event.base or event.day, event.due))


def _agreed(view: CaseView, purposes: frozenset[TalkPurpose]) -> str | None:
    for summons in view.coming:
        if summons.purpose in purposes:
            return agreed_text(summons)
    return None
