"""How one row of the list of offers reads: what is drawn, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from app.guide.estimates import Estimate


class Column(IntEnum):
    """The columns from left to right."""

    TICK = 0
    OFFER = 1
    RESULT = 2
    PERSONS = 3
    START = 4
    CRITERIA = 5


HEADINGS: Final = {
    Column.TICK: "",
    Column.OFFER: "Tilbud",
    Column.RESULT: "I job eller uddannelse efter 6 mdr.",
    Column.PERSONS: "Borgere",
    Column.START: "Næste start",
    Column.CRITERIA: "Krav",
}
HELP: Final = {
    Column.TICK: "Sæt hak ved højst fire tilbud for at sammenligne dem (mellemrum)",
    Column.RESULT: "Prikken er det bedste skøn, stregen usikkerheden (90 %). Skalaen går fra 0 til 100 %.",
    Column.PERSONS: "Borgere i målgruppen, som har afsluttet tilbuddet, også dem der faldt fra",
    Column.CRITERIA: "Hvor mange af tilbuddets krav borgeren opfylder",
}


@dataclass(frozen=True, slots=True)
class OfferLine:
    """One row in words. `doubt` is the word of the chip beside the number of citizens, empty where there is none.

    `similar` says how many offers of the same family are folded under it, `indented` that it is one of those.
    `estimate` is None where so few came that no share may be shown. `places_old` says that the number of places is
    not to be trusted any more; the words say so too.
    """

    title: str
    about: str
    estimate: Estimate | None
    share: str
    persons: str
    doubt: str
    start: str
    places: str
    places_in_full: str
    places_old: bool
    criteria: str
    met: bool
    similar: str
    indented: bool
    spoken: str
