"""The theme in force: applied to the program, and asked by everything that draws by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import font
from ui.theme.palette import palette
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, Colours

_MIDDLE = 128


class Theme(QObject):
    """Light or dark, as the desktop says unless told otherwise."""

    changed = Signal()

    def __init__(self, application: QApplication, colours: Colours | None = None) -> None:
        """Take the given colours, or follow the desktop's choice for as long as the program runs."""
        super().__init__(application)
        self._application = application
        self.colours = colours or self._first_colours()
        if colours is None:
            application.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def apply(self) -> None:
        """Set font, palette and style sheet of the whole program."""
        self._application.setFont(font())
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours))

    def use(self, colours: Colours) -> None:
        """Change to other colours at once."""
        self.colours = colours
        self.apply()
        self.changed.emit()

    def _first_colours(self) -> Colours:
        # Before ours is set the palette is the desktop's. Asking for the colour scheme would import `Qt`, which
        # the first paint must not wait for.
        return DARK if self._application.palette().window().color().lightness() < _MIDDLE else LIGHT

    def _follow_desktop(self, scheme: object) -> None:
        from PySide6.QtCore import Qt

        self.use(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)
