"""The rows that a citizen's line of the caseload speaks of, read once and sorted by case."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Row as ResultRow

from app.cases.addresses import Address
from app.imports.applying.sickness import sickness_rows
from app.imports.applying.standing import Standing
from db.rows.people import BenefitPeriodRow, CaseHoldingRow, CitizenRow, HouseholdMemberRow, MatchAssessmentRow

Rows = dict[str, list[ResultRow[Any]]]

PERSON_FIELDS = (
    "phone",
    "email",
    "language",
    "interpreter_needed",
    "address_protected",
    "children_at_home",
    "vocational_education",
    "first_enquiry_on",
)
"""Fields of the record that are columns of the citizen under the same name."""

_PERSON_COLUMNS = (
    "cpr", "name", "street", "house_number", "floor_and_door", "postcode", "city", "housing_area_id",
    "housing_area_overruled", *PERSON_FIELDS,
)  # fmt: skip


class CitizenRows:
    """Everything by case id; the lists are in order of date, oldest first."""

    def __init__(self, standing: Standing) -> None:
        """Read the store."""
        columns = [getattr(CitizenRow, name) for name in _PERSON_COLUMNS]
        self.persons = {row.id: row for row in standing.citizens(*columns)}
        benefits = standing.rows(
            BenefitPeriodRow, BenefitPeriodRow.benefit, BenefitPeriodRow.from_on, BenefitPeriodRow.to_on
        )
        self.benefits = _by_case(sorted(benefits, key=lambda row: row.from_on))
        matches = standing.rows(
            MatchAssessmentRow, MatchAssessmentRow.category, MatchAssessmentRow.assessed_on, MatchAssessmentRow.reason
        )
        self.matches = _by_case(sorted(matches, key=lambda row: row.assessed_on))
        holdings = standing.rows(
            CaseHoldingRow,
            CaseHoldingRow.worker_id,
            CaseHoldingRow.unit_id,
            CaseHoldingRow.from_on,
            CaseHoldingRow.to_on,
        )
        self.holdings = _by_case(sorted((row for row in holdings if row.to_on is None), key=lambda row: row.from_on))
        self.sicknesses = _by_case(sorted(sickness_rows(standing), key=lambda row: row.first_absence_on))
        members = standing.rows(
            HouseholdMemberRow,
            HouseholdMemberRow.household_id,
            HouseholdMemberRow.part,
            HouseholdMemberRow.from_on,
            HouseholdMemberRow.to_on,
            HouseholdMemberRow.lives_apart,
        )
        open_members = [row for row in members if row.to_on is None]
        self.members = _by_case(open_members)
        self.of_household: Rows = defaultdict(list)
        for row in open_members:
            self.of_household[row.household_id].append(row)


def _by_case(rows: list[ResultRow[Any]]) -> Rows:
    found: Rows = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found


def address_of(person: ResultRow[Any]) -> Address:
    """Where the citizen lives, from the row's columns."""
    return Address(person.street, person.house_number, person.floor_and_door, person.postcode, person.city)


def newest(rows: Rows, case_id: str) -> ResultRow[Any] | None:
    """The last row of a case, or None."""
    found = rows.get(case_id)
    return found[-1] if found else None
