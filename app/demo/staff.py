"""The demo's workers and patrols. Their phone numbers begin with 0, which no Danish number does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from app.cases.names import sort_name
from app.demo.scene import Scene, area_id, unit_id, worker_id
from app.reference.seed import reference_id
from db.rows.organisation import BudgetLineRow, CaseworkerRow, CoverRow, OrgUnitRow
from db.rows.visits import AreaPartnerRow, PatrolMemberRow, PatrolRow
from db.values.people import Role


@dataclass(frozen=True, slots=True)
class Worker:
    """A worker of the demo; `unit` is a unit's key."""

    name: str
    unit: str
    role: Role = Role.CASEWORKER

    @property
    def id(self) -> str:
        """The id of the worker's row."""
        return worker_id(self.name)

    @property
    def unit_id(self) -> str:
        """The id of the unit's row."""
        return unit_id(self.unit)


HOLM = Worker("M. Holm", "musvaagevej")
LIND = Worker("A. Lind", "musvaagevej")
TOFT = Worker("K. Toft", "jobpatruljen", Role.JOB_PATROL)
BAY = Worker("H. Bay", "jobpatruljen", Role.JOB_PATROL)
KROGH = Worker("S. Krogh", "skelbaekgade")
DAM = Worker("P. Dam", "skelbaekgade")
WULFF = Worker("B. Wulff", "sygedagpengecenter")
FRIIS = Worker("J. Friis", "musvaagevej", Role.LEADER)
SKOV = Worker("N. Skov", "cjf", Role.DELEGATED_REGISTRAR)

WORKERS = (HOLM, LIND, TOFT, BAY, KROGH, DAM, WULFF, FRIIS, SKOV)

# A street that no municipality has.
ADDRESS = "Eksempelvej 1, 2400 København NV"

BUDGET_LINES = {"Vejledning og opkvalificering": 4_200_000, "Danskuddannelse": 2_600_000, "Mentor": 900_000}


def add_staff(scene: Scene) -> None:
    """Write workers, patrols with their partners, one cover and the budget lines."""
    unit = scene.work.session.get(OrgUnitRow, HOLM.unit_id)
    if unit is not None:
        # It stands on every letter of the unit.
        unit.address = ADDRESS
    for no, worker in enumerate(WORKERS, start=1):
        scene.add(
            CaseworkerRow(
                id=worker.id,
                name=worker.name,
                sort_name=sort_name(worker.name),
                unit_id=worker.unit_id,
                role=worker.role,
                phone=f"01 23 45 {no:02}",
                email=f"{worker.name[0].lower()}.{worker.name[3:].lower()}@jobcenter.example",
            )
        )
    _add_patrols(scene)
    scene.add(
        CoverRow(
            unit_id=HOLM.unit_id,
            for_worker_id=LIND.id,
            by_worker_id=HOLM.id,
            from_on=scene.day(13),
            to_on=scene.day(17),
        )
    )
    for name, kroner in BUDGET_LINES.items():
        scene.add(
            BudgetLineRow(
                id=reference_id("budget_line", "demo", name),
                name=name,
                year=scene.today.year,
                budget=kroner * 100,
                unit_id=HOLM.unit_id,
            )
        )


def _add_patrols(scene: Scene) -> None:
    for area in scene.reference.areas:
        patrol = scene.add(PatrolRow(unit_id=TOFT.unit_id, name=f"Patruljen i {area.name}", area_id=area_id(area.key)))
        for member in (TOFT, BAY):
            scene.add(
                PatrolMemberRow(
                    unit_id=TOFT.unit_id,
                    patrol_id=patrol.id,
                    worker_id=member.id,
                    from_on=scene.today - timedelta(days=78),
                )
            )
        scene.add(
            AreaPartnerRow(
                unit_id=TOFT.unit_id,
                area_id=area_id(area.key),
                organisation=f"Beboerlokalet i {area.name}",
                name="Formanden",
            )
        )
