"""The views of one list that the store keeps by their names: read, kept, taken away and brought back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

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
    from ui.lists.view_card import ViewCard
    from ui.shell.workplace import Workplace


class KeptViews(QObject):
    """`wanted` carries the JSON of the view that was chosen; what it holds is the list's own.

    `present` gives the JSON of what is seen now. `removed_words` has the place `{name}`.
    """

    wanted = Signal(str)

    def __init__(
        self,
        workplace: Workplace,
        screen: str,
        card: ViewCard,
        present: Callable[[], str],
        removed_words: str,
        parent: QObject,
    ) -> None:
        """Keep for a card; `screen` is the name that the views are stored under."""
        super().__init__(parent)
        self._workplace, self._desk, self._screen = workplace, workplace.desk, screen
        self._card, self._present, self._removed_words = card, present, removed_words
        card.view_wanted.connect(self._take)
        card.keep_wanted.connect(self._keep)
        card.remove_wanted.connect(self._remove)

    def read(self) -> None:
        """Read the worker's views and show them."""
        read = partial(saved_views, worker_id=self._desk.author, screen=self._screen)
        self._workplace.run(Road.READ, self._desk.read(read), self._card.show_views, self)

    def _take(self, view: SavedView) -> None:
        self._card.close_card()
        self.wanted.emit(view.settings)

    def _keep(self, name: str) -> None:
        def kept(_done: Done) -> None:
            self._card.kept()
            self.read()

        work = self._desk.use(save_view, SaveView(self._screen, name, self._present()))
        self._workplace.run(Road.WRITE, work, kept, self, refused=self._card.show_refused)

    def _remove(self, view: SavedView) -> None:
        def back() -> None:
            work = self._desk.use(bring_back_view, BringBackView(view.id))
            self._workplace.run(Road.WRITE, work, lambda _: self.read(), self)

        def removed(_done: Done) -> None:
            self.read()
            self._workplace.say(self._removed_words.format(name=view.name), back)

        self._workplace.run(Road.WRITE, self._desk.use(remove_view, RemoveView(view.id)), removed, self)
