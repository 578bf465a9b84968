"""The pictures of the page of a citizen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from ui.citizen.side_panel import Tab
from ui.pictured_case import case_in_queue
from ui.shell.case_action import CaseAction
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import Scene, Subject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.citizen.citizen_view import CitizenView
    from ui.forms.case_dialog import CaseDialog
    from ui.shell.workplace import Workplace

_LONG_NAME: Final = "Maria-Magdalena " * 7 + "Andersen"


def _page(workplace: Workplace, case_id: str, tab: Tab = Tab.OVERVIEW) -> CitizenView:
    from ui.citizen.citizen_view import CitizenView

    workplace.show_page(QUEUE_PAGE)
    workplace.show_citizen(case_id)
    page = workplace.window.page()
    assert isinstance(page, CitizenView)  # noqa: S101 - pictures are drawn with work done on the spot.
    page.side.show_tab(tab)
    return page


def _tab(workplace: Workplace, kind: str, tab: Tab) -> QWidget:
    _page(workplace, case_in_queue(workplace, kind), tab)
    return workplace.window


def _overview(workplace: Workplace) -> QWidget:
    page = _page(workplace, case_in_queue(workplace, "CONTACT_DUE"))
    page.timeline.choose(0)
    return workplace.window


def _couple(workplace: Workplace) -> str:
    """A citizen of the worked example, who has a spouse; any other where there is no such couple."""
    from app.cases.find import search
    from app.cases.household_view import household_of

    desk = workplace.desk
    today = desk.clock.today()
    with desk.store.reading() as session:
        for hit in search(session, "hersi", worker_id=desk.author, today=today):
            view = household_of(session, hit.case_id, worker_id=desk.author, today=today)
            if view is not None and view.others:
                return hit.case_id
    return case_in_queue(workplace, "CONTACT_DUE")


def _household(workplace: Workplace) -> QWidget:
    _page(workplace, _couple(workplace), Tab.HOUSEHOLD)
    return workplace.window


def _menu(workplace: Workplace) -> QWidget:
    """Not popped up: that would take the keyboard of the machine that draws."""
    menu = _page(workplace, case_in_queue(workplace, "CONTACT_DUE")).head.buttons.menu
    menu.resize(menu.sizeHint())
    return menu


def _long_name(workplace: Workplace) -> QWidget:
    page = _page(workplace, case_in_queue(workplace, "CONTACT_DUE"))
    dossier = page.dossier()
    if dossier is not None:
        details = replace(dossier.page.details, name=_LONG_NAME)
        page.show_dossier(replace(dossier, page=replace(dossier.page, details=details)))
    return workplace.window


def _form(workplace: Workplace, action: CaseAction) -> CaseDialog:
    workplace.do(action, Subject((case_in_queue(workplace, "CONTACT_DUE"),)))
    assert workplace.forms.dialog is not None  # noqa: S101 - as above.
    return workplace.forms.dialog


def _leave_no_draft(dialog: CaseDialog) -> None:
    """The second theme opens the same form."""
    dialog.keeper.stop()


def _close_case(workplace: Workplace) -> QWidget:
    dialog = _form(workplace, CaseAction.CLOSE_CASE)
    dialog.form.fields["reason"].set_state("ordinary_job")
    _leave_no_draft(dialog)
    return dialog


def _merge(workplace: Workplace) -> QWidget:
    from ui.citizen.merge_form import MergeDialog

    dialog = _form(workplace, CaseAction.MERGE_CITIZENS)
    if isinstance(dialog, MergeDialog):
        dialog.other.edit.setText("Hersi")
        dialog.other.search()
        dialog.other.hits.setCurrentRow(0)
    _leave_no_draft(dialog)
    return dialog


def _cooperation(workplace: Workplace) -> QWidget:
    """Somebody who has a contact outside the jobcentre; the demo has some."""
    from app.cases.case_reading import CaseReading
    from app.cases.cooperation import cooperation_of
    from ui.opening import read_queue

    desk = workplace.desk
    today = desk.clock.today()
    cases = [item.case_id for item in read_queue(desk.store, today).items if item.kind == "CASE_STEP_DUE"]
    cases += [item.case_id for item in read_queue(desk.store, today).items if item.case_id]
    with desk.store.reading() as session:
        found = (case for case in cases if case and cooperation_of(CaseReading(session, case), today).contacts)
        _page(workplace, next(found, _couple(workplace)), Tab.COOPERATION)
    return workplace.window


def _documents(workplace: Workplace) -> QWidget:
    """The demo has no papers; one is attached for the picture."""
    from contextlib import suppress

    from app.cases.attach_document import AttachDocument, attach_document
    from db.errors import Refused

    case_id, desk = case_in_queue(workplace, "CONTACT_DUE"), workplace.desk
    today = desk.clock.today()
    text = "Kan arbejde 25 timer om ugen med skånehensyn til ryggen.".encode()
    with suppress(Refused):
        # The second theme finds it there already.
        desk.use(
            attach_document, AttachDocument(case_id, "Udtalelse fra praktikstedet", text, today, "Kontor-Service")
        )()
    _page(workplace, case_id, Tab.DOCUMENTS)
    return workplace.window


SCENES: Final = (
    Scene("borger", _overview),
    Scene("borger-husstand", _household),
    Scene("borger-samarbejde", _cooperation),
    Scene("borger-dokumenter", _documents),
    Scene("borger-fuldstaendighed", lambda workplace: _tab(workplace, "CONTACT_DUE", Tab.COMPLETENESS)),
    Scene("borger-mere", _menu),
    Scene("afslut-sag", _close_case),
    Scene("ret-oplysninger", lambda workplace: _form(workplace, CaseAction.CHANGE_DETAILS)),
    Scene("registrer-ydelse", lambda workplace: _form(workplace, CaseAction.REGISTER_BENEFIT)),
    Scene("vedhaeft", lambda workplace: _form(workplace, CaseAction.ATTACH_DOCUMENT)),
    Scene("sammenlaeg", _merge),
    Scene("borger-lille", _overview, small=True),
    Scene("borger-langt-navn", _long_name),
)
