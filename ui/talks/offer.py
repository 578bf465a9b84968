"""What the room of talks offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from app.talks.note_form import NOTE_FORM
from app.talks.opened_form import PHONE_NOTE, TALK_FORM
from db.values.talks import TalkPurpose
from ui.operation import Road
from ui.shell.case_action import CaseAction
from ui.shell.offer import PageOffer, RoomOffer, Scene, Subject
from ui.talks.talk_forms import note_form, phone_note_form, purpose_of, talk_form
from ui.talks.wiring import begin
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.talks.new_time import OpenedRebook, StandingSummons
    from app.talks.summons_form import OpenedSummons
    from app.talks.which_summons import SummonedTo
    from ui.forms.case_form import CaseForm
    from ui.shell.workplace import Workplace
    from ui.talks.group_dialog import OpenedGroup


def _purpose(subject: Subject) -> TalkPurpose:
    return TalkPurpose.CONTACT if subject.item is None else purpose_of(subject.item)


def _about(subject: Subject, kind: str) -> str | None:
    """What the action is about: the row that is named, or that of a row of the queue of that kind."""
    item = subject.item
    return subject.about_id or (item.event_id if item is not None and item.kind == kind else None)


def _hold_talk(workplace: Workplace, subject: Subject) -> None:
    about = _about(subject, "SUMMONS_OUTCOME")
    if about is None:
        workplace.forms.open(talk_form(_purpose(subject)), subject.case_id)
    else:
        _with_summons(workplace, subject, about, lambda found: _register(workplace, found))


def _register(workplace: Workplace, found: SummonedTo) -> None:
    from ui.talks.talk_dialog import Preset

    held_on = found.meets_on if found.meets_on <= workplace.desk.clock.today() else None
    preset = Preset(found.purpose, held_on, found.form, found.summons_id)
    workplace.forms.open(talk_form(found.purpose, preset), found.case_id)


def _with_summons(
    workplace: Workplace, subject: Subject, summons_id: str | None, then: Callable[[SummonedTo], None]
) -> None:
    from app.talks.which_summons import standing_summons

    case_id = subject.case_id
    work = workplace.desk.read(lambda session: standing_summons(session, case_id, summons_id))
    workplace.run(Road.READ, work, then)


def _write_phone_note(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(phone_note_form(), subject.case_id, _about(subject, "CALLBACK"))


def _write_note(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(note_form(), subject.case_id, _about(subject, "NOTE_MISSING"))


def _summon(workplace: Workplace, subject: Subject) -> None:
    from ui.talks.summon_forms import list_id, summon_form

    cases = tuple(dict.fromkeys(subject.case_ids))
    if len(cases) == 1:
        workplace.forms.open(summon_form(cases, _purpose(subject)), cases[0])
    elif cases:
        workplace.forms.open(summon_form(cases, _purpose(subject)), None, list_id(cases))


def _rebook(workplace: Workplace, subject: Subject) -> None:
    from ui.talks.summon_forms import rebook_form

    def open_form(found: SummonedTo) -> None:
        workplace.forms.open(rebook_form(), found.case_id, found.summons_id)

    _with_summons(workplace, subject, _about(subject, "SUMMONS_OUTCOME"), open_form)


def _note_attendance(workplace: Workplace, subject: Subject) -> None:
    from app.talks.new_time import read_summons
    from ui.talks.attendance_dialog import AttendanceDialog

    def ask(summons: StandingSummons) -> None:
        AttendanceDialog(workplace, summons, workplace.window).open()

    def read(found: SummonedTo) -> None:
        work = workplace.desk.open(lambda work: read_summons(work, found.case_id, found.summons_id))
        workplace.run(Road.WRITE, work, ask)

    _with_summons(workplace, subject, _about(subject, "SUMMONS_OUTCOME"), read)


def _week(workplace: Workplace) -> QWidget:
    from ui.talks.week_page import WeekPage

    return WeekPage(workplace)


def _groups(workplace: Workplace) -> QWidget:
    from ui.talks.groups_page import GroupsPage

    return GroupsPage(workplace)


def _scenes() -> tuple[Scene, ...]:
    from ui.talks.scenes import SCENES

    return SCENES


# The forms of summonses bring the documents along; they are looked for only when one is opened.
def _summons_form() -> CaseForm[OpenedSummons]:
    from ui.talks.summon_forms import summon_form

    return summon_form()


def _rebook_form() -> CaseForm[OpenedRebook]:
    from ui.talks.summon_forms import rebook_form

    return rebook_form()


def _group_form() -> CaseForm[OpenedGroup]:
    from ui.talks.group_dialog import group_form

    return group_form()


OFFER: Final = RoomOffer(
    pages=(
        PageOffer("week", "Ugen", Icon.WEEK, _week, 30, "Ctrl+3"),
        PageOffer("groups", "Hold", Icon.GROUP, _groups, 31),
    ),
    case_actions={
        CaseAction.HOLD_TALK: _hold_talk,
        CaseAction.PHONE_NOTE: _write_phone_note,
        CaseAction.WRITE_NOTE: _write_note,
        CaseAction.SUMMON: _summon,
        CaseAction.REBOOK: _rebook,
        CaseAction.NOTE_ATTENDANCE: _note_attendance,
    },
    forms={
        TALK_FORM: talk_form,
        PHONE_NOTE: phone_note_form,
        NOTE_FORM: note_form,
        "summons": _summons_form,
        "rebook": _rebook_form,
        "group_meeting": _group_form,
    },
    begin=begin,
    scenes=_scenes,
)
