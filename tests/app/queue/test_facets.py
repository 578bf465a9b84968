"""Narrowing the queue by what its rows are about."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.queue.facets import (
    UNKNOWN,
    AgeBand,
    Facet,
    Home,
    age_band,
    facet_counts,
    filters_as_json,
    filters_from_json,
    narrowed,
    value_of,
    with_value,
    without,
)
from app.queue.filters import Chosen, Group, Whose, chosen_as_json, chosen_from_json
from app.queue.item import Lane
from tests.ui.items import TODAY, item, items

ROWS = (
    *items(6),
    item(6, key="a", area_name="Mjølnerparken", household_key="home-1"),
    item(7, key="b", kind="PLAN_REVIEW", born=None, case_id=None, citizen="", benefit=None),
)


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (date(1982, 3, 21), AgeBand.UNDER_25),
        (date(1982, 3, 20), AgeBand.UNDER_30),
        (date(1977, 3, 20), AgeBand.UNDER_50),
        (date(1957, 3, 21), AgeBand.UNDER_50),
        (date(1957, 3, 20), AgeBand.OLDER),
    ],
)
def test_that_an_age_band_changes_on_the_birthday(born: date, band: AgeBand) -> None:
    assert age_band(born, TODAY) is band


def test_that_a_row_has_a_value_on_every_side() -> None:
    shared, loose = ROWS[6], ROWS[7]
    assert [value_of(shared, facet, TODAY) for facet in Facet] == [
        "CONTACT_DUE", "four_weeks", "2", "cash_assistance", "under-25", "Mjølnerparken", Home.SHARED,
    ]  # fmt: skip
    assert [value_of(loose, facet, TODAY) for facet in Facet] == [
        "PLAN_REVIEW", "four_weeks", UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, Home.ALONE,
    ]  # fmt: skip


def test_that_any_value_of_a_side_will_do_and_all_sides_must_hold() -> None:
    by_match = {Facet.MATCH: frozenset({"3", "5"})}
    assert [each.citizen for each in narrowed(ROWS, by_match, TODAY)] == ["Bent Sørensen", "Kamilla Dahl", "Omar Kaya"]
    both = with_value(by_match, Facet.LANE, Lane.THIS_WEEK.value)
    assert [each.citizen for each in narrowed(ROWS, both, TODAY)] == ["Omar Kaya"]
    assert narrowed(ROWS, {}, TODAY) == ROWS
    assert narrowed(ROWS, without(without(both, Facet.MATCH, "3"), Facet.MATCH, "5"), TODAY) == narrowed(
        ROWS, {Facet.LANE: frozenset({"this_week"})}, TODAY
    )


def test_that_a_value_says_what_it_would_give_beside_the_other_sides() -> None:
    found = facet_counts(ROWS, {Facet.MATCH: frozenset({"3"}), Facet.LANE: frozenset({"overdue"})}, TODAY)
    assert found[Facet.LANE] == {"overdue": 1, "this_week": 1}
    assert found[Facet.MATCH] == {"4": 1, "5": 1, "3": 1}
    assert found[Facet.KIND] == {"CONTACT_DUE": 1}


def test_that_a_view_brings_back_what_was_chosen() -> None:
    chosen = Chosen(Whose.TEAM, Group.PLANS, one_line=False, filters={Facet.AREA: frozenset({"Mjølnerparken", "Øst"})})
    assert chosen_from_json(chosen_as_json(chosen)) == chosen
    assert json.loads(chosen_as_json(chosen))["filters"] == {"area": ["Mjølnerparken", "Øst"]}


@pytest.mark.parametrize("text", ["", "[]", "null", '{"whose": 3, "group": [], "filters": [1]}'])
def test_that_a_view_that_is_not_understood_is_as_at_the_start(text: str) -> None:
    assert chosen_from_json(text) == Chosen()


def test_that_what_another_version_filtered_by_is_left_out() -> None:
    assert filters_from_json({"moon": ["full"], "match": ["4", 5], "age": "old"}) == {Facet.MATCH: frozenset({"4"})}


_FILTERS = st.dictionaries(st.sampled_from(Facet), st.frozensets(st.text(max_size=8), min_size=1, max_size=3))


@given(_FILTERS)
def test_that_filters_go_out_and_come_in_unchanged(filters: dict[Facet, frozenset[str]]) -> None:
    assert filters_from_json(filters_as_json(filters)) == filters
    narrow = narrowed(ROWS, filters, TODAY)
    assert [each for each in ROWS if each in narrow] == list(narrow)
