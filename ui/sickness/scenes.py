"""The pictures of the follow-up of the sick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.cases.risk_facts import RiskFact
from ui.pictured_case import form_of_row, pictured_form
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene
from ui.sickness.risk_dialog import RiskDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _risk(workplace: Workplace) -> QWidget:
    dialog = form_of_row(workplace, CaseAction.ASSESS_RISK, "RISK_MISSING")
    assert isinstance(dialog, RiskDialog)  # noqa: S101 - it is the form of that action.
    dialog.facts.set_value([RiskFact.LONG_ABSENCE, RiskFact.HEAVY_LOAD])
    dialog.expects_return.set_value(3)
    return dialog


SCENES: Final = (
    Scene("sygeopfoelgning", pictured_form(CaseAction.FOLLOW_UP_SICKNESS, "SICK_FOLLOWUP_4W")),
    Scene("sygesag-ny", pictured_form(CaseAction.FOLLOW_UP_SICKNESS, "CONTACT_DUE")),
    Scene("oplysningsskema", pictured_form(CaseAction.RECEIVE_FORM, "SICK_FORM_RETURN")),
    Scene("risikovurdering", _risk),
    Scene("forlaengelse", pictured_form(CaseAction.DECIDE_EXTENSION, "BENEFIT_LIMIT")),
)
