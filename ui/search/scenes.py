"""The pictures of the search, the curtain and what the program says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.search.search_room import room_of
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import Scene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.search.search_palette import SearchPalette
    from ui.shell.workplace import Workplace


def _palette(workplace: Workplace, text: str) -> SearchPalette:
    search = room_of(workplace).search
    search.open()
    assert search.palette is not None  # noqa: S101 - it was opened in the line above.
    search.palette.field.setText(text)
    return search.palette


def _citizen(workplace: Workplace) -> QWidget:
    palette = _palette(workplace, "han")
    palette.list.setFocus()
    return palette


def _close(workplace: Workplace) -> None:
    palette = room_of(workplace).search.palette
    if palette is not None:
        palette.reject()


def _hidden(workplace: Workplace) -> QWidget:
    workplace.show_page(QUEUE_PAGE)
    room_of(workplace).curtain.draw()
    return workplace.window


def _show_again(workplace: Workplace) -> None:
    room_of(workplace).curtain.lift()


def _page(workplace: Workplace, name: str) -> QWidget:
    workplace.show_page(name)
    return workplace.window


SCENES: Final = (
    Scene("soeg", lambda workplace: _palette(workplace, ""), _close),
    Scene("soeg-resultater", lambda workplace: _palette(workplace, "an"), _close),
    Scene("soeg-borger", _citizen, _close),
    Scene("skjult", _hidden, _show_again),
    Scene("regler", lambda workplace: _page(workplace, "rules")),
    Scene("regler-lille", lambda workplace: _page(workplace, "rules"), small=True),
    Scene("nyt", lambda workplace: _page(workplace, "whats_new")),
    Scene("om", lambda workplace: _page(workplace, "about"), small=True),
)
