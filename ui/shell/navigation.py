"""The dark rail at the left: what works, and below it whose store this is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.shell.store_status import StoreStatus
from ui.theme.icons import Icon, icon_before_text, pixmap
from ui.theme.labels import caption, frame
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from ui.shell.offer import PageOffer

QUEUE_PAGE = "queue"


class Navigation(QFrame):
    """The list from the start, and every other page once the rooms are known.

    `page_wanted` carries the name of the page that was pressed.
    """

    page_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the rail."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "navigation")
        self.setFixedWidth(Size.NAVIGATION)
        self._mark = QLabel()
        self.status = StoreStatus(theme)
        self._pages: dict[str, tuple[QPushButton, Icon]] = {}
        self._counts: dict[str, QLabel] = {}
        self._places = QVBoxLayout()
        self._places.setSpacing(Space.XS)
        self._foot_buttons: list[tuple[QPushButton, Icon]] = []
        self._below = QVBoxLayout()
        self._below.setSpacing(Space.XS)
        self._shown = QUEUE_PAGE
        self._add(QUEUE_PAGE, self.tr("Min produktion"), Icon.QUEUE)
        self._lay_out()
        self._draw_icons()
        theme.changed.connect(self._draw_icons)

    def show_pages(self, pages: Iterable[PageOffer]) -> None:
        """Add the pages that there are beside the list."""
        for page in pages:
            if page.in_navigation and page.name not in self._pages:
                self._add(page.name, page.title, page.icon)
                if page.keys:
                    self._pages[page.name][0].setToolTip(f"{page.title} ({page.keys})")
        self._order_keys()
        self._draw_icons()

    def show_current(self, name: str) -> None:
        """Mark the page that is in front; a page that is only searched for marks none."""
        self._shown = name
        for each, (button, _icon) in self._pages.items():
            button.setChecked(each == name)
        self._draw_icons()

    def show_count(self, name: str, count: int) -> None:
        """Say how many wait on a page; nothing is said of none."""
        label = self._counts.get(name)
        if label is not None:
            label.setText(str(count))
            label.setVisible(count > 0)

    def button(self, name: str) -> QPushButton:
        """The button of a page."""
        return self._pages[name][0]

    def add_to_foot(self, title: str, icon: Icon, keys: str) -> QPushButton:
        """Add what can be done from everywhere and is no page; what it does is connected by who asked."""
        button = QPushButton(title)
        button.setIconSize(QSize(Size.ICON + Space.S, Size.ICON))
        button.setToolTip(f"{title} ({keys})")
        self._foot_buttons.append((button, icon))
        self._below.addWidget(button)
        self._order_keys()
        self._draw_icons()
        return button

    def _add(self, name: str, title: str, icon: Icon) -> None:
        button = QPushButton(title)
        button.setCheckable(True)
        button.setChecked(name == self._shown)
        button.setIconSize(QSize(Size.ICON + Space.S, Size.ICON))
        button.clicked.connect(lambda: self._press(name))
        count = caption("", "badge")
        count.setFixedHeight(Size.CHIP)
        count.hide()
        inside = QHBoxLayout(button)
        inside.setContentsMargins(0, 0, Space.S, 0)
        inside.addStretch()
        inside.addWidget(count)
        self._pages[name] = (button, icon)
        self._counts[name] = count
        self._places.addWidget(button)

    def _order_keys(self) -> None:
        """Let Tab go down the strip: what came later was put behind everything else of the window."""
        from ui.shell.tab_order import walk_on

        first, *others = (button for button, _icon in self._pages.values())
        walk_on(first, *others, *(button for button, _icon in self._foot_buttons), self.status)

    def _press(self, name: str) -> None:
        # The button stands for the page that is open, and pressing it again must not let go of it.
        self.show_current(self._shown)
        self.page_wanted.emit(name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.S, Space.M, Space.S, Space.L)
        column.setSpacing(Space.XS)
        brand = QHBoxLayout()
        brand.setContentsMargins(Space.M, Space.XS, 0, Space.M)
        brand.setSpacing(Space.S)
        brand.addWidget(self._mark)
        brand.addWidget(caption("Tovholder", "brand"))
        brand.addStretch()
        column.addLayout(brand)
        column.addLayout(self._places)
        column.addStretch()
        column.addLayout(self._below)
        column.addWidget(frame("rule"))
        column.addWidget(self.status)

    def _draw_icons(self) -> None:
        colours, ratio = self._theme.colours, self.devicePixelRatioF()
        self._mark.setPixmap(pixmap(Icon.TOVHOLDER, colours.navigation_strong, ratio=ratio))
        for name, (button, icon) in self._pages.items():
            ink = (colours.navigation_current if name == self._shown else colours.navigation).ink
            button.setIcon(icon_before_text(icon, ink, ratio))
        for button, icon in self._foot_buttons:
            button.setIcon(icon_before_text(icon, colours.navigation.ink, ratio))
