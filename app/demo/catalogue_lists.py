"""The rest of the demo's catalogue: profiles, further offers and vacancies, which no story of a citizen needs."""

from __future__ import annotations

from dataclasses import dataclass

from app.demo.seed_lists import OfferEntry, read_file, read_offer
from app.reference.entry import Entry
from db.values.offers import OfferKind


@dataclass(frozen=True, slots=True)
class KindProfile:
    """What offers of a kind have in common."""

    legal_basis: str
    staff: str
    company_contact: str
    tests: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferProfile:
    """One offer's own profile. `content` is told week by week; `tests` are a machine's reading of its criteria.

    `history` is how many persons have ended it, where that does not follow from its places; `parts` may be ordered
    alone.
    """

    place: str
    daytime: str
    family: str
    group_size: str
    for_whom: str
    not_for_whom: str | None = None
    content: tuple[str, ...] = ()
    combines_with: str | None = None
    strategy_note: str | None = None
    tests: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    history: int | None = None
    old_places: bool = False
    contract_ended: bool = False


@dataclass(frozen=True, slots=True)
class FurtherOffer:
    """An offer in which nobody of the demo's stories is."""

    entry: OfferEntry
    profile: OfferProfile


@dataclass(frozen=True, slots=True)
class JobEntry:
    """An invented vacancy."""

    title: str
    industry: str
    place: str
    hours: int


@dataclass(frozen=True, slots=True)
class CatalogueLists:
    """Everything of the file; `profiles` are those of the stories' offers, by number."""

    kinds: dict[OfferKind, KindProfile]
    profiles: dict[str, OfferProfile]
    offers: tuple[FurtherOffer, ...]
    job_orders: tuple[JobEntry, ...]


def read_catalogue_lists() -> CatalogueLists:
    """Read them. `Refused` code `bad_reference_data` names file, place and key."""
    file = read_file("catalogue.toml")
    kinds = file.table("kind")
    lists = CatalogueLists(
        kinds={OfferKind(name): _kind(kinds.table(name)) for name in kinds.keys()},  # noqa: SIM118 - no dictionary.
        profiles=dict(_numbered(each) for each in file.tables("profile")),
        offers=tuple(_offer(each) for each in file.tables("offer")),
        job_orders=tuple(_job(each) for each in file.tables("job_order")),
    )
    file.done()
    return lists


def _kind(entry: Entry) -> KindProfile:
    kind = KindProfile(
        entry.text("legal_basis"),
        entry.text("staff"),
        entry.text("company_contact"),
        entry.text("tests"),
        entry.texts("questions"),
    )
    entry.done()
    return kind


def _numbered(entry: Entry) -> tuple[str, OfferProfile]:
    return entry.text("no"), _profile(entry)


def _offer(entry: Entry) -> FurtherOffer:
    offer = FurtherOffer(read_offer(entry), _profile(entry.table("profile")))
    entry.done()
    return offer


def _profile(entry: Entry) -> OfferProfile:
    profile = OfferProfile(
        place=entry.text("place"),
        daytime=entry.text("daytime"),
        family=entry.text("family"),
        group_size=entry.text("group_size"),
        for_whom=entry.text("for_whom"),
        not_for_whom=entry.optional_text("not_for_whom"),
        content=entry.texts("content"),
        combines_with=entry.optional_text("combines_with"),
        strategy_note=entry.optional_text("strategy_note"),
        tests=entry.texts("tests"),
        parts=entry.texts("parts"),
        history=entry.optional_number("history"),
        old_places=entry.flag("old_places"),
        contract_ended=entry.flag("contract_ended"),
    )
    entry.done()
    return profile


def _job(entry: Entry) -> JobEntry:
    job = JobEntry(entry.text("title"), entry.text("industry"), entry.text("place"), entry.number("hours", least=1))
    entry.done()
    return job
