"""The forms of application cases, as the desk for forms opens them."""

from __future__ import annotations

from app.cases.application_cases import open_application
from app.cases.application_view import (
    APPLICATION_FORM,
    DELAY_FORM,
    STEP_FORM,
    OpenedApplication,
    OpenedNewApplication,
    open_case_step,
    open_new_application,
)
from app.cases.take_step import take_step
from app.talks.tell_of_delay import tell_of_delay
from ui.applications.application_dialog import ApplicationDialog
from ui.applications.delay_dialog import DelayDialog
from ui.applications.step_dialog import StepDialog
from ui.forms.case_form import CaseForm


def application_form() -> CaseForm[OpenedNewApplication]:
    """Return the form of a new case."""
    return CaseForm(APPLICATION_FORM, open_new_application, ApplicationDialog, open_application)


def step_form() -> CaseForm[OpenedApplication]:
    """Return the form of a step."""
    return CaseForm(STEP_FORM, open_case_step, StepDialog, take_step)


def delay_form() -> CaseForm[OpenedApplication]:
    """Return the form of a notice of delay."""
    return CaseForm(DELAY_FORM, open_case_step, DelayDialog, tell_of_delay)
