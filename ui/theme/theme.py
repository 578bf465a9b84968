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
        self._follows = colours is None
        self.colours = self._found = colours or self._first_colours()
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

    def choose(self, choice: str) -> None:
        """Take the person's choice: `light`, `dark`, or `system`, which is as the desktop is from now on."""
        fixed = {"light": LIGHT, "dark": DARK}.get(choice)
        self._follows = fixed is None
        wanted = fixed or self._colours_of_desktop()
        if wanted is not self.colours:
            self.use(wanted)

    def _colours_of_desktop(self) -> Colours:
        from PySide6.QtCore import Qt

        # A desktop that does not say is left as the program found it.
        scheme = self._application.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:
            return self._found
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT

    def _first_colours(self) -> Colours:
        # Before ours is set the palette is the desktop's. Asking for the colour scheme would import `Qt`, which
        # the first paint must not wait for.
        return DARK if self._application.palette().window().color().lightness() < _MIDDLE else LIGHT

    def _follow_desktop(self, scheme: object) -> None:
        from PySide6.QtCore import Qt

        if self._follows:
            self.use(DARK if scheme == Qt.ColorScheme.Dark else LIGHT)
