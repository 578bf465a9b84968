"""The pictures of the room of talks."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from ui.opening import read_queue
from ui.pictured_case import form_of_row, row_in_queue, shown_form
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene, Subject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.talks.send_summons import ToPrint
    from ui.shell.workplace import Workplace

_Widget = TypeVar("_Widget", bound="QWidget")


def _form(workplace: Workplace, action: CaseAction, kind: str = "CONTACT_DUE") -> QWidget:
    return form_of_row(workplace, action, kind)


def _some_cases(workplace: Workplace, count: int) -> tuple[str, ...]:
    rows = read_queue(workplace.desk.store, workplace.desk.clock.today()).items
    cases = [row.case_id for row in rows if row.kind == "CONTACT_DUE" and row.case_id and row.agreed is None]
    return tuple(dict.fromkeys(cases))[:count]


def _summon_many(workplace: Workplace) -> QWidget:
    workplace.do(CaseAction.SUMMON, Subject(_some_cases(workplace, 6)))
    return shown_form(workplace)


def _attendance(workplace: Workplace, *, absent: bool) -> QWidget:
    from db.values.talks import AttendanceKind
    from ui.talks.attendance_dialog import AttendanceDialog

    row = row_in_queue(workplace, "SUMMONS_OUTCOME")
    workplace.do(CaseAction.NOTE_ATTENDANCE, Subject((row.case_id or "",), row))
    dialog = _open_of(workplace, AttendanceDialog)
    if absent:
        dialog.answers[AttendanceKind.ABSENT].click()
    return dialog


def _open_of(workplace: Workplace, kind: type[_Widget]) -> _Widget:
    return next(each for each in workplace.window.findChildren(kind) if each.isVisible())


def _close_attendance(workplace: Workplace) -> None:
    from ui.talks.attendance_dialog import AttendanceDialog

    _open_of(workplace, AttendanceDialog).reject()
    # The notice has the way back; the next picture shows the row again.
    if not workplace.window.notice.isHidden():
        workplace.window.notice._undo.click()  # noqa: SLF001 - as a person would.


def _letter(workplace: Workplace) -> QWidget:
    from ui.talks.letters_dialog import show_letters

    return show_letters(workplace, _letters(workplace))


def _letters(workplace: Workplace) -> tuple[ToPrint, ...]:
    from app.talks.send_summons import in_post_order
    from app.talks.summon import Meeting
    from app.work import Work
    from db.values.talks import TalkForm, TalkPurpose

    desk = workplace.desk
    meeting = Meeting(
        TalkPurpose.CONTACT,
        TalkForm.INDIVIDUAL,
        desk.clock.today() + timedelta(days=8),
        place="Lokale 2",
        address="Eksempelvej 1, 2400 København NV",
    )
    from app.documents.letters import summons_letter

    with desk.store.reading() as session:
        work = Work(session, desk.author, desk.clock, desk.make_id)
        timed = replace(meeting, meets_at=time(10), ends_at=time(10, 45), what_to_bring="CV og jobplan")
        return in_post_order([summons_letter(work, case, timed) for case in _some_cases(workplace, 4)])


def _close_letters(workplace: Workplace) -> None:
    from ui.talks.letters_dialog import LettersDialog

    _open_of(workplace, LettersDialog).reject()


def _week(workplace: Workplace) -> QWidget:
    from ui.talks.week_page import WeekPage

    page = workplace.show_page("week")
    if isinstance(page, WeekPage) and page.grid.blocks:
        page.grid.blocks[0].click()
    return workplace.window


def _group(workplace: Workplace) -> QWidget:
    from app.talks.group_meetings import CreateGroupMeeting, InviteToGroup, invite_to_group
    from app.talks.group_view import recent_meetings
    from app.talks.invite import create_meeting
    from app.talks.local_time import instant_of
    from db.values.talks import AttendanceKind, TalkPurpose
    from ui.operation import Road
    from ui.talks.groups_page import GroupsPage

    desk, today = workplace.desk, workplace.desk.clock.today()
    with desk.store.reading() as session:
        there = recent_meetings(session, today)
    if not there:
        starts, ends = instant_of(today, time(10)), instant_of(today, time(11))
        new = CreateGroupMeeting("", "Vejen til job i rengøring og service", TalkPurpose.CONTACT, starts, ends)
        made: list[str] = []
        workplace.run(Road.WRITE, desk.use(create_meeting, new), lambda done: made.append(done.id))
        cases = _some_cases(workplace, 7)
        workplace.run(Road.WRITE, desk.use(invite_to_group, InviteToGroup(made[0], cases)), lambda _done: None)
    page = workplace.show_page("groups")
    if isinstance(page, GroupsPage):
        page.read()
        opened = page.opened()
        if opened is not None and not opened.line.came:
            for each in opened.invited[:2]:
                page.marks.button(each.case_id, AttendanceKind.ABSENT).click()
            page.marks.tick_rest()
            page.save.click()
    return workplace.window


SCENES: Final = (
    Scene("samtale", lambda workplace: _form(workplace, CaseAction.HOLD_TALK)),
    Scene("telefonnotat", lambda workplace: _form(workplace, CaseAction.PHONE_NOTE)),
    Scene("ring-tilbage", lambda workplace: _form(workplace, CaseAction.PHONE_NOTE, "CALLBACK")),
    Scene("notat", lambda workplace: _form(workplace, CaseAction.WRITE_NOTE, "NOTE_MISSING")),
    Scene("indkald", lambda workplace: _form(workplace, CaseAction.SUMMON)),
    Scene("indkald-flere", _summon_many),
    Scene("breve", _letter, _close_letters),
    Scene("moedt", lambda workplace: _attendance(workplace, absent=False), _close_attendance),
    Scene("udeblevet", lambda workplace: _attendance(workplace, absent=True), _close_attendance),
    Scene("ny-tid", lambda workplace: _form(workplace, CaseAction.REBOOK, "SUMMONS_OUTCOME")),
    Scene("ugen", _week),
    Scene("ugen-lille", _week, small=True),
    Scene("hold-fremmoede", _group),
)
