"""The pictures of the room: a talk that was just written down, and where it also goes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from app.talks.hold_talk import HoldTalk, hold_talk
from app.transfer.choice import Choice, chosen_items
from db.values.people import ExternalSystem
from db.values.talks import TalkForm
from ui.operation import Road
from ui.pictured_case import case_in_queue
from ui.shell.offer import Scene
from ui.transfer.transfer_desk import PAGE, transfer_desk
from ui.transfer.transfer_page import TransferPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _page(workplace: Workplace) -> QWidget:
    items = transfer_desk(workplace).items
    if not chosen_items(items, Choice(system=ExternalSystem.KOMMA)):
        _hold_a_talk(workplace)
    page = workplace.show_page(PAGE)
    assert isinstance(page, TransferPage)  # noqa: S101 - the room's own page.
    page.show_system(ExternalSystem.KOMMA)
    page.show_system(None)
    page.list.setFocus()
    return workplace.window


def _hold_a_talk(workplace: Workplace) -> None:
    desk = workplace.desk
    today = desk.clock.today()
    talk = HoldTalk(
        case_in_queue(workplace, "CONTACT_DUE"),
        today,
        TalkForm.INDIVIDUAL,
        "Har været til samtale hos rengøringsfirmaet og vil gerne begynde. Mangler pasning to eftermiddage om ugen; "
        "søsteren kan hjælpe fra april. Vi taler om praktik fra 10. april.",
        "Ringer til rengøringsfirmaet og aftaler praktik",
        today + timedelta(days=61),
        match_kept=True,
    )
    workplace.run(Road.WRITE, desk.use(hold_talk, talk), lambda _done: None)


SCENES: Final = (Scene("overfoer", _page), Scene("overfoer-lille", _page, small=True))
