"""Summoning, attendance and new times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from app.cases.close_case import CloseCase, close_case
from app.talks.attendance import NoteAttendance, Rebook, note_attendance, rebook
from app.talks.hold_talk import HoldTalk, hold_talk
from app.talks.summon import Meeting, Summon, SummonMany, summon, summon_many
from db.rows.talks import SummonsRow
from db.values.people import ClosingReason
from db.values.talks import AttendanceKind, SentHow, TalkForm, TalkPurpose
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
TEN = Meeting(
    TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, date(2007, 3, 28), time(10, 0), time(10, 45), place="Lokale 2",
    sent_on=TODAY, sent_how=SentHow.LETTER,
)  # fmt: skip


@pytest.fixture
def case(desk: Desk) -> str:
    return desk.citizen()


def test_that_a_summons_is_written_as_the_letter_says(desk: Desk, case: str) -> None:
    done = desk.do(summon, Summon(case, TEN))
    row = desk.row(SummonsRow)
    assert (row.id, row.meets_on, row.meets_at, row.ends_at) == (done.id, date(2007, 3, 28), "10:00", "10:45")
    assert (row.place, row.sent_how, row.staff_worker_id, row.attendance) == (
        "Lokale 2",
        SentHow.LETTER,
        desk.me,
        None,
    )
    assert not done.notices


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"meets_on": date(2007, 3, 19)}, "in_the_past", "meets_on"),
    ({"ends_at": time(10, 0)}, "wrong_order", "ends_at"),
    ({"rebook_until": date(2007, 3, 29)}, "wrong_order", "rebook_until"),
])  # fmt: skip
def test_that_a_meeting_which_cannot_be_is_refused(
    desk: Desk, case: str, changes: dict[str, object], code: str, field: str
) -> None:
    meeting = replace(TEN, **changes)  # type: ignore[arg-type] # fields by name
    desk.refuses(summon, Summon(case, meeting), code=code, field=field)


def test_that_nobody_is_summoned_on_a_closed_case(desk: Desk, case: str) -> None:
    desk.do(close_case, CloseCase(case, TODAY, ClosingReason.DEAD))
    desk.refuses(summon, Summon(case, TEN), code="closed_case", field="case_id")


def test_that_clashes_are_told_of(desk: Desk, case: str) -> None:
    desk.do(summon, Summon(case, TEN))
    other = desk.citizen("Ada Bro", "620175-1002")
    inside = replace(TEN, meets_at=time(10, 30), ends_at=time(11, 0))
    assert desk.do(summon, Summon(other, inside)).notices == ("Der er allerede en samtale 28.03.2007 kl. 10.30.",)
    after = replace(TEN, meets_at=time(11, 0), ends_at=time(11, 30))
    assert desk.do(summon, Summon(case, after)).notices == ("Borgeren er allerede indkaldt den 28.03.2007.",)


def test_that_a_list_gets_slots_after_each_other(desk: Desk, case: str) -> None:
    other = desk.citizen("Ada Bro", "620175-1002")
    done = desk.do(summon_many, SummonMany((case, other), TEN, 40))
    rows = {row.case_id: row for row in desk.rows(SummonsRow)}
    assert (rows[case].meets_at, rows[case].ends_at) == ("10:00", "10:40")
    assert (rows[other].meets_at, rows[other].ends_at) == ("10:40", "11:20")
    assert (done.id, done.notices) == (rows[case].id, ())


def test_that_a_list_is_summoned_whole_or_not_at_all(desk: Desk, case: str) -> None:
    desk.refuses(summon_many, SummonMany((case, "x"), TEN), code="unknown_case", field="case_id")
    desk.refuses(summon_many, SummonMany((), TEN), code="missing", field="case_ids")
    desk.refuses(summon_many, SummonMany((case,), TEN, 0), code="not_positive", field="minutes_each")
    desk.refuses(summon_many, SummonMany((case, "x"), TEN, 600), code="day_is_full", field="case_ids")
    timeless = replace(TEN, meets_at=None)
    desk.refuses(summon_many, SummonMany((case,), timeless), code="missing", field="meets_at")


def test_that_attendance_is_noted_and_a_wrong_tick_taken_away(desk: Desk, case: str) -> None:
    summons = desk.do(summon, Summon(case, replace(TEN, meets_on=TODAY))).id
    desk.do(note_attendance, NoteAttendance(summons, AttendanceKind.ABSENT, TODAY))
    assert desk.row(SummonsRow).attendance is AttendanceKind.ABSENT
    desk.do(note_attendance, NoteAttendance(summons, None, TODAY))
    assert (desk.row(SummonsRow).attendance, desk.row(SummonsRow).attendance_noted_on) == (None, None)


def test_that_only_a_notice_of_absence_comes_before_the_day(desk: Desk, case: str) -> None:
    summons = desk.do(summon, Summon(case, TEN)).id
    early = NoteAttendance(summons, AttendanceKind.ABSENT, TODAY)
    desk.refuses(note_attendance, early, code="too_early", field="kind")
    desk.do(note_attendance, replace(early, kind=AttendanceKind.ABSENT_WITH_NOTICE))
    late = replace(early, noted_on=date(2007, 3, 28))
    desk.refuses(note_attendance, late, code="in_the_future", field="noted_on")


def test_that_a_held_talk_was_not_missed(desk: Desk, case: str) -> None:
    summons = desk.do(summon, Summon(case, replace(TEN, meets_on=TODAY))).id
    talk = HoldTalk(case, TODAY, TalkForm.INDIVIDUAL, "Notat", "Søger job", date(2007, 4, 1), match_kept=True)
    desk.do(hold_talk, talk)
    absent = NoteAttendance(summons, AttendanceKind.ABSENT, TODAY)
    desk.refuses(note_attendance, absent, code="talk_held", field="kind")
    desk.do(note_attendance, replace(absent, kind=AttendanceKind.CAME_LATE))
    desk.refuses(rebook, Rebook(summons, date(2007, 4, 2)), code="talk_held", field="summons_id")


def test_that_a_new_time_points_from_the_old_one_and_keeps_the_rest(desk: Desk, case: str) -> None:
    summons = desk.do(summon, Summon(case, replace(TEN, interpreter_booked=True))).id
    done = desk.do(rebook, Rebook(summons, date(2007, 3, 28), time(13, 0)))
    assert desk.row(SummonsRow, id=summons).rebooked_to == done.id
    new = desk.row(SummonsRow, id=done.id)
    assert (new.meets_at, new.place, new.sent_on) == ("13:00", "Lokale 2", None)
    assert done.notices == ("Bestil tolken til den nye tid.",)
    desk.refuses(rebook, Rebook(summons, date(2007, 4, 2)), code="rebooked", field="summons_id")
    desk.refuses(rebook, Rebook(done.id, date(2007, 3, 1)), code="in_the_past", field="meets_on")
