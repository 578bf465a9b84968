"""The panel that folds out under Filtre: every side with its values and how many lines each would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.queue.facets import NO_FILTERS, Facet, Filters, with_value, without
from ui.queue.filter_words import FACETS, in_order, option_words
from ui.shell.flow_row import flow
from ui.theme.labels import caption
from ui.theme.tokens import Size, Space

Counts = Mapping[Facet, Counter[str]]


class FilterPanel(QFrame):
    """What is pressed takes effect at once; `filters_changed` carries all filters.

    It lies over its page and goes by Escape, by its button, and when the keyboard or the mouse goes elsewhere.
    """

    filters_changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Make it hidden."""
        super().__init__(parent)
        self.setProperty("role", "popover")
        self.setAccessibleName(self.tr("Filtre"))
        self._filters: Filters = NO_FILTERS
        self._button: QWidget | None = None
        self._options: dict[tuple[Facet, str], QPushButton] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clear = QPushButton(self.tr("Ryd filtre"))
        self._close = QPushButton(self.tr("Luk"))
        self.clear.clicked.connect(self._clear)
        self._close.clicked.connect(self.put_away)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        self._foot.setSpacing(Space.S)
        self._foot.addStretch()
        self._foot.addWidget(self.clear)
        self._foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._scroll)
        column.addLayout(self._foot)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # noqa: S101 - there are no widgets without one.
        application.focusChanged.connect(self._follow_focus)

    def open_below(self, button: QWidget, counts: Counts, filters: Filters) -> None:
        """Fold out under a button, with every value that there is now."""
        self._filters = filters
        page = QWidget()
        height = self._fill(page, counts)
        self._scroll.setWidget(page)
        self.show_counts(counts, filters)
        page_around = self.parentWidget()
        assert page_around is not None  # noqa: S101 - it is made with one.
        # Two pixels are the panel's own border.
        wanted = height + self._foot.sizeHint().height() + 2
        top = button.mapTo(page_around, QPoint(0, button.height() + Space.XS)).y()
        left = button.mapTo(page_around, QPoint(0, 0)).x()
        width = min(Size.FILTER_PANEL, page_around.width())
        self.setFixedSize(width, min(wanted, page_around.height() - top - Space.S))
        self.move(max(0, min(left, page_around.width() - width - Space.S)), top)
        self._button = button
        self.show()
        self.raise_()
        self._follow_in_order(button)
        first = next(iter(self._options.values()), None)
        (first or self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, counts: Counts, filters: Filters) -> None:
        """Write how many lines each value would give beside the other sides."""
        self._filters = filters
        for (facet, value), button in self._options.items():
            count = counts[facet][value]
            words = option_words(facet, value)
            button.setText(f"{words} ({count})")
            button.setAccessibleName(f"{FACETS[facet]}: {words}, {count}")
            button.setChecked(value in filters.get(facet, frozenset()))
            button.setEnabled(count > 0 or button.isChecked())
        self.clear.setEnabled(bool(filters))

    def option(self, facet: Facet, value: str) -> QPushButton:
        """The button of a value."""
        return self._options[facet, value]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put it away by Escape, and go back to its button."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def put_away(self) -> None:
        """Hide it, and give the keyboard back to the button it came from."""
        button = self._button
        self._button = None
        self.hide()
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_in_order(self, button: QWidget) -> None:
        """Let Tab come from the button into the panel, and go on behind the button after it."""
        before = button
        for each in (*self._options.values(), self.clear, self._close):
            QWidget.setTabOrder(before, each)
            before = each

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Without a new place the whole window lost the focus, and the panel stays for when it comes back.
        if self.isVisible() and now is not None and not self.isAncestorOf(now) and now is not self._button:
            self._button = None
            self.hide()

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
        # The page's own hint is that of its narrowest width, which would be far too high.
        page.setFixedHeight(height)
        return height

    def _option(self, facet: Facet, value: str, count: int) -> QPushButton:
        button = QPushButton(f"{option_words(facet, value)} ({count})")
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
