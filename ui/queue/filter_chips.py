"""The filters of the queue that are in force, each as a chip that takes it off."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.queue.facets import NO_FILTERS, Filters, without
from ui.lists.chip_row import ChipRow
from ui.queue.filter_words import FACETS, chip_words, in_order
from ui.theme.theme import Theme


class FilterChips(ChipRow[Filters]):
    """One chip a value."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(theme, parent)
        self._filters: Filters = NO_FILTERS

    def show_filters(self, filters: Filters) -> None:
        """Show a chip for each value, and one that takes all off where there are several."""
        if filters == self._filters:
            return
        self._filters = filters
        self.show_parts(self._parts(), NO_FILTERS)

    def words(self) -> tuple[str, ...]:
        """What is filtered by, in words."""
        return tuple(words for words, _left in self._parts())

    def _parts(self) -> list[tuple[str, Filters]]:
        return [
            (chip_words(facet, value), without(self._filters, facet, value))
            for facet in FACETS
            for value in in_order(facet, set(self._filters.get(facet, frozenset())))
        ]
