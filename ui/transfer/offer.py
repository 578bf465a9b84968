"""What the room offers: what must be written in other systems too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shell.case_action import CaseAction
from ui.shell.offer import PageOffer, RoomOffer, Scene, Subject
from ui.theme.icons import Icon
from ui.transfer.transfer_desk import PAGE, transfer_desk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _page(workplace: Workplace) -> QWidget:
    from ui.transfer.transfer_page import TransferPage

    return TransferPage(workplace)


def _open(workplace: Workplace, subject: Subject) -> None:
    """From the queue: what the portal waits for, and the citizen whose row it was asked from."""
    from db.values.people import ExternalSystem
    from ui.transfer.transfer_page import TransferPage

    page = workplace.show_page(PAGE)
    if isinstance(page, TransferPage):
        portal = subject.item is not None and subject.item.kind == "PORTAL_REPORT"
        page.show_system(ExternalSystem.LABOUR_MARKET_PORTAL if portal else None)
        if subject.case_ids:
            page.show_case(subject.case_id)


def _begin(workplace: Workplace) -> None:
    transfer_desk(workplace).read()


def _scenes() -> tuple[Scene, ...]:
    from ui.transfer.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    pages=(PageOffer(PAGE, "Overfør", Icon.TRANSFER, _page, 40, "Ctrl+4"),),
    case_actions={CaseAction.OPEN_TRANSFER: _open},
    begin=_begin,
    scenes=_scenes,
)
