"""The theme in force: applied to the program, and asked by everything that draws by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from ui.theme.fonts import font
from ui.theme.palette import palette
from ui.theme.style_sheet import style_sheet
from ui.theme.tokens import DARK, LIGHT, Colours


class Theme(QObject):
    """Light or dark, as the desktop says unless told otherwise."""

    changed = Signal()

    def __init__(self, application: QApplication, colours: Colours | None = None) -> None:
        """Take the given colours, or follow the desktop's choice for as long as the program runs."""
        super().__init__(application)
        self._application = application
        hints = application.styleHints()
        self.colours = colours or self._desktop_colours()
        if colours is None:
            hints.colorSchemeChanged.connect(self._follow_desktop)

    def apply(self) -> None:
        """Set style, font, palette and style sheet of the whole program."""
        # Only Fusion draws the same on every system and takes every colour from the palette.
        self._application.setStyle("Fusion")
        self._application.setFont(font())
        self._application.setPalette(palette(self.colours))
        self._application.setStyleSheet(style_sheet(self.colours))

    def use(self, colours: Colours) -> None:
        """Change to other colours at once."""
        self.colours = colours
        self.apply()
        self.changed.emit()

    def _desktop_colours(self) -> Colours:
        return DARK if self._application.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _follow_desktop(self) -> None:
        self.use(self._desktop_colours())
