"""A mapping file: what a foreign extract calls its columns and values, and what they are called here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from app.foreign_file import NotAnOrdinaryFile, TooManyBytes, read_foreign_file
from app.imports.faults import CellFault
from app.imports.folding import folded
from db.errors import Refused

if TYPE_CHECKING:
    from app.imports.kinds.kind import Kind

MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Mapping:
    """Both tables by their folded names: heading to heading, and heading to (value to value)."""

    columns: MappingOf[str, str] = field(default_factory=dict)
    values: MappingOf[str, MappingOf[str, str]] = field(default_factory=dict)

    def heading(self, found: str) -> str:
        """The canonical heading of a column of the file."""
        return self.columns.get(folded(found), found)

    def value(self, heading: str, text: str) -> str:
        """The canonical text of a cell under a canonical heading."""
        renamed = self.values.get(folded(heading))
        return renamed.get(folded(text), text) if renamed else text


NO_MAPPING = Mapping()


def read_mapping(path: Path, kind: Kind[Any]) -> Mapping:
    """Read a mapping file for a kind.

    Raises Refused `bad_mapping` naming the place, also for a heading that the kind does not have and for a
    value that cannot stand under its heading: a slip there would otherwise be a fault in every row.
    """
    tables = _tables(path)
    if unknown := sorted(set(tables) - {"columns", "values"}):
        _refuse(path, f"har tabellen [{unknown[0]}], som ikke kendes. Brug [columns] og [values.<kolonne>].")
    known = {folded(column.heading): column for column in kind.columns}
    columns = _texts(path, "[columns]", tables.get("columns", {}))
    for heading in columns.values():
        if folded(heading) not in known:
            _refuse(path, f"[columns]: {kind.name} har ingen kolonne »{heading}«.")
    return Mapping(columns, _values(path, kind, tables.get("values", {})))


def _values(path: Path, kind: Kind[Any], tables: object) -> dict[str, dict[str, str]]:
    known = {folded(column.heading): column for column in kind.columns}
    values: dict[str, dict[str, str]] = {}
    for heading, table in _table(path, "[values]", tables).items():
        place = f"[values.{heading}]"
        column = known.get(folded(heading))
        if column is None:
            _refuse(path, f"{place}: {kind.name} har ingen kolonne »{heading}«.")
        renamed = _texts(path, place, table)
        for text in renamed.values():
            try:
                if text.strip():
                    column.cell.read(text)
            except CellFault as fault:
                _refuse(path, f"{place}: {fault.wrong} {fault.right}")
        values[folded(heading)] = renamed
    return values


def _tables(path: Path) -> dict[str, Any]:
    try:
        # Editors on Windows begin a file with a mark of its encoding, which TOML does not know.
        return tomllib.loads(read_foreign_file(path, MOST_BYTES).decode("utf-8-sig"))
    except TooManyBytes:
        _refuse(path, "er for stor.")
    except FileNotFoundError:
        _refuse(path, "findes ikke.")
    except (NotAnOrdinaryFile, IsADirectoryError):
        _refuse(path, "er ikke en fil.")
    except OSError:
        _refuse(path, "kan ikke læses.")
    except UnicodeDecodeError:
        _refuse(path, "er ikke gemt som UTF-8.")
    except tomllib.TOMLDecodeError as error:
        _refuse(path, f"er ikke gyldig TOML: {error}.")
    except RecursionError:
        _refuse(path, "er ikke gyldig TOML: der er for mange parenteser inden i hinanden.")


def _table(path: Path, place: str, table: object) -> dict[str, Any]:
    if not isinstance(table, dict):
        _refuse(path, f"{place} skal være en tabel.")
    return table


def _texts(path: Path, place: str, table: object) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in _table(path, place, table).items():
        if not isinstance(value, str):
            _refuse(path, f"{place}: værdien efter »{name}« skal være en tekst i anførselstegn.")
        if folded(name) in found:
            _refuse(path, f"{place}: »{name}« står der to gange.")
        found[folded(name)] = value
    return found


def _refuse(path: Path, what: str) -> NoReturn:
    raise Refused(f"Oversættelsesfilen {path.name} {what}", field="mapping", code="bad_mapping")
