"""What the room offers: The caseload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shell.offer import PageOffer, RoomOffer, Scene
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace

CASES_PAGE: Final = "cases"


def _make(workplace: Workplace) -> QWidget:
    from ui.cases.cases_page import CasesPage

    return CasesPage(workplace)


def _scenes() -> tuple[Scene, ...]:
    from ui.cases.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    pages=(PageOffer(CASES_PAGE, "Sager", Icon.CASES, _make, 20, "Ctrl+2"),),
    scenes=_scenes,
)
