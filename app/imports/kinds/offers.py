"""`tilbud`: the catalogue, one row an offer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.guide.target_group import TargetGroup
from app.imports.catalogue_cells import Kroner, QuestionCode, Several
from app.imports.cells import LONGEST_NOTE, Day, Text, Whole
from app.imports.kinds.kind import Column, Kind, Wrong
from app.imports.words import OFFER_KINDS, TARGET_GROUPS
from db.values.offers import OfferKind

_NOTE = Text(LONGEST_NOTE, lines=True)


@dataclass(frozen=True, slots=True)
class OfferRecord:
    """One row. `price_per_week` is øre; `demands` is one criterion a line or between semicolons."""

    offer_no: str
    title: str
    provider_name: str
    kind: OfferKind
    industries: tuple[str, ...] | None = None
    target_groups: tuple[TargetGroup, ...] | None = None
    match_from: int | None = None
    match_to: int | None = None
    language_level: str | None = None
    weekly_hours: int | None = None
    weeks: int | None = None
    price_per_week: int | None = None
    places: int | None = None
    free_places: int | None = None
    free_places_on: date | None = None
    next_start: date | None = None
    waiting_weeks: int | None = None
    place: str | None = None
    purpose: str | None = None
    content: str | None = None
    demands: str | None = None
    questions: tuple[str, ...] | None = None
    contact: str | None = None
    phone: str | None = None
    contract_to: date | None = None
    updated_on: date | None = None

    def criteria(self) -> tuple[str, ...] | None:
        """The demands one by one; None when the file says nothing of them."""
        if self.demands is None:
            return None
        parts = (part.strip(" \t-•") for line in self.demands.splitlines() for part in line.split(";"))
        return tuple(dict.fromkeys(part for part in parts if part))


def _check(record: OfferRecord, today: date) -> Iterator[Wrong]:
    if record.match_from and record.match_to and record.match_to < record.match_from:
        yield Wrong("match_til", "Slutter før match_fra.", "Skriv den laveste matchkategori i match_fra.")
    if record.places is not None and record.free_places is not None and record.free_places > record.places:
        yield Wrong("ledige_pladser", "Der er flere ledige pladser end pladser.", "Ret et af de to tal.")
    for heading, day in (("pladser_dato", record.free_places_on), ("opdateret", record.updated_on)):
        if day and day > today:
            yield Wrong(heading, "Datoen ligger i fremtiden.", "Skriv den dag, oplysningen er fra.")


OFFERS: Kind[OfferRecord] = Kind(
    name="tilbud",
    columns=(
        Column("tilbud_nr", "offer_no", Text(100), required=True),
        Column("titel", "title", Text(300), required=True),
        Column("leverandør", "provider_name", Text(200), required=True),
        Column("slags", "kind", OFFER_KINDS, required=True),
        Column("brancher", "industries", Several(Text(100))),
        Column("målgrupper", "target_groups", Several(TARGET_GROUPS)),
        Column("match_fra", "match_from", Whole(1, 5)),
        Column("match_til", "match_to", Whole(1, 5)),
        Column("sprogniveau", "language_level", Text(100)),
        Column("timer_pr_uge", "weekly_hours", Whole(0, 60)),
        Column("uger", "weeks", Whole(1, 520)),
        Column("pris_pr_uge", "price_per_week", Kroner()),
        Column("pladser", "places", Whole(0, 10_000)),
        Column("ledige_pladser", "free_places", Whole(0, 10_000)),
        Column("pladser_dato", "free_places_on", Day()),
        Column("næste_start", "next_start", Day()),
        Column("ventetid_uger", "waiting_weeks", Whole(0, 520)),
        Column("sted", "place", Text(200)),
        Column("formål", "purpose", _NOTE),
        Column("indhold", "content", _NOTE),
        Column("krav", "demands", _NOTE),
        Column("kan_afklare", "questions", Several(QuestionCode())),
        Column("kontakt", "contact", Text(200)),
        Column("telefon", "phone", Text(100)),
        Column("kontrakt_til", "contract_to", Day()),
        Column("opdateret", "updated_on", Day()),
    ),
    record=OfferRecord,
    key=lambda record: record.offer_no,
    check=_check,
    about="offer_no",
)
