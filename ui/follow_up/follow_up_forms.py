"""The small forms that answer a row of the queue, as the desk for forms opens them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.cases.answer_youth import answer_youth
from app.cases.complaints import settle_complaint
from app.cases.findings import FINDING_FORM, OpenedFinding, accept_finding, open_finding
from app.cases.opened_follow_ups import (
    ABSENCE_FORM,
    AGREEMENT_FORM,
    COMPLAINT_FORM,
    YOUTH_FORM,
    OpenedAbsence,
    OpenedAgreement,
    OpenedComplaint,
    OpenedYouth,
    open_absence,
    open_agreement,
    open_complaint,
    open_youth_alert,
)
from app.jobplan.answer_agreement import answer_agreement
from app.orders.absences import answer_absence
from ui.follow_up.absence_dialog import AbsenceDialog
from ui.follow_up.agreement_dialog import AgreementDialog
from ui.follow_up.complaint_dialog import ComplaintDialog
from ui.follow_up.finding_dialog import FindingDialog
from ui.follow_up.youth_dialog import YouthDialog
from ui.forms.case_form import CaseForm

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


def agreement_form() -> CaseForm[OpenedAgreement]:
    """Return the form of an agreement."""
    return CaseForm(AGREEMENT_FORM, open_agreement, AgreementDialog, answer_agreement)


def absence_form() -> CaseForm[OpenedAbsence]:
    """Return the form of a report of absence."""
    return CaseForm(ABSENCE_FORM, open_absence, AbsenceDialog, answer_absence)


def complaint_form() -> CaseForm[OpenedComplaint]:
    """Return the form of a complaint."""
    return CaseForm(COMPLAINT_FORM, open_complaint, ComplaintDialog, settle_complaint)


def youth_form() -> CaseForm[OpenedYouth]:
    """Return the form of an alert about a young person."""
    return CaseForm(YOUTH_FORM, open_youth_alert, YouthDialog, answer_youth)


def finding_form() -> CaseForm[OpenedFinding]:
    """Return the form of a fault in the data."""
    return CaseForm(FINDING_FORM, open_finding, FindingDialog, accept_finding)


def offer_citizen(workplace: Workplace, dialog: object) -> None:
    """Let the form of a fault go to the citizen, where there is a page of citizens."""
    if isinstance(dialog, FindingDialog) and workplace.shows_citizens():
        dialog.offer_citizen(workplace.show_citizen)
