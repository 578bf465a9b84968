"""The CPR number: what is accepted, what is marked, what is refused."""

from __future__ import annotations

import traceback
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.dk import cpr as oracle

from app.cases.cpr import Cpr
from db.errors import Refused
from db.values.people import CprMark


def number(day: int, month: int, year: int, serial: str) -> str:
    # Ordinary numbers are put together at run time and belong to people born in the 1800s.
    return f"{day:02}{month:02}{year:02}{serial}"


@pytest.mark.parametrize("text", ["750672-4113", "7506724113", "750672 4113", " 750672–4113 ", "750672 - 4113"])
def test_that_hyphens_and_spaces_do_not_matter(text: str) -> None:
    assert Cpr.parse(text).digits == "7506724113"


def test_that_a_day_raised_by_60_is_a_replacement_number() -> None:
    found = Cpr.parse("750672-4113")
    assert (found.mark, found.born) == (CprMark.REPLACEMENT, date(1972, 6, 15))


def test_that_day_91_is_the_31st_and_day_92_is_no_day() -> None:
    assert Cpr.parse("910160-1111").born == date(1960, 1, 31)
    with pytest.raises(Refused) as refused:
        Cpr.parse("920160-1111")
    assert refused.value.code == "impossible_date"


def test_that_a_leading_zero_lost_in_a_spreadsheet_is_put_back() -> None:
    assert Cpr.parse(str(int(number(7, 5, 69, "7000")))).born == date(1869, 5, 7)


def test_that_29_february_is_refused_in_a_year_without_one() -> None:
    assert Cpr.parse(number(29, 2, 72, "6111")).born == date(1872, 2, 29)
    with pytest.raises(Refused) as refused:
        Cpr.parse(number(29, 2, 73, "6111"))
    assert (refused.value.code, refused.value.field) == ("impossible_date", "cpr")


@pytest.mark.parametrize(
    ("seventh", "year", "born"),
    [
        ("0", 0, 1900), ("3", 99, 1999),
        ("4", 36, 2036), ("4", 37, 1937), ("9", 36, 2036), ("9", 37, 1937),
        ("5", 57, 2057), ("5", 58, 1858), ("8", 57, 2057), ("8", 99, 1899),
    ],
)  # fmt: skip
def test_that_the_seventh_digit_tells_the_century(seventh: str, year: int, born: int) -> None:
    assert Cpr.parse(number(61, 1, year, seventh + "000")).born.year == born


@given(st.dates(date(1858, 1, 1), date(1899, 12, 31)), st.integers(5000, 8999))
def test_that_ordinary_numbers_are_read_as_the_oracle_reads_them(born: date, serial: int) -> None:
    digits = number(born.day, born.month, born.year % 100, str(serial))
    found = Cpr.parse(digits)
    assert found.born == oracle.get_birth_date(digits) == born
    passes = int(oracle.checksum(digits)) == 0
    assert found.mark is (CprMark.ORDINARY if passes else CprMark.FAILS_MODULUS_11)


@pytest.mark.parametrize("text", ["", "abc", "12345678", "75067241131", "750672-411a", "750672-411²"])
def test_that_what_is_not_ten_digits_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        Cpr.parse(text, field="spouse_cpr")
    assert (refused.value.code, refused.value.field) == ("not_a_cpr", "spouse_cpr")


@given(st.text(alphabet="0123456789- ", max_size=14))
def test_that_neither_value_nor_error_repeats_the_number(text: str) -> None:
    shown = ""
    try:
        found = Cpr.parse(text)
        shown = f"{found!r} {found}".replace(found.digits[:6], "").replace(repr(found.mark), "")
    except Refused as refused:
        shown = "".join(traceback.format_exception(refused)[-1:])
    assert not any(letter.isdigit() for letter in shown)


def test_that_the_number_is_shown_masked_and_written_whole_only_when_asked() -> None:
    found = Cpr.parse("7403724113")
    assert (found.masked, str(found), found.written) == ("740372-····", "740372-····", "740372-4113")
