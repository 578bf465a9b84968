"""Mine resultater: what a worker has done, and who the worker sits as."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import pytest

from app.cases.assess_match import AssessMatch, assess_match
from app.cases.close_case import CloseCase, close_case
from app.cases.holders import AssignHolder, assign_holder
from app.cases.workers import SetCover, set_cover
from app.queue.day import read_seat
from app.queue.filters import Seat
from app.queue.reading.own_work import OwnWork, Period, began_on, read_own_work
from app.talks.hold_talk import HoldTalk, hold_talk
from app.talks.notes import WriteNote, write_note
from db.values.people import ClosingReason, MatchBasis
from db.values.talks import NoteKind, TalkForm
from tests.helpers.desk import TODAY, Desk

Read = TypeVar("Read")


def _read(desk: Desk, read: Callable[[Any], Read]) -> Read:
    with desk.memory.reading() as session:
        return read(session.connection().connection.driver_connection)


def _work(desk: Desk, period: Period, worker: str | None = None) -> OwnWork:
    return _read(desk, lambda connection: read_own_work(connection, worker or desk.me, period, TODAY))


@pytest.mark.parametrize(
    ("period", "first"),
    [(Period.WEEK, date(2007, 3, 19)), (Period.MONTH, date(2007, 3, 1)), (Period.QUARTER, date(2007, 1, 1))],
)
def test_that_a_period_is_the_running_one(period: Period, first: date) -> None:
    assert began_on(period, TODAY) == first


def test_that_what_one_has_done_in_the_period_is_counted_and_nothing_else(desk: Desk) -> None:
    case = desk.citizen()
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    for day in (TODAY, date(2007, 3, 16), date(2007, 1, 1), date(2006, 12, 29)):
        desk.do(assess_match, AssessMatch(case, 3, day, (MatchBasis.SKILLS,), "Har arbejdet i køkken."))
    talk = HoldTalk(case, TODAY, TalkForm.INDIVIDUAL, "Notat", "Søger job", date(2007, 5, 20), match_kept=True)
    desk.do(hold_talk, talk)
    desk.do(write_note, WriteNote(case, "Ringede.", TODAY, NoteKind.PHONE))
    desk.do(write_note, WriteNote(case, "Så noget.", TODAY, NoteKind.CASE))
    week, quarter = _work(desk, Period.WEEK), _work(desk, Period.QUARTER)
    assert (week.talks, week.calls, week.matches, week.plans, week.to_work) == (1, 1, 1, 0, 0)
    assert quarter.matches == 3
    assert _work(desk, Period.MONTH).matches == 2
    assert _work(desk, Period.QUARTER, desk.colleague) == OwnWork(date(2007, 1, 1), TODAY, 0, 0, 0, 0, 0, 0)


def test_that_a_citizen_who_came_to_work_counts_for_the_holder_of_that_day(desk: Desk) -> None:
    case, moved = desk.citizen(), desk.citizen("Bo Dahl", "610175-1002")
    for each, reason in ((case, ClosingReason.ORDINARY_JOB), (moved, ClosingReason.MOVED_AWAY)):
        desk.do(assign_holder, AssignHolder(each, desk.me, desk.unit, date(2007, 1, 2)))
        desk.do(close_case, CloseCase(each, TODAY, reason))
    assert _work(desk, Period.WEEK).to_work == 1
    assert _work(desk, Period.WEEK, desk.colleague).to_work == 0


def test_that_a_seat_knows_its_unit_and_whom_it_covers_today(desk: Desk) -> None:
    desk.do(set_cover, SetCover(desk.colleague, desk.me, desk.unit, TODAY, date(2007, 3, 30)))
    seats = {
        day: _read(desk, lambda connection, day=day: read_seat(connection, desk.me, day))  # type: ignore[misc]
        for day in (TODAY, date(2007, 3, 31))
    }
    assert seats[TODAY] == Seat(desk.me, desk.unit, frozenset({desk.colleague}))
    assert seats[date(2007, 3, 31)] == Seat(desk.me, desk.unit)
