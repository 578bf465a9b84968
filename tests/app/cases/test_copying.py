"""What is copied out of a case is logged as copied, and a restricted case gives nothing."""

from __future__ import annotations

from datetime import date

import pytest

from app.cases.copying import copy_cpr, copy_note
from app.cases.restrict_case import RestrictCase, restrict_case
from app.clock import FixedClock
from app.talks.notes import WriteNote, write_note
from app.work import working
from db.errors import Refused
from db.rows.local import UsageLogRow
from db.values.people import UsageKind
from db.values.talks import NoteKind
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)


def _copy(desk: Desk, case: str, about: str | None = None) -> str:
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="read") as work:
        return copy_note(work, case, about)


def test_that_the_newest_note_or_the_one_asked_for_is_copied_and_logged(desk: Desk) -> None:
    case = desk.citizen()
    with pytest.raises(Refused) as refused:
        _copy(desk, case)
    assert refused.value.code == "no_note"
    newest = desk.do(write_note, WriteNote(case, "Ny besked", date(2007, 3, 19), NoteKind.PHONE)).id
    older = desk.do(write_note, WriteNote(case, "Gammel besked", date(2007, 3, 1), NoteKind.PHONE)).id
    logged = desk.count(UsageLogRow)
    assert _copy(desk, case) == "Ny besked"
    assert _copy(desk, case, older) == "Gammel besked"
    assert _copy(desk, case, newest) == "Ny besked"
    rows = sorted(desk.rows(UsageLogRow), key=lambda row: row.seq)[logged:]
    assert {(row.kind, row.purpose, row.case_id) for row in rows} == {(UsageKind.COPIED, "Notat kopieret", case)}
    assert len(rows) == 3


def test_that_the_number_is_copied_with_its_hyphen_and_not_from_a_restricted_case(desk: Desk) -> None:
    case = desk.citizen()
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="read") as work:
        assert copy_cpr(work, case) == "610175-1001"
    (last,) = sorted(desk.rows(UsageLogRow), key=lambda row: row.seq)[-1:]
    assert (last.kind, last.purpose, last.case_id) == (UsageKind.COPIED, "CPR-nummer kopieret", case)
    desk.do(restrict_case, RestrictCase(case, "Kollega", (desk.colleague,), TODAY))
    for copy in (copy_cpr, copy_note):
        with (
            pytest.raises(Refused) as refused,
            working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="read") as work,
        ):
            copy(work, case)
        assert refused.value.code == "restricted"
