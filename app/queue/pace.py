"""Whether a worker keeps pace with the jobplan campaign of an area, week by week."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from app.queue.facts import CampaignFact


class Pace:
    """Counts the persons of each holder and area in a campaign, and how many of them have a plan."""

    def __init__(self, today: date, goal_percent: int) -> None:
        """`goal_percent` is the share that is to have a plan when the campaign ends."""
        self._today = today
        self._goal = goal_percent
        self._all: defaultdict[tuple[str | None, str], int] = defaultdict(int)
        self._with_plan: defaultdict[tuple[str | None, str], int] = defaultdict(int)

    def count(self, holder_id: str | None, area_id: str, *, has_plan: bool) -> None:
        """Count one person."""
        self._all[holder_id, area_id] += 1
        self._with_plan[holder_id, area_id] += has_plan

    def is_behind(self, holder_id: str | None, campaign: CampaignFact) -> bool:
        """Whether fewer have a plan than the whole weeks that have passed ask for, on an even way to the goal."""
        weeks = -(-((campaign.to_on - campaign.from_on).days + 1) // 7)
        passed = min(max((self._today - campaign.from_on).days // 7, 0), weeks)
        whose = (holder_id, campaign.area_id)
        return self._with_plan[whose] * weeks * 100 < self._goal * self._all[whose] * passed
