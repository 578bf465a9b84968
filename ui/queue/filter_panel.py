"""The panel that folds out under Filtre: every side with its values and how many lines each would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.queue.facets import NO_FILTERS, Facet, Filters, with_value, without
from ui.queue.filter_words import FACETS, in_order, option_words
from ui.queue.flow_row import flow
from ui.theme.labels import caption
from ui.theme.tokens import Size, Space

Counts = Mapping[Facet, Counter[str]]


class FilterPanel(QFrame):
    """What is pressed takes effect at once; `filters_changed` carries all filters."""

    filters_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Make it hidden."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popover")
        self.setAccessibleName(self.tr("Filtre"))
        self._filters: Filters = NO_FILTERS
        self._options: dict[tuple[Facet, str], QPushButton] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear = QPushButton(self.tr("Ryd filtre"))
        self._close = QPushButton(self.tr("Luk"))
        self.clear.clicked.connect(self._clear)
        self._close.clicked.connect(self.hide)
        foot = QHBoxLayout()
        foot.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        foot.setSpacing(Space.S)
        foot.addStretch()
        foot.addWidget(self.clear)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._scroll)
        column.addLayout(foot)

    def open_below(self, button: QWidget, counts: Counts, filters: Filters) -> None:
        """Fold out under a button, with every value that there is now."""
        self._filters = filters
        page = QWidget()
        height = self._fill(page, counts)
        self._scroll.setWidget(page)
        self.show_counts(counts, filters)
        room = button.window().height()
        foot = Size.FIELD + Space.S + Space.M + 2
        self.setFixedSize(Size.FILTER_PANEL, min(height + foot, room - 2 * Size.HEADER))
        self.move(button.mapToGlobal(QPoint(0, button.height() + Space.XS)))
        self.show()
        first = next(iter(self._options.values()), None)
        (first or self._close).setFocus(Qt.FocusReason.PopupFocusReason)

    def show_counts(self, counts: Counts, filters: Filters) -> None:
        """Write how many lines each value would give beside the other sides."""
        self._filters = filters
        for (facet, value), button in self._options.items():
            count = counts[facet][value]
            words = option_words(facet, value)
            button.setText(f"{words} · {count}" if facet is not Facet.MATCH else f"{words}  ·  {count}")
            button.setAccessibleName(f"{FACETS[facet]}: {words}, {count}")
            button.setChecked(value in filters.get(facet, frozenset()))
            button.setEnabled(count > 0 or button.isChecked())
        self.clear.setEnabled(bool(filters))

    def option(self, facet: Facet, value: str) -> QPushButton:
        """The button of a value."""
        return self._options[facet, value]

    def _fill(self, page: QWidget, counts: Counts) -> int:
        self._options = {}
        grid = QGridLayout(page)
        grid.setContentsMargins(Space.L, Space.L, Space.L, Space.S)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnMinimumWidth(0, Size.FILTER_CAPTION)
        grid.setColumnStretch(1, 1)
        width = Size.FILTER_PANEL - 2 * Space.L - Space.M - Size.FILTER_CAPTION - Size.SCROLL_BAR
        height = Space.L + Space.S
        for number, (facet, words) in enumerate(FACETS.items()):
            values = in_order(facet, {*counts[facet], *self._filters.get(facet, frozenset())})
            for value in values:
                self._options[facet, value] = self._option(facet, value, counts[facet][value])
            label = caption(words, "label")
            label.setMinimumHeight(Size.OPTION)
            row = flow(QWidget(), *(self._options[facet, value] for value in values), spacing=Space.XS)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row, number, 1)
            height += max(row.heightForWidth(width), Size.OPTION) + Space.M
        grid.setRowStretch(len(FACETS), 1)
        return height

    def _option(self, facet: Facet, value: str, count: int) -> QPushButton:
        button = QPushButton(f"{option_words(facet, value)} · {count}")
        button.setProperty("role", "option")
        button.setCheckable(True)
        button.clicked.connect(lambda checked: self._choose(facet, value, chosen=checked))
        return button

    def _choose(self, facet: Facet, value: str, *, chosen: bool) -> None:
        self._filters = (with_value if chosen else without)(self._filters, facet, value)
        self.filters_changed.emit(self._filters)

    def _clear(self) -> None:
        self._filters = NO_FILTERS
        self.filters_changed.emit(self._filters)
