"""Reads the lists under `resources/demo/` that invented people and their cases are put together from."""

from __future__ import annotations

from dataclasses import dataclass

from app.reference.entry import Entry, parse, resource
from db.values.offers import AnswerKind, OfferKind
from db.values.plans import ResourceElementKind

FOLDER = "demo"


@dataclass(frozen=True, slots=True)
class NameGroup:
    """First and last names that belong together, and the language that some of the group use an interpreter for."""

    weight: int
    language: str | None
    female: tuple[str, ...]
    male: tuple[str, ...]
    last: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Street:
    """A street outside the housing areas; `most` is its highest house number."""

    name: str
    postcode: str
    city: str
    most: int


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """An invented provider; one without a contract is a company that takes people in."""

    key: str
    name: str
    contract_no: str | None
    contract_kind: str | None


@dataclass(frozen=True, slots=True)
class OfferEntry:
    """An invented offer. `price` is kroner a week; `rate` the share in work or education after half a year."""

    no: str
    title: str
    provider: str
    kind: OfferKind
    industries: tuple[str, ...]
    target_groups: tuple[str, ...]
    match_from: int | None
    match_to: int | None
    language_level: str | None
    weekly_hours: int
    weeks: int
    price: int
    places: int
    free_places: int
    waiting_weeks: int
    purpose: str
    content: str
    criteria: tuple[str, ...]
    rate: float


@dataclass(frozen=True, slots=True)
class Goal:
    """Job titles of an industry and why there is work in them."""

    industry: str
    titles: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Question:
    """A question of an order with answers that a provider might give."""

    code: str
    text: str
    kind: AnswerKind
    element: ResourceElementKind | None
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeedLists:
    """Everything that the demo picks from. `texts` are lists by name, such as `talk.contact`."""

    names: tuple[NameGroup, ...]
    streets: tuple[Street, ...]
    providers: tuple[ProviderEntry, ...]
    offers: tuple[OfferEntry, ...]
    goals: tuple[Goal, ...]
    questions: tuple[Question, ...]
    texts: dict[str, tuple[str, ...]]


def read_seed_lists() -> SeedLists:
    """Read all lists. `Refused` code `bad_reference_data` names file, place and key."""
    names, offers, texts = (read_file(name) for name in ("names.toml", "offers.toml", "texts.toml"))
    lists = SeedLists(
        names=tuple(_group(each) for each in names.tables("group")),
        streets=tuple(_street(each) for each in names.tables("street")),
        providers=tuple(_provider(each) for each in offers.tables("provider")),
        offers=tuple(read_offer(each) for each in offers.tables("offer")),
        goals=tuple(_goal(each) for each in texts.tables("goal")),
        questions=tuple(_question(each) for each in texts.tables("question")),
        texts={
            f"{section}.{name}": table.texts(name)
            for section in texts.keys()  # noqa: SIM118 - an entry is no dictionary.
            for table in [texts.table(section)]
            for name in table.keys()  # noqa: SIM118
        },
    )
    for file in (names, offers, texts):
        file.done()
    return lists


def read_file(name: str) -> Entry:
    """One of the demo's files."""
    return parse(resource(FOLDER, name), name)


def _group(entry: Entry) -> NameGroup:
    return NameGroup(
        entry.number("weight", least=1),
        entry.optional_text("language"),
        entry.texts("female"),
        entry.texts("male"),
        entry.texts("last"),
    )


def _street(entry: Entry) -> Street:
    return Street(entry.text("name"), entry.text("postcode"), entry.text("city"), entry.number("most", least=1))


def _provider(entry: Entry) -> ProviderEntry:
    return ProviderEntry(
        entry.text("key"),
        entry.text("name"),
        entry.optional_text("contract_no"),
        entry.optional_text("contract_kind"),
    )


def read_offer(entry: Entry) -> OfferEntry:
    """Read one offer. The caller may read more of the same table, and says when it is done."""
    return OfferEntry(
        no=entry.text("no"),
        title=entry.text("title"),
        provider=entry.text("provider"),
        kind=entry.choice("kind", OfferKind),
        industries=entry.texts("industries"),
        target_groups=entry.texts("target_groups"),
        match_from=entry.optional_number("match_from", least=1),
        match_to=entry.optional_number("match_to", least=1),
        language_level=entry.optional_text("language_level"),
        weekly_hours=entry.number("weekly_hours", least=1),
        weeks=entry.number("weeks", least=1),
        price=entry.number("price"),
        places=entry.number("places"),
        free_places=entry.number("free_places"),
        waiting_weeks=entry.number("waiting_weeks"),
        purpose=entry.text("purpose"),
        content=entry.text("content"),
        criteria=entry.texts("criteria"),
        rate=entry.optional_figure("rate") or 0.0,
    )


def _goal(entry: Entry) -> Goal:
    return Goal(entry.text("industry"), entry.texts("titles"), entry.text("reason"))


def _question(entry: Entry) -> Question:
    return Question(
        entry.text("code"),
        entry.text("text"),
        entry.choice("kind", AnswerKind),
        entry.choice("element", ResourceElementKind) if entry.has("element") else None,
        entry.texts("answers"),
    )
