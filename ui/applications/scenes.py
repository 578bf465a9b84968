"""The pictures of application cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.pictured_case import row_in_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene, Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _form(action: CaseAction, kind: str) -> Callable[[Workplace], QWidget]:
    def show(workplace: Workplace) -> QWidget:
        item = row_in_queue(workplace, kind)
        workplace.do(action, Subject((item.case_id or "",), item))
        assert workplace.forms.dialog is not None  # noqa: S101 - pictures are drawn with work done on the spot.
        return workplace.forms.dialog

    return show


SCENES: Final = (
    Scene("ansoegningssag", _form(CaseAction.OPEN_APPLICATION, "CASE_STEP_DUE")),
    Scene("sagsskridt", _form(CaseAction.TAKE_STEP, "CASE_STEP_DUE")),
    Scene("sagsskridt-ryk", _form(CaseAction.TAKE_STEP, "WAITING_REMINDER")),
    Scene("forsinkelse", _form(CaseAction.SEND_DELAY_NOTICE, "DELAY_NOTICE")),
)
