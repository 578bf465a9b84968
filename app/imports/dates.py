"""Dates as they stand in extracts: day first with any separator, six digits, ISO, or a spreadsheet's day number."""

from __future__ import annotations

import re
from datetime import date, timedelta

from app.imports.faults import CellFault

_TIME = r"(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?)?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})" + _TIME)
_DAY_FIRST = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})" + _TIME)
_SIX_DIGITS = re.compile(r"(\d{2})(\d{2})(\d{2})")
_FIVE_DIGITS = re.compile(r"(\d)(\d{2})(\d{2})")
_QUOTABLE = re.compile(r"[-./:\dT ]{1,19}")
_NINE_DIGITS = re.compile(r"(?:\D*\d){9}")

# Day 1 of a spreadsheet is 1 January 1900, and it counts a 29 February 1900 that never was.
_SHEET_EPOCH = date(1899, 12, 30)
_FIRST_SHEET_DAY, _LAST_SHEET_DAY = 18_264, 73_050  # 1950 to 2099

_RIGHT = "Skriv datoen som dd-mm-åååå."


def day_from_text(text: str) -> date:
    """The date that a cell means. Two-digit years: 00-69 are the 2000s, 70-99 the 1900s. Raises CellFault."""
    plain = text.strip()
    if match := _DAY_FIRST.fullmatch(plain):
        return _date(plain, _year(match[3]), int(match[2]), int(match[1]))
    if match := _ISO.fullmatch(plain):
        return _date(plain, int(match[1]), int(match[2]), int(match[3]))
    if match := _SIX_DIGITS.fullmatch(plain):
        return _date(plain, _year(match[3]), int(match[2]), int(match[1]))
    if match := _FIVE_DIGITS.fullmatch(plain):
        return _from_five_digits(plain, match)
    raise CellFault(f"{_quoted(plain)} kan ikke læses som en dato.", _RIGHT)


def written_day(day: date) -> str:
    """`dd-mm-yyyy`."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def _from_five_digits(plain: str, match: re.Match[str]) -> date:
    """Five digits are a spreadsheet's day number, or `ddmmyy` whose first zero was lost.

    Where both readings give a date neither is taken: a date wrong by thirty years would be believed.
    """
    number = int(plain)
    by_number = _SHEET_EPOCH + timedelta(days=number) if _FIRST_SHEET_DAY <= number <= _LAST_SHEET_DAY else None
    try:
        by_digits = date(_year(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        by_digits = None
    if by_number and by_digits:
        raise CellFault(f"»{plain}« kan være to forskellige datoer.", _RIGHT)
    found = by_number or by_digits
    if found is None:
        raise CellFault(f"»{plain}« er ikke en dato.", _RIGHT)
    return found


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) <= 69 else 1900)


def _date(plain: str, year: int, month: int, day: int) -> date:
    if not 1850 <= year <= 2199:
        raise CellFault(f"{_quoted(plain)} har et årstal, der ikke kan passe.", _RIGHT)
    try:
        return date(year, month, day)
    except ValueError:
        raise CellFault(
            f"{_quoted(plain)} findes ikke i kalenderen.", "Skriv en dato, der findes, som dd-mm-åååå."
        ) from None


def _quoted(plain: str) -> str:
    # Nine digits or more may be a CPR number in the wrong column.
    return f"»{plain}«" if _QUOTABLE.fullmatch(plain) and not _NINE_DIGITS.match(plain) else "Cellen"
