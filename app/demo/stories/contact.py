"""Stories about contact, matches, notes and reports."""

from __future__ import annotations

from datetime import timedelta

from app.demo.case_file import CaseFile
from app.demo.contact import hold_talk, summon
from app.demo.plans import agree_plan
from app.demo.scene import workday, workdays_from
from app.demo.stories.steady import Wanted, steady
from app.rules.calendar import add_months
from db.rows.people import ContactOverrideRow, ExclusionRow
from db.values.people import BenefitType, ExclusionReason, FollowUpModel
from db.values.talks import AttendanceKind, NoteKind, ReportState, TalkForm, TalkPurpose

_NO_LONGER_YOUNG = 31
_HOURS = ("09:00", "09:45", "10:30", "11:15", "13:00", "13:45", "14:30")


def in_order(file: CaseFile, due_in: int) -> None:
    """Nothing to do."""
    del due_in
    steady(file)


def contact(file: CaseFile, due_in: int) -> None:
    """The talk every third month falls due, three months after the last one."""
    last = workday(add_months(file.scene.day(due_in), -3))
    # The clock rests while an offer runs: either there has been one, or it is too early for the first.
    if file.age >= _NO_LONGER_YOUNG and file.scene.chance(0.3):
        steady(file, Wanted(last_talk=last, stay="none", months_on=file.scene.between(5, 8)))
    else:
        steady(file, Wanted(last_talk=last, stay="past"))


def contact_new(file: CaseFile, due_in: int) -> None:
    """The first talk after the start of the benefit falls due; the match is there."""
    scene = file.scene
    began = add_months(scene.day(due_in), -3)
    file.receive(BenefitType.CASH_ASSISTANCE, began)
    file.assess(3, workdays_from(began, 4))
    agree_plan(file, workdays_from(began, 16))


def contact_agreed(file: CaseFile, due_in: int) -> None:
    """As contact, and the citizen has been summoned to a day before the talk falls due."""
    contact(file, due_in)
    scene = file.scene
    on = scene.day(scene.between(1, max(1, min(due_in, 12))))
    summon(file, workday(on) if workday(on) > scene.today else workdays_from(scene.today, 1), scene.one_of(_HOURS))


def contact_today(file: CaseFile, due_in: int) -> None:
    """As contact, and the talk is in the diary of today; `due_in` also tells at what time."""
    contact(file, due_in)
    hours = ("09:00", "10:30", "13:45")
    summon(file, file.scene.today, hours[due_in % len(hours)])


def outcome_of_summons(file: CaseFile, due_in: int) -> None:
    """Nobody has noted yet whether the citizen came to the talk of the working day before."""
    scene = file.scene
    met = workdays_from(scene.day(due_in), -1)
    last = workday(add_months(scene.day(24), -3))
    steady(file, Wanted(last_talk=last, stay="past"))
    summon(file, met, "10:30")


def stayed_away(file: CaseFile, due_in: int) -> None:
    """Stayed away with notice and has been called in again."""
    contact(file, due_in)
    scene = file.scene
    summon(file, scene.ago(6), "09:45", attendance=AttendanceKind.ABSENT_WITH_NOTICE)
    summon(file, workdays_from(scene.today, 4), "09:45")


def came(file: CaseFile, due_in: int) -> None:
    """Was summoned some time ago and came; `due_in` picks whether in time or late."""
    last = file.scene.ago(file.scene.between(9, 40))
    steady(file, Wanted(last_talk=last))
    came_as = (AttendanceKind.CAME, AttendanceKind.CAME_LATE)
    summon(file, last, "13:00", attendance=came_as[due_in % 2])


def absent(file: CaseFile, due_in: int) -> None:
    """Stayed away from a talk without a word; the talk still falls due."""
    contact(file, due_in)
    summon(file, file.scene.ago(5), "11:15", attendance=AttendanceKind.ABSENT)


def intensive(file: CaseFile, due_in: int) -> None:
    """A closer interval has been agreed: every fourth week."""
    scene = file.scene
    last = scene.day(due_in - 28)
    steady(file, Wanted(last_talk=workday(last)))
    file.add(
        ContactOverrideRow,
        model=FollowUpModel.INTENSIVE,
        interval_days=28,
        from_on=scene.ago(60),
        until_on=scene.day(90),
        reason="Tæt opfølgning aftalt, mens jobsøgningen er i gang.",
    )


def unreported(file: CaseFile, due_in: int) -> None:
    """A talk was held and the portal has not been told."""
    held = workdays_from(file.scene.day(due_in), -5)
    steady(file, Wanted(last_talk=held, report=ReportState.TO_SEND))


def rejected(file: CaseFile, due_in: int) -> None:
    """The portal has sent a report back."""
    held = workdays_from(file.scene.day(due_in), -5)
    steady(file, Wanted(last_talk=held, report=ReportState.REJECTED))


def note_missing(file: CaseFile, due_in: int) -> None:
    """A talk was held and its note has not been written."""
    scene = file.scene
    steady(file, Wanted(last_talk=scene.ago(60)))
    hold_talk(file, workdays_from(scene.day(due_in), -2), with_note=False)


def call_back(file: CaseFile, due_in: int) -> None:
    """The citizen rang and wants to be rung up."""
    steady(file)
    on = workdays_from(file.scene.day(due_in), -1)
    file.note(NoteKind.PHONE, on, file.scene.text("note.phone"), call_back=True)


def match_missing(file: CaseFile, due_in: int) -> None:
    """New at the jobcentre and not matched yet."""
    scene = file.scene
    file.receive(BenefitType.CASH_ASSISTANCE, min(workdays_from(scene.day(due_in - 7), 2), scene.today))
    file.citizen.first_enquiry_on = scene.day(due_in - 7)


def entitlement(file: CaseFile, due_in: int) -> None:
    """Has applied for benefit, and Ydelsesservice has not answered yet."""
    scene = file.scene
    began = workday(scene.day(due_in - 10))
    file.receive(BenefitType.CASH_ASSISTANCE, began, entitlement_enquiry_on=scene.day(due_in - 10))
    file.assess(2, workdays_from(began, 2))
    hold_talk(file, workdays_from(began, 2), purpose=TalkPurpose.MATCH)


def excluded(file: CaseFile, due_in: int) -> None:
    """The talk falls due, and the citizen is left out of the figures for a time; `due_in` picks the reason."""
    contact(file, due_in)
    scene = file.scene
    reasons = tuple(ExclusionReason)
    file.add(
        ExclusionRow,
        reason=reasons[due_in % len(reasons)],
        reason_text="Efter aftale" if reasons[due_in % len(reasons)] is ExclusionReason.OTHER else None,
        from_on=scene.day(-20),
        until_on=scene.day(40),
    )


def group_course(file: CaseFile, due_in: int) -> None:
    """Took part in a group meeting and by letter and phone, none of which fulfils the duty alone."""
    scene = file.scene
    last = workday(add_months(scene.day(due_in), -3))
    steady(file, Wanted(last_talk=last))
    hold_talk(file, scene.ago(22), form=TalkForm.GROUP, fulfils_duty=False)
    hold_talk(file, scene.ago(14), form=TalkForm.LETTER, fulfils_duty=False, report=ReportState.NOT_NEEDED)
    hold_talk(file, scene.ago(6), form=TalkForm.TELEPHONE, fulfils_duty=False, report=ReportState.CORRECTED)


def home_talks(file: CaseFile, due_in: int) -> None:
    """Is met at home by the patrol, at an even pace."""
    scene = file.scene
    steady(file, Wanted(last_talk=workday(scene.day(due_in) - timedelta(days=75))))
    contact_note = scene.text("note.coordination")
    file.note(NoteKind.COORDINATION, scene.ago(12), contact_note)
