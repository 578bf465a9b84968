"""What the room offers: Small answers to rows of the queue: absence, agreements, complaints, youth, faults in data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from app.cases.findings import FINDING_FORM
from app.cases.opened_follow_ups import ABSENCE_FORM, AGREEMENT_FORM, COMPLAINT_FORM, YOUTH_FORM
from ui.follow_up.follow_up_forms import (
    absence_form,
    agreement_form,
    complaint_form,
    finding_form,
    offer_citizen,
    youth_form,
)
from ui.shell.case_action import CaseAction
from ui.shell.offer import RoomOffer, Scene, opens_form

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


def _begin(workplace: Workplace) -> None:
    workplace.forms.opened.connect(partial(offer_citizen, workplace))


def _scenes() -> tuple[Scene, ...]:
    from ui.follow_up.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={
        CaseAction.FINISH_PLAN_STEP: opens_form(agreement_form),
        CaseAction.ANSWER_ABSENCE: opens_form(absence_form),
        CaseAction.SETTLE_COMPLAINT: opens_form(complaint_form),
        CaseAction.FOLLOW_UP_YOUTH: opens_form(youth_form),
        CaseAction.CORRECT_DATA: opens_form(finding_form),
    },
    forms={
        AGREEMENT_FORM: agreement_form,
        ABSENCE_FORM: absence_form,
        COMPLAINT_FORM: complaint_form,
        YOUTH_FORM: youth_form,
        FINDING_FORM: finding_form,
    },
    begin=_begin,
    scenes=_scenes,
)
