"""A period of sickness: the form, the follow-up group, the risk, the limit and the return.

The same for sickness benefit and for a sick recipient of cash assistance, who has no employer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_open_case, the_row
from app.cases.checking import in_order, not_in_future, required, tidy
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.cases import RiskAssessmentRow, SicknessCaseRow
from db.values.cases import ReturnedTo, RiskLevel, SicknessGroup

MOST_WEEKS = 52


@dataclass(frozen=True, slots=True)
class OpenSicknessCase:
    """`earlier_weeks_used` are weeks of the 52 used before; `form_due_on` when the form is to be back."""

    case_id: str
    first_absence_on: date
    notified_on: date | None = None
    employer: str | None = None
    employment_type: str | None = None
    form_sent_on: date | None = None
    form_due_on: date | None = None
    expected_recovery_on: date | None = None
    earlier_weeks_used: int = 0


@dataclass(frozen=True, slots=True)
class SendForm:
    """The questionnaire was sent."""

    sickness_case_id: str
    sent_on: date
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReturnForm:
    """The questionnaire came back, with what it says."""

    sickness_case_id: str
    returned_on: date
    expected_recovery_on: date | None = None
    doctor_statement_on: date | None = None


@dataclass(frozen=True, slots=True)
class SetSicknessGroup:
    """Which interval of follow-up the case has from a day."""

    sickness_case_id: str
    group: SicknessGroup
    from_on: date


@dataclass(frozen=True, slots=True)
class AssessRisk:
    """The worker decides the level; `facts` are what it rests on. A level against `suggested` needs a reason."""

    sickness_case_id: str
    assessed_on: date
    level: RiskLevel
    facts: tuple[str, ...]
    suggested: RiskLevel | None = None
    overruled_reason: str | None = None


@dataclass(frozen=True, slots=True)
class DecideExtension:
    """Whether the benefit goes on beyond its limit was decided, for the reason given."""

    sickness_case_id: str
    decided_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class Recover:
    """The citizen is well again, and what they came back to."""

    sickness_case_id: str
    recovered_on: date
    returned_to: ReturnedTo


def open_sickness_case(work: Work, request: OpenSicknessCase) -> Done:
    """Write the case.

    Refused: `in_the_future` (field `first_absence_on`), `already_sick` (`first_absence_on`), `wrong_order`
    (`notified_on`, `form_due_on`), `out_of_range` (`earlier_weeks_used`).
    """
    the_open_case(work, request.case_id)
    not_in_future(request.first_absence_on, work.today, "first_absence_on")
    in_order(request.first_absence_on, request.notified_on, "notified_on")
    in_order(request.form_sent_on, request.form_due_on, "form_due_on")
    if not 0 <= request.earlier_weeks_used <= MOST_WEEKS:
        message = f"Tidligere uger skal være mellem 0 og {MOST_WEEKS}."
        raise Refused(message, field="earlier_weeks_used", code="out_of_range")
    for row in live_rows(work.session, SicknessCaseRow, request.case_id):
        if row.recovered_on is None or request.first_absence_on <= row.recovered_on:
            message = "Borgeren er allerede sygemeldt i den periode. Fortsæt på den sag."
            raise Refused(message, field="first_absence_on", code="already_sick")
    row = SicknessCaseRow(
        case_id=request.case_id,
        first_absence_on=request.first_absence_on,
        notified_on=request.notified_on,
        employer=tidy(request.employer),
        employment_type=tidy(request.employment_type),
        form_sent_on=request.form_sent_on,
        form_due_on=request.form_due_on,
        expected_recovery_on=request.expected_recovery_on,
        earlier_weeks_used=request.earlier_weeks_used,
    )
    return Done(work.add(row).id, work.changes())


def send_form(work: Work, request: SendForm) -> Done:
    """Note the sending; a form that is sent again is awaited again. Refused: `in_the_future`, `wrong_order`."""
    row = _open(work, request.sickness_case_id)
    not_in_future(request.sent_on, work.today, "sent_on")
    in_order(request.sent_on, request.due_on, "due_on")
    row.form_sent_on, row.form_due_on, row.form_returned_on = request.sent_on, request.due_on, None
    return Done(row.id, work.changes())


def return_form(work: Work, request: ReturnForm) -> Done:
    """Note that it is back. Refused: `in_the_future` and `wrong_order` (field `returned_on`)."""
    row = _open(work, request.sickness_case_id)
    not_in_future(request.returned_on, work.today, "returned_on")
    in_order(row.form_sent_on, request.returned_on, "returned_on")
    row.form_returned_on = request.returned_on
    row.expected_recovery_on = request.expected_recovery_on or row.expected_recovery_on
    row.doctor_statement_on = request.doctor_statement_on or row.doctor_statement_on
    return Done(row.id, work.changes())


def set_sickness_group(work: Work, request: SetSicknessGroup) -> Done:
    """Set the group. Refused: `wrong_order` (field `from_on`)."""
    row = _open(work, request.sickness_case_id)
    in_order(row.first_absence_on, request.from_on, "from_on")
    row.group, row.group_from = request.group, request.from_on
    return Done(row.id, work.changes())


def assess_risk(work: Work, request: AssessRisk) -> Done:
    """Write the assessment; earlier ones stay.

    Refused: `in_the_future` (field `assessed_on`), `missing` (`facts`; `overruled_reason` when the level is
    another than the suggested one). No decision follows from the level by itself.
    """
    row = _open(work, request.sickness_case_id)
    not_in_future(request.assessed_on, work.today, "assessed_on")
    facts = [fact.strip() for fact in request.facts if fact.strip()]
    if not facts:
        raise Refused("Markér mindst ét forhold, som vurderingen bygger på.", field="facts", code="missing")
    reason = tidy(request.overruled_reason)
    if request.suggested is not None and request.suggested is not request.level:
        reason = required(reason, "overruled_reason", "Skriv, hvorfor du vurderer anderledes end forslaget.")
    assessment = RiskAssessmentRow(
        case_id=row.case_id,
        sickness_case_id=row.id,
        assessed_on=request.assessed_on,
        level=request.level,
        facts="\n".join(facts),
        overruled_reason=reason,
    )
    return Done(work.add(assessment).id, work.changes())


def decide_extension(work: Work, request: DecideExtension) -> Done:
    """Note the decision. Refused: `missing` (field `reason`), `in_the_future` (`decided_on`)."""
    row = _open(work, request.sickness_case_id)
    not_in_future(request.decided_on, work.today, "decided_on")
    row.extension_reason = required(request.reason, "reason", "Skriv, hvad afgørelsen bygger på.")
    row.extension_decided_on = request.decided_on
    return Done(row.id, work.changes())


def recover(work: Work, request: Recover) -> Done:
    """End the case. Refused: `already_recovered` (field `sickness_case_id`), `wrong_order` (`recovered_on`)."""
    row = _open(work, request.sickness_case_id)
    in_order(row.first_absence_on, request.recovered_on, "recovered_on")
    row.recovered_on, row.returned_to = request.recovered_on, request.returned_to
    return Done(row.id, work.changes())


def _open(work: Work, sickness_case_id: str) -> SicknessCaseRow:
    row = the_row(work, SicknessCaseRow, sickness_case_id, field="sickness_case_id")
    if row.recovered_on is not None:
        raise Refused("Borgeren er raskmeldt.", field="sickness_case_id", code="already_recovered")
    return row
