"""The pictures of the follow-up of the sick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.cases.risk_facts import RiskFact
from ui.pictured_case import row_in_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene, Subject
from ui.sickness.risk_dialog import RiskDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _form(action: CaseAction, kind: str) -> Callable[[Workplace], QWidget]:
    def show(workplace: Workplace) -> QWidget:
        item = row_in_queue(workplace, kind)
        workplace.do(action, Subject((item.case_id or "",), item))
        dialog = workplace.forms.dialog
        assert dialog is not None  # noqa: S101 - pictures are drawn with work done on the spot.
        if isinstance(dialog, RiskDialog):
            dialog.facts.set_value([RiskFact.LONG_ABSENCE, RiskFact.HEAVY_LOAD])
            dialog.expects_return.set_value(3)
        return dialog

    return show


SCENES: Final = (
    Scene("sygeopfoelgning", _form(CaseAction.FOLLOW_UP_SICKNESS, "SICK_FOLLOWUP_4W")),
    Scene("sygesag-ny", _form(CaseAction.FOLLOW_UP_SICKNESS, "CONTACT_DUE")),
    Scene("oplysningsskema", _form(CaseAction.RECEIVE_FORM, "SICK_FORM_RETURN")),
    Scene("risikovurdering", _form(CaseAction.ASSESS_RISK, "RISK_MISSING")),
    Scene("forlaengelse", _form(CaseAction.DECIDE_EXTENSION, "BENEFIT_LIMIT")),
)
