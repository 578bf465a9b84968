"""A way into the catalogue: a list that folds out, each choice with the number of offers it would leave."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui.theme.labels import caption
from ui.theme.tokens import Space

# A box may be narrower than its longest choice: the list that folds out shows it in full.
_FEWEST_LETTERS = 12


class Option(NamedTuple):
    """One choice: None chooses nothing. `leaves` is how many offers it leaves, None where that is not said."""

    value: str | None
    words: str
    leaves: int | None = None

    def text(self) -> str:
        """As it stands in the list."""
        return self.words if self.leaves is None else f"{self.words} ({self.leaves})"


class Entrance(QWidget):
    """`chosen` carries the value that a person chose, None for none."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Make it without choices."""
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self.box = QComboBox()
        self.box.setAccessibleName(name)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(_FEWEST_LETTERS)
        self.box.activated.connect(lambda number: self.chosen.emit(self._options[number].value))
        _under_caption(self, name, self.box)

    def offer(self, options: Sequence[Option], chosen: str | None) -> None:
        """Offer these; nobody is told. Where only the numbers are others the list is not made anew."""
        new = tuple(options)
        if [each.value for each in new] != [each.value for each in self._options]:
            self.box.clear()
            self.box.addItems([each.text() for each in new])
        else:
            for number, (before, after) in enumerate(zip(self._options, new, strict=True)):
                if before != after:
                    self.box.setItemText(number, after.text())
        self._options = new
        self.box.setCurrentIndex(next((no for no, each in enumerate(new) if each.value == chosen), 0))
        self.box.setToolTip(self.box.currentText())

    def value(self) -> str | None:
        """What is chosen."""
        number = self.box.currentIndex()
        return self._options[number].value if number >= 0 else None

    def options(self) -> tuple[Option, ...]:
        """What is offered."""
        return self._options

    def choose(self, value: str | None) -> None:
        """Choose as a person does."""
        self.box.setCurrentIndex([each.value for each in self._options].index(value))
        self.chosen.emit(value)


def _under_caption(around: QWidget, name: str, inside: QWidget) -> None:
    label = caption(name, "fine")
    label.setBuddy(inside)
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    column.addWidget(label)
    column.addWidget(inside)
    around.setFocusProxy(inside)
