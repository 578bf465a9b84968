"""Sickness: the period, its form, risk assessment and follow-up talks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.demo.case_file import CaseFile
from app.demo.contact import hold_talk
from app.demo.scene import workday, workdays_from
from app.rules.calendar import add_months
from db.rows.cases import RiskAssessmentRow, SicknessCaseRow
from db.values.cases import ReturnedTo, RiskLevel, SicknessGroup
from db.values.talks import TalkForm, TalkPurpose

_FOUR_WEEKS, _EIGHT_WEEKS = timedelta(days=28), timedelta(days=56)
_FACTS = {
    RiskLevel.LOW: "Jobbet er der endnu. Venter selv at være tilbage inden for otte uger.",
    RiskLevel.MEDIUM: "Jobbet er der endnu. Har været sygemeldt før inden for to år.",
    RiskLevel.HIGH: "Jobbet er ophørt. Venter på behandling. Er selv usikker på at komme tilbage.",
}


@dataclass(frozen=True, slots=True)
class Illness:
    """A period of sickness as the demo wants it; `last_follow_up` None means that there has been none."""

    first: date
    group: SicknessGroup | None = SicknessGroup.EIGHT_WEEKS
    employed: bool = True
    last_follow_up: date | None = None
    risk: RiskLevel | None = RiskLevel.MEDIUM
    form_back: bool = True
    earlier_weeks: int = 0


def fall_ill(file: CaseFile, illness: Illness) -> SicknessCaseRow:
    """Write a period of sickness from its first day, with the follow-ups up to the last one."""
    scene = file.scene
    notified = workdays_from(illness.first, 6)
    form_sent = workdays_from(notified, 2)
    form_back = workdays_from(form_sent, 4)
    known = min(notified, scene.today)
    row = file.add(
        SicknessCaseRow,
        first_absence_on=illness.first,
        notified_on=known,
        employer=scene.text("employers.names") if illness.employed else None,
        employment_type="lønmodtager" if illness.employed else "ledig",
        form_sent_on=form_sent if form_sent <= scene.today else None,
        form_due_on=form_sent + timedelta(days=8) if form_sent <= scene.today else None,
        form_returned_on=form_back if illness.form_back and form_back <= scene.today else None,
        expected_recovery_on=add_months(scene.today, 2),
        group=illness.group,
        group_from=known if illness.group is not None else None,
        earlier_weeks_used=illness.earlier_weeks,
        last_follow_up_on=illness.last_follow_up,
    )
    if illness.risk is not None:
        file.add(
            RiskAssessmentRow,
            sickness_case_id=row.id,
            assessed_on=min(workdays_from(known, 5), scene.today),
            level=illness.risk,
            facts=_FACTS[illness.risk],
        )
    if illness.last_follow_up is not None:
        _follow_up_until(file, row, illness.last_follow_up)
    return row


def recover(row: SicknessCaseRow, on: date, returned_to: ReturnedTo) -> None:
    """End a period of sickness."""
    row.recovered_on, row.returned_to = on, returned_to


def _follow_up_until(file: CaseFile, row: SicknessCaseRow, last: date) -> None:
    interval = _FOUR_WEEKS if row.group is SicknessGroup.FOUR_WEEKS else _EIGHT_WEEKS
    dates = [last]
    while (earlier := workday(dates[0] - interval + timedelta(days=2))) > row.first_absence_on + timedelta(days=25):
        dates.insert(0, earlier)
    for no, on in enumerate(dates):
        hold_talk(
            file,
            on,
            form=TalkForm.TELEPHONE if no % 2 else TalkForm.INDIVIDUAL,
            purpose=TalkPurpose.SICKNESS_FOLLOW_UP,
            sickness_case_id=row.id,
            health_as_told="Fortæller selv, at det går fremad.",
            work_left_possible="Få timer med tilpassede opgaver.",
            retention_needed=row.employer is not None and no == 0,
        )
