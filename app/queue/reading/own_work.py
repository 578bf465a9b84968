"""Mine resultater: what a worker has done in a period, and what came of it for the worker's own citizens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.queue.reading.rows import LIVE, Connection
from db.values.people import ClosingReason
from db.values.plans import PlanState
from db.values.talks import NoteKind

_TO_WORK = (ClosingReason.ORDINARY_JOB, ClosingReason.PART_TIME_JOB, ClosingReason.EDUCATION)


class Period(StrEnum):
    """How far one looks back: from the first day of the running week, month or quarter."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


@dataclass(frozen=True, slots=True)
class OwnWork:
    """Both days are included. The last two are about the worker's citizens, whoever did it."""

    from_on: date
    to_on: date
    talks: int
    calls: int
    matches: int
    plans: int
    offers: int
    to_work: int


def began_on(period: Period, today: date) -> date:
    """The period's first day."""
    match period:
        case Period.WEEK:
            return today - timedelta(days=today.weekday())
        case Period.MONTH:
            return today.replace(day=1)
        case Period.QUARTER:
            return today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)


def read_own_work(connection: Connection, worker_id: str, period: Period, today: date) -> OwnWork:
    """Count it. A citizen counts for the worker who held the case on the day it happened."""
    first, last = began_on(period, today).isoformat(), today.isoformat()

    def count(sql: str, *values: object) -> int:
        ((found,),) = connection.execute(sql, values)
        return int(found)

    held = (
        "exists (select 1 from case_holding h where h.case_id = r.case_id and h.worker_id = ? and h.gone = 0"
        " and h.withdrawn_on is null and h.from_on <= {day} and (h.to_on is null or h.to_on >= {day}))"
    )
    within = f"{LIVE} and {{day}} between ? and ?"
    reasons = ", ".join("?" for _ in _TO_WORK)
    return OwnWork(
        began_on(period, today),
        today,
        talks=count(
            f"select count(*) from talk r where {within.format(day='held_on')} and held_by = ?", first, last, worker_id
        ),
        calls=count(
            f"select count(*) from note r where {within.format(day='noted_on')} and noted_by = ? and kind = ?",
            first, last, worker_id, NoteKind.PHONE.value,
        ),
        matches=count(
            f"select count(*) from match_assessment r where {within.format(day='assessed_on')} and assessed_by = ?",
            first, last, worker_id,
        ),
        plans=count(
            f"select count(*) from job_plan r where {within.format(day='agreed_on')} and made_by = ? and state <> ?",
            first, last, worker_id, PlanState.DRAFT.value,
        ),
        offers=count(
            f"select count(*) from placement r where {within.format(day='r.from_on')} and state <> 'dropped'"
            f" and state <> 'planned' and {held.format(day='r.from_on')}",
            first, last, worker_id,
        ),
        to_work=count(
            f"select count(distinct r.case_id) from case_closing r where {within.format(day='r.closed_on')}"
            f" and reopened_on is null and reason in ({reasons}) and {held.format(day='r.closed_on')}",
            first, last, *(reason.value for reason in _TO_WORK), worker_id,
        ),
    )  # fmt: skip
