"""The pages Ugen and Hold at the open window."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.talks.attendance import NoteAttendance, note_attendance
from app.talks.group_meetings import CreateGroupMeeting, InviteToGroup, invite_to_group
from app.talks.invite import create_meeting
from app.talks.local_time import instant_of
from app.talks.summon import Meeting, Summon, summon
from db.values.talks import AttendanceKind, TalkForm, TalkPurpose
from tests.helpers.window import press
from tests.ui.items import TODAY
from ui.operation import Road
from ui.shell.workplace import Workplace
from ui.talks.attendance_dialog import AttendanceDialog
from ui.talks.groups_page import GroupsPage
from ui.talks.scenes import _some_cases
from ui.talks.talk_dialog import TalkDialog
from ui.talks.week_page import WeekPage
from ui.talks.week_words import week_words


def do(workplace: Workplace, use_case: object, request: object) -> str:
    made: list[str] = []
    work = workplace.desk.use(use_case, request)  # type: ignore[arg-type, var-annotated] # whichever use case
    workplace.run(Road.WRITE, work, lambda done: made.append(done.id))
    return made[0]


def buttons(within: QWidget) -> list[str]:
    return [each.text() for each in within.findChildren(QPushButton) if each.isVisible()]


def week(workplace: Workplace) -> WeekPage:
    page = workplace.show_page("week")
    assert isinstance(page, WeekPage)
    return page


def test_that_the_week_shows_whom_when_where_and_what_clashes_in_words(workplace: Workplace, tmp_path: Path) -> None:
    page = week(workplace)
    before = len(page.week().booked)
    first, second = _some_cases(workplace, 2)
    at = Meeting(TalkPurpose.MATCH, TalkForm.INDIVIDUAL, date(2007, 3, 22), time(10), time(10, 45), place="Lokale 9",
                 interpreter_booked=True)  # fmt: skip
    do(workplace, summon, Summon(first, at))
    # What is written anywhere is shown at once.
    assert len(page.week().booked) == before + 1
    block = next(each for each in page.grid.blocks if each.booked.case_id == first)
    assert block.accessibleName().startswith("torsdag 22. marts 2007 kl. 10.00–10.45, ")
    assert block.accessibleName().endswith("match · Lokale 9, tolk bestilt")
    do(workplace, summon, Summon(second, at))
    of_day = [each for each in page.grid.blocks if each.booked.on == date(2007, 3, 22)]
    assert all("overlapper" in each.accessibleName() for each in of_day)
    assert not of_day[0].geometry().intersects(of_day[1].geometry())
    assert all(each.height() >= 24 for each in page.grid.blocks)
    file = tmp_path / "uge.ics"
    page.save_to(file, page.week().booked)
    text = file.read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == len(page.week().booked)
    assert not any(each.citizen in text for each in page.week().booked)


def test_that_one_goes_to_other_weeks_and_back_and_through_the_blocks_by_keys(
    workplace: Workplace,
) -> None:
    page = week(workplace)
    assert workplace.window.navigation.button("week").isChecked()
    QTest.mouseClick(page.after, Qt.MouseButton.LeftButton)
    assert page.week().monday == date(2007, 3, 26)
    QTest.mouseClick(page.before, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.before, Qt.MouseButton.LeftButton)
    assert page.week().monday == date(2007, 3, 12)
    QTest.mouseClick(page.this, Qt.MouseButton.LeftButton)
    assert page.week().monday == date(2007, 3, 19)
    case, other, third = _some_cases(workplace, 3)
    for who, on, at in ((case, 21, 9), (other, 21, 11), (third, 23, 10)):
        meeting = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, date(2007, 3, on), time(at), time(at, 30))
        do(workplace, summon, Summon(who, meeting))
    blocks = {each.booked.case_id: each for each in page.grid.blocks}
    blocks[case].setFocus()
    for key, reached in ((Qt.Key.Key_Down, other), (Qt.Key.Key_Right, third), (Qt.Key.Key_Left, None)):
        focused = workplace.window.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
        if reached is not None:
            assert workplace.window.focusWidget() is blocks[reached]
    blocks[third].setFocus()
    QTest.keyClick(blocks[third], Qt.Key.Key_Space)
    assert "Mødt eller udeblevet" in buttons(page.panel)


def test_that_an_appointment_is_acted_on_and_stays_chosen(workplace: Workplace) -> None:
    page = week(workplace)
    block = next(each for each in page.grid.blocks if each.booked.on == TODAY and each.booked.attendance is None)
    summons = block.booked.summons_id or ""
    QTest.mouseClick(block, Qt.MouseButton.LeftButton)
    press(page.panel, "Mødt eller udeblevet")
    asked = next(each for each in workplace.window.findChildren(AttendanceDialog) if each.isVisible())
    QTest.mouseClick(asked.answers[AttendanceKind.CAME_LATE], Qt.MouseButton.LeftButton)
    asked.reject()
    chosen = next(each for each in page.grid.blocks if each.isChecked())
    assert chosen.booked.summons_id == summons
    assert "mødt for sent" in chosen.accessibleName()
    press(page.panel, "Registrér samtale")
    assert isinstance(workplace.forms.dialog, TalkDialog)
    workplace.forms.dialog.reject()
    do(workplace, note_attendance, NoteAttendance(summons, AttendanceKind.ABSENT, TODAY))
    assert buttons(page.panel)[0] == "Ny tid"


def test_that_the_days_of_a_week_are_named_over_months_and_years() -> None:
    assert week_words(date(2007, 3, 19)) == "Uge 12 · 19.–23. marts 2007"
    assert week_words(date(2007, 4, 30)) == "Uge 18 · 30. april – 4. maj 2007"
    assert week_words(date(2007, 12, 31)) == "Uge 1 · 31. december 2007 – 4. januar 2008"


def make_group(workplace: Workplace, on: date, count: int = 3) -> tuple[str, tuple[str, ...]]:
    starts, ends = instant_of(on, time(10)), instant_of(on, time(11))
    request = CreateGroupMeeting("", "Job i service", TalkPurpose.CONTACT, starts, ends, place="Sal 1", seats=12)
    meeting = do(workplace, create_meeting, request)
    cases = _some_cases(workplace, count)
    do(workplace, invite_to_group, InviteToGroup(meeting, cases))
    return meeting, cases


def test_that_attendance_is_ticked_once_and_each_gets_a_time_of_their_own(workplace: Workplace, qtbot: QtBot) -> None:
    page = workplace.show_page("groups")
    assert isinstance(page, GroupsPage)
    _, cases = make_group(workplace, TODAY)
    assert page.meetings.count() == 1
    assert page.save.isVisible()
    assert not page.save.isEnabled()
    away = page.marks.button(cases[0], AttendanceKind.ABSENT)
    QTest.mouseClick(away, Qt.MouseButton.LeftButton)
    # What is done elsewhere meanwhile lets the ticks stay.
    at = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, TODAY + timedelta(days=9), time(10), time(10, 45))
    do(workplace, summon, Summon(cases[1], at))
    assert page.marks.marks() == ((cases[0], AttendanceKind.ABSENT),)
    assert page.save.isEnabled()
    QTest.mouseClick(page.all_came, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.save, Qt.MouseButton.LeftButton)
    opened = page.opened()
    assert opened is not None
    assert (opened.line.came, opened.line.open_marks) == (2, 0)
    assert not page.save.isEnabled()
    page.slots_at.set_value(None)
    QTest.mouseClick(page.give, Qt.MouseButton.LeftButton)
    assert page.slots_at.error()
    page.slots_at.set_value(time(11))
    QTest.mouseClick(page.give, Qt.MouseButton.LeftButton)
    opened = page.opened()
    assert opened is not None
    slots = [each.slot for each in opened.invited if each.slot is not None]
    assert sorted(slot.time() for slot in slots) == [time(11), time(11, 20)]
    assert not page.give.isVisible()
    # New lines are shown with the next turn of the loop.
    qtbot.waitUntil(lambda: "Registrér samtale" in buttons(page.marks))
    press(page.marks, "Registrér samtale")
    dialog = workplace.forms.dialog
    assert isinstance(dialog, TalkDialog)
    assert dialog.fields.form.value() is TalkForm.INDIVIDUAL
    dialog.reject()


def test_that_a_meeting_to_come_takes_no_ticks_and_stands_in_the_week(workplace: Workplace) -> None:
    meeting, _ = make_group(workplace, TODAY + timedelta(days=1))
    shown = week(workplace)
    block = next(each for each in shown.grid.blocks if each.booked.meeting_id == meeting)
    assert "Job i service, hold, 3 indkaldt · Sal 1" in block.accessibleName()
    QTest.mouseClick(block, Qt.MouseButton.LeftButton)
    press(shown.panel, "Åbn hold")
    page = workplace.window.findChild(GroupsPage)
    assert isinstance(page, GroupsPage)
    assert workplace.shown_page() == "groups"
    assert not page.all_came.isEnabled()
