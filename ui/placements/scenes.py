"""The pictures of the forms about a stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from db.values.offers import OutcomeKind, PlacementState
from ui.pictured_case import row_in_queue
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene, Subject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _form(workplace: Workplace, action: CaseAction, kind: str) -> QWidget:
    item = row_in_queue(workplace, kind)
    workplace.do(action, Subject((item.case_id or "",), item))
    assert workplace.forms.dialog is not None  # noqa: S101 - pictures are drawn with work done on the spot.
    return workplace.forms.dialog


def _outcome(workplace: Workplace) -> QWidget:
    from ui.placements.outcome_dialog import OutcomeDialog

    dialog = _form(workplace, CaseAction.CHECK_OUTCOME, "OUTCOME_CHECK")
    if isinstance(dialog, OutcomeDialog):
        dialog.led_to.outcome.set_value(OutcomeKind.PART_TIME_JOB)
        dialog.led_to.outcome.take_focus()
        # What a picture shows is nobody's draft.
        dialog.form.start_here()
    return dialog


def _end(workplace: Workplace) -> QWidget:
    from ui.placements.end_dialog import EndDialog

    dialog = _form(workplace, CaseAction.END_PLACEMENT, "OFFER_ENDING")
    if isinstance(dialog, EndDialog):
        dialog.how.set_value(PlacementState.STOPPED)
        dialog.how.take_focus()
        dialog.form.start_here()
    return dialog


SCENES: Final = (
    Scene("resultat", _outcome),
    Scene("naeste-skridt", lambda workplace: _form(workplace, CaseAction.DECIDE_NEXT_STEP, "OFFER_ENDING")),
    Scene("afslut-tilbud", _end),
)
