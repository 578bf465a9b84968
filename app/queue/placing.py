"""Makes an event into a row: its dates, its lane, its words, and what is stored about this single item."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from app.queue.case_view import CaseView
from app.queue.event import Anchor, Event
from app.queue.facts import CaseFacts, QueueFacts
from app.queue.item import Lane, QueueItem
from app.queue.keys import item_key
from app.queue.lanes import Lanes, name_key, place_in_queue
from app.queue.text import EXCLUSIONS, agreed_text, fill
from app.rules.book import RuleBook
from app.rules.dated_rule import DatedRule, Dates
from app.rules.rule import Turn
from db.values.talks import TalkPurpose

_UNTIL_DUE = Turn.OTHERS_UNTIL_DUE


class Placing:
    """Places events as of one day. With `until`, also those that are not open yet and to be acted on by then."""

    def __init__(self, facts: QueueFacts, rule_book: RuleBook, today: date, until: date | None) -> None:
        """Take the day and what is stored about single items."""
        self._book = rule_book
        self._today = today
        self._until = until
        self._lanes = Lanes(today)
        # Rows by their place in the queue; only those of one place are compared by name.
        self._placed: defaultdict[int, list[QueueItem]] = defaultdict(list)
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

    def place_all(self, anchor: Anchor, views: Iterable[CaseView]) -> None:
        """Add the rows of an anchor's events, where a rule of the book holds for them and they are open."""
        rows_on, today, until = self._book.rows_on, self._today, self._until
        for view in views:
            for event in anchor(view):
                day = event.day
                for row in rows_on(event.kind, day):
                    if row.holds_for(view, day):
                        break
                else:
                    continue
                dates = row.dates(day, event.due) if event.base is event.due_on is None else _other_dates(row, event)
                if (event.opens_on or dates.opens_on) <= today or (until is not None and dates.act_by <= until):
                    self._add(event, row, dates, view)

    def place_loose(self, event: Event) -> None:
        """Add the row of a reminder that belongs to no case."""
        for row in self._book.rows_on(event.kind, event.day)[:1]:
            dates = row.dates(event.day, event.due)
            if dates.opens_on <= self._today or (self._until is not None and dates.act_by <= self._until):
                self._add(event, row, dates, None)

    def in_order(self) -> tuple[QueueItem, ...]:
        """All rows added, in the order of the queue."""
        found: list[QueueItem] = []
        for place in sorted(self._placed):
            rows = self._placed[place]
            if len(rows) > 1:
                rows.sort(key=_name_and_key)
            found += rows
        return tuple(found)

    def _add(self, event: Event, row: DatedRule, dates: Dates, view: CaseView | None) -> None:
        """Add the row of an event, unless it was done elsewhere."""
        (
            kind,
            event_id,
            day,
            variant,
            occurrence,
            _,
            _,
            _,
            opens_on,
            amber_on,
            words,
            waiting_for,
            since,
            own,
            worker,
        ) = event
        case = view.case if view is not None else None
        key = item_key(kind, case.case_id if case is not None else None, event_id, occurrence)
        if key in self._gone:
            return
        rule, due_on = row.rule, dates.due_on
        consequence = own or rule.consequence or 4
        act_by = dates.act_by
        excluded = agreed = None
        if case is not None and view is not None:
            worker = worker or case.holder_id
            if case.exclusions and rule.excludable:
                excluded = self.exclusion(view)
            if view.coming and rule.covered_by_talk:
                agreed = _agreed(view, rule.covered_by_talk)
        lane = self._lanes.of(due_on, act_by)
        if waiting_for is not None and (rule.turn is not _UNTIL_DUE or self._today <= due_on):
            lane = Lane.WAITING
        else:
            waiting_for = since = None
            if agreed is not None:
                lane = Lane.AGREED
        snoozed = self._snoozed.get(key)
        # An overdue right of the citizen cannot be put away; one is only reminded of it.
        if snoozed is not None and (consequence != 1 or due_on >= self._today):
            lane = Lane.LATER
        item = QueueItem(
            key,
            kind,
            fill(rule.rows[variant], day, due_on, words),
            *_whom(case),
            due_on,
            act_by,
            opens_on or dates.opens_on,
            amber_on or dates.amber_on,
            lane,
            consequence,
            row.name,
            row.source,
            fill(rule.sentences[variant], day, due_on, words),
            day,
            event_id,
            self._handed.get(key, worker),
            *_where(case),
            view.match if view is not None else None,
            view.benefit if view is not None else None,
            waiting_for,
            since,
            excluded,
            agreed,
            snoozed,
        )
        self._placed[place_in_queue(lane, consequence, act_by)].append(item)


def _name_and_key(item: QueueItem) -> tuple[str, str]:
    return name_key(item.citizen), item.key


def _whom(case: CaseFacts | None) -> tuple[str | None, str, date | None]:
    """Case, name and birth date; of nobody for a reminder without a case."""
    return (None, "", None) if case is None else (case.case_id, case.name, case.born)


def _where(case: CaseFacts | None) -> tuple[str | None, str | None, str | None, str | None]:
    """Holder's name, unit, housing area and household."""
    if case is None:
        return None, None, None, None
    return case.holder_name, case.unit_id, case.area_name, case.household_key


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
