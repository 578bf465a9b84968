"""The catalogue as the guide searches it: one light row an offer, read in a few plain statements."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from app.guide.target_group import TargetGroup
from app.queue.reading.rows import Connection, members
from db.values.offers import OfferKind

_KINDS = members(OfferKind)
_GROUPS = members(TargetGroup)
OLD_AFTER_DAYS = 30
"""Own choice. A number of free places that is older is shown as old."""


class Industry(NamedTuple):
    """One entry of the short list, the first entrance."""

    id: str
    name: str
    search_text: str


class PartService(NamedTuple):
    """A part of an offer that may be ordered alone; `price` is øre for the whole part."""

    id: str
    title: str
    weeks: int | None
    price: int | None


class Demand(NamedTuple):
    """One thing asked of those who are sent. `test` is a machine's reading of it (`criteria.py`)."""

    text: str
    test: str | None
    version_on: date | None


class Offer(NamedTuple):
    """A catalogue entry as the list shows it; None is not told. Money is øre.

    `provider` is empty when there is none. `groups` are the target groups with those that they cover
    (`target_group.covered`) and those that follow from the match range; `own_groups` only those it names itself.
    `starts` are all known dates of start, also those gone by, in order. `search_text` is canonical, `stems` the same
    with Danish endings taken off (`search.py`).
    """

    id: str
    offer_no: str
    title: str
    provider_id: str | None
    provider: str
    kind: OfferKind
    family: str | None
    industries: frozenset[str]
    own_groups: frozenset[TargetGroup]
    groups: frozenset[TargetGroup]
    match_from: int | None
    match_to: int | None
    language_level: str | None
    weekly_hours: int | None
    weeks: int | None
    daytime: str | None
    place: str | None
    price_per_week: int | None
    places: int | None
    free_places: int | None
    free_places_on: date | None
    waiting_weeks: int | None
    starts: tuple[date, ...]
    contract_to: date | None
    updated_on: date | None
    withdrawn_on: date | None
    questions: frozenset[str]
    part_services: tuple[PartService, ...]
    demands: tuple[Demand, ...]
    combines_with: str | None
    search_text: str


class Catalogue(NamedTuple):
    """Every offer that has not been withdrawn, in the order of their numbers, and the short list of industries."""

    offers: tuple[Offer, ...]
    industries: tuple[Industry, ...]

    def offer(self, offer_id: str) -> Offer | None:
        """The offer with this id; None when it has been withdrawn or is not known."""
        return next((offer for offer in self.offers if offer.id == offer_id), None)


def read_catalogue(connection: Connection) -> Catalogue:
    """The catalogue of an open store; withdrawn offers are left out. `connection` is bare, nothing is written."""
    del connection
    return Catalogue((), ())


def next_start(offer: Offer, today: date) -> date | None:
    """The first date of start from today on; None when none is told."""
    return next((start for start in offer.starts if start >= today), None)


def places_are_old(offer: Offer, today: date) -> bool:
    """Whether the number of free places is from more than 30 days ago, or from a day that nobody has written."""
    if offer.free_places is None:
        return False
    return offer.free_places_on is None or (today - offer.free_places_on).days > OLD_AFTER_DAYS


def whole_price(offer: Offer) -> int | None:
    """What the whole course costs, in øre; None when price or weeks are not told."""
    return None if offer.price_per_week is None or offer.weeks is None else offer.price_per_week * offer.weeks
