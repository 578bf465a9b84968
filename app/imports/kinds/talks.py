"""`samtaler`: talks that were held, one row each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.imports.cells import LONGEST_NOTE, Cell, CprNumber, Day, Flag, Packed, Text
from app.imports.faults import CellFault
from app.imports.kinds.kind import Column, Kind, Wrong
from app.imports.words import TALK_FORMS, TALK_PURPOSES
from db.values.talks import TalkForm, TalkPurpose

WhenReported = date | bool
"""The day of the report; True for some day, False for not yet."""


class Reported(Cell[WhenReported]):
    """Whether the talk has been reported to the portal: the day, or only yes or no."""

    def read(self, text: str) -> WhenReported:
        """A date, yes or no."""
        try:
            return Flag().read(text)
        except CellFault:
            if not any(letter.isdigit() for letter in text):
                raise CellFault("Det er hverken en dato, ja eller nej.", "Skriv datoen som dd-mm-åååå.") from None
            return Day().read(text)

    def write(self, value: WhenReported) -> str:
        """`dd-mm-yyyy`, `ja` or `nej`."""
        return Flag().write(value) if isinstance(value, bool) else Day().write(value)

    def pack(self, value: WhenReported) -> str | bool:
        """ISO, or as it is."""
        return value if isinstance(value, bool) else value.isoformat()

    def unpack(self, packed: Packed) -> WhenReported:
        """From ISO, or as it is."""
        return packed if isinstance(packed, bool) else date.fromisoformat(str(packed))


@dataclass(frozen=True, slots=True, repr=False)
class TalkRecord:
    """One row. `reported` is the day of the report, True for reported some day, False for not yet."""

    cpr: str
    held_on: date
    form: TalkForm
    purpose: TalkPurpose | None = None
    held_by_name: str | None = None
    fulfils_duty: bool | None = None
    reported: WhenReported | None = None
    note: str | None = None


def _check(record: TalkRecord, today: date) -> Iterator[Wrong]:
    if record.held_on > today:
        yield Wrong("dato", "Samtalen ligger i fremtiden.", "Tag kun samtaler med, der er holdt.")
    if isinstance(record.reported, date) and record.reported < record.held_on:
        yield Wrong("indberettet", "Samtalen er indberettet, før den blev holdt.", "Ret en af de to datoer.")


TALKS: Kind[TalkRecord] = Kind(
    name="samtaler",
    columns=(
        Column("cpr", "cpr", CprNumber(), required=True),
        Column("dato", "held_on", Day(), required=True),
        Column("form", "form", TALK_FORMS, required=True),
        Column("formål", "purpose", TALK_PURPOSES),
        Column("afholdt_af", "held_by_name", Text(200)),
        Column("opfylder_pligt", "fulfils_duty", Flag()),
        Column("indberettet", "reported", Reported()),
        Column("notat", "note", Text(LONGEST_NOTE, lines=True)),
    ),
    record=TalkRecord,
    key=lambda record: (record.cpr, record.held_on, record.form, record.purpose),
    check=_check,
)
