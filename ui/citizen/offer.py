"""What the room of one citizen offers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from ui.shell.case_action import CaseAction
from ui.shell.offer import PageOffer, RoomOffer, Scene, Subject
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.cases.drafts import DraftKey
    from app.changes import Done
    from ui.forms.case_form import CaseForm
    from ui.shell.workplace import Workplace

CITIZEN_PAGE: Final = "citizen"


def _make_page(workplace: Workplace) -> QWidget:
    from ui.citizen.citizen_view import CitizenView

    return CitizenView(workplace)


def _show_citizen(workplace: Workplace, case_id: str) -> None:
    from ui.citizen.citizen_view import CitizenView

    came_from = workplace.shown_page()
    page = workplace.show_page(CITIZEN_PAGE)
    if isinstance(page, CitizenView):
        page.show_case(case_id, came_from)


def _close() -> CaseForm[Any]:
    from ui.citizen.close_forms import close_form

    return close_form()


def _reopen() -> CaseForm[Any]:
    from ui.citizen.close_forms import reopen_form

    return reopen_form()


def _details() -> CaseForm[Any]:
    from ui.citizen.details_form import details_form

    return details_form()


def _cpr() -> CaseForm[Any]:
    from ui.citizen.details_form import cpr_form

    return cpr_form()


def _benefit() -> CaseForm[Any]:
    from ui.citizen.benefit_form import benefit_form

    return benefit_form()


def _household() -> CaseForm[Any]:
    from ui.citizen.household_form import household_form

    return household_form()


def _merge() -> CaseForm[Any]:
    from ui.citizen.merge_form import merge_form

    return merge_form()


def _attach() -> CaseForm[Any]:
    from ui.citizen.attach_form import attach_form

    return attach_form()


def _complaint() -> CaseForm[Any]:
    from ui.citizen.small_forms import complaint_form

    return complaint_form()


def _override() -> CaseForm[Any]:
    from ui.citizen.small_forms import contact_override_form

    return contact_override_form()


def _withdraw() -> CaseForm[Any]:
    from ui.citizen.small_forms import withdraw_form

    return withdraw_form()


def _partner(name: str) -> CaseForm[Any]:
    from ui.citizen import partner_forms as forms

    makers: dict[str, Callable[[], CaseForm[Any]]] = {
        forms.CONTACT: forms.contact_form,
        forms.CONTACT_NOTED: forms.contact_noted_form,
        forms.CONSENT: forms.consent_form,
        forms.END_CONSENT: forms.end_consent_form,
        forms.REFERRAL: forms.referral_form,
        forms.REFERRAL_ANSWER: forms.referral_answer_form,
    }
    return makers[name]()


_FORMS: Final[dict[str, Callable[[], CaseForm[Any]]]] = {
    "close_case": _close,
    "reopen_case": _reopen,
    "citizen_details": _details,
    "citizen_cpr": _cpr,
    "benefit": _benefit,
    "household": _household,
    "merge": _merge,
    "attachment": _attach,
    "complaint": _complaint,
    "contact_override": _override,
    "withdraw": _withdraw,
    "external_contact": partial(_partner, "external_contact"),
    "contact_noted": partial(_partner, "contact_noted"),
    "consent": partial(_partner, "consent"),
    "end_consent": partial(_partner, "end_consent"),
    "referral": partial(_partner, "referral"),
    "referral_answer": partial(_partner, "referral_answer"),
}

_OPENED_BY: Final = {
    CaseAction.CLOSE_CASE: "close_case",
    CaseAction.REOPEN_CASE: "reopen_case",
    CaseAction.CHANGE_DETAILS: "citizen_details",
    CaseAction.CHANGE_CPR: "citizen_cpr",
    CaseAction.REGISTER_BENEFIT: "benefit",
    CaseAction.CHANGE_HOUSEHOLD: "household",
    CaseAction.SET_CONTACT: "contact_override",
    CaseAction.RECEIVE_COMPLAINT: "complaint",
    CaseAction.ATTACH_DOCUMENT: "attachment",
    CaseAction.MERGE_CITIZENS: "merge",
}


def _open_form(name: str, workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(_FORMS[name](), subject.case_id)


def _begin(workplace: Workplace) -> None:
    from ui.citizen.open_form_watch import watch_open_form
    from ui.citizen.undo_withdrawal import offer_undo

    watch_open_form(workplace)

    def saved(key: DraftKey, done: Done) -> None:
        if key.form == "withdraw":
            offer_undo(workplace, key, done)

    workplace.forms.saved.connect(saved)


def _scenes() -> tuple[Scene, ...]:
    from ui.citizen.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    pages=(PageOffer(CITIZEN_PAGE, "Borger", Icon.CITIZEN, _make_page, 900, in_navigation=False),),
    case_actions={
        CaseAction.OPEN_CITIZEN: lambda workplace, subject: _show_citizen(workplace, subject.case_id),
        **{action: partial(_open_form, name) for action, name in _OPENED_BY.items()},
    },
    forms=_FORMS,
    show_citizen=_show_citizen,
    begin=_begin,
    scenes=_scenes,
)
