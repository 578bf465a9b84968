"""Narrowing the queue by what a row is about: its kind, lane, match, benefit, age, area and household. Pure.

Every side of a row has a value that is a text, so that filters are kept as JSON, counted and shown all the same way.
Within one side any of the chosen values will do, and all sides must hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from app.queue.grouping import line_key
from app.queue.item import QueueItem


class Facet(StrEnum):
    """A side of a row that one filters by."""

    KIND = "kind"
    LANE = "lane"
    MATCH = "match"
    BENEFIT = "benefit"
    AGE = "age"
    AREA = "area"
    HOUSEHOLD = "household"


class AgeBand(StrEnum):
    """The ages that the rules and the targets tell apart."""

    UNDER_25 = "under-25"
    UNDER_30 = "25-29"
    UNDER_50 = "30-49"
    OLDER = "50+"


class Home(StrEnum):
    """Whether somebody in the same household is followed as well."""

    SHARED = "shared"
    ALONE = "alone"


UNKNOWN: Final = "none"
"""The value of a side that a row does not have: no match yet, no benefit, nobody it is about."""

Filters = Mapping[Facet, frozenset[str]]
NO_FILTERS: Final[Filters] = {}

_BANDS: Final = ((25, AgeBand.UNDER_25), (30, AgeBand.UNDER_30), (50, AgeBand.UNDER_50))


def value_of(item: QueueItem, facet: Facet, today: date) -> str:  # noqa: PLR0911 - one answer a side.
    """The value that a row has on a side."""
    match facet:
        case Facet.KIND:
            return item.kind
        case Facet.LANE:
            return item.lane.value
        case Facet.MATCH:
            return UNKNOWN if item.match is None else str(item.match)
        case Facet.BENEFIT:
            return item.benefit or UNKNOWN
        case Facet.AGE:
            return UNKNOWN if item.born is None else age_band(item.born, today)
        case Facet.AREA:
            return item.area_name or UNKNOWN
        case Facet.HOUSEHOLD:
            return Home.SHARED if item.household_key else Home.ALONE


def age_band(born: date, today: date) -> AgeBand:
    """The band of someone born on a day."""
    years = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    return next((band for below, band in _BANDS if years < below), AgeBand.OLDER)


def narrowed(items: Sequence[QueueItem], filters: Filters, today: date) -> tuple[QueueItem, ...]:
    """The rows that every side holds for, in their order."""
    asked = [(facet, values) for facet, values in filters.items() if values]
    if not asked:
        return tuple(items)
    return tuple(item for item in items if all(value_of(item, facet, today) in values for facet, values in asked))


def facet_counts(items: Sequence[QueueItem], filters: Filters, today: date) -> dict[Facet, Counter[str]]:
    """How many lines each value would give beside the filters of all the other sides."""
    found: dict[Facet, Counter[str]] = {}
    for facet in Facet:
        others = {other: values for other, values in filters.items() if other is not facet}
        lines = {(value_of(item, facet, today), line_key(item)) for item in narrowed(items, others, today)}
        found[facet] = Counter(value for value, _ in lines)
    return found


def without(filters: Filters, facet: Facet, value: str) -> Filters:
    """The filters less one value; a side without values goes."""
    left = {each: values - {value} if each is facet else values for each, values in filters.items()}
    return {each: values for each, values in left.items() if values}


def with_value(filters: Filters, facet: Facet, value: str) -> Filters:
    """The filters and one value more."""
    return {**filters, facet: filters.get(facet, frozenset()) | {value}}


def filters_as_json(filters: Filters) -> dict[str, list[str]]:
    """The filters as a saved view keeps them."""
    return {facet.value: sorted(values) for facet, values in filters.items() if values}


def filters_from_json(kept: object) -> Filters:
    """The filters of a saved view; what is not understood any more is left out."""
    if not isinstance(kept, Mapping):
        return NO_FILTERS
    known = {facet.value: facet for facet in Facet}
    found: dict[Facet, frozenset[str]] = {}
    for name, values in kept.items():
        texts = frozenset(each for each in values if isinstance(each, str)) if _is_list(values) else frozenset()
        if name in known and texts:
            found[known[name]] = texts
    return found


def _is_list(value: object) -> bool:
    return isinstance(value, Iterable) and not isinstance(value, str | Mapping)
