"""One table of a TOML file, read field by field, with an error that names file, place and key.

What is asked for is crossed off; `done` refuses what is left, so that a misspelt key never goes unread.
"""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from enum import StrEnum
from importlib.resources import files
from typing import Any, NoReturn, TypeVar

from db.errors import Refused

Choice = TypeVar("Choice", bound=StrEnum)


class Entry:
    """A table at a place in a file, such as `housing_areas.toml, area 2`."""

    def __init__(self, table: object, place: str) -> None:
        """Take over a table; anything else is refused."""
        self.place = place
        if not isinstance(table, dict):
            self._refuse(None, "skal være en tabel")
        self._left: dict[str, Any] = dict(table)

    def text(self, key: str) -> str:
        """Give a text that is not empty."""
        text = self.optional_text(key)
        return text if text is not None else self._refuse(key, "mangler")

    def optional_text(self, key: str) -> str | None:
        """Give a text that is not empty, or None where the key is left out."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self._refuse(key, "skal være en tekst, som ikke er tom")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give a list of texts; empty where the key is left out."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
            self._refuse(key, "skal være en liste af tekster")
        return tuple(value)

    def number(self, key: str, *, least: int = 0) -> int:
        """Give a whole number of at least `least`."""
        value = self._left.pop(key, None)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self._refuse(key, f"skal være et helt tal på mindst {least}")
        return value

    def optional_number(self, key: str, *, least: int = 0) -> int | None:
        """Give a whole number of at least `least`, or None where the key is left out."""
        return self.number(key, least=least) if key in self._left else None

    def optional_figure(self, key: str) -> float | None:
        """Give a number that is not negative, or None where the key is left out."""
        value = self._left.pop(key, None)
        if value is None:
            return None
        if not isinstance(value, int | float) or isinstance(value, bool) or value < 0:
            self._refuse(key, "skal være et tal, som ikke er negativt")
        return float(value)

    def optional_day(self, key: str) -> date | None:
        """Give a date, or None where the key is left out."""
        value = self._left.pop(key, None)
        if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
            self._refuse(key, "skal være en dato som 2007-12-31 uden anførselstegn")
        return value

    def flag(self, key: str) -> bool:
        """Give yes or no; no where the key is left out."""
        value = self._left.pop(key, False)
        return value if isinstance(value, bool) else self._refuse(key, "skal være true eller false")

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """Give a member of a closed set."""
        value = self._left.pop(key, None)
        try:
            return kind(value)
        except ValueError:
            return self._refuse(key, "skal være en af " + ", ".join(each.value for each in kind))

    def tables(self, key: str) -> tuple[Entry, ...]:
        """Give the tables of a list, each with its own place; empty where the key is left out."""
        value = self._left.pop(key, [])
        if not isinstance(value, list):
            self._refuse(key, f"skal skrives som [[{key}]]")
        return tuple(Entry(table, f"{self.place}, {key} {no}") for no, table in enumerate(value, start=1))

    def table(self, key: str) -> Entry:
        """Give a table inside this one, with its own place."""
        return Entry(self._left.pop(key, None), f"{self.place}, [{key}]")

    def has(self, key: str) -> bool:
        """Tell whether a key is there and has not been read yet."""
        return key in self._left

    def keys(self) -> tuple[str, ...]:
        """Give the keys that have not been read yet."""
        return tuple(self._left)

    def done(self) -> None:
        """Refuse keys that nobody asked for."""
        for key in self._left:
            self._refuse(key, "kendes ikke")

    def refuse(self, key: str, wrong: str) -> NoReturn:
        """Refuse the value of a key for a reason that only the caller can know."""
        self._refuse(key, wrong)

    def _refuse(self, key: str | None, wrong: str) -> NoReturn:
        what = f"{self.place}: {wrong}." if key is None else f"{self.place}: »{key}« {wrong}."
        raise Refused(what, field=key, code="bad_reference_data")


def parse(text: str, name: str) -> Entry:
    """Read a TOML text; `name` is how its file is named in errors."""
    try:
        return Entry(tomllib.loads(text), name)
    except tomllib.TOMLDecodeError as error:
        raise Refused(f"{name}: er ikke gyldig TOML ({error}).", code="bad_reference_data") from None


def resource(folder: str, name: str) -> str:
    """Give the text of a file that comes with the program."""
    return files("resources").joinpath(folder, name).read_text(encoding="utf-8")
