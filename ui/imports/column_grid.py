"""The fields of a kind, each with the column of the file that stands for it, examples, and what does not fit."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.imports.column_choice import ColumnState
from app.imports.headings import shown_heading
from ui.imports.import_file import ImportFile
from ui.theme.elided_label import ElidedLabel
from ui.theme.labels import caption, stored
from ui.theme.tokens import Size, Space


class _Line(NamedTuple):
    name: QLabel
    box: QComboBox
    examples: ElidedLabel
    fault: QLabel


class _Box(QComboBox):
    """The wheel turns the page and not the choice, unless the list was gone to."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave it to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ColumnGrid(QScrollArea):
    """`chosen` comes when another column was chosen; the file knows it already."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make it without a file."""
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._file: ImportFile | None = None
        self._shown: tuple[object, ...] = ()
        self.lines: dict[str, _Line] = {}

    def show_file(self, file: ImportFile) -> None:
        """Show a file's fields; the same file of the same kind is only looked at again."""
        shown = (file, file.looked, file.kind)
        if shown != self._shown:
            self._shown, self._file = shown, file
            self._make(file)
        self._fill(file.columns())

    def _make(self, file: ImportFile) -> None:
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        grid.setColumnStretch(2, 1)
        for place, words in enumerate((self.tr("Felt"), self.tr("Kolonne i filen"), self.tr("De første celler"))):
            grid.addWidget(caption(words, "fine"), 0, place)
        self.lines = {}
        headings = file.looked.peeked.headings if file.looked else ()
        states = sorted(file.columns(), key=lambda state: not state.required)
        for number, state in enumerate(states, start=1):
            line = self._line(state, headings)
            self.lines[state.heading] = line
            grid.addWidget(line.name, 2 * number - 1, 0)
            grid.addWidget(line.box, 2 * number - 1, 1)
            grid.addWidget(line.examples, 2 * number - 1, 2)
            grid.addWidget(line.fault, 2 * number, 1, 1, 2)
        outer.addLayout(grid)
        outer.addStretch()
        self.setWidget(page)

    def _line(self, state: ColumnState, headings: tuple[str, ...]) -> _Line:
        name = stored(f"{state.heading} *" if state.required else state.heading, "strong" if state.required else None)
        box = _Box()
        box.setAccessibleName(self.tr("Kolonne til {field}").format(field=state.heading))
        box.setFixedWidth(Size.IMPORT_COLUMN)
        box.addItem(self.tr("– læses ikke –"), None)
        for place, heading in enumerate(headings):
            words = shown_heading(heading) or self.tr("(kolonne {number} uden navn)").format(number=place + 1)
            box.addItem(words, place)
        box.activated.connect(lambda _index, heading=state.heading, box=box: self._choose(heading, box.currentData()))
        examples = ElidedLabel("muted")
        # Longer ones are cut and never push the page wide.
        examples.setMinimumWidth(1)
        fault = stored("", "wrong", wrap=True)
        return _Line(name, box, examples, fault)

    def _choose(self, heading: str, place: int | None) -> None:
        if self._file is not None and self._file.chosen.get(heading) != place:
            self._file.chosen[heading] = place
            self._file.changed()
            self.chosen.emit()

    def _fill(self, states: tuple[ColumnState, ...]) -> None:
        for state in states:
            line = self.lines[state.heading]
            line.box.setCurrentIndex(0 if state.place is None else state.place + 1)
            line.box.setAccessibleDescription(state.fault or "")
            line.examples.show_text(" · ".join(state.examples))
            line.fault.setText(f"! {state.fault}" if state.fault else "")
            line.fault.setVisible(bool(state.fault))
