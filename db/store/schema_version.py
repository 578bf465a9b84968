"""The number of the schema that this program reads and writes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

SCHEMA = 1
"""The last migration's number, stored in the file as `PRAGMA user_version`."""


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema number and the folder with the `versions/` that lead to it; tests bring their own."""

    number: int
    scripts: Path


PROGRAM_SCHEMA = Schema(SCHEMA, Path(__file__).resolve().parent.parent / "migrations")
