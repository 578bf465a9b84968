"""Whose rows and which kinds of them are shown, and the lines that come of it. Pure, over frozen rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, NamedTuple

from app.queue.facets import Filters, filters_as_json, filters_from_json
from app.queue.grouping import REPORT, QueueLine, line_key, one_line_a_citizen, reports_in_one
from app.queue.item import QueueItem


class Whose(StrEnum):
    """Whose rows are shown."""

    MINE = "mine"
    TEAM = "team"
    AREA = "area"
    ALL = "all"
    UNASSIGNED = "unassigned"


class Group(StrEnum):
    """The kinds that one works through together."""

    TALKS = "talks"
    PLANS = "plans"
    OFFERS = "offers"
    ORDERS = "orders"
    SICKNESS = "sickness"
    APPLICATIONS = "applications"
    OTHER = "other"


GROUPS: Final[dict[str, Group]] = {
    "MATCH_MISSING": Group.TALKS,
    "CONTACT_DUE": Group.TALKS,
    "CONTACT_INTENSIVE": Group.TALKS,
    "PORTAL_REPORT": Group.TALKS,
    "NOTE_MISSING": Group.TALKS,
    "SUMMONS_OUTCOME": Group.TALKS,
    "CALLBACK": Group.TALKS,
    "CEILING_WARNING": Group.TALKS,
    "CEILING_HIT": Group.TALKS,
    "HOURS_RULE_WARNING": Group.TALKS,
    "YOUTH_ALERT": Group.TALKS,
    "YOUTH_FOLLOW_UP": Group.TALKS,
    "PLAN_MISSING": Group.PLANS,
    "PLAN_CAMPAIGN": Group.PLANS,
    "PLAN_BEFORE_OFFER": Group.PLANS,
    "PLAN_REVIEW": Group.PLANS,
    "STEP_DUE": Group.PLANS,
    "OFFER_FIRST_U30": Group.OFFERS,
    "OFFER_FIRST_30": Group.OFFERS,
    "OFFER_REPEAT": Group.OFFERS,
    "OFFER_ENDING": Group.OFFERS,
    "MENTOR_ENDING": Group.OFFERS,
    "EDUCATION_U25": Group.OFFERS,
    "NEXT_ACTIVITY_MISSING": Group.OFFERS,
    "OUTCOME_CHECK": Group.OFFERS,
    "ORDER_UNANSWERED": Group.ORDERS,
    "FEEDBACK_DUE": Group.ORDERS,
    "FEEDBACK_OVERDUE": Group.ORDERS,
    "ANSWER_INCOMPLETE": Group.ORDERS,
    "CHANGE_REQUEST": Group.ORDERS,
    "ABSENCE_REPORTED": Group.ORDERS,
    "SICK_FIRST": Group.SICKNESS,
    "SICK_FOLLOWUP_4W": Group.SICKNESS,
    "SICK_FOLLOWUP_8W": Group.SICKNESS,
    "SICK_FORM_RETURN": Group.SICKNESS,
    "RISK_MISSING": Group.SICKNESS,
    "BENEFIT_LIMIT": Group.SICKNESS,
    "CASE_STEP_DUE": Group.APPLICATIONS,
    "WAITING_REMINDER": Group.APPLICATIONS,
    "DELAY_NOTICE": Group.APPLICATIONS,
}
"""Every kind that is not here is `OTHER`."""


class Seat(NamedTuple):
    """Who looks at the queue: the worker, the unit, and the colleagues whose queue is covered today."""

    worker_id: str | None = None
    unit_id: str | None = None
    covers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person has chosen to see; `group` None is every kind."""

    whose: Whose = Whose.ALL
    group: Group | None = None
    one_line: bool = True
    filters: Filters = field(default_factory=dict)


def chosen_as_json(chosen: Chosen) -> str:
    """The choice as a saved view keeps it."""
    kept = {
        "whose": chosen.whose.value,
        "group": chosen.group.value if chosen.group else None,
        "one_line": chosen.one_line,
        "filters": filters_as_json(chosen.filters),
    }
    return json.dumps(kept, ensure_ascii=False)


def chosen_from_json(text: str) -> Chosen:
    """The choice of a saved view; what is not understood any more is as at the start."""
    try:
        kept = json.loads(text)
    except ValueError:
        return Chosen()
    if not isinstance(kept, dict):
        return Chosen()
    whose = next((each for each in Whose if each == kept.get("whose")), Whose.ALL)
    group = next((each for each in Group if each == kept.get("group")), None)
    return Chosen(whose, group, kept.get("one_line") is not False, filters_from_json(kept.get("filters")))


def group_of(item: QueueItem) -> Group:
    """The group a row is counted under."""
    return GROUPS.get(item.kind, Group.OTHER)


def rows_of(items: Sequence[QueueItem], whose: Whose, seat: Seat) -> tuple[QueueItem, ...]:
    """The rows of a scope, in their order. A row about nobody is never without a holder.

    One's own are also those of a colleague one stands in for today. The areas are the housing areas with a patrol.
    """
    match whose:
        case Whose.ALL:
            return tuple(items)
        case Whose.MINE:
            own = {seat.worker_id, *seat.covers} - {None}
            return tuple(item for item in items if item.worker_id in own)
        case Whose.TEAM:
            return tuple(item for item in items if item.unit_id is not None and item.unit_id == seat.unit_id)
        case Whose.AREA:
            return tuple(item for item in items if item.area_name is not None)
        case Whose.UNASSIGNED:
            return tuple(item for item in items if item.holder_name is None and item.case_id is not None)


def lines_of(items: Sequence[QueueItem], group: Group | None, *, one_line: bool) -> tuple[QueueLine, ...]:
    """The lines of a group of kinds, in the order of the queue.

    One line a citizen shows the first row of the group and holds all of the citizen's rows, so that the "+3"
    does not depend on what one looks for. Otherwise every row is a line; reports are one row a worker in both.
    """
    shown = items if group is None else [item for item in items if group_of(item) is group]
    if not one_line:
        reports = {line.item.key: line for line in one_line_a_citizen(_reports(shown))}
        return tuple(reports.get(item.key) or QueueLine(item, (item,)) for item in reports_in_one(shown))
    lines = one_line_a_citizen(shown)
    if group is None:
        return lines
    whole = {item.key: line.items for line in one_line_a_citizen(items) for item in line.items}
    return tuple(replace(line, items=whole[line.items[0].key]) for line in lines)


def counts(items: Sequence[QueueItem], *, one_line: bool) -> dict[Group | None, int]:
    """How many lines each group has, and under None how many all kinds have together."""
    parts: dict[Group | None, list[QueueItem]] = {None: list(items), **{group: [] for group in Group}}
    for item in items:
        parts[group_of(item)].append(item)
    return {group: count_lines(part, one_line=one_line) for group, part in parts.items()}


def count_lines(items: Iterable[QueueItem], *, one_line: bool) -> int:
    """How many lines the rows make, without making them."""
    if one_line:
        return len({line_key(item) for item in items})
    return len({line_key(item) if item.kind == REPORT else item.key for item in items})


def rows_beside(items: Iterable[QueueItem], line: QueueLine) -> tuple[QueueItem, ...]:
    """All rows to show for a line: its own, and the citizen's others where each row is a line of its own."""
    item = line.item
    if len(line.items) > 1 or item.case_id is None:
        return line.items
    return tuple(
        other
        for other in items
        if other.case_id == item.case_id or (item.household_key and other.household_key == item.household_key)
    ) or (item,)


def _reports(items: Iterable[QueueItem]) -> list[QueueItem]:
    return [item for item in items if item.kind == REPORT]
