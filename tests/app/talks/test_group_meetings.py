"""Group meetings: invited, ticked once, a time each."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from app.talks.group_meetings import (
    CreateGroupMeeting,
    GiveSlots,
    InviteToGroup,
    TickAttendance,
    create_group_meeting,
    give_slots,
    invite_to_group,
    tick_attendance,
)
from app.talks.local_time import instant_of
from app.talks.summon import Meeting
from db.rows.talks import AttendanceRow, GroupMeetingRow, SummonsRow
from db.values.talks import AttendanceKind, TalkForm, TalkPurpose
from tests.helpers.desk import Desk

STARTS = datetime(2007, 3, 20, 8, 0, tzinfo=UTC)
SLOT = Meeting(TalkPurpose.WARNING, TalkForm.INDIVIDUAL, date(2007, 3, 21), time(9, 0))


@pytest.fixture
def cases(desk: Desk) -> tuple[str, str, str]:
    return (desk.citizen(), desk.citizen("Ada Bro", "620175-1002"), desk.citizen("Ali Dal", "630175-1003"))


@pytest.fixture
def meeting(desk: Desk) -> str:
    request = CreateGroupMeeting(desk.unit, "Kontanthjælpsloftet", TalkPurpose.WARNING, STARTS, seats=3)
    return desk.do(create_group_meeting, request).id


def test_that_a_meeting_belongs_to_its_unit(desk: Desk, meeting: str) -> None:
    row = desk.row(GroupMeetingRow)
    assert (row.id, row.unit_id, row.held_by, row.starts_at) == (meeting, desk.unit, desk.me, STARTS)


@pytest.mark.parametrize(("changes", "code", "field"), [
    ({"theme": ""}, "missing", "theme"),
    ({"ends_at": STARTS}, "wrong_order", "ends_at"),
    ({"seats": 0}, "not_positive", "seats"),
])  # fmt: skip
def test_that_a_meeting_which_cannot_be_is_refused(
    desk: Desk, changes: dict[str, object], code: str, field: str
) -> None:
    request = CreateGroupMeeting(desk.unit, "Loft", TalkPurpose.WARNING, STARTS)
    desk.refuses(create_group_meeting, replace(request, **changes), code=code, field=field)  # type: ignore[arg-type] # fields by name


def test_that_everyone_is_invited_once_and_no_more_than_the_seats(
    desk: Desk, meeting: str, cases: tuple[str, str, str]
) -> None:
    desk.do(invite_to_group, InviteToGroup(meeting, cases[:2]))
    done = desk.do(invite_to_group, InviteToGroup(meeting, cases))
    assert done.notices == ("2 var inviteret i forvejen.",)
    assert len(desk.rows(AttendanceRow, group_meeting_id=meeting)) == 3
    fourth = desk.citizen("Eva Eg", "640175-1004")
    desk.refuses(invite_to_group, InviteToGroup(meeting, (fourth,)), code="no_seats", field="case_ids")
    desk.refuses(invite_to_group, InviteToGroup(meeting, ()), code="missing", field="case_ids")
    desk.refuses(invite_to_group, InviteToGroup("x", cases), code="unknown_row", field="meeting_id")


def test_that_those_who_came_get_a_time_each(desk: Desk, meeting: str, cases: tuple[str, str, str]) -> None:
    desk.do(invite_to_group, InviteToGroup(meeting, cases))
    marks = (
        (cases[0], AttendanceKind.CAME),
        (cases[1], AttendanceKind.ABSENT),
        (cases[2], AttendanceKind.CAME_LATE),
    )
    desk.do(tick_attendance, TickAttendance(meeting, marks))
    desk.do(give_slots, GiveSlots(meeting, SLOT))
    # Ali Dal stands before Samira Lund on the list.
    assert {row.case_id: row.meets_at for row in desk.rows(SummonsRow)} == {cases[2]: "09:00", cases[0]: "09:20"}
    assert desk.row(AttendanceRow, case_id=cases[2]).slot_starts_at == instant_of(date(2007, 3, 21), time(9, 0))
    desk.refuses(give_slots, GiveSlots(meeting, SLOT), code="nobody_came", field="case_ids")
    absent = GiveSlots(meeting, SLOT, case_ids=(cases[1],))
    desk.refuses(give_slots, absent, code="not_invited", field="case_ids")


def test_that_attendance_waits_for_the_day_and_for_an_invitation(
    desk: Desk, meeting: str, cases: tuple[str, str, str]
) -> None:
    stranger = TickAttendance(meeting, ((cases[0], AttendanceKind.CAME),))
    desk.refuses(tick_attendance, stranger, code="not_invited", field="marks")
    desk.today = date(2007, 3, 18)
    desk.refuses(tick_attendance, stranger, code="too_early", field="meeting_id")
