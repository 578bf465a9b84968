"""A new version is told of once."""

from __future__ import annotations

from datetime import date

from app.cases.seen_version import note_version
from app.clock import FixedClock
from app.work import working
from db.rows.local import ChangesetRow
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


def test_that_a_new_version_is_told_of_once_and_never_the_first_time(desk: Desk) -> None:
    told = []
    before = desk.count(ChangesetRow)
    for version in ("1.0", "1.0", "1.1", "1.1", "1.2"):
        with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="x") as work:
            told.append(note_version(work, version))
    assert told == [None, None, "1.0", None, "1.1"]
    assert desk.count(ChangesetRow) == before
