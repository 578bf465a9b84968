"""The searches of the guide that the store keeps by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app.guide.filters import GuideFilters, filters_as_json, filters_from_json
from ui.lists.kept_views import KeptViews

if TYPE_CHECKING:
    from ui.lists.view_card import ViewCard
    from ui.shell.workplace import Workplace

SCREEN: Final = "guide"


class SavedSearches(QObject):
    """`wanted` carries the filters of the search that was chosen."""

    wanted = Signal(object)

    def __init__(self, workplace: Workplace, card: ViewCard, parent: QObject) -> None:
        """Keep for a card."""
        super().__init__(parent)
        self._filters = GuideFilters()
        words = self.tr("Søgningen »{name}« er fjernet.")
        self._views = KeptViews(workplace, SCREEN, card, lambda: filters_as_json(self._filters), words, self)
        self._views.wanted.connect(lambda settings: self.wanted.emit(filters_from_json(settings)))

    def know(self, filters: GuideFilters) -> None:
        """What is seen now, to be kept under a name."""
        self._filters = filters

    def read(self) -> None:
        """Read the worker's searches."""
        self._views.read()
