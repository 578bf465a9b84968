"""The cells of a table: text in, a value out, and the same value back as the text of the canonical form.

Reading raises `CellFault`. Its text quotes the cell only where that cannot be personal: a date, a number, a
word that nearly is one of the list. A name in the wrong column is never repeated.
"""

from __future__ import annotations

import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar, cast

from app.cases.cpr import Cpr
from app.imports.dates import day_from_text, written_day
from app.imports.faults import CellFault
from app.imports.folding import folded
from db.errors import Refused

Value = TypeVar("Value")
Word = TypeVar("Word", bound=StrEnum)

Packed = str | int | None
"""What JSON keeps of a value; yes and no are whole numbers to it."""

LONGEST_LINE = 500
LONGEST_NOTE = 50_000

_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn"})

_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_QUOTABLE_NUMBER = re.compile(r"[-+\d.,]{1,8}")


class Cell(ABC, Generic[Value]):
    """One kind of cell. `read` gets text that is not empty; an empty cell is None and never comes here."""

    @abstractmethod
    def read(self, text: str) -> Value:
        """The value that the text means. Raises CellFault."""

    def each(self, text: str, change: Callable[[str], str]) -> str:
        """The text with each of its values changed; most cells hold one."""
        return change(text)

    def write(self, value: Value) -> str:
        """The text of the canonical form."""
        return str(value)

    def pack(self, value: Value) -> Packed:
        """The value as JSON can hold it."""
        return cast("Packed", value)

    def unpack(self, packed: Packed) -> Value:
        """The value back from JSON."""
        return cast("Value", packed)


@dataclass(frozen=True, slots=True)
class Text(Cell[str]):
    """A text; on one line unless `lines`."""

    longest: int = LONGEST_LINE
    lines: bool = False

    def read(self, text: str) -> str:
        """The text with its letters composed and its spaces put in order."""
        plain = visible(unicodedata.normalize("NFC", text))
        tidy = (
            "\n".join(line.rstrip() for line in plain.splitlines()).strip() if self.lines else " ".join(plain.split())
        )
        if len(tidy) > self.longest:
            raise CellFault(f"Teksten er på {len(tidy)} tegn.", f"Skriv højst {self.longest} tegn.")
        return tidy


class Postcode(Cell[str]):
    """A postal code; a leading zero that a spreadsheet lost is put back."""

    def read(self, text: str) -> str:
        """Four digits, or a foreign code as it stands."""
        plain = " ".join(text.split())
        if len(plain) > 10:
            raise CellFault("Postnummeret er for langt.", "Skriv de fire cifre.")
        return "0" + plain if len(plain) == 3 and plain.isdecimal() else plain


class CprNumber(Cell[str]):
    """A CPR number, as its ten digits."""

    def read(self, text: str) -> str:
        """Ten digits whose date exists."""
        try:
            return Cpr.parse(text).digits
        except Refused as refusal:
            right = "Skriv ti cifre, med eller uden bindestreg." if refusal.code == "not_a_cpr" else "Ret nummeret."
            wrong = refusal.message
            if refusal.code == "not_a_cpr":
                wrong = "Det er ikke et CPR-nummer."
            raise CellFault(wrong, right) from None

    def write(self, value: str) -> str:
        """The number as one writes it; the hyphen also keeps a spreadsheet from dropping the first zero."""
        return f"{value[:6]}-{value[6:]}"


class Day(Cell[date]):
    """A local date."""

    def read(self, text: str) -> date:
        """A date in any of the accepted forms."""
        return day_from_text(text)

    def write(self, value: date) -> str:
        """`dd-mm-yyyy`."""
        return written_day(value)

    def pack(self, value: date) -> str:
        """ISO."""
        return value.isoformat()

    def unpack(self, packed: Packed) -> date:
        """From ISO."""
        return date.fromisoformat(str(packed))


class Flag(Cell[bool]):
    """Yes or no."""

    _WORDS: ClassVar[Mapping[str, bool]] = {
        **dict.fromkeys(("ja", "j", "1", "x", "true", "sand", "sandt"), True),
        **dict.fromkeys(("nej", "n", "0", "false", "falsk"), False),
    }

    def read(self, text: str) -> bool:
        """`ja`, `1` or `x`; `nej` or `0`."""
        found = self._WORDS.get(folded(text))
        if found is None:
            raise CellFault("Det er hverken ja eller nej.", "Skriv ja eller nej (eller 1, 0, x).")
        return found

    def write(self, value: bool) -> str:  # noqa: FBT001 - the value is what the cell is about.
        """`ja` or `nej`."""
        return "ja" if value else "nej"


@dataclass(frozen=True, slots=True)
class Whole(Cell[int]):
    """A whole number within bounds, both included."""

    least: int = 0
    most: int = 1_000_000

    def read(self, text: str) -> int:
        """Digits, also with a decimal part of zeros from a spreadsheet."""
        number = decimal_from_text(text, f"et helt tal fra {self.least} til {self.most}")
        if number != number.to_integral_value() or not self.least <= number <= self.most:
            raise CellFault(
                f"{quoted_number(text)} passer ikke her.", f"Skriv et helt tal fra {self.least} til {self.most}."
            )
        return int(number)


class Figure(Cell[Decimal]):
    """A number with decimals, not negative."""

    def read(self, text: str) -> Decimal:
        """A Danish decimal (`1.234,50`), or the point of a spreadsheet (`1234.5`)."""
        return decimal_from_text(text, "et tal som 1.234,50")

    def write(self, value: Decimal) -> str:
        """With decimal comma and without thousands."""
        return f"{value:f}".replace(".", ",")

    def pack(self, value: Decimal) -> str:
        """As text, so that no digit is lost."""
        return str(value)

    def unpack(self, packed: Packed) -> Decimal:
        """From text."""
        return Decimal(str(packed))


class Words(Cell[Word]):
    """A word of a closed list. `names` gives each member its Danish name, `also` further ways to write one."""

    def __init__(self, names: Mapping[Word, str], also: Mapping[str, Word] | None = None) -> None:
        """Prepare the look-up in both directions."""
        self._names = dict(names)
        self._members: dict[str, Word] = {folded(name): member for name, member in (also or {}).items()}
        self._members.update({folded(name): member for member, name in names.items()})
        self._set = type(next(iter(names)))

    def read(self, text: str) -> Word:
        """The member with that name."""
        found = self._members.get(folded(text))
        if found is None:
            near = get_close_matches(folded(text), self._members, n=1, cutoff=0.75)
            wrong = f"»{text.strip()}« står ikke på listen." if near else "Ordet står ikke på listen."
            hint = f" Mon der menes »{self._names[self._members[near[0]]]}«?" if near else ""
            raise CellFault(wrong, f"Skriv et af ordene {', '.join(self._names.values())}.{hint}")
        return found

    def write(self, value: Word) -> str:
        """The Danish name."""
        return self._names.get(value, value.value)

    def pack(self, value: Word) -> str:
        """The stored value."""
        return value.value

    def unpack(self, packed: Packed) -> Word:
        """The member with that stored value."""
        return self._set(str(packed))


def visible(text: str) -> str:
    """The text without what nobody sees: commands to a terminal, turns of the writing's direction, empty widths."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter for letter in text if letter.isspace() or unicodedata.category(letter) not in _UNSEEN)


def decimal_from_text(text: str, wanted: str) -> Decimal:
    """A number that is not negative. `wanted` finishes the sentence "Skriv …". Raises CellFault."""
    plain = text.replace(" ", "").replace("\u00a0", "")
    if _THOUSANDS.fullmatch(plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if _NUMBER.fullmatch(plain) and len(plain) <= 20:
        return Decimal(plain.replace(",", "."))
    raise CellFault(f"{quoted_number(text)} kan ikke læses som et tal.", f"Skriv {wanted}.")


def quoted_number(text: str) -> str:
    """The cell in quotes where it is short and only a number, since anything else might be personal."""
    return f"»{text.strip()}«" if _QUOTABLE_NUMBER.fullmatch(text.strip()) else "Cellen"
