"""The filters that are in force, each as a chip that takes it off."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.queue.facets import NO_FILTERS, Facet, Filters, without
from ui.queue.filter_words import FACETS, chip_words, in_order
from ui.shell.flow_row import FlowRow, flow
from ui.theme.icons import Icon, icon_before_text
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone


class FilterChips(QWidget):
    """Hidden while nothing is filtered. `filters_changed` carries the filters that are left."""

    filters_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty, hidden line."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Valgte filtre"))
        self._theme = theme
        self._chips: list[QPushButton] = []
        self._filters: Filters = NO_FILTERS
        flow(self, spacing=Space.XS)
        theme.changed.connect(self._draw_icons)
        self.hide()

    def show_filters(self, filters: Filters) -> None:
        """Show a chip for each value, and one that takes all off where there are several."""
        if filters == self._filters and bool(self._chips) == bool(filters):
            return
        self._filters = filters
        row = self.layout()
        assert isinstance(row, FlowRow)  # noqa: S101 - made above.
        for chip in self._chips:
            row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [
            self._chip(facet, value)
            for facet in FACETS
            for value in in_order(facet, set(filters.get(facet, frozenset())))
        ]
        self._draw_icons()
        if len(self._chips) > 1:
            clear = QPushButton(self.tr("Ryd alle"))
            clear.setProperty("role", "link")
            clear.clicked.connect(lambda: self.filters_changed.emit(NO_FILTERS))
            self._chips.append(clear)
        for chip in self._chips:
            row.addWidget(chip)
            chip.show()
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    def words(self) -> tuple[str, ...]:
        """What is filtered by, in words."""
        return tuple(
            chip_words(facet, value)
            for facet in FACETS
            for value in in_order(facet, set(self._filters.get(facet, frozenset())))
        )

    def _chip(self, facet: Facet, value: str) -> QPushButton:
        words = chip_words(facet, value)
        chip = QPushButton(words)
        chip.setProperty("role", "filter")
        chip.setIconSize(QSize(Size.LABEL + Space.S, Size.LABEL))
        chip.setToolTip(self.tr("Tag filteret af"))
        chip.setAccessibleName(self.tr("Tag filteret {filter} af").format(filter=words))
        chip.clicked.connect(lambda: self.filters_changed.emit(without(self._filters, facet, value)))
        return chip

    def _draw_icons(self) -> None:
        ink = self._theme.colours.chips[Tone.BLUE].ink
        icon = icon_before_text(Icon.REMOVE, ink, self.devicePixelRatioF())
        for chip in self._chips:
            if chip.property("role") == "filter":
                chip.setIcon(icon)
