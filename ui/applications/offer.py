"""What the room offers: Application cases and their steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.cases.application_view import APPLICATION_FORM, DELAY_FORM, STEP_FORM
from ui.applications.application_forms import application_form, delay_form, step_form
from ui.shell.case_action import CaseAction
from ui.shell.offer import RoomOffer, Scene, Subject, opens_form

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


def _open_application(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(application_form(), subject.case_id)


def _scenes() -> tuple[Scene, ...]:
    from ui.applications.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={
        CaseAction.OPEN_APPLICATION: _open_application,
        CaseAction.TAKE_STEP: opens_form(step_form),
        CaseAction.SEND_DELAY_NOTICE: opens_form(delay_form),
    },
    forms={APPLICATION_FORM: application_form, STEP_FORM: step_form, DELAY_FORM: delay_form},
    scenes=_scenes,
)
