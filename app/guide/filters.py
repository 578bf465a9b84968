"""What narrows the guide's list: the two entrances and the further filters, each a chip that can be taken off. Pure.

What an offer does not tell is let through where a number or a date is asked for, since nobody knows that it does not
fit, and held back where a word, a free place or a part service is asked for.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any, Final, NamedTuple, TypeVar

from app.cases.names import search_text
from app.guide.catalogue import Catalogue, Offer, next_start
from app.guide.danish_levels import module_of
from app.guide.search import stems_of
from app.guide.target_group import MATCH, TARGET_GROUPS, CitizenProfile, TargetGroup
from app.guide.words import OFFER_KINDS, kroner
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


NO_FILTERS: Final = GuideFilters()

Item = TypeVar("Item")
Member = TypeVar("Member", bound=str)
_Test = Callable[[Offer], bool]


def preset_for(profile: CitizenProfile) -> GuideFilters:
    """The filters set from the citizen: match, the industry of the jobplan's goal, and a contract at the start."""
    group = MATCH[profile.match] if profile.match is not None else profile.band
    groups = frozenset() if group is None else frozenset({group})
    return GuideFilters(industry=profile.industry_id, target_groups=groups, contract_covers_start=True)


def chips(filters: GuideFilters, catalogue: Catalogue) -> tuple[Chip, ...]:
    """A chip for every filter that is on, but the search text, which stands in its own field."""
    found: list[Chip] = []
    if filters.industry is not None:
        names = {each.id: each.name for each in catalogue.industries}
        found.append(Chip("industry", None, names.get(filters.industry, "Ukendt branche")))
    found += [
        Chip("target_groups", group, name) for group, name in TARGET_GROUPS.items() if group in filters.target_groups
    ]
    found += [Chip("kinds", kind, name) for kind, name in OFFER_KINDS.items() if kind in filters.kinds]
    found += [Chip("questions", code, f"Kan svare på {code}") for code in sorted(filters.questions)]
    if filters.provider_id is not None:
        providers = {each.provider_id: each.provider for each in catalogue.offers}
        found.append(Chip("provider_id", None, providers.get(filters.provider_id) or "Ukendt leverandør"))
    found += [
        Chip(field, None, words(getattr(filters, field)))
        for field, words in _WORDS.items()
        if getattr(filters, field) not in {None, False}
    ]
    return tuple(found)


def without_chip(filters: GuideFilters, chip: Chip) -> GuideFilters:
    """The filters less one chip."""
    now = getattr(filters, chip.field)
    value: Any = now - {chip.value} if isinstance(now, frozenset) else getattr(NO_FILTERS, chip.field)
    return replace(filters, **{chip.field: value})


def narrowed(offers: Iterable[Offer], filters: GuideFilters, today: date) -> list[Offer]:
    """The offers that every filter lets through, in their order."""
    return sifted(list(offers), _itself, filters, today)[0]


def entrances(offers: Sequence[Offer], filters: GuideFilters, today: date) -> Entrances:
    """What each entrance would give beside the other filters, the other entrance among them."""
    return sifted(offers, _itself, filters, today)[1]


def sifted(
    items: Sequence[Item], offer_of: Callable[[Item], Offer], filters: GuideFilters, today: date
) -> tuple[list[Item], Entrances]:
    """What the filters let through, and what the entrances would give: both in one go, for every keystroke."""
    # No call for each offer here: the text changes at every keystroke, and comes first since it holds most back.
    left = list(items)
    for stem in stems_of(filters.text):
        left = [item for item in left if stem in offer_of(item).search_text]
    for test in _tests(filters, today):
        left = [item for item in left if test(offer_of(item))]
    industry, groups = filters.industry, filters.target_groups
    in_industry = left if industry is None else [item for item in left if industry in offer_of(item).industries]
    in_groups = left if not groups else [item for item in left if groups <= offer_of(item).groups]
    both = in_groups if industry is None else [item for item in in_groups if industry in offer_of(item).industries]
    by_industry = _members_counted(offer_of(item).industries for item in in_groups)
    by_group = _members_counted(offer_of(item).groups for item in in_industry)
    return both, Entrances(by_industry, by_group)


def _members_counted(sets: Iterable[frozenset[Member]]) -> Counter[Member]:
    """How often each member occurs. Few sets differ, so whole sets are counted first."""
    found: Counter[Member] = Counter()
    for each, times in Counter(sets).items():
        for member in each:
            found[member] += times
    return found


def filters_as_json(filters: GuideFilters) -> str:
    """The filters as a saved search keeps them (`app/queue/saved_views.py`, screen `guide`)."""
    kept = {}
    for each in fields(filters):
        value = getattr(filters, each.name)
        if value != getattr(NO_FILTERS, each.name):
            kept[each.name] = sorted(value) if isinstance(value, frozenset) else value
    return json.dumps(kept, ensure_ascii=False)


def filters_from_json(text: str) -> GuideFilters:
    """The filters of a saved search; what is not understood any more is left out."""
    try:
        kept = json.loads(text)
    except ValueError:
        return NO_FILTERS
    if not isinstance(kept, dict):
        return NO_FILTERS
    found: dict[str, Any] = {}
    for field, kind in _KINDS_OF_FIELDS.items():
        value = kept.get(field)
        # A yes is a number to Python, so the very type is asked for.
        if type(value) is kind:
            found[field] = value
    for field, members in _SETS.items():
        values = kept.get(field)
        if isinstance(values, list):
            found[field] = frozenset(members[each] for each in values if isinstance(each, str) and each in members)
    questions = kept.get("questions")
    if isinstance(questions, list):
        found["questions"] = frozenset(each for each in questions if isinstance(each, str))
    return replace(NO_FILTERS, **found)


_KINDS_OF_FIELDS: Final[Mapping[str, type]] = {
    "text": str,
    "industry": str,
    "language_level": int,
    "hours_from": int,
    "hours_to": int,
    "daytime": str,
    "place": str,
    "start_within_weeks": int,
    "free_places_only": bool,
    "contract_covers_start": bool,
    "part_services_only": bool,
    "provider_id": str,
    "max_price": int,
    "combines_with": str,
}
_SETS: Final[Mapping[str, Mapping[str, object]]] = {
    "target_groups": {group.value: group for group in TargetGroup},
    "kinds": {kind.value: kind for kind in OfferKind},
}
_WORDS: Final[Mapping[str, Callable[[object], str]]] = {
    "language_level": lambda value: f"Dansk til og med modul {value}",
    "hours_from": lambda value: f"Mindst {value} timer om ugen",
    "hours_to": lambda value: f"Højst {value} timer om ugen",
    "daytime": lambda value: f"Tidspunkt: {value}",
    "place": lambda value: f"Sted: {value}",
    "start_within_weeks": lambda value: "Starter inden for 1 uge" if value == 1 else f"Starter inden for {value} uger",
    "free_places_only": lambda _: "Kun ledige pladser",
    "contract_covers_start": lambda _: "Kontrakt gælder ved start",
    "part_services_only": lambda _: "Kun delydelser",
    "max_price": lambda value: f"Højst {kroner(value)} om ugen" if isinstance(value, int) else "",
    "combines_with": lambda value: f"Kan kombineres med {value}",
}


def _itself(offer: Offer) -> Offer:
    return offer


def _tests(filters: GuideFilters, today: date) -> list[_Test]:
    """A test for every filter that is on, but the text and the entrances; those that hold most back come first."""
    found: list[_Test] = []
    if kinds := filters.kinds:
        found.append(lambda offer: offer.kind in kinds)
    if questions := filters.questions:
        found.append(lambda offer: questions <= offer.questions)
    if (provider := filters.provider_id) is not None:
        found.append(lambda offer: offer.provider_id == provider)
    if filters.free_places_only:
        found.append(lambda offer: bool(offer.free_places and offer.free_places > 0))
    if filters.part_services_only:
        found.append(lambda offer: bool(offer.part_services))
    for asked, told in ((filters.daytime, _daytime), (filters.place, _place), (filters.combines_with, _combines_with)):
        if asked:
            found.append(_tells(search_text(asked), told))
    return [*found, *_number_tests(filters), *_date_tests(filters, today)]


def contract_ended(offer: Offer, today: date) -> bool:
    """Whether the contract ends before the offer starts next, or has ended where no start is known."""
    return offer.contract_to is not None and offer.contract_to < (next_start(offer, today) or today)


def _number_tests(filters: GuideFilters) -> list[_Test]:
    found: list[_Test] = []
    if (level := filters.language_level) is not None:
        found.append(lambda offer: (module_of(offer.language_level) or 0) <= level)
    if (least := filters.hours_from) is not None:
        found.append(lambda offer: offer.weekly_hours is None or offer.weekly_hours >= least)
    if (most := filters.hours_to) is not None:
        found.append(lambda offer: offer.weekly_hours is None or offer.weekly_hours <= most)
    if (price := filters.max_price) is not None:
        found.append(lambda offer: offer.price_per_week is None or offer.price_per_week <= price)
    return found


def _date_tests(filters: GuideFilters, today: date) -> list[_Test]:
    found: list[_Test] = []
    if (weeks := filters.start_within_weeks) is not None:
        last = today + timedelta(weeks=weeks)
        found.append(lambda offer: _starts_by(offer, today, last))
    if filters.contract_covers_start:
        found.append(lambda offer: not contract_ended(offer, today))
    return found


def _starts_by(offer: Offer, today: date, last: date) -> bool:
    """By its next start, else by its waiting time; an offer that tells neither starts at any time."""
    start = next_start(offer, today)
    if start is None and offer.waiting_weeks is not None:
        start = today + timedelta(weeks=offer.waiting_weeks)
    return start is None or start <= last


def _tells(asked: str, told: Callable[[Offer], str | None]) -> _Test:
    return lambda offer: asked in search_text(told(offer) or "")


def _daytime(offer: Offer) -> str | None:
    return offer.daytime


def _place(offer: Offer) -> str | None:
    return offer.place


def _combines_with(offer: Offer) -> str | None:
    return offer.combines_with
