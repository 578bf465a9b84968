"""What the room of imports offers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.imports.findings_desk import PAGE, findings_desk
from ui.shell.offer import PageOffer, RoomOffer, Scene
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _page(workplace: Workplace) -> QWidget:
    from ui.imports.import_page import ImportPage

    return ImportPage(workplace)


def _begin(workplace: Workplace) -> None:
    from ui.imports.file_drop import FileDrop

    def take(paths: list[Path]) -> None:
        from ui.imports.import_page import ImportPage

        page = workplace.show_page(PAGE)
        if isinstance(page, ImportPage):
            page.add(paths)

    FileDrop(workplace.window, take)
    findings_desk(workplace).read()


def _scenes() -> tuple[Scene, ...]:
    from ui.imports.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    pages=(PageOffer(PAGE, "Indlæs filer", Icon.IMPORT, _page, 60, "Ctrl+I"),),
    begin=_begin,
    scenes=_scenes,
)
