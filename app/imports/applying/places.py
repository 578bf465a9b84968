"""Units, workers and housing areas as a file names them; units and workers that are not known are made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from app.cases.addresses import Address, AreaRange, area_of
from app.cases.housing_areas import area_ranges
from app.cases.names import search_text, sort_name
from app.imports.applying.plan import WritePlan
from app.imports.applying.standing import Standing
from app.imports.faults import RowNotice
from app.imports.folding import folded
from db.rows.organisation import CaseworkerRow, OrgUnitRow
from db.values.people import OrgUnitKind, Role


class Places:
    """Looks names up, and tells once of each that was not found."""

    def __init__(self, standing: Standing, plan: WritePlan) -> None:
        """Read the reference data."""
        self._plan = plan
        self.unit_names = standing.unit_names()
        self._units = {folded(name): row_id for row_id, name in self.unit_names.items()}
        self._workers: dict[tuple[str, str | None], str] = {}
        self.worker_names: dict[str, str] = {}
        for worker in standing.workers():
            self._workers[folded(worker.name), None] = worker.id
            self._workers[folded(worker.name), worker.unit_id] = worker.id
            self.worker_names[worker.id] = worker.name
        self.area_names = standing.area_names()
        self._areas = {folded(name): row_id for row_id, name in self.area_names.items()}
        self._ranges: defaultdict[str, list[AreaRange]] = defaultdict(list)
        for each in area_ranges(standing.session):
            self._ranges[search_text(each.street)].append(each)
        self._streets: dict[str, Sequence[AreaRange]] = {}
        self._unknown_areas: set[str] = set()

    def unit(self, name: str, line: int) -> str:
        """The id of a unit. What is told names only the line: in a shifted column stands somebody's name."""
        found = self._units.get(folded(name))
        if found is None:
            found = self._units[folded(name)] = self._plan.insert(OrgUnitRow, name=name, kind=OrgUnitKind.JOBCENTRE)
            self.unit_names[found] = name
            self._plan.notices.append(RowNotice(line, "Enheden kendtes ikke og er oprettet."))
        return found

    def worker(self, name: str, unit_id: str, line: int) -> str:
        """The id of a worker: of two with the same name the one in the unit."""
        found = self._workers.get((folded(name), unit_id)) or self._workers.get((folded(name), None))
        if found is None:
            found = self._plan.insert(
                CaseworkerRow,
                name=name,
                sort_name=sort_name(name),
                unit_id=unit_id,
                role=Role.CASEWORKER,
                active=True,
            )
            self._workers[folded(name), None] = self._workers[folded(name), unit_id] = found
            self.worker_names[found] = name
            self._plan.notices.append(RowNotice(line, "Tovholderen kendtes ikke og er oprettet."))
        return found

    def area(self, name: str | None, address: Address, line: int) -> str | None:
        """The id of the housing area: the one that is named, else the one that the address lies in."""
        if name:
            if found := self._areas.get(folded(name)):
                return found
            if folded(name) not in self._unknown_areas:
                self._unknown_areas.add(folded(name))
                message = "Boligområdet kendes ikke. Det findes i stedet ud fra adressen."
                self._plan.notices.append(RowNotice(line, message))
        ranges = self._ranges_of(address.street) if address.street else ()
        return area_of(address, ranges) if ranges else None

    def _ranges_of(self, street: str) -> Sequence[AreaRange]:
        """The ranges of a street; the caseload names the same streets again and again."""
        if street not in self._streets:
            self._streets[street] = self._ranges.get(search_text(street), ())
        return self._streets[street]
