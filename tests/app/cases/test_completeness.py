"""What is missing in the documentation of a case, line by line and at the edges."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.completeness import CompletenessFacts, LineState, Mend, completeness
from db.values.people import BenefitType

TODAY = date(2007, 3, 20)
DONE, MISSING, OLD = LineState.DONE, LineState.MISSING, LineState.OLD

FULL = CompletenessFacts(
    benefit=BenefitType.CASH_ASSISTANCE,
    phone="22 33 44 55",
    match_category=4,
    match_reason="Har lyst til rengøring.",
    match_has_other_fact_than_health=True,
    match_next_on=TODAY,
    talks=2,
    next_step="Praktik",
    next_contact_on=TODAY,
    guidance_on=date(2007, 1, 2),
    guidance_language="somali",
    cv_registered=True,
    intake_done=7,
    intake_points=7,
    plan_agreed_on=date(2006, 9, 20),
)


def state(facts: CompletenessFacts, key: str) -> LineState | None:
    return next((line.state for line in completeness(facts, TODAY) if line.key == key), None)


def test_that_a_full_case_lacks_nothing_and_has_nothing_to_open() -> None:
    lines = completeness(FULL, TODAY)
    assert {line.state for line in lines} == {DONE}
    assert {line.mend for line in lines} == {None}
    assert {line.key for line in lines} == {
        "holder", "benefit", "phone", "address", "guidance", "cv", "intake", "match", "match_next", "notes",
        "next_step", "next_contact", "plan",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "key", "found"),
    [
        ({"has_holder": False}, "holder", MISSING),
        ({"benefit": None}, "benefit", MISSING),
        ({"phone": ""}, "phone", MISSING),
        ({"has_address": False}, "address", MISSING),
        ({"interpreter_needed": True}, "language", MISSING),
        ({"interpreter_needed": True, "language": "somali"}, "language", DONE),
        ({"guidance_on": None}, "guidance", MISSING),
        ({"guidance_language": None}, "guidance", MISSING),
        ({"cv_registered": False}, "cv", MISSING),
        ({"intake_done": 6}, "intake", MISSING),
        ({"match_category": None}, "match", MISSING),
        ({"match_reason": " "}, "match", MISSING),
        ({"match_has_other_fact_than_health": False}, "match", MISSING),
        ({"match_next_on": date(2007, 3, 19)}, "match_next", OLD),
        ({"match_next_on": None}, "match_next", None),
        ({"talks_without_note": 1}, "notes", MISSING),
        ({"next_step": ""}, "next_step", MISSING),
        ({"talks": 0, "next_step": None}, "notes", None),
        ({"next_contact_on": None}, "next_contact", MISSING),
        ({"next_contact_on": date(2007, 3, 19)}, "next_contact", OLD),
        ({"plan_agreed_on": None}, "plan", MISSING),
        ({"plan_agreed_on": date(2006, 9, 19)}, "plan", OLD),
        ({"plan_agreed_on": date(2005, 1, 1), "plan_reviewed_on": date(2006, 9, 20)}, "plan", DONE),
        ({"contacts": 2}, "consent", DONE),
        ({"contacts": 2, "contacts_without_consent": 1}, "consent", MISSING),
        ({"sick": True}, "risk", MISSING),
        ({"sick": True, "risk_assessed": True}, "risk", DONE),
        ({"sick": True}, "retention", None),
        ({"sick": True, "employer": True}, "retention", MISSING),
        ({"sick": True, "employer": True, "retention_judged": True}, "retention", DONE),
        ({"benefit": BenefitType.SICKNESS_BENEFIT, "match_category": None}, "match", None),
        ({"benefit": BenefitType.SICKNESS_BENEFIT, "plan_agreed_on": None}, "plan", None),
        ({"benefit": BenefitType.REHABILITATION_BENEFIT, "plan_agreed_on": None}, "plan", None),
        ({"benefit": BenefitType.NONE, "plan_agreed_on": None}, "plan", None),
        ({"benefit": BenefitType.INTRODUCTION_BENEFIT, "plan_agreed_on": None}, "plan", MISSING),
    ],
)
def test_that_each_line_stands_as_its_fact_says(change: dict[str, object], key: str, found: LineState | None) -> None:
    assert state(replace(FULL, **change), key) is found  # type: ignore[arg-type] # fields by name


def test_that_what_is_missing_comes_first_and_says_where_it_is_mended() -> None:
    lines = completeness(replace(FULL, phone=None, plan_agreed_on=date(2006, 1, 1)), TODAY)
    assert [(line.key, line.mend) for line in lines[:2]] == [("phone", Mend.DETAILS), ("plan", Mend.TALK)]
    assert "6. måned" in lines[1].reason


def test_that_an_introduction_benefit_asks_for_a_contract_and_not_a_jobplan() -> None:
    facts = replace(FULL, benefit=BenefitType.INTRODUCTION_BENEFIT, plan_agreed_on=None)
    assert [line.title for line in completeness(facts, TODAY) if line.key == "plan"] == ["Integrationskontrakt"]
