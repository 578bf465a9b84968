"""What the room offers: the search of everything, copying, the curtain, and what the program says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.shell.case_action import CaseAction
from ui.shell.offer import CommandOffer, PageOffer, RoomOffer, Scene, Subject
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.search.search_room import SearchRoom
    from ui.shell.workplace import Workplace


def _room(workplace: Workplace) -> SearchRoom:
    from ui.search.search_room import room_of

    return room_of(workplace)


def _begin(workplace: Workplace) -> None:
    from ui.settings.whats_new import tell_of_new_version

    _room(workplace).follow_choice()
    tell_of_new_version(workplace)


def _copy_cpr(workplace: Workplace, subject: Subject) -> None:
    _room(workplace).copying.copy_cpr(subject)


def _copy_note(workplace: Workplace, subject: Subject) -> None:
    _room(workplace).copying.copy_note(subject)


def _copy_cpr_of_current(workplace: Workplace) -> None:
    _room(workplace).copying.copy_cpr_of_current()


def _search(workplace: Workplace) -> None:
    _room(workplace).search.open()


def _hide_screen(workplace: Workplace) -> None:
    _room(workplace).curtain.draw()


def _swap_theme(workplace: Workplace) -> None:
    _room(workplace).swap_theme()


def _open_manual(workplace: Workplace) -> None:
    workplace.window.open_manual()


def _about(workplace: Workplace) -> QWidget:
    from ui.settings.about_page import AboutPage

    return AboutPage(workplace)


def _whats_new(workplace: Workplace) -> QWidget:
    from ui.settings.whats_new import WhatsNewPage

    return WhatsNewPage(workplace)


def _rules(workplace: Workplace) -> QWidget:
    from ui.settings.rule_table_page import RuleTablePage

    return RuleTablePage(workplace)


def _scenes() -> tuple[Scene, ...]:
    from ui.search.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    pages=(
        PageOffer("rules", "Regler", Icon.COLUMNS, _rules, 800, in_navigation=False),
        PageOffer("whats_new", "Hvad er nyt", Icon.HISTORY, _whats_new, 810, in_navigation=False),
        PageOffer("about", "Om Tovholder", Icon.ABOUT, _about, 820, in_navigation=False),
    ),
    case_actions={CaseAction.COPY_CPR: _copy_cpr, CaseAction.COPY_NOTE: _copy_note},
    commands=(
        CommandOffer("search", "Søg", _search, keys="Ctrl+K"),
        CommandOffer(
            "hide_screen",
            "Skjul skærmen",
            _hide_screen,
            "dæk gem privat blank",
            keys="F9",
        ),
        CommandOffer(
            "copy_cpr",
            "Kopiér CPR for den valgte borger",
            _copy_cpr_of_current,
            "cpr-nummer personnummer",
            keys="Ctrl+Shift+C",
        ),
        CommandOffer("manual", "Vejledning", _open_manual, "hjælp manual", keys="F1"),
        CommandOffer(
            "swap_theme",
            "Skift mellem lys og mørk",
            _swap_theme,
            "tema farver dark mode",
        ),
    ),
    begin=_begin,
    scenes=_scenes,
)
