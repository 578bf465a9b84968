"""One row of the queue, as the engine gives it: a frozen value with its reason and source."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Lane(StrEnum):
    """Where a row stands on the day's page. The stored and exported values are the English names."""

    OVERDUE = "overdue"
    TODAY = "today"
    THIS_WEEK = "this_week"
    FOUR_WEEKS = "four_weeks"
    LATER = "later"
    AGREED = "agreed"
    WAITING = "waiting"


class QueueItem(NamedTuple):
    """Something that falls due for one citizen (or for nobody: a loose reminder has `case_id` None).

    `key` is `kind/case/event/occurrence` and stays the same however often the queue is computed. `due_on`
    is the legal date, `act_by` the last working day on or before it, `opens_on` the first day the row is
    seen, `amber_on` the first day it is amber. `consequence` is the class 1 to 4: citizen's right, others
    wait for us, target or reimbursement, data quality. `rule` names rule set and rule
    (`koebenhavn-2007:CONTACT_DUE`). `waiting_for` is the Danish name of whose turn it is, None when it is
    ours, and `waiting_since` the day it became theirs. `excluded` is the Danish reason why the person is
    left out of the indicators today. `agreed` is the Danish text of the summons that covers the row.
    `worker_id` is whose queue it stands in: the holder's, or the colleague's it was handed to.
    """

    key: str
    kind: str
    label: str
    case_id: str | None
    citizen: str
    born: date | None
    due_on: date
    act_by: date
    opens_on: date
    amber_on: date
    lane: Lane
    consequence: int
    rule: str
    source: str
    reason: str
    counted_from: date
    event_id: str
    worker_id: str | None = None
    holder_name: str | None = None
    unit_id: str | None = None
    area_name: str | None = None
    household_key: str | None = None
    match: int | None = None
    benefit: str | None = None
    waiting_for: str | None = None
    waiting_since: date | None = None
    excluded: str | None = None
    agreed: str | None = None
    snoozed_until: date | None = None
