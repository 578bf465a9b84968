"""Addresses on one line, and the housing area they lie in."""

from __future__ import annotations

import pytest

from app.cases.addresses import Address, AreaRange, area_of, split_address


@pytest.mark.parametrize(("text", "address"), [
    ("Mjølnerparken 42, 2. tv.", Address("Mjølnerparken", "42", "2. tv.")),
    ("Mjølnerparken 42 2. tv", Address("Mjølnerparken", "42", "2. tv")),
    ("Ruten 7", Address("Ruten", "7")),
    ("Ruten 12 B, st. th.", Address("Ruten", "12B", "st. th.")),
    ("Ruten 12b", Address("Ruten", "12b")),
    ("Ruten 12 tv", Address("Ruten", "12", "tv")),
    ("10. Juni Vej 5, 1.", Address("10. Juni Vej", "5", "1.")),
    ("H. C. Andersens Boulevard 25-27, 4.", Address("H. C. Andersens Boulevard", "25-27", "4.")),
    ("Langhusvej 3, 2700 Brønshøj", Address("Langhusvej", "3", None, "2700", "Brønshøj")),
    ("Langhusvej 3, 1. th., DK-2700 Brønshøj", Address("Langhusvej", "3", "1. th.", "2700", "Brønshøj")),
    ("Langhusvej 3\n2700 Brønshøj", Address("Langhusvej", "3", None, "2700", "Brønshøj")),
    ("Uden fast bopæl", Address("Uden fast bopæl")),
    ("", Address()),
])  # fmt: skip
def test_that_one_line_is_split_into_its_parts(text: str, address: Address) -> None:
    assert split_address(text) == address


def test_that_the_parts_make_one_line_again() -> None:
    assert Address("Mjølnerparken", "42", "2. tv.").line == "Mjølnerparken 42, 2. tv."
    assert Address("Uden fast bopæl").line == "Uden fast bopæl"
    assert not Address().line


RANGES = (
    AreaRange("odd", "Tagensvej", 1, 99, "odd", "2200"),
    AreaRange("even", "Tagensvej", 2, None, "even"),
    AreaRange("whole", "Mjølnerparken"),
)


@pytest.mark.parametrize(("text", "area"), [
    ("Mjølnerparken 42, 2. tv.", "whole"),
    ("mjoelnerparken 1", "whole"),
    ("Mjølnerparken", "whole"),
    ("Tagensvej 99B", "odd"),
    ("Tagensvej 101", None),
    ("Tagensvej 400", "even"),
    ("Tagensvej", None),
    ("Tagensvej 5, 2400 København NV", None),
    ("Tagensvej 5, 2200 København N", "odd"),
    ("Ruten 7", None),
    ("", None),
])  # fmt: skip
def test_that_an_address_lies_in_the_area_of_its_numbers(text: str, area: str | None) -> None:
    assert area_of(split_address(text), RANGES) == area
