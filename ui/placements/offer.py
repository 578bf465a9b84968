"""What the room offers: what comes after a stay in an offer, how it ended, and what had come of it later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.orders.opened_placements import END_FORM, NEXT_STEP_FORM, OUTCOME_FORM
from ui.placements.placement_forms import end_form, next_step_form, outcome_form
from ui.shell.case_action import CaseAction
from ui.shell.offer import RoomOffer, Scene, Subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.case_form import CaseForm
    from ui.shell.workplace import Workplace


def _opens(form: Callable[[], CaseForm[Any]]) -> Callable[[Workplace, Subject], None]:
    """Open a form about the stay that the queue's row, or the screen, names."""

    def do(workplace: Workplace, subject: Subject) -> None:
        workplace.forms.open(form(), subject.case_id, subject.row_id)

    return do


def _scenes() -> tuple[Scene, ...]:
    from ui.placements.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={
        CaseAction.CHECK_OUTCOME: _opens(outcome_form),
        CaseAction.DECIDE_NEXT_STEP: _opens(next_step_form),
        CaseAction.END_PLACEMENT: _opens(end_form),
    },
    forms={OUTCOME_FORM: outcome_form, NEXT_STEP_FORM: next_step_form, END_FORM: end_form},
    scenes=_scenes,
)
