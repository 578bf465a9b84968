"""What the room offers: Follow-up of the sick."""

from __future__ import annotations

from typing import Final

from app.cases.sickness_view import EXTENSION_FORM, FOLLOW_UP_FORM, RISK_FORM, SICKNESS_FORM
from ui.shell.case_action import CaseAction
from ui.shell.offer import RoomOffer, Scene, opens_form
from ui.sickness.sickness_forms import extension_form, follow_up_form, risk_form, sickness_form


def _scenes() -> tuple[Scene, ...]:
    from ui.sickness.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={
        CaseAction.FOLLOW_UP_SICKNESS: opens_form(follow_up_form, by_row=False),
        CaseAction.RECEIVE_FORM: opens_form(sickness_form, by_row=False),
        CaseAction.ASSESS_RISK: opens_form(risk_form, by_row=False),
        CaseAction.DECIDE_EXTENSION: opens_form(extension_form, by_row=False),
    },
    forms={
        FOLLOW_UP_FORM: follow_up_form,
        SICKNESS_FORM: sickness_form,
        RISK_FORM: risk_form,
        EXTENSION_FORM: extension_form,
    },
    scenes=_scenes,
)
