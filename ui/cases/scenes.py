"""The pictures of the caseload."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from app.cases.caseload_choice import CaseloadChoice, Filters, Scope
from app.cases.caseload_row import CaseColumn
from ui.cases.cases_page import CasesPage
from ui.shell.offer import Scene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace


def _page(workplace: Workplace) -> CasesPage:
    page = workplace.show_page("cases")
    assert isinstance(page, CasesPage)  # noqa: S101 - the room's own page.
    page.text.clear()
    page.choose(CaseloadChoice(Scope.ALL, sort_by=CaseColumn.DEADLINE))
    page.text.setFocus()
    return page


def _list(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.view.setFocus()
    page.view.selectRow(1)
    return page.window()


def _columns(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.columns.open()
    return page.window()


def _filters(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.choose(replace(page.choice, filters=Filters(matches=(4, 5), idle_over=30, without_plan=True)))
    page.filters.open()
    return page.window()


def _small(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.choose(CaseloadChoice(Scope.ALL, together=True, filters=Filters(couples=True)))
    return page.window()


def _close(workplace: Workplace) -> None:
    page = _page(workplace)
    page.columns.close_card()
    page.filters.close_card()
    page.view.clearSelection()


SCENES: Final = (
    Scene("sager", _list, _close),
    Scene("sager-kolonner", _columns, _close),
    Scene("sager-filter", _filters, _close),
    Scene("sager-lille", _small, _close, small=True),
)
