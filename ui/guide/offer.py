"""What the room offers: Visitationsguide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ui.shell.case_action import CaseAction
from ui.shell.offer import PageOffer, RoomOffer, Scene, Subject
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.forms.case_form import CaseForm
    from ui.shell.workplace import Workplace

GUIDE_PAGE: Final = "guide"


def _make(workplace: Workplace) -> QWidget:
    from ui.guide.guide_page import GuidePage

    return GuidePage(workplace)


def _find_offer(workplace: Workplace, subject: Subject) -> None:
    from ui.guide.guide_page import GuidePage

    page = workplace.show_page(GUIDE_PAGE)
    if isinstance(page, GuidePage) and subject.case_ids:
        page.show_jobs(shown=False)
        page.open_for(subject.case_id)


def _decision() -> CaseForm[Any]:
    from ui.guide.decide_form import decide_form

    return decide_form()


def _referral() -> CaseForm[Any]:
    from ui.guide.referral_form import referral_form

    return referral_form()


def _referral_result() -> CaseForm[Any]:
    from ui.guide.referral_form import referral_result_form

    return referral_result_form()


def _begin(workplace: Workplace) -> None:
    from ui.guide.undo_decision import offer_undo

    workplace.forms.saved.connect(lambda key, done: offer_undo(workplace, key, done))


def _scenes() -> tuple[Scene, ...]:
    from ui.guide.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    pages=(PageOffer(GUIDE_PAGE, "Visitationsguide", Icon.GUIDE, _make, 35, "Ctrl+6"),),
    case_actions={CaseAction.FIND_OFFER: _find_offer},
    forms={"visitation_decision": _decision, "job_referral": _referral, "job_referral_result": _referral_result},
    begin=_begin,
    scenes=_scenes,
)
