"""Reads the reference data under `resources/organisation/`, and refuses what does not hold together."""

from __future__ import annotations

from app.reference.entry import Entry, parse, resource
from app.reference.values import (
    AreaEntry,
    IndustryEntry,
    Parity,
    RangeEntry,
    ReferenceData,
    TargetEntry,
    TargetScope,
    UnitEntry,
)
from db.values.people import OrgUnitKind

FOLDER = "organisation"
FILES = ("units.toml", "housing_areas.toml", "industries.toml", "targets.toml")


def read_reference() -> ReferenceData:
    """Read what comes with the program."""
    return read_texts({name: resource(FOLDER, name) for name in FILES})


def read_texts(texts: dict[str, str]) -> ReferenceData:
    """Read the texts of the four files. `Refused` code `bad_reference_data` names file, place and key."""
    units = _units(parse(texts["units.toml"], "units.toml"))
    known = {unit.key for unit in units}
    return ReferenceData(
        units,
        _areas(parse(texts["housing_areas.toml"], "housing_areas.toml"), known),
        _industries(parse(texts["industries.toml"], "industries.toml")),
        _targets(parse(texts["targets.toml"], "targets.toml"), known),
    )


def _units(file: Entry) -> tuple[UnitEntry, ...]:
    entries = file.tables("unit")
    seen: set[str] = set()
    units: list[UnitEntry] = []
    for entry in entries:
        unit = UnitEntry(
            key=_new_key(entry, seen),
            name=entry.text("name"),
            kind=entry.choice("kind", OrgUnitKind),
            parent=entry.optional_text("parent"),
            specialities=entry.optional_text("specialities"),
            handles=entry.optional_text("handles"),
        )
        entry.done()
        units.append(unit)
    for entry, unit in zip(entries, units, strict=True):
        if unit.parent is not None and unit.parent not in seen:
            entry.refuse("parent", f"nævner enheden »{unit.parent}«, som ikke findes i filen")
    file.done()
    return tuple(units)


def _areas(file: Entry, units: set[str]) -> tuple[AreaEntry, ...]:
    seen: set[str] = set()
    areas: list[AreaEntry] = []
    for entry in file.tables("area"):
        area = AreaEntry(
            key=_new_key(entry, seen),
            name=entry.text("name"),
            unit=_known_unit(entry, units),
            campaign_from=entry.optional_day("campaign_from"),
            campaign_to=entry.optional_day("campaign_to"),
            ranges=tuple(_range(each) for each in entry.tables("range")),
        )
        if area.campaign_from and area.campaign_to and area.campaign_to < area.campaign_from:
            entry.refuse("campaign_to", "ligger før campaign_from")
        if not area.ranges:
            entry.refuse("range", "mangler: et område har mindst én gade")
        entry.done()
        areas.append(area)
    file.done()
    return tuple(areas)


def _range(entry: Entry) -> RangeEntry:
    found = RangeEntry(
        street=entry.text("street"),
        from_number=entry.number("from_number", least=1),
        to_number=entry.number("to_number", least=1),
        parity=entry.choice("parity", Parity),
        postcode=entry.text("postcode"),
    )
    if not (len(found.postcode) == 4 and found.postcode.isdigit()):
        entry.refuse("postcode", "skal være fire cifre")
    if not found.numbers():
        entry.refuse("to_number", "giver ingen husnumre sammen med from_number og parity")
    entry.done()
    return found


def _industries(file: Entry) -> tuple[IndustryEntry, ...]:
    seen: set[str] = set()
    industries: list[IndustryEntry] = []
    for entry in file.tables("industry"):
        industries.append(IndustryEntry(_new_key(entry, seen), entry.text("name"), entry.optional_text("code")))
        entry.done()
    file.done()
    return tuple(industries)


def _targets(file: Entry, units: set[str]) -> tuple[TargetEntry, ...]:
    seen: set[str] = set()
    targets: list[TargetEntry] = []
    for entry in file.tables("target"):
        scope = entry.choice("scope", TargetScope)
        target = TargetEntry(
            indicator=_new_key(entry, seen, "indicator"),
            scope=scope,
            unit=_known_unit(entry, units) if scope is TargetScope.UNIT else None,
            start_value=entry.optional_figure("start_value"),
            start_on=entry.optional_day("start_on"),
            value=entry.optional_figure("value"),
            reach_on=entry.optional_day("reach_on"),
            measured_in=entry.text("measured_in"),
            source=entry.text("source"),
        )
        if target.measured_in == "percent" and target.value is not None and target.value > 100:
            entry.refuse("value", "kan ikke være over 100, når der måles i procent")
        entry.done()
        targets.append(target)
    file.done()
    return tuple(targets)


def _new_key(entry: Entry, seen: set[str], name: str = "key") -> str:
    key = entry.text(name)
    if key in seen:
        entry.refuse(name, f"»{key}« er brugt før i filen")
    seen.add(key)
    return key


def _known_unit(entry: Entry, units: set[str]) -> str:
    unit = entry.text("unit")
    if unit not in units:
        entry.refuse("unit", f"nævner enheden »{unit}«, som ikke findes i units.toml")
    return unit
