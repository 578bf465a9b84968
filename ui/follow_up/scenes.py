"""The pictures of the small answers."""

from __future__ import annotations

from typing import Final

from ui.pictured_case import pictured_form
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene

SCENES: Final = (
    Scene("aftale", pictured_form(CaseAction.FINISH_PLAN_STEP, "STEP_DUE")),
    Scene("udeblivelse", pictured_form(CaseAction.ANSWER_ABSENCE, "ABSENCE_REPORTED")),
    Scene("klage", pictured_form(CaseAction.SETTLE_COMPLAINT, "COMPLAINT")),
    Scene("ung", pictured_form(CaseAction.FOLLOW_UP_YOUTH, "YOUTH_ALERT")),
    Scene("datafejl", pictured_form(CaseAction.CORRECT_DATA, "DATA_QUALITY")),
)
