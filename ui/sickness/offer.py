"""What the room offers: Follow-up of the sick."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.cases.sickness_view import EXTENSION_FORM, FOLLOW_UP_FORM, RISK_FORM, SICKNESS_FORM
from ui.shell.case_action import CaseAction
from ui.shell.offer import RoomOffer, Scene, Subject
from ui.sickness.sickness_forms import extension_form, follow_up_form, risk_form, sickness_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.case_form import CaseForm
    from ui.shell.workplace import Workplace


def _opens(form: Callable[[], CaseForm[Any]]) -> Callable[[Workplace, Subject], None]:
    def do(workplace: Workplace, subject: Subject) -> None:
        workplace.forms.open(form(), subject.case_id, subject.about_id)

    return do


def _scenes() -> tuple[Scene, ...]:
    from ui.sickness.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={
        CaseAction.FOLLOW_UP_SICKNESS: _opens(follow_up_form),
        CaseAction.RECEIVE_FORM: _opens(sickness_form),
        CaseAction.ASSESS_RISK: _opens(risk_form),
        CaseAction.DECIDE_EXTENSION: _opens(extension_form),
    },
    forms={
        FOLLOW_UP_FORM: follow_up_form,
        SICKNESS_FORM: sickness_form,
        RISK_FORM: risk_form,
        EXTENSION_FORM: extension_form,
    },
    scenes=_scenes,
)
