"""Modtagelse and Vurdér match, as the desk for forms opens them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from app.cases.assess_match import assess_match
from app.cases.match_history import MATCH_FORM, OpenedMatch, open_match
from app.cases.receive import receive_citizen
from app.cases.reception_view import RECEPTION, OpenedReception, open_reception
from ui.forms.case_form import CaseForm
from ui.reception.match_dialog import MatchDialog
from ui.reception.reception_dialog import ReceptionDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def reception_form(at: str | None = None) -> CaseForm[OpenedReception]:
    """Return the form of a reception that begins at a field."""

    def make(opened: OpenedReception, today: date, window: QWidget) -> ReceptionDialog:
        return ReceptionDialog(opened, today, window, at=at)

    return CaseForm(RECEPTION, open_reception, make, receive_citizen)


def match_form() -> CaseForm[OpenedMatch]:
    """Return the form of a match assessment."""
    return CaseForm(MATCH_FORM, open_match, MatchDialog, assess_match)


def look_up_numbers(workplace: Workplace, dialog: object) -> None:
    """Let a reception that begins with nobody look its CPR number up, and go on with the case there is."""
    if not isinstance(dialog, ReceptionDialog):
        return
    from app.cases.cpr import Cpr
    from app.cases.reception_view import find_by_cpr
    from ui.operation import Road

    def look_up(cpr: Cpr) -> None:
        work = workplace.desk.open(lambda work: find_by_cpr(work, cpr))
        workplace.run(Road.WRITE, work, dialog.show_found, dialog)

    def go_on(case_id: str) -> None:
        dialog.give_up()
        workplace.forms.open(reception_form(), case_id)

    dialog.cpr_typed.connect(look_up)
    dialog.continue_wanted.connect(go_on)
