"""The catalogue as the guide searches it: one light row an offer, read in a few plain statements."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from app.cases.names import search_text
from app.guide.target_group import MATCH, TargetGroup, covered
from app.guide.words import OFFER_KINDS
from app.queue.reading.rows import Connection, day, members
from db.values.offers import OfferKind

_KINDS = members(OfferKind)
_GROUPS = members(TargetGroup)
_KIND_WORDS = {kind.value: search_text(words) for kind, words in OFFER_KINDS.items()}
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
    `starts` are all known dates of start, also those gone by, in order. `search_text` is canonical (`search.py`).
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
    """Every offer that has not been withdrawn, in the order of their numbers, and the short list of industries.

    `withdrawn` are the numbers of the others: what came of them is still known.
    """

    offers: tuple[Offer, ...]
    industries: tuple[Industry, ...]
    withdrawn: frozenset[str] = frozenset()

    def offer(self, offer_id: str) -> Offer | None:
        """The offer with this id; None when it has been withdrawn or is not known."""
        return next((offer for offer in self.offers if offer.id == offer_id), None)


def read_catalogue(connection: Connection) -> Catalogue:
    """The catalogue of an open store; withdrawn offers are left out. `connection` is bare, nothing is written."""
    industries = tuple(
        Industry(row, name, search_text(name))
        for row, name in connection.execute("select id, name from industry where gone = 0 order by rank, name, id")
    )
    names = {industry.id: industry.search_text for industry in industries}
    fields = _lists(connection, "select offer_id, industry_id from offer_industry where gone = 0")
    groups = _lists(connection, "select offer_id, target_group from offer_target_group where gone = 0")
    questions = _lists(connection, "select offer_id, code from offer_question where gone = 0")
    starts = _lists(connection, "select offer_id, starts_on from offer_start where gone = 0 order by starts_on, id")
    demands: defaultdict[str, list[Demand]] = defaultdict(list)
    for offer, text, test, version in connection.execute(
        "select offer_id, text, test, version_on from offer_criterion where gone = 0 order by id"
    ):
        demands[offer].append(Demand(text, test, day(version)))
    parts: defaultdict[str, list[PartService]] = defaultdict(list)
    for offer, *part in connection.execute(
        "select offer_id, id, title, weeks, price from part_service where gone = 0 order by title, id"
    ):
        parts[offer].append(PartService(*part))
    found = []
    withdrawn = set()
    for row in map(_Row._make, connection.execute(_OFFERS)):
        if row.withdrawn_on is not None:
            withdrawn.add(row.offer_no)
            continue
        own = frozenset(_GROUPS[group] for group in groups.get(row.id, ()) if group in _GROUPS)
        found.append(
            Offer(
                id=row.id,
                offer_no=row.offer_no,
                title=row.title,
                provider_id=row.provider_id,
                provider=row.provider or "",
                kind=_KINDS.get(row.kind, OfferKind.OTHER),
                family=row.family or None,
                industries=frozenset(fields.get(row.id, ())),
                own_groups=own,
                groups=covered(own | _groups_of_range(row.match_from, row.match_to)),
                match_from=row.match_from,
                match_to=row.match_to,
                language_level=row.language_level,
                weekly_hours=row.weekly_hours,
                weeks=row.weeks,
                daytime=row.daytime,
                place=row.place,
                price_per_week=row.price_per_week,
                places=row.places,
                free_places=row.free_places,
                free_places_on=day(row.free_places_on),
                waiting_weeks=row.waiting_weeks,
                starts=tuple(map(date.fromisoformat, starts.get(row.id, ()))),
                contract_to=day(row.contract_to),
                updated_on=day(row.updated_on),
                withdrawn_on=None,
                questions=frozenset(questions.get(row.id, ())),
                part_services=tuple(parts.get(row.id, ())),
                demands=tuple(demands.get(row.id, ())),
                combines_with=row.combines_with,
                search_text=_text_of(row, [names[each] for each in fields.get(row.id, ()) if each in names]),
            )
        )
    return Catalogue(tuple(found), industries, frozenset(withdrawn))


class _Row(NamedTuple):
    """One offer as it is stored, with its provider's name."""

    id: str
    offer_no: str
    title: str
    search_text: str | None
    provider_id: str | None
    provider: str | None
    kind: str
    family: str | None
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
    free_places_on: str | None
    waiting_weeks: int | None
    contract_to: str | None
    updated_on: str | None
    withdrawn_on: str | None
    combines_with: str | None


_OFFERS = """
    select o.id, o.offer_no, o.title, o.search_text, o.provider_id, p.name, o.kind, o.family, o.match_from, o.match_to,
        o.language_level, o.weekly_hours, o.weeks, o.daytime, o.place, o.price_per_week, o.places, o.free_places,
        o.free_places_on, o.waiting_weeks, o.contract_to, o.updated_on, o.withdrawn_on, o.combines_with
    from offer o left join provider p on p.id = o.provider_id and p.gone = 0
    where o.gone = 0 order by o.offer_no, o.id
"""


def _lists(connection: Connection, sql: str) -> defaultdict[str, list[str]]:
    """The second column by the first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for offer, value in connection.execute(sql):
        found[offer].append(value)
    return found


def _groups_of_range(first: int | None, last: int | None) -> frozenset[TargetGroup]:
    """The groups of a match range; of none when neither end is told."""
    if first is None and last is None:
        return frozenset()
    return frozenset(MATCH[number] for number in range(first or 1, (last or 5) + 1) if number in MATCH)


def _text_of(row: _Row, industries: list[str]) -> str:
    """What one may search an offer by: what is stored for it, its number, provider, kind and industries."""
    words = search_text(f"{row.offer_no} {row.title} {row.provider or ''}")
    kind = _KIND_WORDS.get(row.kind, "")
    return " ".join((words, row.search_text or "", kind, *industries))


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
