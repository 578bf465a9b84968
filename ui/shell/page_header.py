"""The white strip at the top of a page: its title, the day, and at the right what the page offers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme.labels import caption
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from ui.theme.elided_label import ElidedLabel


class PageHeader(QFrame):
    """Title and day; a page adds its own buttons with `add`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """Make the strip without a day."""
        super().__init__(parent)
        self.setProperty("role", "header")
        self.setFixedHeight(Size.HEADER)
        self._day = caption("", "muted")
        self._search: QPushButton | None = None
        self._about: ElidedLabel | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(Space.XL, 0, Space.XL, 0)
        self._row.setSpacing(Space.S)
        self._row.addWidget(caption(title, "title"))
        self._row.addSpacing(Space.S)
        self._row.addWidget(self._day)
        self._row.addStretch()

    def show_day(self, text: str) -> None:
        """Write the day."""
        self._day.setText(text)

    def show_about(self, text: str) -> None:
        """Say whom the page is about; a long name gives way to what stands beside it."""
        # Imported here, because the header is made before the first paint and naming an enumeration is dear.
        from ui.theme.elided_label import ElidedLabel

        if self._about is None:
            self._about = ElidedLabel("muted")
            self._row.insertWidget(self._row.indexOf(self._day), self._about, stretch=1)
        self._about.show_text(text)

    def offer_search(self, search: Callable[[], None]) -> None:
        """Show the way to the search at the very right; every page has it in the same place."""
        button = QPushButton(self.tr("Søg borger, skærm eller handling …"))
        button.setProperty("role", "search")
        button.setAccessibleName(self.tr("Søg"))
        button.setFixedWidth(Size.SEARCH)
        button.clicked.connect(search)
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, Space.S, 0)
        inside.addStretch()
        inside.addWidget(caption("Ctrl+K", "key"), alignment=Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(button)
        self._search = button
        self._order_keys()

    def add(self, widget: QWidget) -> None:
        """Put something at the right end, before the search."""
        if self._search is None:
            self._row.addWidget(widget)
        else:
            self._row.insertWidget(self._row.indexOf(self._search), widget)
            self._order_keys()

    def last(self) -> QWidget:
        """What Tab comes by last."""
        return self._search or self

    def _order_keys(self) -> None:
        """Let Tab go from left to right, whenever each was added."""
        from ui.shell.tab_order import walk_on

        takers = [each for each in self.findChildren(QAbstractButton) if self._row.indexOf(each) >= 0]
        takers.sort(key=self._row.indexOf)
        if takers:
            walk_on(takers[0], *takers[1:])
