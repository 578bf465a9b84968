"""The searches of the guide that the store keeps by their names."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.guide.filters import GuideFilters, filters_as_json, filters_from_json
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
from ui.operation import Operation, Road

if TYPE_CHECKING:
    from app.changes import Done
    from ui.cases.view_card import ViewCard
    from ui.shell.workplace import Workplace

SCREEN: Final = "guide"


class SavedSearches(QObject):
    """`wanted` carries the filters of the search that was chosen."""

    wanted = Signal(object)

    def __init__(self, workplace: Workplace, card: ViewCard, parent: QObject) -> None:
        """Keep for a card."""
        super().__init__(parent)
        self._workplace, self._card, self._desk = workplace, card, workplace.desk
        self._filters = GuideFilters()
        card.view_wanted.connect(self._take)
        card.keep_wanted.connect(self._keep)
        card.remove_wanted.connect(self._remove)

    def know(self, filters: GuideFilters) -> None:
        """What is seen now, to be kept under a name."""
        self._filters = filters

    def read(self) -> None:
        """Read the worker's searches."""
        read = partial(saved_views, worker_id=self._desk.author, screen=SCREEN)
        self._workplace.run(Road.READ, self._desk.read(read), self._card.show_views, self)

    def _take(self, view: SavedView) -> None:
        self._card.close_card()
        self.wanted.emit(filters_from_json(view.settings))

    def _keep(self, name: str) -> None:
        def kept(_done: Done) -> None:
            self._card.kept()
            self.read()

        operation = Operation(self)
        operation.succeeded.connect(kept)
        operation.refused.connect(self._card.show_refused)
        operation.unavailable.connect(lambda away: self._workplace.warn(away.message))
        operation.ended.connect(operation.deleteLater)
        request = SaveView(SCREEN, name, filters_as_json(self._filters))
        self._desk.runner.start(operation, Road.WRITE, self._desk.use(save_view, request))

    def _remove(self, view: SavedView) -> None:
        def back() -> None:
            work = self._desk.use(bring_back_view, BringBackView(view.id))
            self._workplace.run(Road.WRITE, work, lambda _: self.read(), self)

        def removed(_done: Done) -> None:
            self.read()
            self._workplace.say(self.tr("Søgningen »{name}« er fjernet.").format(name=view.name), back)

        self._workplace.run(Road.WRITE, self._desk.use(remove_view, RemoveView(view.id)), removed, self)
