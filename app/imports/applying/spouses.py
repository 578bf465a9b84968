"""Spouses under one roof: `ægtefælle_cpr` links the households of two citizens who are both here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.imports.applying.applier import Target
from app.imports.applying.plan import Outcome
from app.imports.faults import RowNotice
from app.imports.kinds.citizens import CitizenRecord
from app.imports.parsing import ParsedRow
from db.rows.people import HouseholdMemberRow, HouseholdRow
from db.values.people import HouseholdPart

if TYPE_CHECKING:
    from app.imports.applying.citizens import CitizenApplier


class Spouses:
    """Gathers the couples while the lines come, since a spouse may stand further down in the file."""

    def __init__(self, applier: CitizenApplier) -> None:
        """Keep the applier whose rows and plan are used."""
        self._applier = applier
        self._lines: dict[str, ParsedRow] = {}
        # Who was put under a roof by this very import: case id to household id.
        self._housed: dict[str, str] = {}

    def note(self, row: ParsedRow, case_id: str) -> None:
        """Remember a line that names a spouse or speaks of living apart."""
        record: CitizenRecord = row.record
        if record.spouse_cpr or "lives_apart" in self._applier.extract.fields:
            self._lines[case_id] = row

    def link(self) -> Mapping[int, Outcome]:
        """Plan the households; the answer names the lines that were changed by it."""
        changed: dict[int, Outcome] = {}
        for case_id, row in self._lines.items():
            outcome = self._take_spouse(row, case_id)
            if self._take_apart(row, case_id) is Outcome.CHANGED or outcome is Outcome.CHANGED:
                changed[row.line] = Outcome.CHANGED
        return changed

    def _take_spouse(self, row: ParsedRow, case_id: str) -> Outcome:
        record: CitizenRecord = row.record
        if record.spouse_cpr is None:
            return Outcome.UNCHANGED
        spouse_id = self._applier.standing.case_of.get(record.spouse_cpr)
        if spouse_id is None:
            message = "Ægtefællen har ingen sag i Tovholder; husstanden samles, når begge er indlæst."
            self._applier.plan.notices.append(RowNotice(row.line, message))
            return Outcome.UNCHANGED
        own_roof, other_roof = self._roof(case_id), self._roof(spouse_id)
        if own_roof is not None and own_roof == other_roof:
            return Outcome.UNCHANGED
        members = [each for case in (case_id, spouse_id) for each in self._applier.rows.members.get(case, ())]
        kept = next((each for each in members if each.written_at in self._applier.own), None)
        if kept is not None:
            target = Target(HouseholdMemberRow, kept.id, kept.case_id, own=True, values={})
            self._applier.differs(row, target, "spouse_cpr", None, record.spouse_cpr)
            return Outcome.UNCHANGED
        self._join(row, case_id, spouse_id)
        return Outcome.CHANGED

    def _roof(self, case_id: str) -> str | None:
        if case_id in self._housed:
            return self._housed[case_id]
        members = self._applier.rows.members.get(case_id)
        return str(members[-1].household_id) if members else None

    def _join(self, row: ParsedRow, case_id: str, spouse_id: str) -> None:
        plan, extract_on = self._applier.plan, self._applier.extract.extract_on
        for case in (case_id, spouse_id):
            for member in self._applier.rows.members.get(case, ()):
                if case not in self._housed:
                    plan.update(HouseholdMemberRow, member.id, case, to_on=max(member.from_on, extract_on))
        unit_id = self._applier.places.unit(row.record.unit, row.line)
        household_id = plan.insert(HouseholdRow, unit_id=unit_id, from_on=extract_on)
        for case in (case_id, spouse_id):
            line = self._lines.get(case)
            plan.insert(
                HouseholdMemberRow,
                case,
                household_id=household_id,
                part=HouseholdPart.SPOUSE,
                from_on=extract_on,
                lives_apart=bool(line and line.record.lives_apart),
            )
            self._housed[case] = household_id

    def _take_apart(self, row: ParsedRow, case_id: str) -> Outcome:
        members = self._applier.rows.members.get(case_id)
        if case_id in self._housed or not members or "lives_apart" not in self._applier.extract.fields:
            return Outcome.UNCHANGED
        return self._applier.take_over(
            row, self._applier.target(HouseholdMemberRow, members[-1]), {"lives_apart": bool(row.record.lives_apart)}
        )
