"""The forms about a stay, as the desk for forms opens them."""

from __future__ import annotations

from app.orders.opened_placements import (
    END_FORM,
    NEXT_STEP_FORM,
    OUTCOME_FORM,
    OpenedPlacement,
    open_end,
    open_next_step,
    open_outcome_check,
)
from app.orders.placements import check_outcome, decide_next_step, end_placement
from ui.forms.case_form import CaseForm
from ui.placements.end_dialog import EndDialog
from ui.placements.next_step_dialog import NextStepDialog
from ui.placements.outcome_dialog import OutcomeDialog


def outcome_form() -> CaseForm[OpenedPlacement]:
    """Return the form of an outcome some months later."""
    return CaseForm(OUTCOME_FORM, open_outcome_check, OutcomeDialog, check_outcome)


def next_step_form() -> CaseForm[OpenedPlacement]:
    """Return the form of what comes after a stay."""
    return CaseForm(NEXT_STEP_FORM, open_next_step, NextStepDialog, decide_next_step)


def end_form() -> CaseForm[OpenedPlacement]:
    """Return the form of how a stay ended."""
    return CaseForm(END_FORM, open_end, EndDialog, end_placement)
