"""What the room of talks offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.talks.opened_form import PHONE_NOTE, TALK_FORM
from db.values.talks import TalkPurpose
from ui.shell.case_action import CaseAction
from ui.shell.offer import RoomOffer, Scene, Subject
from ui.talks.talk_forms import phone_note_form, purpose_of, talk_form

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace


def _hold_talk(workplace: Workplace, subject: Subject) -> None:
    purpose = TalkPurpose.CONTACT if subject.item is None else purpose_of(subject.item)
    workplace.forms.open(talk_form(purpose), subject.case_id)


def _write_phone_note(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(phone_note_form(), subject.case_id)


def _scenes() -> tuple[Scene, ...]:
    from ui.talks.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    case_actions={CaseAction.HOLD_TALK: _hold_talk, CaseAction.PHONE_NOTE: _write_phone_note},
    forms={TALK_FORM: talk_form, PHONE_NOTE: phone_note_form},
    scenes=_scenes,
)
