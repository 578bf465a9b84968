"""Search as you type."""

from __future__ import annotations

import pytest

from app.guide.filters import GuideFilters, narrowed
from app.guide.search import stem
from tests.helpers.built_guide import TODAY, offer

OFFERS = [
    offer("T-1", "Rengøring med dansk på arbejdspladsen"),
    offer("T-2", "Lagermedarbejder, trin 1"),
    offer("T-3", "Pædagogisk assistent i børnehaver"),
    offer("T-4", "Praktik i køkken og kantine"),
    offer("T-14", "Året på Århus' værksteder"),
]


@pytest.mark.parametrize(("typed", "found"), [
    ("rengoring", ["T-1"]),
    ("rengøring", ["T-1"]),
    ("rengoering", ["T-1"]),
    ("RENGØRINGEN", ["T-1"]),
    ("Lager", ["T-2"]),
    ("medarbejderne", ["T-2"]),
    ("paedagog", ["T-3"]),
    ("pædagogerne", ["T-3"]),
    ("køkkener", ["T-4"]),
    ("kokkenet", ["T-4"]),
    ("aarhus", ["T-14"]),
    ("dansk reng", ["T-1"]),
    ("dansk lager", []),
    ("t-14", ["T-14"]),
    ("   ", ["T-1", "T-2", "T-3", "T-4", "T-14"]),
    ("zzz", []),
])  # fmt: skip
def test_that_parts_and_endings_are_found_however_they_are_spelt(typed: str, found: list[str]) -> None:
    assert [each.offer_no for each in narrowed(OFFERS, GuideFilters(text=typed), TODAY)] == found


def test_that_short_words_keep_their_ending() -> None:
    assert (stem("en"), stem("bus"), stem("huset")) == ("en", "bus", "huset")
    assert (stem("butikkerne"), stem("kantinen")) == ("butikk", "kantin")
