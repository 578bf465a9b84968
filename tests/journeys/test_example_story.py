"""The worked example, Amina and Yusuf H. in Lundtoftegade, through the use cases and an encrypted store.

Each part goes on where the one before stopped, and says which rows stand in the queue. Every date was reckoned
by hand with a calendar of 2006 and 2007.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import pytest

from app.cases.addresses import split_address
from app.cases.assess_match import AssessMatch, assess_match
from app.cases.benefits import StartBenefit, start_benefit
from app.cases.close_case import CloseCase, close_case
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails
from app.cases.holders import AssignHolder, assign_holder
from app.cases.households import JoinHousehold, join_household
from app.cases.register_citizen import RegisterCitizen, register_citizen
from app.cases.workers import CreateWorker, create_worker
from app.changes import Done
from app.clock import FixedClock
from app.ids import NewId, seeded_ids
from app.jobplan.agree_plan import AgreeSimplePlan, Goal, Step, agree_simple_plan
from app.jobplan.plan_steps import FinishPlanStep, finish_plan_step
from app.orders.placements import (
    ChangePlacement,
    CheckOutcome,
    DecideNextStep,
    EndPlacement,
    PlanPlacement,
    StartPlacement,
    change_placement,
    check_outcome,
    decide_next_step,
    end_placement,
    plan_placement,
    start_placement,
)
from app.queue.engine import queue_items
from app.queue.facts_reader import read_facts
from app.queue.item import QueueItem
from app.reference.seed import reference_id, seed_reference
from app.rules.book import standard_rule_book
from app.talks.hold_talk import HoldTalk, Warned, hold_talk
from app.talks.reports import MarkSent, mark_sent, reports_to_send
from app.talks.summon import Meeting, Summon, summon
from app.work import Work, working
from db.store.store import Store
from db.values.cases import WarningKind
from db.values.offers import OfferKind, OutcomeKind, PlacementState
from db.values.people import BenefitType, ClosingReason, MatchBasis, Role
from db.values.talks import StepOwner, TalkForm, TalkPurpose

Request = TypeVar("Request")

HOME = "Lundtoftegade 47, 3. th., 2200 København N"
KITCHEN = Goal("køkkenmedhjælper", 25, date(2007, 12, 1))
CANTEEN = Goal("kantinemedhjælper", 37, date(2008, 6, 1))
STEPS = (
    Step("CV på Jobnet", StepOwner.CITIZEN, date(2007, 2, 23)),
    Step("Pasning efter skole", StepOwner.CITIZEN, date(2007, 2, 28)),
    Step("Mød køkkenlederen", StepOwner.JOBCENTRE, date(2007, 3, 8)),
)


@dataclass(slots=True)
class Office:
    """A caseworker with a store, on whatever day the story has come to."""

    store: Store
    today: date = date(2006, 10, 2)
    make_id: NewId = field(default_factory=lambda: seeded_ids(1))
    me: str | None = None
    amina: str = ""
    yusuf: str = ""
    seconds: int = 0

    def do(self, use_case: Callable[[Work, Request], Done], request: Request) -> Done:
        """Run a use case a second after the one before, in a transaction of its own."""
        self.seconds += 1
        clock = FixedClock(self.today, time(9, *divmod(self.seconds, 60)))
        name = use_case.__name__
        with working(self.store, author=self.me, clock=clock, make_id=self.make_id, use_case=name) as work:
            return use_case(work, request)

    def items(self) -> tuple[QueueItem, ...]:
        """The rows of the queue."""
        with self.store.raw_reader() as connection:
            facts = read_facts(connection, self.today)
        return queue_items(facts, standard_rule_book(), self.today)

    def queue(self) -> list[str]:
        """The rows as `Amina CONTACT_DUE 2007-02-20 agreed`, in alphabetical order."""
        return sorted(f"{row.citizen.split()[0]} {row.kind} {row.due_on} {row.lane}" for row in self.items())

    def report(self) -> None:
        """Enter everything in the portal."""
        with self.store.reading() as session:
            lines = reports_to_send(session, worker_id=self.me)
        self.do(mark_sent, MarkSent(tuple(line.id for line in lines), self.today))

    def finish_step(self, text: str) -> None:
        """Tick off the step of that name."""
        (step,) = [row.event_id for row in self.items() if row.kind == "STEP_DUE" and row.label.endswith(text)]
        self.do(finish_plan_step, FinishPlanStep(step, self.today))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Store.create(tmp_path / "store", bytes(range(32))) as store:
        office = Office(store)
        clock = FixedClock(office.today)
        with working(store, author=None, clock=clock, make_id=office.make_id, use_case="seed") as work:
            seed_reference(work)
        yield office


def test_that_each_step_of_the_example_closes_and_opens_what_it_should(office: Office) -> None:
    _reception(office)
    _first_talk(office)
    _what_comes_by_itself(office)
    _the_visit_is_announced(office)
    _match_and_visit(office)
    lessons, kitchen = _from_plan_to_offer(office)
    _extension(office, kitchen)
    _yusufs_talk_and_plan(office)
    _part_time_job(office, lessons, kitchen)
    _yusuf_finds_work(office)
    _what_came_of_it(office, lessons, kitchen)


def _reception(office: Office) -> None:
    unit = reference_id("org_unit", "musvaagevej")
    office.me = office.do(create_worker, CreateWorker("M. Holm", None, Role.CASEWORKER)).id
    for name, cpr in (("Amina H.", "670569-0002"), ("Yusuf H.", "621166-0001")):
        details = CitizenDetails(
            name, split_address(HOME), language="somali", interpreter_needed=True, children_at_home=2
        )
        case = office.do(register_citizen, RegisterCitizen(Cpr.parse(cpr), details)).id
        office.do(assign_holder, AssignHolder(case, office.me, unit, office.today))
        office.do(start_benefit, StartBenefit(case, BenefitType.CASH_ASSISTANCE, date(2006, 10, 1)))
        office.amina, office.yusuf = office.amina or case, case
    office.do(join_household, JoinHousehold(office.yusuf, office.amina, date(1996, 6, 1)))
    # Seven days after 1 October is a Sunday, to be acted on by Friday; the cut-off is six months before 1 April.
    assert office.queue() == [
        "Amina HOURS_RULE_WARNING 2006-10-01 overdue",
        "Amina MATCH_MISSING 2006-10-08 this_week",
        "Yusuf HOURS_RULE_WARNING 2006-10-01 overdue",
        "Yusuf MATCH_MISSING 2006-10-08 this_week",
    ]


def _talk(office: Office, case: str, form: TalkForm, next_contact: date, *warned: Warned) -> None:
    request = HoldTalk(
        case, office.today, form, "Talte om køkkenarbejde.", "Søger i kantiner", next_contact,
        match_kept=True, warned=warned,
    )  # fmt: skip
    office.do(hold_talk, request)


def _first_talk(office: Office) -> None:
    office.today = date(2006, 11, 20)
    hours_rule = Warned(WarningKind.HOURS_RULE, "2", in_writing=True)
    for case in (office.amina, office.yusuf):
        _talk(office, case, TalkForm.INDIVIDUAL, date(2007, 2, 14), hours_rule)
    # "Match unchanged" does not make a match where there is none.
    assert office.queue() == [
        "Amina MATCH_MISSING 2006-10-08 overdue",
        "Amina PORTAL_REPORT 2006-11-27 four_weeks",
        "Yusuf MATCH_MISSING 2006-10-08 overdue",
        "Yusuf PORTAL_REPORT 2006-11-27 four_weeks",
    ]
    office.report()
    assert office.queue() == ["Amina MATCH_MISSING 2006-10-08 overdue", "Yusuf MATCH_MISSING 2006-10-08 overdue"]


def _what_comes_by_itself(office: Office) -> None:
    # The campaign began with the year; the ceiling, 1 April, opens its warning of 2 March 45 days before that.
    office.today = date(2007, 1, 22)
    before = [
        "Amina CEILING_WARNING 2007-03-02 later",
        "Amina MATCH_MISSING 2006-10-08 overdue",
        "Amina PLAN_CAMPAIGN 2007-12-31 later",
        "Yusuf CEILING_WARNING 2007-03-02 later",
        "Yusuf MATCH_MISSING 2006-10-08 overdue",
        "Yusuf PLAN_CAMPAIGN 2007-12-31 later",
    ]
    assert office.queue() == before
    # Three months after 20 November, and 28 days before that.
    office.today = date(2007, 1, 23)
    contact = ["Amina CONTACT_DUE 2007-02-20 four_weeks", "Yusuf CONTACT_DUE 2007-02-20 four_weeks"]
    assert office.queue() == sorted([*before, *contact])


def _the_visit_is_announced(office: Office) -> None:
    office.today = date(2007, 2, 5)
    visit = Meeting(TalkPurpose.CONTACT, TalkForm.HOME_VISIT, date(2007, 2, 14), time(10, 15), sent_on=office.today)
    for case in (office.amina, office.yusuf):
        office.do(summon, Summon(case, visit))
    assert office.queue() == [
        "Amina CEILING_WARNING 2007-03-02 agreed",
        "Amina CONTACT_DUE 2007-02-20 agreed",
        "Amina MATCH_MISSING 2006-10-08 agreed",
        "Amina PLAN_CAMPAIGN 2007-12-31 agreed",
        "Yusuf CEILING_WARNING 2007-03-02 agreed",
        "Yusuf CONTACT_DUE 2007-02-20 agreed",
        "Yusuf MATCH_MISSING 2006-10-08 agreed",
        "Yusuf PLAN_CAMPAIGN 2007-12-31 agreed",
    ]
    assert {row.agreed for row in office.items()} == {"Indkaldt 14.02 kl. 10.15"}
    # Both stand under one roof in the list.
    assert len({row.household_key for row in office.items()} - {None}) == 1


def _match_and_visit(office: Office) -> None:
    office.today = date(2007, 2, 12)
    for case, category in ((office.amina, 4), (office.yusuf, 3)):
        basis = (MatchBasis.LANGUAGE, MatchBasis.SKILLS)
        office.do(assess_match, AssessMatch(case, category, office.today, basis, "Modul 2 bestået"))
    assert [row for row in office.queue() if "MATCH" in row or "REPORT" in row] == [
        "Amina PORTAL_REPORT 2007-02-19 four_weeks",
        "Yusuf PORTAL_REPORT 2007-02-19 four_weeks",
    ]
    office.today = date(2007, 2, 14)
    ceiling = Warned(WarningKind.CEILING, "2", in_writing=True, understood=True)
    for case in (office.amina, office.yusuf):
        _talk(office, case, TalkForm.HOME_VISIT, date(2007, 3, 20), ceiling)
    plan = AgreeSimplePlan(office.amina, office.today, KITCHEN, STEPS, date(2007, 8, 14))
    office.do(agree_simple_plan, plan)
    # Contact and warning are closed for both, the plan for her alone.
    assert office.queue() == [
        "Amina PORTAL_REPORT 2007-02-19 four_weeks",
        "Amina PORTAL_REPORT 2007-02-21 four_weeks",
        "Yusuf PLAN_CAMPAIGN 2007-12-31 later",
        "Yusuf PORTAL_REPORT 2007-02-19 four_weeks",
        "Yusuf PORTAL_REPORT 2007-02-21 four_weeks",
    ]
    office.report()


def _from_plan_to_offer(office: Office) -> tuple[str, str]:
    yusuf = "Yusuf PLAN_CAMPAIGN 2007-12-31 later"
    office.today = date(2007, 2, 15)
    lessons = PlanPlacement(
        office.amina, "T-105", "Danskuddannelse", date(2007, 3, 1), date(2007, 8, 31),
        kind=OfferKind.DANISH_LESSONS, ordered_on=office.today, weekly_hours=9,
    )  # fmt: skip
    kitchen = PlanPlacement(
        office.amina, "T-101", "Virksomhedspraktik", date(2007, 3, 15), date(2007, 6, 13),
        kind=OfferKind.COMPANY_PLACEMENT, ordered_on=office.today, weekly_hours=15,
    )  # fmt: skip
    planned = [office.do(plan_placement, each) for each in (lessons, kitchen)]
    # The plan was agreed before: neither a notice nor a row asks for one.
    assert [done.notices for done in planned] == [(), ()]
    assert office.queue() == [yusuf]
    # Her own step waits for her, seven days before its date.
    office.today = date(2007, 2, 16)
    assert office.queue() == ["Amina STEP_DUE 2007-02-23 waiting", yusuf]
    office.today = date(2007, 2, 23)
    office.finish_step("CV på Jobnet")
    assert office.queue() == ["Amina STEP_DUE 2007-02-28 waiting", yusuf]
    office.finish_step("Pasning efter skole")
    # The lessons began yesterday and nobody has said so; meeting the kitchen's leader is our own step.
    office.today = date(2007, 3, 2)
    assert office.queue() == [
        "Amina DATA_QUALITY 2007-03-16 four_weeks",
        "Amina STEP_DUE 2007-03-08 four_weeks",
        yusuf,
    ]
    office.do(start_placement, StartPlacement(planned[0].id, date(2007, 3, 1)))
    office.today = date(2007, 3, 8)
    assert office.queue() == ["Amina STEP_DUE 2007-03-08 today", yusuf]
    office.finish_step("Mød køkkenlederen")
    assert office.queue() == [yusuf]
    office.today = date(2007, 3, 15)
    office.do(start_placement, StartPlacement(planned[1].id, office.today))
    office.today = date(2007, 3, 20)
    _talk(office, office.amina, TalkForm.INDIVIDUAL, date(2007, 5, 3))
    assert office.queue() == ["Amina PORTAL_REPORT 2007-03-27 four_weeks", yusuf]
    office.report()
    return planned[0].id, planned[1].id


def _extension(office: Office, kitchen: str) -> None:
    # In an offer her contact duty rests; his talk of 14 February is three months old on 14 May.
    office.today = date(2007, 5, 3)
    assert office.queue() == ["Yusuf CONTACT_DUE 2007-05-14 four_weeks", "Yusuf PLAN_CAMPAIGN 2007-12-31 later"]
    office.do(change_placement, ChangePlacement(kitchen, date(2007, 7, 25), 20))


def _yusufs_talk_and_plan(office: Office) -> None:
    office.today = date(2007, 5, 10)
    _talk(office, office.yusuf, TalkForm.INDIVIDUAL, date(2007, 8, 10))
    steps = (Step("Ringer til lageret", StepOwner.JOBCENTRE),)
    office.do(agree_simple_plan, AgreeSimplePlan(office.yusuf, office.today, Goal("lager"), steps, date(2007, 11, 9)))
    # Five working days, and Ascension Day, 17 May, is none of them.
    assert office.queue() == ["Yusuf PORTAL_REPORT 2007-05-18 four_weeks"]
    office.report()
    # The day after the end that was first planned: the stay goes on.
    office.today = date(2007, 6, 14)
    assert office.queue() == []


def _part_time_job(office: Office, lessons: str, kitchen: str) -> None:
    yusuf = "Yusuf CONTACT_DUE 2007-08-10 four_weeks"
    office.today = date(2007, 7, 25)
    office.do(
        end_placement,
        EndPlacement(
            kitchen, office.today, PlacementState.COMPLETED, result=OutcomeKind.PART_TIME_JOB, result_hours=20
        ),
    )
    # The lessons end on 31 August and nothing goes on after them.
    assert office.queue() == ["Amina OFFER_ENDING 2007-08-17 four_weeks", yusuf]
    office.today = date(2007, 7, 27)
    up = AssessMatch(office.amina, 3, office.today, (MatchBasis.SKILLS,), "Har fået deltidsjob i en kantine")
    assert office.do(assess_match, up).notices == ("Opmatchning fra match 4 til 3.",)
    office.do(decide_next_step, DecideNextStep(lessons, office.today, "Fortsætter i deltidsjobbet"))
    assert office.queue() == ["Amina PORTAL_REPORT 2007-08-03 four_weeks", yusuf]
    office.report()
    # The plan is to be looked through on 14 August, fourteen days from now; it is made anew instead.
    office.today = date(2007, 7, 31)
    assert office.queue() == ["Amina PLAN_REVIEW 2007-08-14 four_weeks", yusuf]
    steps = (Step("Flere timer i kantinen", StepOwner.CITIZEN),)
    new = AgreeSimplePlan(
        office.amina, office.today, CANTEEN, steps, date(2008, 1, 31), reason_for_change="Deltidsjob fra 1. august"
    )
    office.do(agree_simple_plan, new)
    assert office.queue() == [yusuf]


def _yusuf_finds_work(office: Office) -> None:
    office.today = date(2007, 8, 9)
    closing = CloseCase(office.yusuf, office.today, ClosingReason.ORDINARY_JOB, weekly_hours=37, employer="Lageret")
    office.do(close_case, closing)
    assert office.queue() == []


def _what_came_of_it(office: Office, lessons: str, kitchen: str) -> None:
    office.today = date(2007, 8, 31)
    passed = EndPlacement(lessons, office.today, PlacementState.COMPLETED, result=OutcomeKind.PART_TIME_JOB)
    office.do(end_placement, passed)
    office.today = date(2007, 10, 17)
    assert office.queue() == []
    office.today = date(2007, 10, 18)
    assert office.queue() == ["Amina OUTCOME_CHECK 2007-10-25 four_weeks"]
    office.do(check_outcome, CheckOutcome(kitchen, 3, office.today, OutcomeKind.PART_TIME_JOB, job_hours=20))
    assert office.queue() == []
    # The lessons ended on 31 August: the contact duty and their own first check fall on the last of November.
    office.today = date(2007, 11, 23)
    assert office.queue() == ["Amina CONTACT_DUE 2007-11-30 four_weeks", "Amina OUTCOME_CHECK 2007-11-30 four_weeks"]
    _talk(office, office.amina, TalkForm.INDIVIDUAL, date(2008, 2, 20))
    office.do(check_outcome, CheckOutcome(lessons, 3, office.today, OutcomeKind.PART_TIME_JOB, job_hours=20))
    office.report()
    office.today = date(2008, 1, 18)
    assert office.queue() == ["Amina OUTCOME_CHECK 2008-01-25 four_weeks", "Amina PLAN_REVIEW 2008-01-31 four_weeks"]
