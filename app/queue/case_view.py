"""One citizen's facts as of a day: benefit, episode, match, stays and plan, worked out once for all rules.

An *episode* is a row of benefit periods without a gap: the clock of the duties counts from its first day. A
change between benefits that the rule set names as one (cash and start assistance) does not break it, a gap or
any other benefit does. An *offer* is a stay in anything but what the rule set says is none (a mentor).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from app.queue.facts import BenefitFact, CaseFacts, PlacementFact, PlanFact, SummonsFact
from app.rules.book import RuleBook
from app.rules.dated_rule import DatedRule
from app.rules.rule import Parameters
from db.values.offers import OfferKind, OrderState, PlacementState
from db.values.people import BenefitType
from db.values.plans import PlanState

_DAY = timedelta(days=1)
_NONE = BenefitType.NONE
_PLANNED, _RUNNING, _DROPPED = PlacementState.PLANNED, PlacementState.RUNNING, PlacementState.DROPPED
_MENTOR = OfferKind.MENTOR
_AGREED = PlanState.AGREED

# An order in one of these has not reached the provider, or nothing will come of it.
NOT_UNDER_WAY = frozenset({
    OrderState.PROPOSED,
    OrderState.DRAFT,
    OrderState.FOR_APPROVAL,
    OrderState.READY,
    OrderState.DECLINED,
    OrderState.WITHDRAWN,
})  # fmt: skip


class CaseView:
    """What the rules ask about a citizen, as of `today`.

    `episode` is the first benefit period of the running episode, None without a benefit; `episode_before` the
    last day of the one before it. `running`, `planned` are offers now and to come, `ended` those that are
    over with their last day, `mentors` running mentor stays. `coming` are summonses still to be kept.
    """

    __slots__ = (
        "benefit", "case", "coming", "ended", "episode", "episode_before", "match", "matched_on", "mentors",
        "parameters", "planned", "rule_book", "running", "today",
    )  # fmt: skip

    def __init__(self, case: CaseFacts, rule_book: RuleBook, parameters: Parameters, today: date) -> None:
        """Work out everything that more than one rule asks for; `parameters` are those of `today`."""
        self.case = case
        self.rule_book = rule_book
        self.parameters = parameters
        self.today = today
        self.benefit: BenefitType = _NONE
        self.episode: BenefitFact | None = None
        self.episode_before: date | None = None
        if case.benefits:
            self._read_benefits(case.benefits)
        self.match: int | None = None
        self.matched_on: date | None = None
        if case.matches:
            self._read_matches()
        self.running: Sequence[PlacementFact] = ()
        self.planned: Sequence[PlacementFact] = ()
        self.mentors: Sequence[PlacementFact] = ()
        self.ended: Sequence[tuple[date, PlacementFact]] = ()
        if case.placements:
            self._read_placements()
        self.coming: Sequence[SummonsFact] = ()
        if case.summonses:
            self._read_summonses()

    @property
    def born(self) -> date:
        """The citizen's day of birth."""
        return self.case.born

    @property
    def area_name(self) -> str | None:
        """The housing area."""
        return self.case.area_name

    @property
    def in_campaign_area(self) -> bool:
        """Whether the housing area has a jobplan campaign."""
        return self.case.campaign is not None

    @property
    def spouse_on_cash_assistance(self) -> bool:
        """Whether a spouse in the household is on cash assistance."""
        return self.case.spouse_on_cash_assistance

    @property
    def vocational_education(self) -> bool | None:
        """Whether the citizen has one; None when nobody knows."""
        return self.case.vocational_education

    @property
    def children_at_home(self) -> int | None:
        """How many; None when nobody knows."""
        return self.case.children_at_home

    def row(self, kind: str, day: date) -> DatedRule | None:
        """The rule row that an event of this kind on `day` follows for this citizen."""
        for row in self.rule_book.rows_on(kind, day):
            if row.holds_for(self, day):
                return row
        return None

    def plans_in_force(self) -> list[PlanFact]:
        """The agreed versions that are not closed, one a plan: the highest version of each number."""
        if len(self.case.plans) == 1:
            (plan,) = self.case.plans
            in_force = plan.state is _AGREED and (plan.closed_on is None or plan.closed_on > self.today)
            return [plan] if in_force else []
        newest: dict[str, PlanFact] = {}
        for plan in self.case.plans:
            if plan.state is _AGREED and (plan.closed_on is None or plan.closed_on > self.today):
                other = newest.get(plan.plan_no)
                if other is None or (plan.version, plan.id) > (other.version, other.id):
                    newest[plan.plan_no] = plan
        return list(newest.values())

    def has_plan(self) -> bool:
        """Whether a plan of a kind that the benefit asks for is agreed and in force."""
        kinds = self.parameters.plan_kinds_by_benefit.get(self.benefit, self.parameters.plan_kinds)
        for plan in self.case.plans:
            if plan.state is _AGREED and plan.kind in kinds and (plan.closed_on is None or plan.closed_on > self.today):
                return True
        return False

    def last_end(self) -> tuple[date, PlacementFact] | None:
        """The last day of the offer that ended last, and the offer."""
        if len(self.ended) <= 1:
            return self.ended[0] if self.ended else None
        return max(self.ended, key=_end_and_id)

    def ordered_since(self, day: date) -> bool:
        """Whether an order was sent on or after `day` and something may still come of it."""
        orders = self.case.orders
        return bool(orders) and any(
            order.sent_on is not None and order.sent_on >= day and order.state not in NOT_UNDER_WAY for order in orders
        )

    def _read_benefits(self, benefits: tuple[BenefitFact, ...]) -> None:
        today = self.today
        if len(benefits) > 1:
            benefits = tuple(sorted(benefits, key=_start_and_id))
        current = None
        for period in benefits:
            if period.from_on <= today and (period.to_on is None or period.to_on >= today):
                current = period
        if current is None or current.benefit is _NONE:
            return
        self.benefit = current.benefit
        alike = {current.benefit}
        for group in self.parameters.one_episode:
            if current.benefit in group:
                alike.update(group)
        first = current
        for period in reversed(benefits):
            if period is current or period.benefit not in alike or period.from_on > first.from_on:
                continue
            if period.to_on is not None and period.to_on + _DAY < first.from_on:
                self.episode_before = period.to_on
                break
            first = period
        self.episode = first

    def _read_matches(self) -> None:
        last = None
        for match in self.case.matches:
            if match.assessed_on <= self.today and (
                last is None or (match.assessed_on, match.id) > (last.assessed_on, last.id)
            ):
                last = match
        if last is not None:
            self.match = last.category
            self.matched_on = last.assessed_on

    def _read_placements(self) -> None:
        today = self.today
        no_offer = self.parameters.kinds_that_are_no_offer
        running: list[PlacementFact] = []
        planned: list[PlacementFact] = []
        mentors: list[PlacementFact] = []
        ended: list[tuple[date, PlacementFact]] = []
        for stay in self.case.placements:
            if stay.state is _DROPPED:
                continue
            if stay.kind in no_offer:
                if stay.kind is _MENTOR and stay.state is _RUNNING and end_of(stay, today) is None:
                    mentors.append(stay)
                continue
            end = end_of(stay, today)
            if end is not None:
                ended.append((end, stay))
            elif stay.state is not _PLANNED:
                (running if stay.from_on <= today else planned).append(stay)
            elif stay.to_on is None or stay.to_on >= today:
                planned.append(stay)
        self.running, self.planned, self.mentors, self.ended = running, planned, mentors, ended

    def _read_summonses(self) -> None:
        today = self.today
        coming = [
            summons
            for summons in self.case.summonses
            if summons.meets_on >= today and summons.attendance is None and not summons.talk_held
        ]
        coming.sort(key=lambda summons: (summons.meets_on, summons.meets_at or "", summons.id))
        self.coming = coming


def end_of(stay: PlacementFact, today: date) -> date | None:
    """The last day of a stay that is over: the real one, else the planned one once it has passed.

    A stay that is registered as completed or stopped without any day it can have ended on counts from its
    first day, since that is the earliest the duties can count from. A planned stay never ends by itself.
    """
    if stay.ended_on is not None:
        return stay.ended_on if stay.ended_on <= today else None
    if stay.state is _PLANNED:
        return None
    passed = stay.to_on is not None and stay.to_on < today
    if stay.state is _RUNNING:
        return stay.to_on if passed else None
    return stay.to_on if passed else stay.from_on


def _start_and_id(period: BenefitFact) -> tuple[date, str]:
    return period.from_on, period.id


def _end_and_id(ended: tuple[date, PlacementFact]) -> tuple[date, str]:
    return ended[0], ended[1].id
