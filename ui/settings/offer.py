"""What the settings offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shell.offer import CommandOffer, PageOffer, RoomOffer, Scene
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace

SETTINGS_PAGE: Final = "settings"


def _make(workplace: Workplace) -> QWidget:
    from ui.settings.settings_page import SettingsPage

    return SettingsPage(workplace)


def _change_passphrase(workplace: Workplace) -> None:
    from ui.settings.settings_page import SettingsPage

    page = workplace.show_page(SETTINGS_PAGE)
    if isinstance(page, SettingsPage):
        page.change_passphrase()


def _scenes() -> tuple[Scene, ...]:
    from ui.settings.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    pages=(PageOffer(SETTINGS_PAGE, "Indstillinger", Icon.SETTINGS, _make, order=99),),
    commands=(
        CommandOffer(
            "change_passphrase",
            "Skift adgangssætning",
            _change_passphrase,
            words="adgangskode kodeord password adgang",
        ),
    ),
    scenes=_scenes,
)
