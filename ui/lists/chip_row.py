"""What narrows a list, in words: a row of chips, each with a press that takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.shell.flow_row import FlowRow, flow
from ui.shell.kept_focus import kept_focus
from ui.theme.icons import Icon, icon_before_text
from ui.theme.theme import Theme
from ui.theme.tokens import Size, Space, Tone

Filters = TypeVar("Filters")


class ChipRow(QWidget, Generic[Filters]):
    """Hidden while nothing narrows the list. `filters_changed` carries the filters that are left."""

    filters_changed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Make an empty, hidden row."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Valgte filtre"))
        self._theme = theme
        row = flow(self, spacing=Space.XS).layout()
        assert isinstance(row, FlowRow)  # noqa: S101 - made so in the line above.
        self._row = row
        self._chips: list[QPushButton] = []
        theme.changed.connect(self._draw_icons)
        self.hide()

    def show_parts(self, parts: Sequence[tuple[str, Filters]], none: Filters | None = None) -> None:
        """Show a chip for each part: its words, and the filters without it.

        `none` are the filters with nothing in them: given, one press takes all away where there are several.
        """
        with kept_focus(self):
            for chip in self._chips:
                self._row.removeWidget(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = [self._chip(words, left) for words, left in parts]
            self._draw_icons()
            if none is not None and len(parts) > 1:
                clear = QPushButton(self.tr("Ryd alle"))
                clear.setProperty("role", "link")
                clear.clicked.connect(lambda: self.filters_changed.emit(none))
                self._chips.append(clear)
            for chip in self._chips:
                self._row.addWidget(chip)
                chip.show()
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    def texts(self) -> tuple[str, ...]:
        """What the chips say."""
        return tuple(chip.text() for chip in self._chips)

    def chip(self, text: str) -> QPushButton:
        """The chip that says so."""
        return next(chip for chip in self._chips if chip.text() == text)

    def _chip(self, words: str, left: Filters) -> QPushButton:
        chip = QPushButton(words)
        chip.setProperty("role", "filter")
        chip.setIconSize(QSize(Size.LABEL + Space.S, Size.LABEL))
        chip.setToolTip(self.tr("Fjern filteret"))
        chip.setAccessibleName(self.tr("Fjern filter: {filter}").format(filter=words))
        chip.clicked.connect(lambda: self.filters_changed.emit(left))
        return chip

    def _draw_icons(self) -> None:
        icon = icon_before_text(Icon.REMOVE, self._theme.colours.chips[Tone.BLUE].ink, self.devicePixelRatioF())
        for chip in self._chips:
            if chip.property("role") == "filter":
                chip.setIcon(icon)
