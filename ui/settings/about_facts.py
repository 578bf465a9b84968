"""What the program knows of itself: version, licences, rule sets, and where its files lie."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from app.rules.book import standard_rule_book
from ui.crash import crash_folder

NO_JOURNAL: Final = "Tovholder er ikke kommunens officielle journal, før kommunen har besluttet det."

LICENCES: Final[tuple[tuple[str, str], ...]] = (
    ("Tovholder", "MPL-2.0"),
    ("Python", "PSF-2.0"),
    ("PySide6 og Qt", "LGPL-3.0"),
    ("SQLCipher", "BSD-3-Clause"),
    ("sqlcipher3", "zlib"),
    ("SQLAlchemy og Alembic", "MIT"),
    ("cryptography", "Apache-2.0 eller BSD-3-Clause"),
    ("argon2-cffi, keyring, platformdirs, filelock, python-calamine", "MIT"),
    ("XlsxWriter", "BSD-2-Clause"),
    ("tzdata", "Apache-2.0"),
    ("IBM Plex Sans (skrift)", "OFL-1.1"),
    ("Lucide (ikoner)", "ISC"),
)
"""What the program is made of. Each licence lies in full beside its own files."""


@dataclass(frozen=True, slots=True)
class RuleSetLine:
    """A rule set as it is named here."""

    title: str
    valid_from: date
    source: str


@dataclass(frozen=True, slots=True)
class AboutFacts:
    """Everything the page says."""

    version: str
    store: Path
    crashes: Path
    rule_sets: tuple[RuleSetLine, ...]


def program_version() -> str:
    """The version that is installed."""
    try:
        return version("tovholder")
    except PackageNotFoundError:
        return "?"


def about_facts(store: Path, today: date) -> AboutFacts:
    """Read it; the rule sets are those in force."""
    book = standard_rule_book()
    in_force = tuple(
        RuleSetLine(each.title, each.valid_from, each.source)
        for each in book.rule_sets
        if each.valid_from <= today and (each.valid_to is None or today <= each.valid_to)
    )
    return AboutFacts(program_version(), store, crash_folder(), in_force)
