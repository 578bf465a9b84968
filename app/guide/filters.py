"""What narrows the guide's list: the two entrances and the further filters, each a chip that can be taken off. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.guide.catalogue import Catalogue, Offer
from app.guide.target_group import CitizenProfile, TargetGroup
from db.values.offers import OfferKind


@dataclass(frozen=True, slots=True)
class GuideFilters:
    """The filters; an empty one holds back nothing. All of them must hold.

    `industry` is an industry's id. An offer must be for *every* one of `target_groups`, be of *any* of `kinds` and
    can answer *every* one of `questions` (codes of the bank). `language_level` is the highest module of Danish that
    may be asked for. `start_within_weeks` also lets through what starts at any time. `max_price` is øre a week and
    never preset; an offer without a price is let through. `place`, `combines_with` and `daytime` are parts of text.
    """

    text: str = ""
    industry: str | None = None
    target_groups: frozenset[TargetGroup] = frozenset()
    kinds: frozenset[OfferKind] = frozenset()
    questions: frozenset[str] = frozenset()
    language_level: int | None = None
    hours_from: int | None = None
    hours_to: int | None = None
    daytime: str | None = None
    place: str | None = None
    start_within_weeks: int | None = None
    free_places_only: bool = False
    contract_covers_start: bool = False
    part_services_only: bool = False
    provider_id: str | None = None
    max_price: int | None = None
    combines_with: str | None = None


class Chip(NamedTuple):
    """One filter that is on: the field of `GuideFilters`, its value where the field is a set, and Danish words."""

    field: str
    value: str | None
    words: str


class Entrances(NamedTuple):
    """How many offers each industry (by id) and each target group would give beside all the other filters."""

    industries: Mapping[str, int]
    target_groups: Mapping[TargetGroup, int]


def preset_for(profile: CitizenProfile) -> GuideFilters:
    """The filters set from the citizen: match, the industry of the jobplan's goal, and a contract at the start."""
    del profile
    return GuideFilters()


def chips(filters: GuideFilters, catalogue: Catalogue) -> tuple[Chip, ...]:
    """A chip for every filter that is on, but the search text, which stands in its own field."""
    del filters, catalogue
    return ()


def without_chip(filters: GuideFilters, chip: Chip) -> GuideFilters:
    """The filters less one chip."""
    del chip
    return filters


def narrowed(offers: Iterable[Offer], filters: GuideFilters, today: date) -> list[Offer]:
    """The offers that every filter lets through, in their order."""
    del filters, today
    return list(offers)


def entrances(offers: Sequence[Offer], filters: GuideFilters, today: date) -> Entrances:
    """What each entrance would give beside the other filters, the other entrance among them."""
    del offers, filters, today
    return Entrances({}, {})


def filters_as_json(filters: GuideFilters) -> str:
    """The filters as a saved search keeps them (`app/queue/saved_views.py`, screen `guide`)."""
    del filters
    return "{}"


def filters_from_json(text: str) -> GuideFilters:
    """The filters of a saved search; what is not understood any more is left out."""
    del text
    return GuideFilters()
