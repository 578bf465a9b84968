"""What the room offers: Application cases and their steps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from app.cases.application_view import APPLICATION_FORM, DELAY_FORM, STEP_FORM
from ui.applications.application_forms import application_form, delay_form, step_form
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


def _open_application(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(application_form(), subject.case_id)


def _scenes() -> tuple[Scene, ...]:
    from ui.applications.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={
        CaseAction.OPEN_APPLICATION: _open_application,
        CaseAction.TAKE_STEP: _opens(step_form),
        CaseAction.SEND_DELAY_NOTICE: _opens(delay_form),
    },
    forms={APPLICATION_FORM: application_form, STEP_FORM: step_form, DELAY_FORM: delay_form},
    scenes=_scenes,
)
