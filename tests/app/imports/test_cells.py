"""Every form of cell is read, and every fault says what would be right without repeating a person."""

from __future__ import annotations

import contextlib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.imports.cells import CprNumber, Day, Figure, Flag, Postcode, Text, Whole
from app.imports.dates import day_from_text, written_day
from app.imports.faults import CellFault
from app.imports.tables import quoted_against_formulas, without_formula_quote
from app.imports.words import BENEFITS, PLACEMENT_STATES, SICKNESS_GROUPS, TALK_FORMS
from db.values.cases import SicknessGroup
from db.values.offers import PlacementState
from db.values.people import BenefitType
from db.values.talks import TalkForm


@pytest.mark.parametrize(
    "text",
    [
        "20-03-2007", "20.03.2007", "20/03-07", "200307", "2007-03-20", "20.3.07", "2007-03-20 00:00:00",
        "20-03-2007 10.15", "39161", " 20-03-2007 ",
    ],
)  # fmt: skip
def test_that_a_date_is_read_in_every_form(text: str) -> None:
    assert day_from_text(text) == date(2007, 3, 20)


@pytest.mark.parametrize(("text", "year"), [("010100", 2000), ("010169", 2069), ("010170", 1970), ("010199", 1999)])
def test_that_two_digits_of_a_year_split_at_seventy(text: str, year: int) -> None:
    assert day_from_text(text) == date(year, 1, 1)


def test_that_a_lost_first_zero_of_six_digits_is_put_back() -> None:
    assert day_from_text("10299") == date(1999, 2, 1)


def test_that_five_digits_with_two_readings_are_not_guessed_at() -> None:
    with pytest.raises(CellFault, match="to forskellige datoer"):
        day_from_text("50307")


def test_that_29_february_is_a_date_in_leap_years_only() -> None:
    assert day_from_text("29-02-2008") == date(2008, 2, 29)
    with pytest.raises(CellFault, match="»29-02-2007« findes ikke"):
        day_from_text("29-02-2007")


@pytest.mark.parametrize("text", ["Anna Test", "610175-1001", "6101751001", "i går", "0-0-0", "20-13-2007", "1-1-0900"])
def test_that_no_fault_of_a_date_repeats_a_person(text: str) -> None:
    with pytest.raises(CellFault) as fault:
        day_from_text(text)
    assert "Anna" not in fault.value.wrong
    assert "1001" not in fault.value.wrong
    assert "dd-mm-åååå" in fault.value.right


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_that_a_written_date_is_read_as_the_same(day: date) -> None:
    assert day_from_text(written_day(day)) == day == Day().unpack(Day().pack(day))


@given(st.text(max_size=30))
def test_that_any_text_is_a_date_or_a_fault(text: str) -> None:
    with contextlib.suppress(CellFault):
        assert day_from_text(text).year >= 1850


@pytest.mark.parametrize(("text", "value"), [("ja", True), ("JA", True), ("1", True), ("x", True), ("X", True),
                                             ("nej", False), ("0", False), ("n", False)])  # fmt: skip
def test_that_yes_and_no_are_read(text: str, value: bool) -> None:
    assert Flag().read(text) is value


@pytest.mark.parametrize(("text", "value"), [("1.234,50", "1234.50"), ("1234,5", "1234.5"), ("12.5", "12.5"),
                                             ("1.000", "1000"), ("0", "0")])  # fmt: skip
def test_that_danish_decimals_are_read_and_written_back(text: str, value: str) -> None:
    assert Figure().read(text) == Decimal(value)
    assert Figure().read(Figure().write(Decimal(value))) == Decimal(value)


@pytest.mark.parametrize("text", ["6", "0", "4,5", "-1", "fire", "610175-1001"])
def test_that_a_number_out_of_bounds_is_a_fault(text: str) -> None:
    with pytest.raises(CellFault) as fault:
        Whole(1, 5).read(text)
    assert "fra 1 til 5" in fault.value.right
    assert "1001" not in fault.value.wrong


def test_that_closed_lists_are_read_by_their_danish_names_also_without_danish_letters() -> None:
    assert BENEFITS.read("Kontanthjaelp") is BenefitType.CASH_ASSISTANCE
    assert TALK_FORMS.read("hjemmebesoeg") is TalkForm.HOME_VISIT
    assert PLACEMENT_STATES.read("I_GANG") is PlacementState.RUNNING
    assert SICKNESS_GROUPS.read("4-ugers") is SicknessGroup.FOUR_WEEKS


def test_that_a_slip_in_a_word_is_quoted_with_a_guess_and_a_name_is_not() -> None:
    with pytest.raises(CellFault) as slip:
        BENEFITS.read("kontanthjelp")
    assert "»kontanthjelp«" in slip.value.wrong
    assert "»kontanthjælp«?" in slip.value.right
    with pytest.raises(CellFault) as name:
        BENEFITS.read("Anna Test")
    assert "Anna" not in name.value.wrong + name.value.right


def test_that_a_cpr_number_is_read_with_its_lost_zero_and_written_with_its_hyphen() -> None:
    assert CprNumber().read("610175 1001") == "6101751001"
    assert CprNumber().read("1" + "02" + "70" + "5003") == "0" + "1" + "02" + "70" + "5003"
    assert CprNumber().write("6101751001") == "610175-1001"


@pytest.mark.parametrize(("text", "wrong"), [("993275-1001", "ikke findes|findes"), ("12", "ikke et CPR-nummer")])
def test_that_a_wrong_cpr_number_is_not_repeated(text: str, wrong: str) -> None:
    with pytest.raises(CellFault, match=wrong) as fault:
        CprNumber().read(text)
    assert text not in fault.value.wrong + fault.value.right


def test_that_texts_are_put_in_order_and_limited() -> None:
    assert Text().read(" A\u030a  b\n") == "Å b"
    assert Text(lines=True, longest=20).read("en \r\nto\n\n") == "en\nto"
    with pytest.raises(CellFault, match="21 tegn"):
        Text(20).read("x" * 21)
    assert Postcode().read("999") == "0999"


@given(st.text(alphabet="'=+-@\tab1 ", max_size=6))
def test_that_the_quote_against_formulas_comes_off_again(cell: str) -> None:
    quoted = quoted_against_formulas(cell)
    assert without_formula_quote(quoted) == cell
    assert not quoted.startswith(("=", "+", "-", "@", "\t"))


def test_that_what_nobody_sees_is_left_out_of_a_text() -> None:
    assert Text().read("Ås\u200be \u202eØst\x1b[31m\x07\u00ad") == "Åse Øst[31m"
    assert Text(lines=True).read("en\x00\nto") == "en\nto"
    assert Text().read("Łukasz Żółć Þóra Nguyễn O'Neil") == "Łukasz Żółć Þóra Nguyễn O'Neil"
