"""A period of sickness as its forms show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.cases.case_rows import live_rows
from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.drafts import DraftKey
from app.queue.anchors.sickness import weeks_before
from app.queue.closed_days import rule_book_of
from app.queue.facts import SicknessFact
from app.queue.reading.session import as_connection
from app.rules.book import standard_rule_book
from app.talks.opened_form import LastTalk, last_talk
from app.work import Work
from db.errors import Refused
from db.rows.cases import RiskAssessmentRow, SicknessCaseRow
from db.values.cases import RiskLevel, SicknessGroup
from db.values.people import BenefitType

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
    """The open period. `weeks` are those since the first day of absence, begun ones included.

    `limit_on` is the day the benefit's weeks are used, None where the rule set knows no limit.
    """

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
    limit_on: date | None
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
    now = _now(work, row, opened.head.benefit) if row else None
    return OpenedSickness(opened, now, last_talk(work, opened.case_id))


def next_follow_up(group: SicknessGroup | None, on: date) -> date | None:
    """When the follow-up after one held on a day is due; None where the rule set does not say."""
    kind = "SICK_FOLLOWUP_4W" if group is SicknessGroup.FOUR_WEEKS else "SICK_FOLLOWUP_8W"
    rows = standard_rule_book().rows_on(kind, on)
    return rows[0].due_after(on) if rows else None


def _limit(work: Work, row: SicknessCaseRow, benefit: BenefitType | None) -> date | None:
    """As the queue counts it: earlier periods within the months that the rule set looks back count too."""
    book = rule_book_of(as_connection(work.session))
    first = row.first_absence_on
    rule = next(
        (one for one in book.rows_on("BENEFIT_LIMIT", first) if not one.benefits or benefit in one.benefits), None
    )
    if rule is None:
        return None
    periods = [
        SicknessFact(
            each.id,
            each.first_absence_on,
            each.first_absence_on,
            earlier_weeks_used=each.earlier_weeks_used,
            recovered_on=each.recovered_on,
        )
        for each in live_rows(work.session, SicknessCaseRow, row.case_id)
    ]
    own = next(each for each in periods if each.id == row.id)
    weeks = weeks_before(own, periods, book.parameters_on(work.today).benefit_limit_looks_back_months)
    return rule.due_after(first - timedelta(weeks=weeks))


def _now(work: Work, row: SicknessCaseRow, benefit: BenefitType | None) -> SicknessNow:
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
        _limit(work, row, benefit),
        risk.level if risk else None,
        risk.assessed_on if risk else None,
    )
