"""The dark rail at the left: what works, and below it whose store this is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme.icons import Icon, icon_before_text, pixmap
from ui.theme.labels import caption, frame
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space


class Navigation(QFrame):
    """One page so far, and the way files come in."""

    import_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make the rail."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "navigation")
        self.setFixedWidth(Size.NAVIGATION)
        self._mark = QLabel()
        self._queue = QPushButton(self.tr("Min produktion"))
        self._queue.setCheckable(True)
        self._queue.setChecked(True)
        # It stands for the page that is open, and pressing it again must not let go of it.
        self._queue.clicked.connect(lambda: self._queue.setChecked(True))
        self._import = QPushButton(self.tr("Indlæs fil …"))
        self._import.setToolTip(self.tr("Indlæs en fil fra et andet system (Ctrl+I)"))
        self._import.clicked.connect(self.import_wanted)
        self._store = caption("", wrap=True)
        self._person = caption("", wrap=True)
        self._lay_out()
        self._draw_icons()
        theme.changed.connect(self._draw_icons)

    def allow_import(self, *, allowed: bool) -> None:
        """Hide the way in for files where the store takes none."""
        self._import.setVisible(allowed)

    def set_shortcuts(self) -> None:
        """Give the rail its keys; not before the first paint, since naming a key imports all of `Qt`."""
        self._import.setShortcut("Ctrl+I")

    def show_store(self, text: str) -> None:
        """Say what kind of store this is."""
        self._store.setText(text)

    def show_person(self, text: str) -> None:
        """Say who sits here."""
        self._person.setText(text)

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
        for button in (self._queue, self._import):
            button.setIconSize(QSize(Size.ICON + Space.S, Size.ICON))
            column.addWidget(button)
        column.addStretch()
        column.addWidget(frame("rule"))
        foot = QVBoxLayout()
        foot.setContentsMargins(Space.M, Space.M, Space.M, 0)
        foot.setSpacing(Space.XS)
        foot.addWidget(self._store)
        foot.addWidget(self._person)
        column.addLayout(foot)

    def _draw_icons(self) -> None:
        colours, ratio = self._theme.colours, self.devicePixelRatioF()
        self._mark.setPixmap(pixmap(Icon.TOVHOLDER, colours.navigation_strong, ratio=ratio))
        self._queue.setIcon(icon_before_text(Icon.QUEUE, colours.navigation_current.ink, ratio))
        self._import.setIcon(icon_before_text(Icon.IMPORT, colours.navigation.ink, ratio))
