"""What is to keep a sick person's job: the usual measures, ticked, and room for another."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from ui.forms.field import Field
from ui.theme.tokens import Space

MEASURES: Final = (
    "Tilpassede opgaver",
    "Hjælpemidler",
    "Delvis tilbage i job",
    "Praktik på egen arbejdsplads",
    "Kort afklaring bestilt",
)
_COLUMNS: Final = 3


class MeasuresField(Field):
    """The measures as one text, in the words of the boxes."""

    def __init__(self, label: str) -> None:
        """Make a box for each measure and a line for what else there is."""
        super().__init__(label)
        self._boxes = {words: QCheckBox(words) for words in MEASURES}
        self._other = QLineEdit()
        self._other.setPlaceholderText("Andet")
        self._other.setAccessibleName(f"{label}: andet")
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        for number, box in enumerate(self._boxes.values()):
            box.setAccessibleName(f"{label}: {box.text()}")
            box.toggled.connect(self._tell)
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        grid.addWidget(self._other, len(MEASURES) // _COLUMNS, len(MEASURES) % _COLUMNS)
        grid.setColumnStretch(_COLUMNS, 1)
        self._other.textChanged.connect(self._tell)
        self.place(inside, *self._boxes.values(), self._other)

    def value(self) -> str:
        """What is ticked and written, parted by semicolons; empty when nothing is."""
        other = self._other.text().strip()
        return "; ".join(
            [*(words for words, box in self._boxes.items() if box.isChecked()), *([other] if other else [])]
        )

    def set_value(self, value: str) -> None:
        """Tick what the text names; the rest stands in the line."""
        parts = [part.strip() for part in value.split(";") if part.strip()]
        for words, box in self._boxes.items():
            box.setChecked(words in parts)
        self._other.setText("; ".join(part for part in parts if part not in self._boxes))

    def state(self) -> object:
        """The text."""
        return self.value()

    def set_state(self, state: object) -> None:
        """Bring the text back."""
        self.set_value(state if isinstance(state, str) else "")
