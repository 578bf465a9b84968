"""Facts for the queue, built from what a test says; everything else is an ordinary citizen on cash assistance."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from app.queue.facts import (
    ApplicationFact,
    BenefitFact,
    CaseFacts,
    CaseStepFact,
    MatchFact,
    PlacementFact,
    PlanFact,
    QueueFacts,
    ReportFact,
    SicknessFact,
    StepFact,
    TalkFact,
)
from db.values.cases import ApplicationCaseKind, ApplicationCaseState, CaseStepKind, SicknessGroup, WaitingFor
from db.values.offers import OfferKind, OutcomeKind, PlacementState
from db.values.people import BenefitType
from db.values.plans import PlanKind, PlanState
from db.values.talks import ReportState, ReportSubject, StepOwner, TalkForm, TalkPurpose

CASE = "case-1"
HOLDER = "worker-1"


def day(text: str) -> date:
    """A date as it is written: `2007-03-20`."""
    return date.fromisoformat(text)


def benefit(
    from_on: str, to_on: str | None = None, kind: BenefitType = BenefitType.CASH_ASSISTANCE, **more: Any
) -> BenefitFact:
    """A benefit period, on cash assistance unless said otherwise. Its id is `benefit-` and its first day."""
    return BenefitFact(f"benefit-{from_on}", kind, day(from_on), day(to_on) if to_on else None, **more)


def match(on: str, category: int = 3) -> MatchFact:
    """A match assessment."""
    return MatchFact(f"match-{on}", category, day(on))


def talk(on: str, form: TalkForm = TalkForm.INDIVIDUAL, **more: Any) -> TalkFact:
    """A talk with a note."""
    return TalkFact(f"talk-{on}", day(on), form, **more)


def plan(on: str, **more: Any) -> PlanFact:
    """An agreed jobplan, version 1, from a day on."""
    given: dict[str, Any] = {"plan_no": "2007-7KQ2M", "version": 1, "kind": PlanKind.JOBPLAN, "state": PlanState.AGREED}
    return PlanFact(**{"id": f"plan-{on}", **given, "valid_from": day(on), "agreed_on": day(on), **more})


def stay(from_on: str, to_on: str | None, state: PlacementState = PlacementState.RUNNING, **more: Any) -> PlacementFact:
    """A stay in an offer, running unless said otherwise."""
    return PlacementFact(f"stay-{from_on}", day(from_on), day(to_on) if to_on else None, state, **more)


def citizen(**facts: Any) -> CaseFacts:
    """A citizen of 35 with a holder and no facts but those given."""
    given: dict[str, Any] = {
        "case_id": CASE,
        "name": "Amina Yusuf",
        "born": date(1972, 3, 14),
        "holder_id": HOLDER,
        "holder_name": "M. Holm",
    }
    return CaseFacts(**{**given, **facts})


def facts_of(*cases: CaseFacts, **more: Any) -> QueueFacts:
    """The facts of a store with these cases."""
    return QueueFacts(tuple(cases), **more)


_FIRST = ("Amina", "Bent", "Kamilla", "Hassan", "Lene", "Omar", "Fatma", "Jonas", "Mette", "Søren", "Åse", "Ægir")
_LAST = ("Yusuf", "Sørensen", "Dahl", "Ali", "Krag", "Kaya", "Friis", "Lund", "Holm", "Ørsted", "Aagaard", "Berg")
_STEPS = tuple(CaseStepKind)[:6]
_OWNERS = tuple(StepOwner)
_CHECKED = ((3, OutcomeKind.BENEFIT), (6, OutcomeKind.JOB))


def many_cases(count: int, today: date, seed: int = 2007) -> QueueFacts:
    """So many ordinary cases: what a caseworker has, with an application or a sickness case now and then."""
    dice = random.Random(seed)
    return QueueFacts(tuple(_ordinary_case(number, today, dice) for number in range(count)))


def _ordinary_case(number: int, today: date, dice: random.Random) -> CaseFacts:
    def before(most: int, least: int = 0) -> date:
        return today - timedelta(days=dice.randint(least, most))

    def ids(kind: str, dates: Iterable[date]) -> Iterable[tuple[str, date]]:
        return ((f"{number:06}-{kind}-{place}", on) for place, on in enumerate(dates))

    start = before(900, 20)
    talks = sorted(before(700) for _ in range(6))
    end = before(400, 5)
    return CaseFacts(
        case_id=f"{number:08}-0000-7000-8000-000000000000",
        name=f"{dice.choice(_FIRST)} {dice.choice(_LAST)} {dice.choice(_LAST)}",
        born=today - timedelta(days=dice.randint(19 * 365, 60 * 365)),
        holder_id=f"worker-{number % 40}",
        holder_name="M. Holm",
        unit_id="unit-1",
        benefits=(
            BenefitFact(f"{number}-b0", BenefitType.CASH_ASSISTANCE, start - timedelta(400), start - timedelta(100)),
            BenefitFact(f"{number}-b1", BenefitType.CASH_ASSISTANCE, start),
        ),
        matches=tuple(
            MatchFact(row, dice.randint(1, 5), on) for row, on in ids("m", sorted(before(800) for _ in range(3)))
        ),
        talks=tuple(TalkFact(row, on, TalkForm.INDIVIDUAL, TalkPurpose.CONTACT) for row, on in ids("t", talks)),
        reports=tuple(
            ReportFact(row, ReportSubject.TALK, row, on, ReportState.TO_SEND if on == talks[-1] else ReportState.SENT)
            for row, on in ids("r", talks)
        ),
        plans=tuple(
            PlanFact(row, row, 1, PlanKind.JOBPLAN, PlanState.AGREED, on, on) for row, on in ids("p", (before(200),))
        ),
        steps=tuple(
            StepFact(row, "CV på Jobnet", dice.choice(_OWNERS), on + timedelta(30), on, dice.choice((None, on, on)))
            for row, on in ids("s", (before(60), before(60), before(60)))
        ),
        placements=(
            PlacementFact(
                f"{number}-o0", end - timedelta(91), end, PlacementState.COMPLETED, "Dansk og rengøring",
                OfferKind.GUIDANCE_UPSKILLING, ended_on=end, outcomes_checked=_CHECKED,
            ),
            PlacementFact(
                f"{number}-o1", today - timedelta(20), today + timedelta(dice.randint(1, 90)),
                dice.choice((PlacementState.RUNNING, PlacementState.DROPPED)), "Storkøkken",
                OfferKind.COMPANY_PLACEMENT,
            ),
        ),
        applications=(_application(number, before(200)),) if number % 10 == 0 else (),
        sicknesses=(
            SicknessFact(
                f"{number}-k", today - timedelta(90), today - timedelta(85), SicknessGroup.FOUR_WEEKS,
                follow_ups=(before(40),),
            ),
        )
        if number % 10 == 1
        else (),
    )  # fmt: skip


def _application(number: int, applied: date) -> ApplicationFact:
    steps = tuple(
        CaseStepFact(
            f"{number}-a{place}",
            step,
            applied + timedelta(20 * place),
            done_on=applied + timedelta(20 * place + 10) if place < 4 else None,
            waiting_for=WaitingFor.GP if place == 4 else None,
            sent_on=applied + timedelta(80) if place == 4 else None,
        )
        for place, step in enumerate(_STEPS)
    )
    return ApplicationFact(
        f"{number}-a", ApplicationCaseKind.EARLY_PENSION, applied, ApplicationCaseState.IN_PROGRESS, steps
    )
