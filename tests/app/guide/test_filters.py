"""What narrows the list, how it is shown and taken off, and how it is kept."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from app.guide.catalogue import Offer, PartService
from app.guide.filters import (
    NO_FILTERS,
    GuideFilters,
    chips,
    entrances,
    filters_as_json,
    filters_from_json,
    narrowed,
    preset_for,
    without_chip,
)
from app.guide.target_group import CitizenProfile, TargetGroup, covered, group_profile, groups_of
from app.queue.saved_views import SaveView, save_view, saved_views
from db.values.offers import OfferKind
from db.values.people import BenefitType
from tests.helpers.built_guide import CITIZEN, TODAY, catalogue, offer
from tests.helpers.desk import Desk

EVERY = GuideFilters(
    text="dansk",
    industry="cleaning",
    target_groups=frozenset({TargetGroup.MATCH_4, TargetGroup.LANGUAGE}),
    kinds=frozenset({OfferKind.MENTOR, OfferKind.DANISH_LESSONS}),
    questions=frozenset({"Q01"}),
    language_level=2,
    hours_from=10,
    hours_to=25,
    daytime="aften",
    place="Amager",
    start_within_weeks=4,
    free_places_only=True,
    contract_covers_start=True,
    part_services_only=True,
    provider_id="p-1",
    max_price=285_050,
    combines_with="danskuddannelse",
)


def passes(filters: dict[str, Any], **offer_fields: Any) -> bool:
    return bool(narrowed([offer("A", **offer_fields)], GuideFilters(**filters), TODAY))


@pytest.mark.parametrize(("filters", "through", "held_back"), [
    ({"kinds": frozenset({OfferKind.MENTOR})}, {"kind": OfferKind.MENTOR}, {}),
    ({"questions": {"Q01", "Q05"}}, {"questions": frozenset({"Q01", "Q05", "Q07"})}, {"questions": frozenset({"Q01"})}),
    ({"language_level": 2}, {"language_level": "modul 2"}, {"language_level": "modul 3"}),
    ({"hours_from": 20}, {"weekly_hours": None}, {"weekly_hours": 19}),
    ({"hours_to": 20}, {"weekly_hours": 20}, {"weekly_hours": 21}),
    ({"daytime": "aften"}, {"daytime": "Eftermiddag og aften"}, {"daytime": None}),
    ({"place": "norrebro"}, {"place": "Nørrebro"}, {"place": "Amager"}),
    ({"combines_with": "Danskuddannelse"}, {"combines_with": "danskuddannelse, mentor"}, {"combines_with": None}),
    ({"start_within_weeks": 2}, {"starts": (date(2007, 4, 3),)}, {"starts": (date(2007, 4, 4),)}),
    ({"start_within_weeks": 2}, {"starts": (), "waiting_weeks": None}, {"starts": (), "waiting_weeks": 3}),
    ({"free_places_only": True}, {"free_places": 1}, {"free_places": 0}),
    ({"free_places_only": True}, {"free_places_on": date(2006, 1, 1)}, {"free_places": None}),
    ({"contract_covers_start": True}, {"contract_to": None}, {"contract_to": date(2007, 4, 1)}),
    ({"part_services_only": True}, {"part_services": (PartService("d", "Fire uger", 4, None),)}, {}),
    ({"provider_id": "p-1"}, {}, {"provider_id": None}),
    ({"max_price": 65_000}, {"price_per_week": 65_000}, {"price_per_week": 65_001}),
    ({"max_price": 65_000}, {"price_per_week": None}, {"price_per_week": 70_000}),
    ({"industry": "care"}, {"industries": frozenset({"care", "cleaning"})}, {}),
])  # fmt: skip
def test_that_a_filter_lets_through_what_it_says(
    filters: dict[str, Any], through: dict[str, Any], held_back: dict[str, Any]
) -> None:
    assert passes(filters, **through)
    assert not passes(filters, **held_back)


def test_that_an_offer_must_be_for_every_group_asked_for() -> None:
    both = offer("A", groups=(TargetGroup.MATCH_4_5, TargetGroup.LANGUAGE))
    one = offer("B", groups=(TargetGroup.MATCH_4,))
    asked = frozenset({TargetGroup.MATCH_4, TargetGroup.LANGUAGE})
    assert narrowed([both, one], GuideFilters(target_groups=asked), TODAY) == [both]
    assert narrowed([both, one], GuideFilters(target_groups=asked - {TargetGroup.LANGUAGE}), TODAY) == [both, one]


def test_that_bands_and_ages_cover_each_other() -> None:
    assert covered([TargetGroup.MATCH_4_5]) == {TargetGroup.MATCH_4_5, TargetGroup.MATCH_4, TargetGroup.MATCH_5}
    assert covered([TargetGroup.MATCH_2]) == {TargetGroup.MATCH_2, TargetGroup.MATCH_1_3}
    assert covered([TargetGroup.UNDER_30]) == {TargetGroup.UNDER_30, TargetGroup.UNDER_25}
    assert covered([TargetGroup.UNDER_25]) == {TargetGroup.UNDER_25}
    someone = CitizenProfile("case", match=5, age=24, language="somali", sick=True, couple=True, area="Mjølnerparken")
    assert groups_of(someone) == {
        TargetGroup.MATCH_5,
        TargetGroup.MATCH_4_5,
        TargetGroup.UNDER_25,
        TargetGroup.UNDER_30,
        TargetGroup.SICK,
        TargetGroup.LANGUAGE,
        TargetGroup.COUPLE,
        TargetGroup.AREA,
    }
    assert groups_of(CitizenProfile("case")) == frozenset()


def test_that_each_entrance_narrows_the_other_and_not_itself() -> None:
    offers: list[Offer] = [
        offer("A", groups=(TargetGroup.MATCH_4,)),
        offer("B", groups=(TargetGroup.MATCH_5,), industries=frozenset({"care"})),
        offer("C", groups=(TargetGroup.MATCH_4,), industries=frozenset({"care", "cleaning"})),
        offer("D", groups=(TargetGroup.MATCH_4,), free_places=0),
    ]
    filters = GuideFilters(industry="cleaning", target_groups=frozenset({TargetGroup.MATCH_4}), free_places_only=True)
    found = entrances(offers, filters, TODAY)
    assert found.industries == {"cleaning": 2, "care": 1}
    assert found.target_groups == {TargetGroup.MATCH_4: 2, TargetGroup.MATCH_4_5: 2}
    wider = entrances(offers, replace(filters, industry=None), TODAY)
    assert wider.target_groups[TargetGroup.MATCH_5] == 1


def test_that_the_citizen_presets_match_goal_and_contract_and_never_a_price() -> None:
    filters = preset_for(CITIZEN._replace(industry_id="cleaning"))
    assert filters == GuideFilters(
        industry="cleaning", target_groups=frozenset({TargetGroup.MATCH_4}), contract_covers_start=True
    )
    words = [chip.words for chip in chips(filters, catalogue())]
    assert words == ["Rengøring og service", "Match 4", "Kontrakt gælder ved start"]
    band = preset_for(group_profile(TargetGroup.MATCH_1_3))
    assert band.target_groups == {TargetGroup.MATCH_1_3}
    assert preset_for(CitizenProfile(benefit=BenefitType.NONE)) == GuideFilters(contract_covers_start=True)


def test_that_every_filter_is_a_chip_in_words_that_can_be_taken_off() -> None:
    made = catalogue(offer("A"))
    shown = chips(EVERY, made)
    assert [chip.words for chip in shown] == [
        "Rengøring og service",
        "Match 4",
        "Dansk som andetsprog",
        "Danskuddannelse",
        "Mentor",
        "Kan svare på Q01",
        "Rengøringsskolen",
        "Dansk til og med modul 2",
        "Mindst 10 timer om ugen",
        "Højst 25 timer om ugen",
        "Tidspunkt: aften",
        "Sted: Amager",
        "Starter inden for 4 uger",
        "Kun ledige pladser",
        "Kontrakt gælder ved start",
        "Kun delydelser",
        "Højst 2.850,50 kr. om ugen",
        "Kan kombineres med danskuddannelse",
    ]
    left = EVERY
    for number, chip in enumerate(shown, start=1):
        left = without_chip(left, chip)
        assert len(chips(left, made)) == len(shown) - number
    assert left == GuideFilters(text="dansk")


def test_that_a_kept_search_comes_back_and_what_is_not_understood_is_left_out() -> None:
    assert filters_from_json(filters_as_json(EVERY)) == EVERY
    assert filters_as_json(NO_FILTERS) == "{}"
    assert {each.name for each in fields(EVERY)} == set(json.loads(filters_as_json(EVERY)))
    strange = '{"kinds": ["mentor", "flying", 3], "hours_from": true, "hours_to": "12", "place": null, "new": 1}'
    assert filters_from_json(strange) == GuideFilters(kinds=frozenset({OfferKind.MENTOR}))
    assert filters_from_json("[1]") == filters_from_json("no json") == NO_FILTERS


def test_that_a_search_is_kept_under_a_name(desk: Desk) -> None:
    desk.do(save_view, SaveView("guide", "Rengøring, aften", filters_as_json(EVERY)))
    with desk.memory.reading() as session:
        (kept,) = saved_views(session, desk.me, "guide")
    assert (kept.name, filters_from_json(kept.settings)) == ("Rengøring, aften", EVERY)
