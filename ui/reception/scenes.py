"""The pictures of the reception."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.values.people import MatchBasis
from ui.pictured_case import case_in_queue, shown_form
from ui.reception.match_dialog import MatchDialog
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene, Subject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.forms.case_dialog import CaseDialog
    from ui.shell.workplace import Workplace


def _opened(workplace: Workplace, action: CaseAction, subject: Subject) -> CaseDialog:
    workplace.do(action, subject)
    return shown_form(workplace)


def _new(workplace: Workplace) -> QWidget:
    return _opened(workplace, CaseAction.RECEIVE, Subject(()))


def _known(workplace: Workplace) -> QWidget:
    return _opened(workplace, CaseAction.RECEIVE, Subject((case_in_queue(workplace, "MATCH_MISSING"),)))


def _match(workplace: Workplace) -> QWidget:
    dialog = _opened(workplace, CaseAction.ASSESS_MATCH, Subject((case_in_queue(workplace, "CONTACT_DUE"),)))
    assert isinstance(dialog, MatchDialog)  # noqa: S101 - it is the form of that action.
    dialog.part.category.set_value(3)
    dialog.part.basis.set_value([MatchBasis.WORK_WISH, MatchBasis.SKILLS])
    return dialog


SCENES: Final = (
    Scene("modtagelse-ny", _new),
    Scene("modtagelse", _known),
    Scene("vurder-match", _match),
)
