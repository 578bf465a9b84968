"""Reads the procedure cards from their TOML files, and refuses a file with every fault named by file and key."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import resources
from app.foreign_file import NotAnOrdinaryFile, TooManyBytes, read_foreign_file
from app.procedures.procedure import Procedure
from app.rules.faults import Fault
from app.rules.fields import Fields
from app.rules.kinds import KINDS
from db.errors import Refused

_MOST_BYTES = 200_000


class ProcedureFileRefused(Refused):
    """A procedure card cannot be used. `faults` are all that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Carry the faults, and say them in Danish."""
        super().__init__("\n".join(("Arbejdsgangen kan ikke bruges:", *map(str, faults))), code="procedure_file")
        self.faults = faults


def read_procedure(path: Path) -> Procedure:
    """Read one card. `ProcedureFileRefused` when it cannot be read or used."""
    try:
        text = read_foreign_file(path, _MOST_BYTES).decode("utf-8-sig")
    except (NotAnOrdinaryFile, TooManyBytes, OSError, UnicodeDecodeError):
        wrong = "filen kan ikke læses, eller den er ikke gemt som UTF-8"
        raise ProcedureFileRefused((Fault(path.name, "", "", wrong),)) from None
    return parse_procedure(text, path)


def parse_procedure(text: str, path: Path) -> Procedure:
    """Read a card's text. The card's id is the file's name without its ending."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ProcedureFileRefused((Fault(path.name, "", "", f"filen er ikke gyldig TOML: {error}"),)) from None
    faults: list[Fault] = []
    made = _procedure(Fields(table, faults, path.name, ""), path.stem)
    if faults:
        raise ProcedureFileRefused(tuple(faults))
    return made


def procedure_files() -> tuple[Path, ...]:
    """The cards that the program ships with."""
    return tuple(sorted((Path(resources.__file__).parent / "procedures").glob("*.toml")))


@lru_cache(maxsize=1)
def standard_procedures() -> tuple[Procedure, ...]:
    """The program's own cards in the order of their titles; read once."""
    return in_order(read_procedure(path) for path in procedure_files())


def in_order(procedures: Iterable[Procedure]) -> tuple[Procedure, ...]:
    """By title, so that a list of them is found one's way in."""
    return tuple(sorted(procedures, key=lambda each: (each.title.casefold(), each.id)))


def _procedure(fields: Fields, card_id: str) -> Procedure:
    made = Procedure(
        card_id,
        title=fields.text("title"),
        kinds=_kinds(fields),
        steps=fields.texts_in_order("steps"),
        source=fields.text("source"),
        match_from=fields.number_or_none("match_from", 1, 5),
        match_to=fields.number_or_none("match_to", 1, 5),
    )
    if made.match_from is not None and made.match_to is not None and made.match_to < made.match_from:
        fields.fault("match_to", "ligger før match_from")
    fields.finish()
    return made


def _kinds(fields: Fields) -> tuple[str, ...]:
    known: Mapping[str, object] = KINDS
    kinds = fields.texts_in_order("kinds")
    for kind in kinds:
        if kind not in known:
            fields.fault("kinds", f"{kind} er ikke en slags i køen")
    return kinds
