"""Choosing: one of a list, one of few side by side, yes or no, and several."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import Final, Generic, TypeVar

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.forms.field import Field
from ui.queue.flow_row import flow
from ui.theme.tokens import Space

Value = TypeVar("Value", bound=Hashable)


class Choice(Field, Generic[Value]):
    """One of a list that folds out; `empty` is the word for none."""

    def __init__(
        self, label: str, options: Mapping[Value, str], *, empty: str | None = None, help_text: str = ""
    ) -> None:
        """Make the list; without `empty` its first choice is chosen."""
        super().__init__(label, help_text=help_text)
        self._empty = empty
        self._values: list[Value | None] = []
        self._box = QComboBox()
        self._box.setAccessibleName(label)
        self.offer(options)
        self._box.currentIndexChanged.connect(self._tell)
        self.place(self._box)

    def offer(self, options: Mapping[Value, str]) -> None:
        """Offer these instead; what was chosen stays chosen, if it is still among them. Nobody is told."""
        chosen = self.value() if self._values else None
        self._values = [*([] if self._empty is None else [None]), *options]
        silent = self._box.blockSignals(True)
        self._box.clear()
        self._box.addItems([*([] if self._empty is None else [self._empty]), *options.values()])
        self._box.setCurrentIndex(self._values.index(chosen) if chosen in self._values else 0)
        self._box.blockSignals(silent)

    def value(self) -> Value | None:
        """What is chosen."""
        return self._values[self._box.currentIndex()]

    def set_value(self, value: Value | None) -> None:
        """Choose it."""
        self._box.setCurrentIndex(self._values.index(value))

    def state(self) -> object:
        """What is chosen, as text."""
        return _text(self.value())

    def set_state(self, state: object) -> None:
        """Choose what the text means."""
        texts = [_text(value) for value in self._values]
        self._box.setCurrentIndex(texts.index(state) if state in texts else 0)


class SegmentedChoice(Field, Generic[Value]):
    """One of few, side by side; nothing is chosen at first. The arrow keys go from one to the next.

    Where there are many words they may go on in the next line (`wrap`).
    """

    def __init__(self, label: str, options: Mapping[Value, str], *, help_text: str = "", wrap: bool = False) -> None:
        """Make a button for each choice."""
        super().__init__(label, help_text=help_text)
        self._group = QButtonGroup(self)
        self._values: list[Value] = list(options)
        self._buttons = [_segment(label, words) for words in options.values()]
        box = QWidget()
        for number, button in enumerate(self._buttons):
            self._group.addButton(button, number)
        if wrap:
            flow(box, *self._buttons, spacing=Space.XS)
            # Otherwise the form keeps room for the buttons one under the other, and scrolls over nothing.
            policy = box.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
            box.setSizePolicy(policy)
        else:
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(Space.XS)
            for button in self._buttons:
                row.addWidget(button)
            row.addStretch()
        self._group.idToggled.connect(lambda _number, checked: self._tell() if checked else None)
        self.place(box, *self._buttons)

    def value(self) -> Value | None:
        """What is chosen; None while nothing is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def set_value(self, value: Value | None) -> None:
        """Choose it, or nothing."""
        if value is None:
            self._group.setExclusive(False)
            for button in self._buttons:
                button.setChecked(False)
            self._group.setExclusive(True)
            self._tell()
        else:
            self._buttons[self._values.index(value)].setChecked(True)

    def button(self, value: Value) -> QPushButton:
        """The button of a choice."""
        return self._buttons[self._values.index(value)]

    def state(self) -> object:
        """What is chosen, as text."""
        return _text(self.value())

    def set_state(self, state: object) -> None:
        """Choose what the text means."""
        self.set_value(next((value for value in self._values if _text(value) == state), None))

    def take_focus(self) -> None:
        """Go to what is chosen, or to the first."""
        number = self._group.checkedId()
        self._buttons[max(number, 0)].setFocus()


class YesNoUnknown(Field):
    """Yes, no, or not known, which is where it starts."""

    _WORDS: Final = {"yes": "Ja", "no": "Nej", "unknown": "Ved ikke"}
    _ANSWERS: Final[dict[str, bool | None]] = {"yes": True, "no": False, "unknown": None}

    def __init__(self, label: str, *, unknown: str = "Ved ikke", help_text: str = "") -> None:
        """Make the three answers; `unknown` is the word for the third."""
        super().__init__(label, help_text=help_text)
        self._inner: SegmentedChoice[str] = SegmentedChoice(label, {**self._WORDS, "unknown": unknown})
        self._inner._caption.hide()  # noqa: SLF001 - it is this field's own part, and this field has the label.
        self._inner.set_value("unknown")
        self._inner.changed.connect(self._tell)
        self.place(self._inner, *(self._inner.button(each) for each in self._WORDS))

    def value(self) -> bool | None:
        """The answer; None is not known."""
        return self._ANSWERS[self._inner.value() or "unknown"]

    def set_value(self, value: bool | None) -> None:  # noqa: FBT001 - it is the value itself.
        """Give the answer."""
        self._inner.set_value(next(word for word, answer in self._ANSWERS.items() if answer is value))

    def state(self) -> object:
        """The answer."""
        return self.value()

    def set_state(self, state: object) -> None:
        """Bring the answer back."""
        self.set_value(state if isinstance(state, bool) else None)


class MultiChoice(Field, Generic[Value]):
    """Any number of choices."""

    def __init__(self, label: str, options: Mapping[Value, str], *, columns: int = 4, help_text: str = "") -> None:
        """Make a box for each choice, so many side by side."""
        super().__init__(label, help_text=help_text)
        self._boxes = {value: QCheckBox(words) for value, words in options.items()}
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.XS)
        for number, box in enumerate(self._boxes.values()):
            box.setAccessibleName(f"{label}: {box.text()}")
            box.toggled.connect(self._tell)
            grid.addWidget(box, number // columns, number % columns)
        grid.setColumnStretch(columns, 1)
        self.place(inside, *self._boxes.values())

    def value(self) -> tuple[Value, ...]:
        """What is chosen, in the order of the choices."""
        return tuple(value for value, box in self._boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[Value]) -> None:
        """Choose these and no other."""
        for each, box in self._boxes.items():
            box.setChecked(each in value)

    def state(self) -> object:
        """What is chosen, as texts."""
        return [_text(value) for value in self.value()]

    def set_state(self, state: object) -> None:
        """Choose what the texts mean."""
        texts = state if isinstance(state, list) else []
        self.set_value([value for value in self._boxes if _text(value) in texts])


def _segment(label: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "tab")
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setAccessibleName(f"{label}: {words}")
    return button


def _text(value: object) -> str | None:
    """A choice as a draft keeps it: closed sets are texts already."""
    return None if value is None else str(value)
