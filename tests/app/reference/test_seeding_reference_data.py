"""Reference data is written once, with the same ids in every store."""

from __future__ import annotations

from datetime import date

from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from app.clock import FixedClock
from app.ids import seeded_ids
from app.reference.seed import reference_id, seed_reference
from app.work import Work
from db.rows.base import Row
from db.rows.organisation import AddressRangeRow, HousingAreaRow, OrgUnitRow, TargetRow


def _work(seed: int) -> Work:
    engine = create_engine("sqlite://", poolclass=StaticPool)
    Row.metadata.create_all(engine)
    return Work(Session(engine), None, FixedClock(date(2007, 3, 20)), seeded_ids(seed))


def _close(work: Work) -> None:
    engine = work.session.get_bind()
    work.session.close()
    engine.dispose()  # type: ignore[union-attr]


def test_that_seeding_twice_changes_nothing_and_two_stores_agree_on_ids() -> None:
    found: list[set[str]] = []
    for seed in (1, 2):
        work = _work(seed)
        assert seed_reference(work) > 70
        work.session.flush()
        assert seed_reference(work) == 0
        found.append({*work.session.scalars(select(OrgUnitRow.id)), *work.session.scalars(select(TargetRow.id))})
        _close(work)
    assert found[0] == found[1]


def test_that_a_correction_made_here_is_left_alone() -> None:
    work = _work(1)
    seed_reference(work)
    unit = work.session.get_one(OrgUnitRow, reference_id("org_unit", "cjf"))
    unit.name = "CJF Valby"
    work.session.flush()
    seed_reference(work)
    assert work.session.get_one(OrgUnitRow, unit.id).name == "CJF Valby"
    _close(work)


def test_that_what_points_elsewhere_points_at_something() -> None:
    work = _work(1)
    seed_reference(work)
    work.session.flush()
    units = set(work.session.scalars(select(OrgUnitRow.id)))
    areas = set(work.session.scalars(select(HousingAreaRow.id)))
    assert set(work.session.scalars(select(OrgUnitRow.parent_id).where(OrgUnitRow.parent_id.is_not(None)))) <= units
    assert set(work.session.scalars(select(HousingAreaRow.unit_id))) <= units
    assert set(work.session.scalars(select(AddressRangeRow.area_id))) == areas
    assert set(work.session.scalars(select(TargetRow.scope_id).where(TargetRow.scope_id.is_not(None)))) <= units
    _close(work)
