"""`resultater`: what came of offers, one anonymous row a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.imports.catalogue_cells import DayOrMonth, Ended
from app.imports.cells import Flag, Text, Whole
from app.imports.kinds.kind import Column, Kind, Wrong
from app.imports.words import AGE_BANDS, BENEFITS, OUTCOMES
from db.values.offers import AgeBand, OutcomeKind
from db.values.people import BenefitType


@dataclass(frozen=True, slots=True)
class OfferResultRecord:
    """One row. Nothing in it tells one person from another, so that two rows may say the same."""

    offer_no: str
    ended: Ended
    completed: bool
    match: int | None = None
    benefit: BenefitType | None = None
    age_band: AgeBand | None = None
    language: str | None = None
    outcome_3_months: OutcomeKind | None = None
    outcome_6_months: OutcomeKind | None = None
    new_match: int | None = None


def _check(record: OfferResultRecord, today: date) -> Iterator[Wrong]:
    if record.ended.on > today:
        yield Wrong("afsluttet", "Datoen ligger i fremtiden.", "Skriv den dag eller måned, forløbet sluttede.")


OFFER_RESULTS: Kind[OfferResultRecord] = Kind(
    name="resultater",
    columns=(
        Column("tilbud_nr", "offer_no", Text(100), required=True),
        Column("match", "match", Whole(1, 5)),
        Column("ydelse", "benefit", BENEFITS),
        Column("aldersgruppe", "age_band", AGE_BANDS),
        Column("sprog", "language", Text(100)),
        Column("afsluttet", "ended", DayOrMonth(), required=True),
        Column("gennemført", "completed", Flag(), required=True),
        Column("resultat_3mdr", "outcome_3_months", OUTCOMES),
        Column("resultat_6mdr", "outcome_6_months", OUTCOMES),
        Column("ny_match", "new_match", Whole(1, 5)),
    ),
    record=OfferResultRecord,
    key=None,
    check=_check,
    about="offer_no",
)
