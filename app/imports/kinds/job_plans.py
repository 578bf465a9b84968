"""`jobplaner`: versions of jobplans, one row each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.imports.cells import CprNumber, Day, Text, Whole
from app.imports.kinds.kind import Column, Kind, Wrong

FIRST_VERSION = 1


@dataclass(frozen=True, slots=True, repr=False)
class JobPlanRecord:
    """One row. `version` None means the first."""

    cpr: str
    plan_no: str
    valid_from: date
    version: int | None = None
    signed_on: date | None = None
    next_review_on: date | None = None
    closed_on: date | None = None


def _check(record: JobPlanRecord, today: date) -> Iterator[Wrong]:
    if record.signed_on and record.signed_on > today:
        yield Wrong("underskrevet", "Datoen ligger i fremtiden.", "Skriv den dag, planen blev skrevet under.")
    if record.next_review_on and record.next_review_on < record.valid_from:
        yield Wrong("næste_gennemgang", "Gennemgangen ligger før planen.", "Ret en af de to datoer.")
    if record.closed_on and record.closed_on < record.valid_from:
        yield Wrong("lukket", "Planen er lukket, før den begyndte at gælde.", "Ret en af de to datoer.")
    if record.closed_on and record.closed_on > today:
        yield Wrong("lukket", "Datoen ligger i fremtiden.", "Skriv den dag, planen blev lukket.")


JOB_PLANS: Kind[JobPlanRecord] = Kind(
    name="jobplaner",
    columns=(
        Column("cpr", "cpr", CprNumber(), required=True),
        Column("plan_nr", "plan_no", Text(100), required=True),
        Column("version", "version", Whole(1, 10_000)),
        Column("gælder_fra", "valid_from", Day(), required=True),
        Column("underskrevet", "signed_on", Day()),
        Column("næste_gennemgang", "next_review_on", Day()),
        Column("lukket", "closed_on", Day()),
    ),
    record=JobPlanRecord,
    key=lambda record: (record.cpr, record.plan_no, record.version or FIRST_VERSION),
    check=_check,
)
