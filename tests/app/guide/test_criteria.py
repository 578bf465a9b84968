"""Criteria held against what is known of a citizen."""

from __future__ import annotations

import pytest

from app.guide.catalogue import Demand
from app.guide.criteria import CriterionState, Fit, criteria_of, fit_of, fit_words, unmet_of
from app.guide.target_group import CitizenProfile
from db.values.people import BenefitType
from tests.helpers.built_guide import CITIZEN, offer

MET, UNMET, UNKNOWN = CriterionState.MET, CriterionState.UNMET, CriterionState.UNKNOWN
KNOWN = CITIZEN._replace(language_level="modul 2 bestået", hours_possible=15, children_at_home=2, couple=True)


@pytest.mark.parametrize(("test", "text", "state"), [
    ("age<30", "Ung", UNMET),
    ("age>=18", "Voksen", MET),
    (None, "Er under 30 år", UNMET),
    (None, "Er fyldt 18 år", MET),
    (None, "Modul 4 eller tilsvarende dansk", UNMET),
    (None, "Kan arbejde stående", UNKNOWN),
    ("module>=2", "Dansk", MET),
    ("hours >= 20", "Timer", UNMET),
    ("match<=4", "Match", MET),
    ("children=0", "Ingen børn", UNMET),
    ("benefit=cash_assistance", "Kontanthjælp", MET),
    ("sick=yes", "Sygemeldt", UNMET),
    ("couple=ja", "Par", MET),
    ("language=no", "Dansk modersmål", UNMET),
    ("nonsense", "Er over det hele", UNKNOWN),
    ("age=yes", "Alder", UNKNOWN),
])  # fmt: skip
def test_that_a_demand_is_read_where_a_machine_can(test: str | None, text: str, state: CriterionState) -> None:
    (criterion,) = criteria_of(offer("A", weekly_hours=None, demands=(Demand(text, test, None),)), KNOWN)
    assert (criterion.text, criterion.state) == (text, state)
    assert criterion.why.endswith(".")


def test_that_range_language_hours_and_demands_are_counted_together() -> None:
    asked = offer(
        "A",
        match_from=3,
        match_to=4,
        language_level="modul 3",
        weekly_hours=15,
        demands=(Demand("Er fyldt 18 år", None, None), Demand("Har kørekort", None, None)),
    )
    found = criteria_of(asked, KNOWN)
    assert [each.state for each in found] == [MET, UNMET, MET, MET, UNKNOWN]
    assert fit_of(found) == Fit(3, 1, 5)
    assert fit_words(fit_of(found)) == "Opfylder krav 3 af 5"
    assert unmet_of(found) == ("Dansk, modul 3",)
    assert found[1].why == "Borgerens dansk er vurderet til modul 2."


def test_that_nothing_is_guessed_of_someone_nobody_has_assessed() -> None:
    asked = offer("A", match_from=3, match_to=3, language_level="modul 3", demands=(Demand("Under 30 år", None, None),))
    found = criteria_of(asked, CitizenProfile(benefit=BenefitType.CASH_ASSISTANCE))
    assert [(each.text, each.state) for each in found] == [
        ("Match 3", UNKNOWN),
        ("Dansk, modul 3", UNKNOWN),
        ("Under 30 år", UNKNOWN),
    ]
    foreign = criteria_of(asked, CITIZEN)
    danish = criteria_of(asked, CITIZEN._replace(language=None))
    assert (foreign[1].state, danish[1].state) == (UNKNOWN, MET)
    assert fit_words(fit_of(criteria_of(offer("B"), KNOWN._replace(hours_possible=None)))) == "Ingen krav"
