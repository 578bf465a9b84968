"""Catalogue, outcomes and citizen as they are read out of a store."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.cases.assess_match import AssessMatch, assess_match
from app.cases.benefits import StartBenefit, start_benefit
from app.changes import Done
from app.guide.catalogue import Catalogue, read_catalogue, whole_price
from app.guide.citizen_profile import read_profile
from app.guide.figures import Level, figures_for, figures_of
from app.guide.offer_profile import offer_profile
from app.guide.outcomes import Outcomes, Tally, read_outcomes, tally_of
from app.guide.target_group import CitizenProfile, TargetGroup
from app.orders.placements import (
    CheckOutcome,
    EndPlacement,
    PlanPlacement,
    StartPlacement,
    check_outcome,
    end_placement,
    plan_placement,
    start_placement,
)
from app.queue.reading.session import as_connection
from app.work import Work
from db.errors import Refused
from db.rows.cases import SicknessCaseRow
from db.rows.offers import (
    IndustryRow,
    OfferCriterionRow,
    OfferIndustryRow,
    OfferQuestionRow,
    OfferResultRow,
    OfferRow,
    OfferStartRow,
    OfferTargetGroupRow,
    PartServiceRow,
    ProviderContractRow,
    ProviderRow,
    QuestionRow,
)
from db.rows.orders import FeedbackRow, OfferOrderRow, OrderAnswerRow, OrderQuestionRow
from db.rows.organisation import HousingAreaRow
from db.rows.people import CitizenRow, HouseholdMemberRow, LanguageAssessmentRow
from db.rows.plans import JobPlanRow, PlanGoalRow
from db.values.offers import (
    AgeBand,
    AnswerAt,
    AnswerKind,
    FeedbackKind,
    OfferKind,
    OrderState,
    OutcomeKind,
    PlacementState,
    ReceivedHow,
)
from db.values.people import BenefitType, HouseholdPart, MatchBasis
from db.values.plans import PlanKind, PlanState
from tests.helpers.desk import Desk

Add = Callable[[Any], str]
CASH = BenefitType.CASH_ASSISTANCE


@pytest.fixture
def add(desk: Desk) -> Add:
    def write(work: Work, row: Any) -> Done:
        return Done(work.add(row).id, work.changes())

    return lambda row: desk.do(write, row).id


def read(desk: Desk) -> tuple[Catalogue, Outcomes]:
    with desk.memory.reading() as session:
        connection = as_connection(session)
        return read_catalogue(connection), read_outcomes(connection)


def test_that_an_offer_is_read_with_everything_that_belongs_to_it(desk: Desk, add: Add) -> None:
    cleaning = add(IndustryRow(name="Rengøring og service", rank=1))
    provider = add(ProviderRow(name="Rengøringsskolen", search_text="rengoringsskolen", phone="01 34 56 07"))
    add(ProviderContractRow(provider_id=provider, contract_no="14", kind="framework"))
    row = add(
        OfferRow(
            offer_no="T-103",
            title="Rengøring og dansk",
            search_text="indhold om moppe",
            provider_id=provider,
            kind=OfferKind.DANISH_LESSONS,
            match_from=4,
            price_per_week=650_00,
            weeks=13,
            strategy_note="Mod ordinære timer",
        )
    )
    add(OfferIndustryRow(offer_id=row, industry_id=cleaning))
    for group in ("language", "from-a-newer-program"):
        add(OfferTargetGroupRow(offer_id=row, target_group=group))
    add(OfferCriterionRow(offer_id=row, text="Er fyldt 18 år", version_on=date(2007, 3, 1)))
    add(PartServiceRow(offer_id=row, title="Afprøvning", weeks=4, price=2_600_00))
    for day in (date(2007, 5, 7), date(2007, 4, 2)):
        add(OfferStartRow(offer_id=row, starts_on=day, free_places=3))
    add(OfferQuestionRow(offer_id=row, code="Q01"))
    add(OfferQuestionRow(offer_id=row, code="Q99"))
    add(QuestionRow(code="Q01", text="Hvor mange timer?", answer_kind=AnswerKind.HOURS))
    add(OfferRow(offer_no="T-104", title="Uden leverandør", search_text="", kind=OfferKind.OTHER))
    add(OfferRow(offer_no="T-105", title="Væk", search_text="", kind=OfferKind.OTHER, withdrawn_on=date(2007, 3, 1)))
    made, _ = read(desk)
    first, bare = made.offers
    assert (first.provider, first.industries, first.questions) == (
        "Rengøringsskolen",
        frozenset({cleaning}),
        frozenset({"Q01", "Q99"}),
    )
    assert first.own_groups == {TargetGroup.LANGUAGE}
    assert first.groups == {
        TargetGroup.LANGUAGE,
        TargetGroup.MATCH_4,
        TargetGroup.MATCH_5,
        TargetGroup.MATCH_4_5,
    }
    assert first.starts == (date(2007, 4, 2), date(2007, 5, 7))
    assert (first.demands[0].text, first.part_services[0].price, whole_price(first)) == (
        "Er fyldt 18 år",
        260_000,
        845_000,
    )
    for word in ("t-103", "rengoring og dansk", "moppe", "danskuddannelse", "rengoringsskolen", "service"):
        assert word in first.search_text
    assert (bare.provider, bare.provider_id, bare.groups, bare.price_per_week) == ("", None, frozenset(), None)
    assert (made.withdrawn, [each.name for each in made.industries]) == (frozenset({"T-105"}), ["Rengøring og service"])
    with desk.memory.reading() as session:
        profile = offer_profile(session, row)
        nobody = offer_profile(session, "nobody")
    assert nobody is None
    assert profile is not None
    assert (profile.provider, profile.phone, profile.approach) == (
        "Rengøringsskolen",
        "01 34 56 07",
        "Mod ordinære timer",
    )
    assert [(each.code, each.text) for each in profile.questions] == [("Q01", "Hvor mange timer?"), ("Q99", "Q99")]
    assert [each.on for each in profile.starts] == [date(2007, 4, 2), date(2007, 5, 7)]
    assert [each.contract_no for each in profile.contracts] == ["14"]


def test_that_history_is_added_up_and_dated_by_its_newest_outcome(desk: Desk, add: Add) -> None:
    def result(offer_no: str, six: OutcomeKind | None, **fields: Any) -> None:
        usual = {
            "match": 4,
            "benefit": CASH,
            "age_band": AgeBand.FROM_30,
            "completed": True,
            "ended_on": date(2006, 5, 1),
        }
        add(OfferResultRow(offer_no=offer_no, outcome_6_months=six, **{**usual, **fields}))

    result("A", OutcomeKind.JOB, outcome_3_months=OutcomeKind.BENEFIT, new_match=3)
    result("A", OutcomeKind.PART_TIME_JOB, completed=False, new_match=4)
    result("A", OutcomeKind.SUBSIDISED_JOB, outcome_3_months=OutcomeKind.EDUCATION)
    result("A", OutcomeKind.UNKNOWN, outcome_3_months=OutcomeKind.MOVED)
    result("A", None, ended_on=date(2006, 12, 1))
    result("A", OutcomeKind.BENEFIT, match=None, benefit=None, age_band=None, new_match=2)
    result("A", OutcomeKind.EDUCATION, match=5, ended_on=date(2006, 8, 1), ended_month_only=True)
    result("A", OutcomeKind.JOB, gone=True)
    result("B", OutcomeKind.BENEFIT)
    _, found = read(desk)
    cells = {cell[:3]: tally_of([cell]) for cell in found.by_offer["A"]}
    assert cells[4, "cash_assistance", "30_49"] == Tally(
        ended=5, completed=4, known_6=3, good_6=2, known_3=2, good_3=1, known_match=2, match_up=1
    )
    assert cells[None, None, None] == Tally(ended=1, completed=1, known_6=1)
    assert cells[5, "cash_assistance", "30_49"] == Tally(ended=1, completed=1, known_6=1, good_6=1)
    assert tally_of(found.by_offer["A"]).ended == 7
    assert found.as_of == date(2007, 2, 28)


def test_that_the_database_counts_as_one_would_by_hand(desk: Desk) -> None:
    rng = random.Random(8)
    unknown = {None, OutcomeKind.UNKNOWN, OutcomeKind.MOVED}
    good = {OutcomeKind.JOB, OutcomeKind.PART_TIME_JOB, OutcomeKind.EDUCATION}
    expected: Counter[str] = Counter()

    def write(work: Work, request: int) -> Done:
        for _ in range(request):
            three, six = (rng.choice((None, *OutcomeKind)) for _ in range(2))
            match, later = (rng.choice((None, 1, 2, 3, 4, 5)) for _ in range(2))
            completed = rng.random() < 0.7
            work.add(
                OfferResultRow(
                    offer_no=rng.choice("AB"),
                    match=match,
                    benefit=rng.choice((None, *BenefitType)),
                    age_band=rng.choice((None, *AgeBand)),
                    ended_on=date(2006, rng.randint(1, 9), 15),
                    completed=completed,
                    outcome_3_months=three,
                    outcome_6_months=six,
                    new_match=later,
                )
            )
            known = match is not None and later is not None
            expected.update(
                ended=1,
                completed=completed,
                known_6=six not in unknown,
                good_6=six in good,
                known_3=three not in unknown,
                good_3=three in good,
                known_match=known,
                match_up=match is not None and later is not None and later < match,
            )
        return Done("")

    desk.do(write, 600)
    _, found = read(desk)
    assert tally_of(cell for cells in found.by_offer.values() for cell in cells)._asdict() == expected


def test_that_nothing_yet_is_no_figure_and_no_date(desk: Desk) -> None:
    made, found = read(desk)
    assert (made.offers, found.by_offer, found.as_of) == ((), {}, None)


def test_that_own_stays_count_as_the_citizen_was_on_the_first_day(desk: Desk) -> None:
    case = desk.citizen(cpr="610177-1002")
    desk.do(start_benefit, StartBenefit(case, CASH, date(2005, 1, 1)))
    desk.do(
        assess_match,
        AssessMatch(case, 4, date(2006, 1, 10), reason="Sprog", basis=(MatchBasis.LANGUAGE,)),
        day=date(2006, 1, 10),
    )
    desk.do(
        assess_match,
        AssessMatch(case, 3, date(2006, 9, 1), reason="Bedre", basis=(MatchBasis.LANGUAGE,)),
        day=date(2006, 9, 1),
    )

    def stay(first: date, last: date | None, state: PlacementState = PlacementState.COMPLETED) -> str:
        row = desk.do(plan_placement, PlanPlacement(case, "T-1", "Rengøring", first, None)).id
        if state is not PlacementState.DROPPED:
            desk.do(start_placement, StartPlacement(row, first))
        if last is not None:
            desk.do(end_placement, EndPlacement(row, last, state, end_reason="Syg"))
        return row

    completed = stay(date(2006, 2, 1), date(2006, 6, 1))
    stopped = stay(date(2006, 3, 1), date(2006, 3, 20), PlacementState.STOPPED)
    later = stay(date(2006, 10, 1), date(2006, 12, 1))
    stay(date(2006, 4, 1), date(2006, 4, 1), PlacementState.DROPPED)
    stay(date(2007, 1, 8), None)
    desk.do(check_outcome, CheckOutcome(completed, 3, date(2006, 9, 4), OutcomeKind.BENEFIT, new_match=3))
    desk.do(check_outcome, CheckOutcome(completed, 6, date(2006, 12, 4), OutcomeKind.JOB))
    desk.do(check_outcome, CheckOutcome(stopped, 6, date(2006, 9, 20), OutcomeKind.BENEFIT))
    desk.do(check_outcome, CheckOutcome(later, 3, date(2007, 3, 5), OutcomeKind.UNKNOWN))
    _, found = read(desk)
    cells = [(cell[:3], tally_of([cell])) for cell in found.by_offer["T-1"]]
    assert cells == [
        ((4, "cash_assistance", "25_29"), Tally(1, 1, 1, 1, 1, 0, 1, 1)),
        ((4, "cash_assistance", "25_29"), Tally(1, 0, 1, 0, 0, 0, 0, 0)),
        ((3, "cash_assistance", "25_29"), Tally(1, 1, 0, 0, 0, 0, 0, 0)),
    ]
    assert found.as_of == date(2006, 12, 4)


def test_that_history_and_own_stays_make_one_figure(desk: Desk, add: Add) -> None:
    add(OfferRow(offer_no="A", title="A", search_text="a", kind=OfferKind.MENTOR))
    for number in range(24):
        outcome = OutcomeKind.JOB if number < 8 else OutcomeKind.BENEFIT
        add(OfferResultRow(offer_no="A", match=4, ended_on=date(2006, 5, 1), completed=True, outcome_6_months=outcome))
    add(OfferResultRow(offer_no="X", match=4, ended_on=date(2006, 5, 1), completed=True))
    made, found = read(desk)
    figures = figures_of(made, found)
    figure = figures_for(figures, made, CitizenProfile("case", match=4, benefit=CASH, age=35)).by_offer["A"]
    assert (figure.group_used.level, figure.n, figures.unknown_offers) == (Level.MATCH, 24, 1)


def test_that_the_profile_is_the_case_as_it_stands_today(desk: Desk, add: Add) -> None:
    case = desk.citizen(language="Somali", children_at_home=2)
    spouse = desk.citizen("Farah Lund", "610175-1109")
    area = add(HousingAreaRow(name="Mjølnerparken"))

    def settle(work: Work, request: str) -> Done:
        work.session.get_one(CitizenRow, case).housing_area_id = request
        return Done(case, work.changes())

    desk.do(settle, area)
    desk.do(start_benefit, StartBenefit(case, CASH, date(2005, 1, 1)))
    desk.do(assess_match, AssessMatch(case, 4, date(2007, 1, 10), reason="Sprog", basis=(MatchBasis.LANGUAGE,)))
    add(LanguageAssessmentRow(case_id=case, assessed_on=date(2007, 1, 5), spoken_level="modul 2"))
    add(SicknessCaseRow(case_id=case, first_absence_on=date(2007, 3, 1)))
    for who in (case, spouse):
        add(HouseholdMemberRow(case_id=who, household_id="home", part=HouseholdPart.SPOUSE, from_on=date(2005, 1, 1)))
    plan = add(
        JobPlanRow(
            case_id=case,
            plan_no="2007-AAAAA",
            version=1,
            kind=PlanKind.JOBPLAN,
            state=PlanState.AGREED,
            made_on=desk.today,
            valid_from=desk.today,
        )
    )
    add(PlanGoalRow(case_id=case, plan_id=plan, rank=1, job_title="Rengøring", industry_id="cleaning"))
    order = add(OfferOrderRow(case_id=case, order_no="1", version=1, state=OrderState.ENDED))
    question = add(
        OrderQuestionRow(
            case_id=case,
            order_id=order,
            no=1,
            code="Q01",
            text="Timer?",
            answer_kind=AnswerKind.HOURS,
            answer_at=AnswerAt.END,
        )
    )
    for day, answer in ((date(2007, 1, 5), "10"), (date(2007, 3, 5), "15 timer")):
        feedback = add(
            FeedbackRow(
                case_id=case,
                order_id=order,
                kind=FeedbackKind.FINAL,
                received_on=day,
                received_how=ReceivedHow.PHONE,
            )
        )
        add(OrderAnswerRow(case_id=case, feedback_id=feedback, question_id=question, answer=answer))
    with desk.memory.reading() as session:
        found = read_profile(session, case, desk.today)
        beside = read_profile(session, spouse, desk.today)
        with pytest.raises(Refused) as refused:
            read_profile(session, "nobody", desk.today)
    assert refused.value.code == "unknown_case"
    assert found == CitizenProfile(
        case_id=case,
        match=4,
        benefit=CASH,
        age=32,
        language="Somali",
        language_level="modul 2",
        sick=True,
        couple=True,
        area="Mjølnerparken",
        children_at_home=2,
        hours_possible=15,
        industry_id="cleaning",
    )
    assert (beside.match, beside.benefit, beside.language, beside.sick, beside.couple) == (
        None,
        None,
        None,
        False,
        True,
    )
