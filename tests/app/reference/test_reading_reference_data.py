"""The files of reference data are whole, and a fault in one is named."""

from __future__ import annotations

import pytest

from app.reference.entry import resource
from app.reference.read import FILES, FOLDER, read_reference, read_texts
from db.errors import Refused
from db.values.people import OrgUnitKind


def _texts() -> dict[str, str]:
    return {name: resource(FOLDER, name) for name in FILES}


def test_that_the_five_areas_and_the_units_of_the_city_are_there() -> None:
    data = read_reference()
    assert [area.name for area in data.areas] == [
        "Tingbjerg-Utterslevhuse",
        "Mjølnerparken",
        "Akacieparken",
        "Lundtoftegade",
        "Aldersrogade",
    ]
    assert {area.unit for area in data.areas} == {"musvaagevej"}
    assert {unit.kind for unit in data.units} == set(OrgUnitKind)
    assert [unit.name for unit in data.units if unit.kind is OrgUnitKind.JOBCENTRE] == [
        "Jobcenter Musvågevej",
        "Jobcenter Skelbækgade",
        "Jobcenter Nyropsgade",
    ]
    assert len(data.industries) == 12


def test_that_a_target_that_nobody_has_set_stays_open() -> None:
    targets = {target.indicator: target for target in read_reference().targets}
    assert targets["couples_under_ceiling_and_reduction"].value is None
    assert targets["contact_rate"].start_value == 52
    assert targets["contact_rate"].value == 90
    assert len(targets) == 34


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "key"),
    [
        ("units.toml", 'kind = "jobcentre"', 'kind = "shop"', "units.toml, unit 1", "kind"),
        ("units.toml", 'key = "skelbaekgade"', 'key = "musvaagevej"', "units.toml, unit 2", "key"),
        ("units.toml", 'parent = "musvaagevej"', 'parent = "nowhere"', "units.toml, unit 12", "parent"),
        ("units.toml", "handles =", "handels =", "units.toml, unit 1", "handels"),
        ("housing_areas.toml", 'parity = "all"', 'parity = "some"', "housing_areas.toml, area 1, range 1", "parity"),
        ("housing_areas.toml", "to_number = 55", "to_number = 0", "housing_areas.toml, area 1, range 1", "to_number"),
        ("housing_areas.toml", "from_number = 1", "from_number = 80", "area 1, range 1", "to_number"),
        ("housing_areas.toml", "campaign_to = 2007-12-31", "campaign_to = 2006-12-31", "area 1", "campaign_to"),
        ("housing_areas.toml", "campaign_to = 2007-12-31", 'campaign_to = "2007"', "area 1", "campaign_to"),
        ("housing_areas.toml", 'postcode = "2700"', 'postcode = "270"', "area 1, range 1", "postcode"),
        ("targets.toml", 'scope = "unit"', 'scope = "moon"', "targets.toml, target 2", "scope"),
        ("targets.toml", "value = 90.0", "value = 190.0", "targets.toml, target 1", "value"),
        ("targets.toml", "value = 90.0", 'value = "90"', "targets.toml, target 1", "value"),
        ("industries.toml", 'name = "Industri"', 'name = ""', "industries.toml, industry 2", "name"),
    ],
)
def test_that_a_fault_is_named_by_file_place_and_key(file: str, old: str, new: str, place: str, key: str) -> None:
    texts = _texts()
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    with pytest.raises(Refused, match=place) as refused:
        read_texts(texts)
    assert refused.value.field == key
    assert refused.value.code == "bad_reference_data"
    assert file in refused.value.message


def test_that_broken_toml_names_its_file() -> None:
    with pytest.raises(Refused, match=r"units\.toml"):
        read_texts(_texts() | {"units.toml": "[[unit"})


def test_that_house_numbers_follow_the_parity() -> None:
    odd = next(area for area in read_reference().areas if area.key == "aldersrogade").ranges[0]
    assert odd.numbers()[0] == 3
    assert all(number % 2 for number in odd.numbers())
