"""The forms about the sick, as the desk for forms opens them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from app.cases.keep_sickness import FollowUpSickness, KeepSicknessCase, follow_up_sickness, keep_sickness_case
from app.cases.sickness_cases import assess_risk, decide_extension
from app.cases.sickness_view import (
    EXTENSION_FORM,
    FOLLOW_UP_FORM,
    RISK_FORM,
    SICKNESS_FORM,
    OpenedSickness,
    SicknessNow,
    open_sickness,
)
from ui.forms.case_form import CaseForm
from ui.sickness.case_dialog import SicknessDialog
from ui.sickness.extension_dialog import ExtensionDialog
from ui.sickness.follow_up_dialog import FollowUpDialog
from ui.sickness.risk_dialog import RiskDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.changes import Done
    from app.work import Work
    from ui.forms.case_dialog import CaseDialog


def follow_up_form() -> CaseForm[OpenedSickness]:
    """Return the form of a follow-up; for somebody who is not registered as sick it opens the period first."""
    return CaseForm(FOLLOW_UP_FORM, open_sickness, _about_period(FollowUpDialog), save_sickness)


def sickness_form() -> CaseForm[OpenedSickness]:
    """Return the form of the period itself."""
    return CaseForm(SICKNESS_FORM, open_sickness, SicknessDialog, keep_sickness_case)


def risk_form() -> CaseForm[OpenedSickness]:
    """Return the form of a risk assessment."""
    return CaseForm(RISK_FORM, open_sickness, _about_period(RiskDialog), assess_risk)


def extension_form() -> CaseForm[OpenedSickness]:
    """Return the form of a decision on extension."""
    return CaseForm(EXTENSION_FORM, open_sickness, _about_period(ExtensionDialog), decide_extension)


def save_sickness(work: Work, request: FollowUpSickness | KeepSicknessCase) -> Done:
    """Save a follow-up, or the period that had to be opened first."""
    if isinstance(request, KeepSicknessCase):
        return keep_sickness_case(work, request)
    return follow_up_sickness(work, request)


def _about_period(
    dialog: Callable[[OpenedSickness, SicknessNow, date, QWidget], CaseDialog],
) -> Callable[[OpenedSickness, date, QWidget], CaseDialog]:
    def make(opened: OpenedSickness, today: date, window: QWidget) -> CaseDialog:
        if opened.sickness is None:
            return SicknessDialog(opened, today, window)
        return dialog(opened, opened.sickness, today, window)

    return make
