"""What the store keeps of the list: its columns, and the choices one has given a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.cases.caseload_choice import CaseloadChoice
from app.cases.caseload_layout import KeepLayout, Layout, keep_layout, read_layout
from ui.lists.kept_views import KeptViews
from ui.operation import Road

if TYPE_CHECKING:
    from ui.cases.cases_page import CasesPage
    from ui.shell.workplace import Workplace

SCREEN: Final = "cases"


class KeptChoices(QObject):
    """`layout_known` carries the `Layout`."""

    layout_known = Signal(object)

    def __init__(self, workplace: Workplace, page: CasesPage) -> None:
        """Keep for a page."""
        super().__init__(page)
        self._workplace, self._page, self._desk = workplace, page, workplace.desk
        words = self.tr("Visningen »{name}« er fjernet.")
        self._views = KeptViews(workplace, SCREEN, page.views, self._present, words, self)
        self._views.wanted.connect(self._take)

    def read(self) -> None:
        """Read the columns and the views."""
        self._workplace.run(Road.READ, self._desk.read(read_layout), self.layout_known.emit, self)
        self._views.read()

    def keep_layout(self, layout: Layout) -> None:
        """Show the columns so from now on."""
        self.layout_known.emit(layout)
        self._workplace.run(Road.WRITE, self._desk.use(keep_layout, KeepLayout(layout)), lambda _: None, self)

    def _present(self) -> str:
        return self._page.choice.to_json()

    def _take(self, settings: str) -> None:
        self._page.text.clear()
        self._page.choose(CaseloadChoice.from_json(settings))
        self._page.view.setFocus()
