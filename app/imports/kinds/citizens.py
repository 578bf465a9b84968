"""`borgere`: the caseload, one row a citizen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.imports.cells import CprNumber, Day, Flag, Postcode, Text, Whole
from app.imports.kinds.kind import Column, Kind, Wrong
from app.imports.words import BENEFITS
from db.values.people import BenefitType


@dataclass(frozen=True, slots=True, repr=False)
class CitizenRecord:
    """One row. `holder` None means unassigned; every other None means that the file says nothing."""

    cpr: str
    name: str
    benefit: BenefitType
    benefit_from: date
    unit: str
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    phone: str | None = None
    email: str | None = None
    language: str | None = None
    interpreter_needed: bool | None = None
    address_protected: bool | None = None
    spouse_cpr: str | None = None
    lives_apart: bool | None = None
    children_at_home: int | None = None
    vocational_education: bool | None = None
    first_enquiry_on: date | None = None
    benefit_to: date | None = None
    match: int | None = None
    match_on: date | None = None
    match_reason: str | None = None
    holder: str | None = None
    holder_from: date | None = None
    area: str | None = None
    sick_from: date | None = None
    recovered_on: date | None = None


def _check(record: CitizenRecord, today: date) -> Iterator[Wrong]:
    if record.benefit_to and record.benefit_to < record.benefit_from:
        yield Wrong("ydelse_til", "Ydelsen slutter, før den begynder.", "Ret en af de to datoer.")
    if record.spouse_cpr == record.cpr:
        yield Wrong("ægtefælle_cpr", "Nummeret er borgerens eget.", "Skriv ægtefællens nummer.")
    if record.match_on and record.match_on > today:
        yield Wrong("match_dato", "Datoen ligger i fremtiden.", "Skriv den dag, borgeren blev matchet.")
    if record.recovered_on and not record.sick_from:
        yield Wrong("sygemeldt_fra", "Borgeren er raskmeldt uden at være sygemeldt.", "Skriv første sygedag.")
    elif record.recovered_on and record.sick_from and record.recovered_on < record.sick_from:
        yield Wrong("raskmeldt", "Borgeren er raskmeldt, før sygdommen begyndte.", "Ret en af de to datoer.")


CITIZENS: Kind[CitizenRecord] = Kind(
    name="borgere",
    columns=(
        Column("cpr", "cpr", CprNumber(), required=True),
        Column("navn", "name", Text(200), required=True),
        Column("adresse", "address", Text()),
        Column("postnr", "postcode", Postcode()),
        Column("by", "city", Text(100)),
        Column("telefon", "phone", Text(100)),
        Column("email", "email", Text(200)),
        Column("sprog", "language", Text(100)),
        Column("tolk", "interpreter_needed", Flag()),
        Column("adressebeskyttet", "address_protected", Flag()),
        Column("ægtefælle_cpr", "spouse_cpr", CprNumber()),
        Column("lever_adskilt", "lives_apart", Flag()),
        Column("børn_hjemme", "children_at_home", Whole(0, 30)),
        Column("uddannelse", "vocational_education", Flag()),
        Column("henvendt", "first_enquiry_on", Day()),
        Column("ydelse", "benefit", BENEFITS, required=True),
        Column("ydelse_fra", "benefit_from", Day(), required=True),
        Column("ydelse_til", "benefit_to", Day()),
        Column("match", "match", Whole(1, 5)),
        Column("match_dato", "match_on", Day()),
        Column("match_begrundelse", "match_reason", Text(5_000)),
        Column("enhed", "unit", Text(200), required=True),
        Column("tovholder", "holder", Text(200), required=True, may_be_empty=True),
        Column("tovholder_fra", "holder_from", Day()),
        Column("boligområde", "area", Text(200)),
        Column("sygemeldt_fra", "sick_from", Day()),
        Column("raskmeldt", "recovered_on", Day()),
    ),
    record=CitizenRecord,
    key=lambda record: record.cpr,
    check=_check,
)
