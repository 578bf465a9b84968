"""Offers, outcomes and catalogues made by hand, for the guide's rules and benchmarks."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.cases.names import search_text
from app.guide.catalogue import Catalogue, Demand, Industry, Offer
from app.guide.outcomes import Cell, Outcomes, Tally, cell_of
from app.guide.target_group import MATCH, CitizenProfile, TargetGroup, covered
from db.values.offers import OfferKind
from db.values.people import BenefitType

TODAY = date(2007, 3, 20)
AS_OF = date(2007, 2, 28)
CITIZEN = CitizenProfile("case", match=4, benefit=BenefitType.CASH_ASSISTANCE, age=41, language="somali")

_OFFER = Offer(
    id="",
    offer_no="",
    title="",
    provider_id="p-1",
    provider="Rengøringsskolen",
    kind=OfferKind.GUIDANCE_UPSKILLING,
    family=None,
    industries=frozenset({"cleaning"}),
    own_groups=frozenset(),
    groups=frozenset(),
    match_from=None,
    match_to=None,
    language_level=None,
    weekly_hours=25,
    weeks=13,
    daytime=None,
    place="København",
    price_per_week=65_000,
    places=20,
    free_places=4,
    free_places_on=date(2007, 3, 15),
    waiting_weeks=1,
    starts=(date(2007, 4, 2),),
    contract_to=date(2008, 12, 31),
    updated_on=date(2007, 3, 1),
    withdrawn_on=None,
    questions=frozenset(),
    part_services=(),
    demands=(),
    combines_with=None,
    search_text="",
)


def offer(offer_no: str, title: str = "", *, groups: tuple[TargetGroup, ...] = (), **fields: Any) -> Offer:
    """An offer of thirteen weeks that asks for nothing, unless the fields say otherwise."""
    title = title or f"Tilbud {offer_no}"
    made = _OFFER._replace(
        id=f"id-{offer_no}",
        offer_no=offer_no,
        title=title,
        own_groups=frozenset(groups),
        groups=covered(groups),
        search_text=search_text(f"{offer_no} {title}"),
    )
    return made._replace(**fields)


def catalogue(*offers: Offer) -> Catalogue:
    """These offers and three industries."""
    names = {"cleaning": "Rengøring og service", "transport": "Transport og lager", "care": "Pleje og sundhed"}
    return Catalogue(offers, tuple(Industry(key, name, search_text(name)) for key, name in names.items()))


def ended(
    n: int, good: int, *, match: int | None = 4, benefit: str | None = "cash_assistance", age: str | None = "30_49"
) -> Cell:
    """`n` persons whose outcome is known, all but one in ten of whom completed; `good` came into work or education."""
    tally = Tally(ended=n, completed=n - n // 10, known_6=n, good_6=good, known_3=n, good_3=good // 2)
    return cell_of(match, benefit, age, tally)


def outcomes(by_offer: Mapping[str, tuple[Cell, ...]]) -> Outcomes:
    """What came of the people of each offer, as of the last of February."""
    return Outcomes(by_offer, AS_OF)


def many_offers(count: int, rng: random.Random) -> Catalogue:
    """A large catalogue with titles of several words."""
    trades = ("Rengøring", "Lagermedarbejder", "Pædagogisk assistent", "Køkken", "Kontor", "Chauffør", "Butik")
    ways = ("på arbejdspladsen", "trin for trin", "for begyndere", "med dansk", "i praktik", "aften", "intensivt")
    places = ("Amager", "Nørrebro", "Vanløse", "Valby")
    found = []
    for number in range(count):
        first = rng.randint(1, 4)
        title = f"{rng.choice(trades)} {rng.choice(ways)}, {rng.choice(places)}"
        matches = tuple(MATCH[match] for match in range(first, first + 2))
        demands = (Demand("Er under 30 år", "age<30", None), Demand("Kan møde kl. 7", None, None))[: rng.randint(0, 2)]
        made = offer(f"T-{number:04}", title, groups=matches, match_from=first, match_to=first + 1, demands=demands)
        found.append(
            made._replace(
                kind=rng.choice(list(OfferKind)),
                industries=frozenset({rng.choice(("cleaning", "transport", "care"))}),
                language_level=rng.choice((None, "modul 2", "modul 4")),
                search_text=f"{made.search_text} formal og indhold beskrevet over nogle linjer " * 6,
            )
        )
    return catalogue(*found)
