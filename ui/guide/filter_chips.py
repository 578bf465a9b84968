"""The filters that are on, each as a chip with a press to take it away; those set from the citizen too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.guide.filters import Chip
from ui.guide.guide_words import short
from ui.shell.flow_row import FlowRow, flow
from ui.shell.kept_focus import kept_focus
from ui.theme.icons import Icon, icon_before_text
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone


class FilterChips(QWidget):
    """`removed` carries the `Chip` that was pressed, `cleared` comes when all are to go."""

    removed = Signal(object)
    cleared = Signal()

    def __init__(self, theme: Theme, before: QWidget) -> None:
        """Make the row; `before` stands first in it, such as how many offers fit."""
        super().__init__()
        self.setAccessibleName(self.tr("Valgte filtre"))
        self._theme = theme
        self._chips: tuple[Chip, ...] = ()
        self._buttons: list[QPushButton] = []
        self._row = flow(self, before, spacing=Space.XS).layout()
        theme.changed.connect(self._draw_icons)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these."""
        if tuple(chips) == self._chips:
            return
        self._chips = tuple(chips)
        row = self._row
        assert isinstance(row, FlowRow)  # noqa: S101 - made so above.
        with kept_focus(self, next(iter(self._buttons), None)):
            for button in self._buttons:
                row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = [self._button(chip) for chip in self._chips]
            if len(self._buttons) > 1:
                clear = QPushButton(self.tr("Fjern alle"))
                clear.setProperty("role", "link")
                clear.clicked.connect(self.cleared)
                self._buttons.append(clear)
            for button in self._buttons:
                row.addWidget(button)
                button.show()
        self._draw_icons()
        self.updateGeometry()

    def texts(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(chip.words for chip in self._chips)

    def button(self, words: str) -> QPushButton:
        """The chip that says so."""
        return self._buttons[self.texts().index(words)]

    def _button(self, chip: Chip) -> QPushButton:
        button = QPushButton(short(chip.words))
        button.setProperty("role", "filter")
        button.setIconSize(QSize(Size.LABEL + Space.S, Size.LABEL))
        button.setToolTip(self.tr("Tag filteret af: {filter}").format(filter=chip.words))
        button.setAccessibleName(self.tr("Tag filteret {filter} af").format(filter=chip.words))
        button.clicked.connect(lambda: self.removed.emit(chip))
        return button

    def _draw_icons(self) -> None:
        ink = self._theme.colours.chips[Tone.BLUE].ink
        icon = icon_before_text(Icon.REMOVE, ink, self.devicePixelRatioF())
        for button in self._buttons:
            if button.property("role") == "filter":
                button.setIcon(icon)
