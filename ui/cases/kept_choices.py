"""What the store keeps of the list: its columns, and the choices one has given a name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.cases.caseload_choice import CaseloadChoice
from app.cases.caseload_layout import KeepLayout, Layout, keep_layout, read_layout
from app.queue.saved_views import (
    BringBackView,
    RemoveView,
    SavedView,
    SaveView,
    bring_back_view,
    remove_view,
    save_view,
    saved_views,
)
from ui.operation import Road

if TYPE_CHECKING:
    from app.changes import Done
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
        views = page.views
        views.view_wanted.connect(self._take)
        views.keep_wanted.connect(self._keep)
        views.remove_wanted.connect(self._remove)

    def read(self) -> None:
        """Read the columns and the views."""
        self._workplace.run(Road.READ, self._desk.read(read_layout), self.layout_known.emit, self)
        self._read_views()

    def keep_layout(self, layout: Layout) -> None:
        """Show the columns so from now on."""
        self.layout_known.emit(layout)
        self._workplace.run(Road.WRITE, self._desk.use(keep_layout, KeepLayout(layout)), lambda _: None, self)

    def _read_views(self) -> None:
        read = partial(saved_views, worker_id=self._desk.author, screen=SCREEN)
        self._workplace.run(Road.READ, self._desk.read(read), self._page.views.show_views, self)

    def _take(self, view: SavedView) -> None:
        self._page.views.close_card()
        self._page.text.clear()
        self._page.choose(CaseloadChoice.from_json(view.settings))
        self._page.view.setFocus()

    def _keep(self, name: str) -> None:
        request = SaveView(SCREEN, name, self._page.choice.to_json())

        def kept(_done: Done) -> None:
            self._page.views.kept()
            self._read_views()

        work = self._desk.use(save_view, request)
        self._workplace.run(Road.WRITE, work, kept, self, refused=self._page.views.show_refused)

    def _remove(self, view: SavedView) -> None:
        def back() -> None:
            work = self._desk.use(bring_back_view, BringBackView(view.id))
            self._workplace.run(Road.WRITE, work, lambda _: self._read_views(), self)

        def removed(_done: Done) -> None:
            self._read_views()
            self._workplace.say(self.tr("Visningen »{name}« er fjernet.").format(name=view.name), back)

        self._workplace.run(Road.WRITE, self._desk.use(remove_view, RemoveView(view.id)), removed, self)
