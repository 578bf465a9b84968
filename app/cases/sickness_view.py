"""A period of sickness as its forms show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows
from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.drafts import DraftKey
from app.talks.opened_form import LastTalk, last_talk
from app.work import Work
from db.errors import Refused
from db.rows.cases import RiskAssessmentRow, SicknessCaseRow
from db.values.cases import RiskLevel, SicknessGroup

FOLLOW_UP_FORM = "sickness_follow_up"
SICKNESS_FORM = "sickness_case"
RISK_FORM = "risk"
EXTENSION_FORM = "extension"

_PURPOSES = {
    FOLLOW_UP_FORM: "Sygeopfølgning",
    SICKNESS_FORM: "Sygesag",
    RISK_FORM: "Risikovurdering",
    EXTENSION_FORM: "Forlængelse af sygedagpenge",
}


@dataclass(frozen=True, slots=True)
class SicknessNow:
    """The open period. `weeks` are those since the first day of absence, begun ones included."""

    id: str
    first_absence_on: date
    employer: str | None
    group: SicknessGroup | None
    form_sent_on: date | None
    form_due_on: date | None
    form_returned_on: date | None
    expected_recovery_on: date | None
    doctor_statement_on: date | None
    earlier_weeks_used: int
    weeks: int
    risk: RiskLevel | None
    risk_assessed_on: date | None


@dataclass(frozen=True, slots=True)
class OpenedSickness:
    """What a form about the sick shows; `sickness` None when no period is open."""

    case: OpenedCase
    sickness: SicknessNow | None
    last_talk: LastTalk | None


def open_sickness(work: Work, key: DraftKey) -> OpenedSickness:
    """The period that `key.about_id` names while it is open, else the newest open one; logged.

    Refused: `nothing_open` for what cannot begin without a period, and as `citizen_page`.
    """
    opened = open_case_form(work, key, _PURPOSES[key.form])
    rows = [row for row in live_rows(work.session, SicknessCaseRow, opened.case_id) if row.recovered_on is None]
    named = [row for row in rows if row.id == key.about_id]
    row = max(named or rows, key=lambda each: (each.first_absence_on, each.id), default=None)
    if row is None and key.form in {RISK_FORM, EXTENSION_FORM}:
        raise Refused("Borgeren har ingen åben sygesag.", code="nothing_open")
    return OpenedSickness(opened, _now(work, row) if row else None, last_talk(work, opened.case_id))


def _now(work: Work, row: SicknessCaseRow) -> SicknessNow:
    assessed = [
        each for each in live_rows(work.session, RiskAssessmentRow, row.case_id) if each.sickness_case_id == row.id
    ]
    risk = max(assessed, key=lambda each: (each.assessed_on, each.id), default=None)
    return SicknessNow(
        row.id,
        row.first_absence_on,
        row.employer,
        row.group,
        row.form_sent_on,
        row.form_due_on,
        row.form_returned_on,
        row.expected_recovery_on,
        row.doctor_statement_on,
        row.earlier_weeks_used,
        (work.today - row.first_absence_on).days // 7 + 1,
        risk.level if risk else None,
        risk.assessed_on if risk else None,
    )
