"""The demo's histories hold together: every state is there, nothing lies ahead that cannot, every id resolves."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

import pytest
from sqlalchemy import Date, func, select

from db.rows.base import Row
from db.rows.people import CitizenRow
from db.values import cases, offers, people, plans, talks
from tests.app.demo.demo_stores import DAYS, TODAY, content, demo, rows

STATES: list[tuple[str, str, type[StrEnum]]] = [
    ("absence_report", "closing", offers.AbsenceClosing),
    ("application_case", "kind", cases.ApplicationCaseKind),
    ("application_case", "state", cases.ApplicationCaseState),
    ("benefit_period", "benefit", people.BenefitType),
    ("case_closing", "reason", people.ClosingReason),
    ("citizen_visit", "entry", cases.VisitEntry),
    ("feedback", "kind", offers.FeedbackKind),
    ("job_plan", "kind", plans.PlanKind),
    ("job_plan", "state", plans.PlanState),
    ("offer_order", "state", offers.OrderState),
    ("placement", "state", offers.PlacementState),
    ("placement_change_request", "decision", offers.RequestDecision),
    ("portal_report", "state", talks.ReportState),
    ("resource_element", "judgement", plans.ResourceJudgement),
    ("risk_assessment", "level", cases.RiskLevel),
    ("sanction_case", "state", cases.SanctionState),
    ("sickness_case", "follow_up_group", cases.SicknessGroup),
    ("summons", "attendance", talks.AttendanceKind),
    ("talk", "form", talks.TalkForm),
    ("talk", "purpose", talks.TalkPurpose),
    ("warning", "kind", cases.WarningKind),
    ("youth_alert", "outcome", cases.YouthOutcome),
]

# What may lie ahead: plans, promises and ends. Everything else that has a date has happened.
AHEAD = {
    *("by_date", "by_when", "contract_to", "due_on", "ends_on", "expected_on", "expected_recovery_on", "final_by"),
    *("form_due_on", "hearing_answer_by", "meets_on", "midway_on", "new_end_on", "new_expected_on", "next_contact_on"),
    *("next_assessment_on", "next_review_on", "planned_on", "proposed_start", "published_due_on", "reach_on"),
    *("rebook_until", "remind_on", "report_on", "start_latest", "start_on", "start_wanted", "starts_on", "to_on"),
    *("until_on", "valid_to", "valid_until", "answer_by", "apply_by", "campaign_to"),
}
MAY_START_AHEAD = {"placement", "plan_activity", "cover"}


@pytest.mark.parametrize(("table", "column", "kind"), STATES, ids=lambda value: getattr(value, "__name__", value))
def test_that_every_state_is_somewhere(table: str, column: str, kind: type[StrEnum]) -> None:
    assert set(kind) - {row[column] for row in content()[table]} == set()


def test_that_the_same_seed_gives_the_same_rows_and_another_seed_others() -> None:
    found = []
    for seed in (1, 1, 2):
        with demo(seed=seed, citizens=30) as session:
            found.append(rows(session))
    assert found[0] == found[1]
    assert found[0]["citizen"] != found[2]["citizen"]


@pytest.mark.parametrize("today", DAYS)
def test_that_only_what_can_lie_ahead_does(today: date) -> None:
    tables = content(today)
    found = Counter(
        f"{table.name}.{column.name}"
        for table in Row.metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Date) and column.name not in AHEAD
        if not (column.name == "from_on" and table.name in MAY_START_AHEAD)
        for row in tables[table.name]
        if row[column.name] is not None and row[column.name] > today
    )
    assert not found


def test_that_another_day_moves_everything_with_it() -> None:
    day = DAYS[1]
    held = [talk["held_on"] for talk in content(day)["talk"]]
    assert max(held) > day - timedelta(days=7)
    assert min(held) > day - timedelta(days=540)
    assert sum(summons["meets_on"] == day for summons in content(day)["summons"]) == 3


@pytest.mark.parametrize("today", DAYS)
def test_that_a_case_has_one_open_holder_at_most_and_one_plan_in_force_at_most(today: date) -> None:
    tables = content(today)
    open_holders = Counter(row["case_id"] for row in tables["case_holding"] if row["to_on"] is None)
    assert set(open_holders.values()) == {1}
    assert 6 <= 300 - len(open_holders) <= 12
    in_force = Counter(row["case_id"] for row in tables["job_plan"] if row["state"] is plans.PlanState.AGREED)
    assert set(in_force.values()) == {1}


def test_that_every_id_names_a_row() -> None:
    tables = content()
    known = {row["id"] for each in tables.values() for row in each if "id" in row}
    for table in Row.metadata.sorted_tables:
        # A vacancy's `order_ref` is its number in another system.
        columns = [
            column.name
            for column in table.columns
            if column.name.endswith(("_id", "_ref")) and column.name != "order_ref"
        ]
        for row in tables[table.name]:
            for name in columns:
                assert row[name] is None or row[name] in known, f"{table.name}.{name}"


def test_that_periods_and_stays_do_not_end_before_they_begin() -> None:
    for each in content().values():
        for row in each:
            start, end = row.get("from_on"), row.get("to_on")
            assert start is None or end is None or start <= end
    for stay in content()["placement"]:
        assert stay["ended_on"] is None or stay["ended_on"] > stay["from_on"]
        assert (stay["ended_on"] is None) == (
            stay["state"] in {offers.PlacementState.PLANNED, offers.PlacementState.RUNNING}
        )


def test_that_nothing_was_done_before_the_citizen_came() -> None:
    tables = content()
    came = {row["id"]: row["first_enquiry_on"] for row in tables["citizen"]}
    for name, column in (
        ("placement", "from_on"),
        ("job_plan", "made_on"),
        ("talk", "held_on"),
        ("offer_order", "sent_on"),
    ):
        for row in tables[name]:
            first = came[row["case_id"]]
            assert first is None or row[column] is None or row[column] >= first, name


def test_that_only_the_example_is_in_two_offers_at_once_without_a_mentor() -> None:
    stays: dict[str, list[tuple[date, date]]] = {}
    for row in content()["placement"]:
        if row["kind"] is not offers.OfferKind.MENTOR:
            stays.setdefault(row["case_id"], []).append((row["from_on"], row["ended_on"] or row["to_on"]))
    both = {
        case for case, periods in stays.items() for (_, end), (start, _) in pairwise(sorted(periods)) if start <= end
    }
    assert {row["name"] for row in content()["citizen"] if row["id"] in both} == {"Amina Hersi"}


def test_that_talks_were_held_on_working_days() -> None:
    assert all(row["held_on"].weekday() < 5 for row in content()["talk"])


def test_that_the_example_stands_as_on_the_day_of_the_demo() -> None:
    tables = content()
    amina, yusuf = (
        next(each for each in tables["citizen"] if each["name"] == f"{name} Hersi") for name in ("Amina", "Yusuf")
    )
    assert (amina["born"], amina["street"], amina["children_at_home"]) == (date(1969, 5, 7), "Lundtoftegade", 2)
    assert amina["house_number"] == yusuf["house_number"]
    plan = next(row for row in tables["job_plan"] if row["plan_no"] == "2007-0412")
    assert (plan["case_id"], plan["signed_on"]) == (amina["id"], date(2007, 2, 14))
    order = next(row for row in tables["offer_order"] if row["order_no"] == "2007-1187")
    assert order["state"] is offers.OrderState.STARTED
    assert (order["midway_on"], order["final_by"]) == (date(2007, 4, 30), date(2007, 6, 20))
    assert [
        row["code"]
        for row in sorted(tables["order_question"], key=lambda row: row["no"])
        if row["order_id"] == order["id"]
    ] == [*("Q01", "Q04", "Q10", "Q13", "Q18", "Q22")]
    assert next(row["amount"] for row in tables["commitment"] if row["order_id"] == order["id"]) == 845_000
    kinds = {row["kind"] for row in tables["feedback"] if row["order_id"] == order["id"]}
    assert kinds == {offers.FeedbackKind.RECEIPT, offers.FeedbackKind.START}
    match = {row["case_id"]: row["category"] for row in tables["match_assessment"]}
    assert (match[amina["id"]], match[yusuf["id"]]) == (4, 3)
    visits = [row for row in tables["citizen_visit"] if row["case_id"] in {amina["id"], yusuf["id"]}]
    assert {row["visited_on"] for row in visits} == {date(2007, 2, 14)}
    meeting = next(row for row in tables["summons"] if row["case_id"] == amina["id"])
    assert (meeting["meets_on"], meeting["meets_at"]) == (TODAY, "13:00")


def test_that_two_of_three_in_the_areas_have_a_plan() -> None:
    tables = content()
    on_cash = {
        row["case_id"]
        for row in tables["benefit_period"]
        if row["benefit"] in {people.BenefitType.CASH_ASSISTANCE, people.BenefitType.START_ASSISTANCE}
    }
    closed = {row["case_id"] for row in tables["case_closing"]}
    there = {each["id"] for each in tables["citizen"] if each["housing_area_id"]} & on_cash - closed
    planned = {row["case_id"] for row in tables["job_plan"] if row["state"] is plans.PlanState.AGREED}
    assert 0.65 <= len(there & planned) / len(there) <= 0.9


@pytest.mark.parametrize("wanted", [12, 310])
def test_that_a_store_of_another_size_has_as_many_citizens_as_asked(wanted: int) -> None:
    with demo(citizens=wanted) as session:
        assert session.scalar(select(func.count()).select_from(CitizenRow)) == wanted
