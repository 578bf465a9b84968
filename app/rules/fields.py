"""One table of a rule file, field by field: a wrong field is noted as a fault and reading goes on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from app.rules.faults import Fault
from app.rules.interval import Interval, parse_interval
from app.rules.sentence import Sentence, parse_sentence

Member = TypeVar("Member", bound=StrEnum)

_MISSING = "mangler"


class Fields:
    """A table under reading. Every question marks its key as known; `finish` reports the keys nobody asked for.

    What is wrong is added to `faults`; the answer is then a harmless value, which is never used, because a
    file with faults is refused as a whole.
    """

    def __init__(self, table: Mapping[str, object], faults: list[Fault], file: str, rule: str, under: str = "") -> None:
        """Read `table`; `under` is the key that holds it, when it is a table within a rule."""
        self._table = table
        self._faults = faults
        self._file = file
        self._rule = rule
        self._under = under
        self._asked: set[str] = set()

    def fault(self, key: str, message: str) -> None:
        """Note a fault at a key of this table."""
        self._faults.append(Fault(self._file, self._rule, self._under + key, message))

    def finish(self) -> None:
        """Note every key that was never asked for."""
        for key in self._table:
            if key not in self._asked:
                self.fault(key, "ukendt felt")

    def has(self, key: str) -> bool:
        """Whether the key is there."""
        return key in self._table

    def text(self, key: str) -> str:
        """A text with something in it."""
        value = self._value(key)
        if isinstance(value, str):
            if value.strip():
                return value
            self.fault(key, "må ikke være tom")
        elif value is not None:
            self.fault(key, "skal være en tekst")
        return ""

    def number(self, key: str, least: int, most: int) -> int:
        """A whole number within its limits."""
        value = self._value(key)
        if value is None:
            return least
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        self.fault(key, f"skal være et helt tal fra {least} til {most}")
        return least

    def number_or_none(self, key: str, least: int, most: int) -> int | None:
        """A whole number, or None when the key is not there."""
        return self.number(key, least, most) if self._ask(key) else None

    def flag(self, key: str) -> bool:
        """`true` or `false`."""
        value = self._value(key)
        if value is not None and not isinstance(value, bool):
            self.fault(key, "skal være true eller false")
        return value is True

    def flag_or_none(self, key: str) -> bool | None:
        """`true` or `false`, or None when the key is not there."""
        return self.flag(key) if self._ask(key) else None

    def day(self, key: str) -> date:
        """A date, written without quotation marks."""
        value = self._value(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.fault(key, "skal være en dato, skrevet som 2007-12-31 uden anførselstegn")
        return date.min

    def day_or_none(self, key: str) -> date | None:
        """A date, or None when the key is not there."""
        return self.day(key) if self._ask(key) else None

    def member(self, key: str, members: type[Member]) -> Member:
        """One of a closed set."""
        value = self._value(key)
        found = _member(members, value)
        if found is not None:
            return found
        if value is not None:
            self.fault(key, _not_one_of(value, members))
        return next(iter(members))

    def members(self, key: str, members: type[Member]) -> frozenset[Member]:
        """Some of a closed set, as a list."""
        return frozenset(self._members(key, self._value(key), members))

    def groups(self, key: str, members: type[Member]) -> tuple[frozenset[Member], ...]:
        """Lists of some of a closed set, as a list of lists."""
        value = self._value(key)
        if value is not None and not isinstance(value, list):
            self.fault(key, "skal være en liste af lister")
        return tuple(
            frozenset(self._members(key, group, members)) for group in (value if isinstance(value, list) else ())
        )

    def texts(self, key: str) -> frozenset[str]:
        """Some texts, as a list whose order means nothing."""
        return frozenset(self.texts_in_order(key))

    def texts_in_order(self, key: str) -> tuple[str, ...]:
        """Some texts, as a list in its order."""
        value = self._value(key)
        if isinstance(value, list) and value and all(isinstance(part, str) and part.strip() for part in value):
            return tuple(value)
        if value is not None:
            self.fault(key, "skal være en liste af tekster")
        return ()

    def interval(self, key: str) -> Interval:
        """An interval such as `+3 months`."""
        text = self.text(key)
        if text:
            try:
                return parse_interval(text)
            except ValueError as error:
                self.fault(key, str(error))
        return parse_interval("0 days")

    def sentence(self, key: str, allowed: frozenset[str], required: frozenset[str]) -> Sentence:
        """A text that uses every required placeholder and none but the allowed ones."""
        text = self.text(key)
        if not text:
            return Sentence("", ())
        try:
            found = parse_sentence(text)
        except ValueError as error:
            self.fault(key, str(error))
            return Sentence("", ())
        for name in sorted(set(found.names) - allowed):
            self.fault(key, f"ukendt pladsholder {{{name}}}; kendte er {_listed(allowed)}")
        for name in sorted(required - set(found.names)):
            self.fault(key, f"pladsholderen {{{name}}} mangler i sætningen")
        return found

    def table(self, key: str) -> Fields:
        """The table under a key; an empty one when it is missing or something else."""
        value = self._value(key)
        if value is not None and not isinstance(value, dict):
            self.fault(key, "skal være en tabel")
        return Fields(
            value if isinstance(value, dict) else {}, self._faults, self._file, self._rule, f"{self._under}{key}."
        )

    def table_or_none(self, key: str) -> Fields | None:
        """The table under a key, or None when the key is not there."""
        return self.table(key) if self._ask(key) else None

    def each(self, key: str, names: tuple[str, ...]) -> Iterator[tuple[str, Fields, str]]:
        """Where each of `names` stands: at the key itself when there is but one, else in the table under it."""
        if len(names) == 1:
            yield names[0], self, key
        elif not self._ask(key):
            self.fault(key, _MISSING)
        else:
            table = self.table(key)
            for name in names:
                yield name, table, name
            table.finish()

    def raw(self, key: str) -> object:
        """The value as it stands, None (and a fault) when it is missing."""
        return self._value(key)

    def _ask(self, key: str) -> bool:
        self._asked.add(key)
        return key in self._table

    def _value(self, key: str) -> object:
        if self._ask(key):
            return self._table[key]
        self.fault(key, _MISSING)
        return None

    def _members(self, key: str, value: object, members: type[Member]) -> list[Member]:
        if value is not None and (not isinstance(value, list) or not value):
            self.fault(key, "skal være en liste med mindst én værdi")
        found = []
        for part in value if isinstance(value, list) else ():
            member = _member(members, part)
            if member is None:
                self.fault(key, _not_one_of(part, members))
            else:
                found.append(member)
        return found


def _member(members: type[Member], value: object) -> Member | None:
    return next((member for member in members if isinstance(value, str) and member.value == value), None)


def _not_one_of(value: object, members: type[Member]) -> str:
    return f"»{value}« er ukendt; kendte er {', '.join(member.value for member in members)}"


def _listed(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))
