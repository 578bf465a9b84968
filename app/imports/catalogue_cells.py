"""Cells that only the catalogue's files have: lists, prices, codes, and an end of which only the month is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, TypeVar

from app.imports.cells import Cell, Packed, decimal_from_text, quoted_number, visible
from app.imports.dates import day_from_text, written_day
from app.imports.faults import CellFault

Value = TypeVar("Value")

_BETWEEN: Final = "\x1f"
_MONTH: Final = re.compile(r"(?P<month>\d{1,2})[-./](?P<year>\d{4})|(?P<iso_year>\d{4})-(?P<iso_month>\d{2})")
_CODE: Final = re.compile(r"[A-Z]{1,3}\d{1,3}")
_LOOKS_LIKE_A_NUMBER: Final = re.compile(r"(?=.*\d)[\w.\-/]{1,20}")
_NINE_DIGITS: Final = re.compile(r"(?:\D*\d){9}")
_NEGATIVE: Final = re.compile(r"-\s?\d[\d.,]*")
_MOST: Final = 100
_LONGEST_SHOWN: Final = 40


class Several(Cell[tuple[Value, ...]]):
    """Values with commas between them; one that stands there twice counts once."""

    def __init__(self, one: Cell[Value], *, between: str = ",") -> None:
        """Read each part as that cell does."""
        self._one, self._between = one, between

    def read(self, text: str) -> tuple[Value, ...]:
        """Every part. Raises CellFault at the first that cannot be read."""
        parts = self._parts(text)
        if not parts:
            raise CellFault("Der står ingenting mellem kommaerne.", "Skriv værdierne med komma imellem.")
        if len(parts) > _MOST:
            raise CellFault(f"Der er {len(parts)} værdier i cellen.", f"Skriv højst {_MOST}.")
        return tuple(dict.fromkeys(self._read_one(part) for part in parts))

    def _read_one(self, part: str) -> Value:
        try:
            return self._one.read(part)
        except CellFault as fault:
            raise CellFault(f"»{shortened(part)}«: {fault.wrong}", fault.right) from None

    def each(self, text: str, change: Callable[[str], str]) -> str:
        """Change every part."""
        # What is renamed as a whole keeps its own commas.
        whole = change(text)
        return whole if whole != text else f"{self._between} ".join(change(part) for part in self._parts(text))

    def write(self, value: tuple[Value, ...]) -> str:
        """With comma and space."""
        return f"{self._between} ".join(self._one.write(part) for part in value)

    def pack(self, value: tuple[Value, ...]) -> str:
        """As one text."""
        return _BETWEEN.join(str(self._one.pack(part)) for part in value)

    def unpack(self, packed: Packed) -> tuple[Value, ...]:
        """The parts back."""
        return tuple(self._one.unpack(part) for part in str(packed).split(_BETWEEN))

    def _parts(self, text: str) -> list[str]:
        return [part.strip() for part in text.split(self._between) if part.strip()]


class Kroner(Cell[int]):
    """An amount of money, in øre."""

    def read(self, text: str) -> int:
        """Kroner with at most two decimals; a negative price is none."""
        if _NEGATIVE.fullmatch(text.strip()):
            raise CellFault(f"{quoted_number(text)} er en negativ pris.", "Skriv prisen i kroner, 0 eller derover.")
        oere = decimal_from_text(text, "prisen i kroner, som 650 eller 1.234,50") * 100
        if oere != oere.to_integral_value() or oere > 100_000_000:
            raise CellFault(f"{quoted_number(text)} passer ikke her.", "Skriv kroner med højst to decimaler.")
        return int(oere)

    def write(self, value: int) -> str:
        """Kroner, with decimals only where there are øre."""
        kroner = Decimal(value) / 100
        return f"{kroner:.0f}" if value % 100 == 0 else f"{kroner:.2f}".replace(".", ",")


class QuestionCode(Cell[str]):
    """A code of the question bank, such as `Q04`."""

    def read(self, text: str) -> str:
        """The code in capitals; `q4` is `Q04`."""
        code = text.strip().upper()
        if not _CODE.fullmatch(code):
            raise CellFault("Det er ikke en spørgsmålskode.", "Skriv koder fra spørgsmålsbanken, som Q01, Q04.")
        letters = code.rstrip("0123456789")
        return f"{letters}{code[len(letters) :]:0>2}"


@dataclass(frozen=True, slots=True)
class Ended:
    """The day something ended; the first of the month where only the month is known."""

    on: date
    month_only: bool = False


class DayOrMonth(Cell[Ended]):
    """A date, or `mm-yyyy`."""

    def read(self, text: str) -> Ended:
        """The day, or the month's first."""
        found = _MONTH.fullmatch(text.strip())
        if found is None:
            return Ended(day_from_text(text))
        month, year = (int(found[name] or found[f"iso_{name}"]) for name in ("month", "year"))
        if not 1 <= month <= 12 or not 1900 <= year <= 2100:
            raise CellFault(
                f"»{text.strip()}« er ingen måned.", "Skriv måneden som mm-åååå eller dagen som dd-mm-åååå."
            )
        return Ended(date(year, month, 1), month_only=True)

    def write(self, value: Ended) -> str:
        """As it was known."""
        return f"{value.on:%m-%Y}" if value.month_only else written_day(value.on)

    def pack(self, value: Ended) -> str:
        """ISO, with or without the day."""
        return f"{value.on:%Y-%m}" if value.month_only else value.on.isoformat()

    def unpack(self, packed: Packed) -> Ended:
        """From ISO."""
        text = str(packed)
        month_only = len(text) == len("2007-03")
        return Ended(date.fromisoformat(f"{text}-01" if month_only else text), month_only)


def shortened(text: str) -> str:
    """A word of the catalogue as a message may repeat it: short, and without what may be a CPR number."""
    plain = " ".join(visible(text).split())
    if _NINE_DIGITS.search(plain):
        return "(et tal)"
    return plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN]}…"


def quoted_code(text: str) -> str:
    """A number of an offer or order in quotes; anything else might be personal and is not repeated."""
    plain = text.strip()
    fits = _LOOKS_LIKE_A_NUMBER.fullmatch(plain) and not _NINE_DIGITS.search(plain)
    return f"»{plain}«" if fits else "i cellen"
