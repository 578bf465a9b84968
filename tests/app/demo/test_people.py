"""The demo's people are invented, and nobody could take one of them for a living person."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from app.cases.addresses import Address, AreaRange, area_of
from app.cases.cpr import Cpr
from db.values.people import CprMark
from tests.app.demo.demo_stores import DAYS, content
from tests.helpers.cpr_scan import lines_with_cpr_numbers


def test_that_there_are_three_hundred_citizens_with_names_of_many_kinds() -> None:
    citizens = content()["citizen"]
    assert len(citizens) == 300
    assert len({each["name"] for each in citizens}) > 285
    assert len({each["name"].rpartition(" ")[2] for each in citizens}) > 70
    assert {"somali", "tyrkisk", "arabisk"} <= {each["language"] for each in citizens}
    assert any(each["interpreter_needed"] for each in citizens)
    assert 2 <= sum(each["address_protected"] for each in citizens) <= 25


@pytest.mark.parametrize("today", DAYS)
def test_that_every_number_is_a_replacement_number_of_its_own_with_the_right_century(today: date) -> None:
    citizens = content(today)["citizen"]
    assert len({each["cpr"] for each in citizens}) == len(citizens)
    for each in citizens:
        cpr = Cpr.parse(each["cpr"])
        assert cpr.mark is CprMark.REPLACEMENT
        assert cpr.mark is each["cpr_mark"]
        assert cpr.born == each["born"]
        assert 15 <= (today - each["born"]).days / 365.25 < 66


def test_that_no_text_anywhere_could_be_a_living_persons_number() -> None:
    texts = (value for rows in content().values() for row in rows for value in row.values() if isinstance(value, str))
    assert not [text for text in texts if lines_with_cpr_numbers(text)]


def test_that_no_phone_number_could_be_rung() -> None:
    tables = content()
    phones = [row["phone"] for name in ("citizen", "caseworker", "provider") for row in tables[name]]
    assert all(phone.startswith("0") for phone in phones)


def test_that_the_housing_area_follows_from_the_address() -> None:
    tables = content()
    ranges = [
        AreaRange(row["area_id"], row["street"], row["from_number"], row["to_number"], row["parity"], row["postcode"])
        for row in tables["address_range"]
    ]
    for each in tables["citizen"]:
        address = Address(each["street"], each["house_number"], None, each["postcode"])
        assert area_of(address, ranges) == each["housing_area_id"], address
    in_areas = Counter(each["housing_area_id"] for each in tables["citizen"])
    assert len(in_areas) == 6
    assert min(in_areas.values()) >= 12


def test_that_households_hold_together() -> None:
    tables = content()
    citizens = {each["id"]: each for each in tables["citizen"]}
    homes: dict[str, list[dict[str, object]]] = {}
    for member in tables["household_member"]:
        homes.setdefault(member["household_id"], []).append(member)
    assert set(homes) == {each["id"] for each in tables["household"]}
    assert len(homes) >= 7
    for members in homes.values():
        assert len(members) == 2
        addresses = {
            (citizens[str(each["case_id"])]["street"], citizens[str(each["case_id"])]["house_number"])
            for each in members
        }
        assert len(addresses) == 1 or all(each["lives_apart"] for each in members)
    assert any(each["lives_apart"] for each in tables["household_member"])


def test_that_no_household_tells_where_someone_with_a_protected_address_lives() -> None:
    tables = content()
    protected = {each["id"] for each in tables["citizen"] if each["address_protected"]}
    hidden = {each["household_id"] for each in tables["household_member"] if each["case_id"] in protected}
    assert hidden
    assert not [each for each in tables["household"] if each["id"] in hidden and each["address_text"] is not None]
