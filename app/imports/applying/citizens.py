"""The caseload, taken in: the person, and beside it benefit, match, holder, sickness and household."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.cases.addresses import Address, split_address
from app.imports.applying.applier import Applier, Extract, Target, worst
from app.imports.applying.benefits import take_benefit
from app.imports.applying.citizen_rows import PERSON_FIELDS, CitizenRows, address_of
from app.imports.applying.holdings import take_holding
from app.imports.applying.matches import take_match
from app.imports.applying.own_work import OwnWork
from app.imports.applying.persons import name_values, person_values
from app.imports.applying.places import Places
from app.imports.applying.plan import Finding, FindingKind, Outcome, WritePlan, table_name
from app.imports.applying.spouses import Spouses
from app.imports.applying.standing import Standing
from app.imports.kinds.citizens import CITIZENS, CitizenRecord
from app.imports.parsing import ParsedRow
from db.rows.cases import SicknessCaseRow
from db.rows.people import CaseClosingRow, CitizenRow


class CitizenApplier(Applier[CitizenRecord]):
    """Takes the caseload in. A case that has been ended here is left as it is, and listed."""

    kind = CITIZENS

    def __init__(self, standing: Standing, extract: Extract, own: OwnWork, plan: WritePlan) -> None:
        """Read the citizens and what belongs to them."""
        super().__init__(standing, extract, own, plan)
        self.rows = CitizenRows(standing)
        self.places = Places(standing, plan)
        self._closed = standing.closed()
        self._spouses = Spouses(self)
        self.units: set[str] = set()
        self.cases: set[str] = set()

    def apply(self, row: ParsedRow) -> Outcome:
        """The citizen is the one with the CPR number."""
        record: CitizenRecord = row.record
        case_id = self.standing.case_of.get(record.cpr)
        if case_id is not None and case_id not in self.rows.persons:
            case_id = None
        if case_id is not None and (closing := self._closed.get(case_id)):
            self.cases.add(case_id)
            self.plan.findings.append(
                Finding(
                    FindingKind.DIFFERS,
                    case_id,
                    row.line,
                    table_name(CaseClosingRow),
                    closing.id,
                    "afsluttet",
                    f"{closing.closed_on:%d-%m-%Y}",
                    "med i udtrækket",
                )
            )
            return Outcome.UNCHANGED
        outcome = Outcome.NEW
        if case_id is None:
            case_id = self._insert(row)
        else:
            outcome = self._take_person(row, case_id)
        self.cases.add(case_id)
        parts = (
            take_benefit(self, row, case_id),
            take_match(self, row, case_id),
            take_holding(self, row, case_id),
            self._take_sickness(row, case_id),
        )
        self._spouses.note(row, case_id)
        changed = Outcome.CHANGED if any(part is not Outcome.UNCHANGED for part in parts) else Outcome.UNCHANGED
        return worst(outcome, changed)

    def finish(self) -> Mapping[int, Outcome]:
        """Put spouses under one roof, once both are there."""
        return self._spouses.link()

    def _insert(self, row: ParsedRow) -> str:
        record: CitizenRecord = row.record
        address = _address(record, Address())
        values = {field: getattr(record, field) for field in PERSON_FIELDS}
        values["interpreter_needed"] = bool(record.interpreter_needed)
        values["address_protected"] = bool(record.address_protected)
        case_id = self.plan.insert_case(
            CitizenRow,
            **person_values(record.cpr, record.name),
            **values,
            **_address_columns(address),
            housing_area_id=self.places.area(record.area, address, row.line),
        )
        self.standing.case_of[record.cpr] = case_id
        return case_id

    def _take_person(self, row: ParsedRow, case_id: str) -> Outcome:
        record: CitizenRecord = row.record
        person = self.rows.persons[case_id]
        stored = address_of(person)
        address = _address(record, stored)
        overruled = person.housing_area_overruled is not None
        area_id = person.housing_area_id if overruled else self.places.area(record.area, address, row.line)
        values = {"address": stored.line, "area": self.places.area_names.get(person.housing_area_id)}
        target = Target(CitizenRow, case_id, case_id, person.written_at in self.own, {**person._asdict(), **values})
        wanted = {field: getattr(record, field) for field in ("name", *PERSON_FIELDS)}
        wanted |= {"address": address.line, "postcode": address.postcode, "city": address.city}
        wanted["area"] = self.places.area_names.get(area_id) if area_id else None
        if "interpreter_needed" in self.extract.fields:
            # An extract that ticks says no by leaving the cell empty. Protection of an address is lifted only
            # by a written no.
            wanted["interpreter_needed"] = bool(record.interpreter_needed)

        def columns(differing: Mapping[str, Any]) -> dict[str, Any]:
            found = {field: value for field, value in differing.items() if field not in {"address", "area"}}
            if "name" in differing:
                found |= name_values(record.name)
            if "address" in differing:
                found |= _address_columns(address)
            if {"address", "postcode", "area"} & set(differing):
                found["housing_area_id"] = area_id
            return found

        return self.take_over(row, target, wanted, columns)

    def _take_sickness(self, row: ParsedRow, case_id: str) -> Outcome:
        """A recipient of cash assistance who is ill has a period of sickness without an employer."""
        record: CitizenRecord = row.record
        if record.sick_from is None:
            return Outcome.UNCHANGED
        periods = self.rows.sicknesses.get(case_id, ())
        stored = next((each for each in periods if each.first_absence_on == record.sick_from), None)
        wanted = {"recovered_on": record.recovered_on}
        if stored is None:
            self.plan.insert(SicknessCaseRow, case_id, first_absence_on=record.sick_from, **wanted)
            return Outcome.NEW
        return self.take_over(row, self.target(SicknessCaseRow, stored), wanted)


def _address(record: CitizenRecord, stored: Address) -> Address:
    """The address that the line means; what it leaves empty stays as it is stored."""
    if record.address is None:
        return Address(
            stored.street,
            stored.number,
            stored.floor_and_door,
            record.postcode or stored.postcode,
            record.city or stored.city,
        )
    found = split_address(record.address)
    postcode, city = record.postcode or found.postcode, record.city or found.city
    return Address(found.street, found.number, found.floor_and_door, postcode, city)


def _address_columns(address: Address) -> dict[str, Any]:
    return {
        "street": address.street,
        "house_number": address.number,
        "floor_and_door": address.floor_and_door,
        "postcode": address.postcode,
        "city": address.city,
    }
