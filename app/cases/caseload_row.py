"""One citizen of the caseload as the list shows them: a frozen row of plain values, without address and CPR number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.queue.item import Lane, QueueItem


class CaseColumn(StrEnum):
    """What the list can show of a case; the values are kept in the store and in saved views."""

    CITIZEN = "citizen"
    MATCH = "match"
    BENEFIT = "benefit"
    HOLDER = "holder"
    UNIT = "unit"
    AREA = "area"
    LAST_TALK = "last_talk"
    IDLE = "idle"
    NEXT_CONTACT = "next_contact"
    DEADLINE = "deadline"
    PLAN = "plan"
    PLACEMENT = "placement"
    LANGUAGE = "language"
    HOUSEHOLD = "household"
    WEIGHT = "weight"
    EXCLUDED = "excluded"


class CaseloadRow(NamedTuple):
    """A citizen of the list.

    `idle_days` is None where nothing has ever been done. `plan_until` is when the plan in force is to be looked at.
    `in_offer` leaves a mentor out, who is no offer. `household` is the joint household's key, None where joint
    functions are off; `lives_with` says who else is in it. `weight` is in hundredths (`app.cases.case_weight`).
    """

    case_id: str
    name: str
    born: date
    sort_name: str
    search_text: str
    match: int | None = None
    benefit: str | None = None
    holder_id: str | None = None
    holder_name: str | None = None
    unit_id: str | None = None
    unit_name: str | None = None
    area_id: str | None = None
    area_name: str | None = None
    last_talk: date | None = None
    idle_days: int | None = None
    next_contact: date | None = None
    has_plan: bool = False
    plan_until: date | None = None
    placement: str | None = None
    placement_until: date | None = None
    in_offer: bool = False
    language: str | None = None
    needs_interpreter: bool = False
    household: str | None = None
    lives_with: str | None = None
    weight: int = 0
    excluded_until: date | None = None
    closed_on: date | None = None


class Deadline(NamedTuple):
    """What falls due next for a citizen."""

    due_on: date
    act_by: date
    label: str


def next_deadlines(items: Sequence[QueueItem]) -> Mapping[str, Deadline]:
    """The first thing of the queue that is to be done, by case; what waits for others is nobody's deadline here."""
    found: dict[str, Deadline] = {}
    for item in items:
        if item.case_id is None or item.lane is Lane.WAITING:
            continue
        before = found.get(item.case_id)
        if before is None or (item.act_by, item.due_on) < (before.act_by, before.due_on):
            found[item.case_id] = Deadline(item.due_on, item.act_by, item.label)
    return found
