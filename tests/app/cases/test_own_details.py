"""The worker at this machine changes how the others see them."""

from __future__ import annotations

from datetime import UTC, datetime

from app.cases.own_details import ChangeOwnDetails, change_own_details, count_saves_since, read_own_details
from app.cases.workers import SetMe, set_me
from db.values.people import Role
from tests.helpers.desk import Desk


def test_that_own_details_are_read_changed_and_counted(desk: Desk) -> None:
    with desk.memory.reading() as session:
        assert read_own_details(session) is None
    desk.do(set_me, SetMe(desk.me))
    done = desk.do(
        change_own_details, ChangeOwnDetails(desk.me, "  Mette   Holm ", desk.other_unit, Role.LEADER, " 01 23 45 67 ")
    )
    assert ("caseworker", desk.me) in done.changes.rows
    with desk.memory.reading() as session:
        found = read_own_details(session)
        # The desk was set up in a save of its own; who sits here is a setting and no save.
        assert count_saves_since(session, datetime(2007, 3, 1, tzinfo=UTC)) == 2
        assert count_saves_since(session, datetime(2007, 4, 1, tzinfo=UTC)) == 0
    assert found is not None
    assert (found.name, found.unit_id, found.role, found.phone) == (
        "Mette Holm",
        desk.other_unit,
        Role.LEADER,
        "01 23 45 67",
    )
    assert list(found.units.values()) == ["Musvågevej", "Nyropsgade"]
    assert set(found.workers) == {desk.me, desk.colleague}


def test_that_no_name_an_unknown_unit_and_an_unknown_worker_are_refused(desk: Desk) -> None:
    role = Role.CASEWORKER
    desk.refuses(change_own_details, ChangeOwnDetails(desk.me, " ", None, role), code="missing", field="name")
    wrong_unit = ChangeOwnDetails(desk.me, "M. Holm", "borte", role)
    desk.refuses(change_own_details, wrong_unit, code="unknown_unit", field="unit_id")
    nobody = ChangeOwnDetails("borte", "M. Holm", None, role)
    desk.refuses(change_own_details, nobody, code="unknown_worker", field=None)
