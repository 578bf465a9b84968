"""The pictures of the room of talks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.pictured_case import case_in_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene, Subject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _form(workplace: Workplace, action: CaseAction) -> QWidget:
    workplace.do(action, Subject((case_in_queue(workplace, "CONTACT_DUE"),)))
    assert workplace.forms.dialog is not None  # noqa: S101 - pictures are drawn with work done on the spot.
    return workplace.forms.dialog


SCENES: Final = (
    Scene("samtale", lambda workplace: _form(workplace, CaseAction.HOLD_TALK)),
    Scene("telefonnotat", lambda workplace: _form(workplace, CaseAction.PHONE_NOTE)),
)
