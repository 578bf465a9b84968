"""What the room offers: First reception and match."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from app.cases.match_history import MATCH_FORM
from app.cases.reception_view import RECEPTION
from ui.reception.reception_forms import look_up_numbers, match_form, reception_form
from ui.shell.case_action import CaseAction
from ui.shell.offer import CommandOffer, RoomOffer, Scene, Subject

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


def _receive(workplace: Workplace, subject: Subject) -> None:
    asks_for_notice = subject.item is not None and subject.item.kind == "ENTITLEMENT_NOTICE"
    case_id = subject.case_id if subject.case_ids else None
    workplace.forms.open(reception_form("entitlement_notice_on" if asks_for_notice else None), case_id)


def _assess_match(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(match_form(), subject.case_id)


def _begin(workplace: Workplace) -> None:
    workplace.forms.opened.connect(partial(look_up_numbers, workplace))


def _scenes() -> tuple[Scene, ...]:
    from ui.reception.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={CaseAction.RECEIVE: _receive, CaseAction.ASSESS_MATCH: _assess_match},
    commands=(
        CommandOffer(
            "receive",
            "Modtag en ny borger",
            lambda workplace: _receive(workplace, Subject(())),
            "modtagelse opret borger ny sag CPR",
            "Ctrl+M",
        ),
    ),
    forms={RECEPTION: reception_form, MATCH_FORM: match_form},
    begin=_begin,
    scenes=_scenes,
)
