"""What narrows the list, in words, each with a press to take it away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.cases.caseload_choice import Filters
from app.cases.words import BENEFITS
from ui.shell.flow_row import FlowRow, flow
from ui.shell.kept_focus import kept_focus
from ui.theme.icons import Icon, icon_before_text
from ui.theme.theme import Theme
from ui.theme.tokens import Space

_BENEFITS = {str(benefit.value): words for benefit, words in BENEFITS.items()}


class FilterChips(QWidget):
    """Hidden while nothing narrows the list. `filters_changed` carries what is left."""

    filters_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty row."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Valgte filtre"))
        self._theme = theme
        self._row = flow(self, spacing=Space.XS).layout()
        self._chips: list[QPushButton] = []
        self._areas: Mapping[str, str] = {}
        self._filters = Filters()
        theme.changed.connect(self._make)
        self.hide()

    def know_areas(self, areas: Mapping[str, str]) -> None:
        """The names of the housing areas, by id."""
        self._areas = areas

    def show_filters(self, filters: Filters) -> None:
        """Show a chip for each filter."""
        if filters != self._filters or not self._chips:
            self._filters = filters
            self._make()

    def texts(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(chip.text() for chip in self._chips)

    def chip(self, text: str) -> QPushButton:
        """The chip that says so."""
        return next(chip for chip in self._chips if chip.text() == text)

    def _make(self) -> None:
        with kept_focus(self):
            for chip in self._chips:
                self._row_layout().removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = [self._chip(text, without) for text, without in _parts(self._filters, self._areas)]
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    def _row_layout(self) -> FlowRow:
        assert isinstance(self._row, FlowRow)  # noqa: S101 - made so above.
        return self._row

    def _chip(self, text: str, without: Filters) -> QPushButton:
        chip = QPushButton(text)
        chip.setProperty("role", "filter")
        chip.setIcon(icon_before_text(Icon.REMOVE, self._theme.colours.link, self.devicePixelRatioF()))
        chip.setAccessibleName(self.tr("Fjern filter: {text}").format(text=text))
        chip.setToolTip(self.tr("Fjern filteret"))
        chip.clicked.connect(lambda: self.filters_changed.emit(without))
        self._row_layout().addWidget(chip)
        return chip


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
