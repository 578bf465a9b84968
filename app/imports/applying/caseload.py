"""The caseload, given out: one record a citizen whose case is open."""

from __future__ import annotations

from collections.abc import Iterator

from app.imports.applying.applier import Reader
from app.imports.applying.citizen_rows import PERSON_FIELDS, CitizenRows, address_of, newest
from app.imports.applying.standing import Standing
from app.imports.kinds.citizens import CITIZENS, CitizenRecord
from db.values.people import HouseholdPart


class CaseloadReader(Reader[CitizenRecord]):
    """Gives the citizens out.

    Left out are ended cases, and citizens without a benefit or a unit: such a row could not be taken in
    again. `left_out` counts the latter. A protected address stands in no list.
    """

    kind = CITIZENS

    def __init__(self, standing: Standing) -> None:
        """Read the store."""
        super().__init__(standing)
        self._rows = CitizenRows(standing)
        self._closed = standing.closed()
        self._units = standing.unit_names()
        self._areas = standing.area_names()
        self._workers = {worker.id: worker.name for worker in standing.workers()}
        self.left_out = 0

    def records(self) -> Iterator[tuple[str, CitizenRecord]]:
        """One record a citizen."""
        for case_id in self._rows.persons:
            if case_id in self._closed:
                continue
            record = self._record(case_id)
            if record is None:
                self.left_out += 1
            else:
                yield case_id, record

    def _record(self, case_id: str) -> CitizenRecord | None:
        rows, person = self._rows, self._rows.persons[case_id]
        benefit, holding = newest(rows.benefits, case_id), newest(rows.holdings, case_id)
        if benefit is None or holding is None:
            return None
        match, sickness = newest(rows.matches, case_id), newest(rows.sicknesses, case_id)
        # A period with an employer belongs to `sygedagpenge`.
        ill = sickness if sickness is not None and sickness.employer is None else None
        member = newest(rows.members, case_id)
        address = address_of(person)
        hidden = person.address_protected
        return CitizenRecord(
            cpr=person.cpr,
            name=person.name,
            address=None if hidden else address.line or None,
            postcode=None if hidden else address.postcode,
            city=None if hidden else address.city,
            area=None if hidden else self._areas.get(person.housing_area_id),
            **{field: getattr(person, field) for field in PERSON_FIELDS},
            spouse_cpr=self._spouse(case_id),
            lives_apart=member.lives_apart if member else None,
            benefit=benefit.benefit,
            benefit_from=benefit.from_on,
            benefit_to=benefit.to_on,
            match=match.category if match else None,
            match_on=match.assessed_on if match else None,
            match_reason=(match.reason or None) if match else None,
            unit=self._units.get(holding.unit_id, ""),
            holder=self._workers.get(holding.worker_id),
            holder_from=holding.from_on,
            sick_from=ill.first_absence_on if ill else None,
            recovered_on=ill.recovered_on if ill else None,
        )

    def _spouse(self, case_id: str) -> str | None:
        """The CPR number of the other spouse under the same roof, when there is exactly one."""
        member = newest(self._rows.members, case_id)
        if member is None or member.part is not HouseholdPart.SPOUSE:
            return None
        others = [
            each.case_id
            for each in self._rows.of_household[member.household_id]
            if each.case_id != case_id and each.part is HouseholdPart.SPOUSE and each.case_id in self._rows.persons
        ]
        return str(self._rows.persons[others[0]].cpr) if len(others) == 1 else None
