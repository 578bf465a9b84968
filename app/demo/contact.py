"""Contact: talks with their notes and reports, summonses, and the course of talks every third month."""

from __future__ import annotations

from datetime import date, timedelta

from app.demo.case_file import CaseFile
from app.demo.scene import workday
from app.demo.staff import ADDRESS
from app.rules.calendar import add_months
from db.rows.talks import SummonsRow, TalkAgreementRow, TalkRow
from db.values.talks import (
    AttendanceKind,
    NoteKind,
    Present,
    ReportState,
    ReportSubject,
    SentHow,
    StepOwner,
    TalkForm,
    TalkPurpose,
)

_NO_REPORT = frozenset({TalkPurpose.SICKNESS_FOLLOW_UP, TalkPurpose.WARNING, TalkPurpose.OTHER})
_DUTY_TEXT = (
    "Du har pligt til at komme til samtalen. Udebliver du uden rimelig grund, kan det få betydning for din hjælp."
)
_ROOMS = ("lokale 2", "lokale 4", "lokale 7")


def hold_talk(
    file: CaseFile,
    on: date,
    *,
    form: TalkForm = TalkForm.INDIVIDUAL,
    purpose: TalkPurpose = TalkPurpose.CONTACT,
    report: ReportState = ReportState.SENT,
    with_note: bool = True,
    **columns: object,
) -> TalkRow:
    """Write a talk that was held, its note and its report."""
    scene = file.scene
    text = scene.text(_texts_for(form, purpose))
    present = [Present.CITIZEN]
    if file.citizen.interpreter_needed:
        present.append(Present.INTERPRETER)
    talk = file.add(
        TalkRow,
        held_on=on,
        held_by=file.holder_id,
        form=form,
        purpose=purpose,
        present=",".join(present),
        match_kept=True if purpose is TalkPurpose.CONTACT else None,
        next_step_towards_work=scene.text("plan.next_steps"),
        next_contact_on=workday(add_months(on, 3)) if purpose not in _NO_REPORT else None,
        **columns,
    )
    if with_note:
        kind = NoteKind.VISIT if form is TalkForm.HOME_VISIT else NoteKind.TALK
        file.note(kind, on, text, about_kind="talk", about_id=talk.id)
    if purpose not in _NO_REPORT:
        file.report(ReportSubject.TALK, talk.id, on, report)
    return talk


def contact_course(file: CaseFile, last: date, *, report: ReportState = ReportState.SENT) -> TalkRow:
    """Write talks about every third month from the start of the benefit up to the last one; give the last.

    No more than a year back: what is older lies in the old system.
    """
    scene = file.scene
    earlier = last
    oldest = max(file.began + timedelta(days=45), scene.day(-330))
    dates: list[date] = []
    while (earlier := workday(earlier - timedelta(days=scene.between(74, 88)))) > oldest:
        dates.append(earlier)
    for on in reversed(dates):
        form = scene.one_of((TalkForm.INDIVIDUAL, TalkForm.INDIVIDUAL, TalkForm.INDIVIDUAL, TalkForm.HOME_VISIT))
        hold_talk(file, on, form=form if file.citizen.housing_area_id else TalkForm.INDIVIDUAL)
    talk = hold_talk(file, last, report=report)
    file.add(
        TalkAgreementRow,
        talk_id=talk.id,
        text=scene.text("plan.steps"),
        who=StepOwner.CITIZEN,
        by_date=last + timedelta(days=14),
        done_on=last + timedelta(days=12) if last + timedelta(days=12) < scene.today else None,
    )
    return talk


def summon(
    file: CaseFile,
    on: date,
    at: str,
    *,
    purpose: TalkPurpose = TalkPurpose.CONTACT,
    form: TalkForm = TalkForm.INDIVIDUAL,
    attendance: AttendanceKind | None = None,
    place: str | None = None,
    **columns: object,
) -> SummonsRow:
    """Write a summons that was sent two weeks ahead."""
    scene = file.scene
    hour, minute = at.split(":")
    sent = min(workday(on - timedelta(days=14)), scene.ago(1))
    return file.add(
        SummonsRow,
        purpose=purpose,
        form=form,
        meets_on=on,
        meets_at=at,
        ends_at=f"{int(hour) + 1:02}:00" if minute == "30" else f"{int(hour):02}:45",
        place=place or scene.one_of(_ROOMS),
        address=ADDRESS,
        staff_worker_id=file.holder_id,
        title="Indkaldelse til samtale",
        what_to_bring="CV og jobplan",
        interpreter_booked=file.citizen.interpreter_needed,
        rebook_until=workday(on - timedelta(days=2)),
        duty_text=_DUTY_TEXT,
        sent_on=sent,
        sent_how=SentHow.LETTER,
        attendance=attendance,
        attendance_noted_on=on if attendance is not None else None,
        **columns,
    )


def _texts_for(form: TalkForm, purpose: TalkPurpose) -> str:
    match purpose:
        case TalkPurpose.SICKNESS_FOLLOW_UP:
            return "talk.sickness"
        case TalkPurpose.MATCH:
            return "talk.match"
        case TalkPurpose.WARNING:
            return "talk.warning"
        case TalkPurpose.OTHER:
            return "talk.youth"
        case TalkPurpose.CONTACT:
            return "talk.contact" if form is TalkForm.INDIVIDUAL else f"talk.{form.value}"
