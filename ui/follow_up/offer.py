"""What the room offers: Small answers to rows of the queue: absence, agreements, complaints, youth, faults in data."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

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
from ui.shell.offer import RoomOffer, Scene, Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.case_form import CaseForm
    from ui.shell.workplace import Workplace


def _opens(form: Callable[[], CaseForm[Any]]) -> Callable[[Workplace, Subject], None]:
    """Open a form about the row of the case that the queue's row, or the screen, names."""

    def do(workplace: Workplace, subject: Subject) -> None:
        workplace.forms.open(form(), subject.case_id, subject.row_id)

    return do


def _begin(workplace: Workplace) -> None:
    workplace.forms.opened.connect(partial(offer_citizen, workplace))


def _scenes() -> tuple[Scene, ...]:
    from ui.follow_up.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={
        CaseAction.FINISH_PLAN_STEP: _opens(agreement_form),
        CaseAction.ANSWER_ABSENCE: _opens(absence_form),
        CaseAction.SETTLE_COMPLAINT: _opens(complaint_form),
        CaseAction.FOLLOW_UP_YOUTH: _opens(youth_form),
        CaseAction.CORRECT_DATA: _opens(finding_form),
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
