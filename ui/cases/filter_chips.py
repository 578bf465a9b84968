"""What narrows the list, in words, each with a press to take it away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from app.cases.caseload_choice import Filters
from app.cases.words import BENEFITS
from ui.lists.chip_row import ChipRow
from ui.theme.theme import Theme

_BENEFITS = {str(benefit.value): words for benefit, words in BENEFITS.items()}


class FilterChips(ChipRow[Filters]):
    """One chip a filter."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(theme, parent)
        self._areas: Mapping[str, str] = {}
        self._filters = Filters()

    def know_areas(self, areas: Mapping[str, str]) -> None:
        """The names of the housing areas, by id."""
        self._areas = areas

    def show_filters(self, filters: Filters) -> None:
        """Show a chip for each filter."""
        if filters != self._filters:
            self._filters = filters
            self.show_parts(list(_parts(filters, self._areas)))


def _parts(filters: Filters, areas: Mapping[str, str]) -> Iterator[tuple[str, Filters]]:
    """Each filter in words, and the filters without it."""
    if filters.matches:
        yield f"Match {', '.join(map(str, filters.matches))}", replace(filters, matches=())
    if filters.without_match:
        yield "Uden match", replace(filters, without_match=False)
    if filters.benefit is not None:
        yield _BENEFITS.get(filters.benefit, filters.benefit), replace(filters, benefit=None)
    if filters.area_id is not None:
        yield areas.get(filters.area_id, "Boligområde"), replace(filters, area_id=None)
    if filters.idle_over is not None:
        yield f"Uden aktivitet i over {filters.idle_over} dage", replace(filters, idle_over=None)
    if filters.without_plan:
        yield "Uden jobplan", replace(filters, without_plan=False)
    if filters.couples:
        yield "Husstande med flere sager", replace(filters, couples=False)
