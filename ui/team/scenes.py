"""The pictures of the team."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui.pictured_case import case_in_queue, shown_form
from ui.shell.case_action import CaseAction
from ui.shell.offer import Scene, Subject
from ui.team.team_page import TeamPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _page(workplace: Workplace) -> TeamPage:
    page = workplace.show_page("team")
    assert isinstance(page, TeamPage)  # noqa: S101 - the room's own page.
    return page


def _spread(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.show_tab(page.spread)
    page.spread.cases.clearSelection()
    for row in (1, 3, 4):
        index = page.spread.cases.rows.index(row, 0)
        flags = page.spread.cases.selectionModel().SelectionFlag
        page.spread.cases.selectionModel().select(index, flags.Select | flags.Rows)
    return page.window()


def _spread_form(workplace: Workplace) -> QWidget:
    _spread(workplace)
    page = _page(workplace)
    page.spread.spread.click()
    dialog = shown_form(workplace)
    from ui.team.holder_dialog import HolderDialog

    if isinstance(dialog, HolderDialog):
        dialog.workers.set_value([load.worker_id for load in page.spread.workers.rows.facts()[3:5]])
    return dialog


def _covers(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.show_tab(page.covers)
    return page.window()


def _exclusions(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.show_tab(page.exclusions)
    page.exclusions.lines.selectRow(0)
    return page.window()


def _restrictions(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.show_tab(page.restrictions)
    return page.window()


def _unassigned(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.show_tab(page.unassigned)
    page.unassigned.cases.selectRow(0)
    return page.window()


def _hand_overs(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    tab = page.hand_overs
    page.show_tab(tab)
    place = next((no for no in range(tab.unit.count()) if "borgere i tilbud" in tab.unit.itemText(no)), 0)
    tab.unit.activated.emit(place)
    return page.window()


def _cover_form(workplace: Workplace) -> QWidget:
    workplace.command("cover")
    return shown_form(workplace)


def _form(workplace: Workplace, action: CaseAction) -> QWidget:
    workplace.do(action, Subject((case_in_queue(workplace, "CONTACT_DUE"),)))
    return shown_form(workplace)


SCENES: Final = (
    Scene("team-fordeling", _spread),
    Scene("team-fordel-skema", _spread_form),
    Scene("team-uden-tovholder", _unassigned, small=True),
    Scene("team-vikar", _covers),
    Scene("team-undtaget", _exclusions),
    Scene("team-spaerret", _restrictions),
    Scene("team-skal-overdrages", _hand_overs),
    Scene("skift-tovholder", lambda workplace: _form(workplace, CaseAction.CHANGE_HOLDER)),
    Scene("team-vikar-skema", _cover_form),
    Scene("team-undtag-skema", lambda workplace: _form(workplace, CaseAction.EXCLUDE)),
    Scene("team-spaer-skema", lambda workplace: _form(workplace, CaseAction.RESTRICT)),
    Scene("inhabil", lambda workplace: _form(workplace, CaseAction.DECLARE_CONFLICT)),
)
