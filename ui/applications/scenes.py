"""The pictures of application cases."""

from __future__ import annotations

from typing import Final

from ui.pictured_case import pictured_form
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene

SCENES: Final = (
    Scene("ansoegningssag", pictured_form(CaseAction.OPEN_APPLICATION, "CASE_STEP_DUE")),
    Scene("sagsskridt", pictured_form(CaseAction.TAKE_STEP, "CASE_STEP_DUE")),
    Scene("sagsskridt-ryk", pictured_form(CaseAction.TAKE_STEP, "WAITING_REMINDER")),
    Scene("forsinkelse", pictured_form(CaseAction.SEND_DELAY_NOTICE, "DELAY_NOTICE")),
)
