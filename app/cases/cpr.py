"""The CPR number as a value: read once at the edge, never repeated in a message, shown masked.

The first six digits are day, month and year; the seventh tells the century. Modulus 11 is no gatekeeper:
since 1 October 2007 the CPR office issues numbers that fail it and tells systems to accept them. A day
raised by 60 makes a replacement number, for a person who has no CPR number yet. Both are marked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from db.errors import Refused
from db.values.people import CprMark

# Spaces of every width, hyphens and dashes, as they come from papers, spreadsheets and web pages.
_BETWEEN = re.compile(r"[\s\u2010-\u2015\u2212-]+")
_TEN_DIGITS = re.compile(r"[0-9]{10}")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
REPLACEMENT = 60
"""What is added to the day of a replacement number."""


@dataclass(frozen=True, slots=True)
class Cpr:
    """A CPR number: ten digits, the birth date they tell, and what is worth knowing about the number.

    Neither `repr` nor `str` shows the digits, so that a log or an error report cannot.
    """

    digits: str = field(repr=False)
    born: date = field(repr=False)
    mark: CprMark

    @classmethod
    def parse(cls, text: str, *, field: str = "cpr") -> Self:
        """Read a number with or without hyphen and spaces; a leading zero that a spreadsheet lost is put back.

        Raises Refused for `field`: `not_a_cpr` when these are not ten digits, `impossible_date` when no such
        day has been. The message never repeats the number.
        """
        digits = _BETWEEN.sub("", text)
        if len(digits) == 9:
            digits = "0" + digits
        if not _TEN_DIGITS.fullmatch(digits):
            raise Refused("Skriv CPR-nummeret med ti cifre.", field=field, code="not_a_cpr")
        return cls(digits, _birth_date(digits, field), _mark(digits))

    @property
    def masked(self) -> str:
        """The six first digits and dots for the rest: `140372-····`."""
        return f"{self.digits[:6]}-····"

    @property
    def written(self) -> str:
        """The whole number as one writes it, with its hyphen. To show it is logged by the caller."""
        return f"{self.digits[:6]}-{self.digits[6:]}"

    def __str__(self) -> str:
        """The masked form."""
        return self.masked


def _birth_date(digits: str, field: str) -> date:
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    if day > REPLACEMENT:
        day -= REPLACEMENT
    try:
        return date(_century(int(digits[6]), year) + year, month, day)
    except ValueError:
        # The reason that Python gives would repeat a part of the number.
        message = "CPR-nummeret begynder med en dato, der ikke findes. Se efter, om to cifre er byttet om."
        raise Refused(message, field=field, code="impossible_date") from None


def _century(seventh: int, year: int) -> int:
    """The table of the CPR office: 0-3 the 1900s; 4 and 9 split at year 36; 5-8 split at year 57."""
    if seventh <= 3:
        return 1900
    if seventh in {4, 9}:
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800


def _mark(digits: str) -> CprMark:
    if int(digits[:2]) > REPLACEMENT:
        return CprMark.REPLACEMENT
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return CprMark.ORDINARY if total % 11 == 0 else CprMark.FAILS_MODULUS_11
