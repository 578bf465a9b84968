"""Which version of a jobplan is in force on a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.queue.facts import PlanFact
from db.values.plans import PlanState

_WAS_AGREED = frozenset({PlanState.AGREED, PlanState.REPLACED, PlanState.CLOSED})


def plan_in_force(versions: Iterable[PlanFact], on: date) -> PlanFact | None:
    """The agreed version that holds on the day; None when none does.

    A version holds from `valid_from`, though never before the day it was agreed, and until the next one does
    or the plan is closed. Of two from the same day the higher version holds.
    """
    agreed = [plan for plan in versions if plan.state in _WAS_AGREED and _holds_from(plan) <= on]
    newest = max(agreed, key=lambda plan: (_holds_from(plan), plan.version, plan.id), default=None)
    if newest is None or (newest.closed_on is not None and newest.closed_on <= on):
        return None
    return newest


def _holds_from(plan: PlanFact) -> date:
    return max(plan.valid_from, plan.agreed_on or plan.valid_from)
