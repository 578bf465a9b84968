"""What can be done about the citizen that is marked: a button each, with the key that does the same."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.search.citizen_keys import LETTERS
from ui.shell.case_action import WORDS, CaseAction
from ui.shell.flow_row import flow
from ui.theme.labels import caption, stored
from ui.theme.tokens import Space


class KeyButton(QPushButton):
    """A button that shows its key in a cap at its right end."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        """Make the button; `show_key` names the key."""
        super().__init__(parent)
        self._words = words
        self._key = caption("", "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.M, 0, Space.S, 0)
        row.setSpacing(Space.S)
        for label in (caption(words, "label"), self._key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(label, alignment=Qt.AlignmentFlag.AlignVCenter)

    def show_key(self, keys: str) -> None:
        """Write the key."""
        self._key.setText(keys)
        self.setAccessibleName(f"{self._words}, {keys}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as both labels."""
        layout = self.layout()
        wide = 0 if layout is None else layout.sizeHint().width()
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()


class ActionStrip(QFrame):
    """`action_pressed` carries the `CaseAction`."""

    action_pressed = Signal(object)

    def __init__(self, actions: Iterable[CaseAction], parent: QWidget | None = None) -> None:
        """Make a button for each."""
        super().__init__(parent)
        self.setProperty("role", "foot")
        self._name = stored("", "fine")
        self._buttons = {action: KeyButton(WORDS[action]) for action in actions}
        for action, button in self._buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, action=action: self.action_pressed.emit(action))
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.S, Space.L, Space.M)
        column.setSpacing(Space.S)
        column.addWidget(self._name)
        column.addWidget(flow(QWidget(), *self._buttons.values()))

    def show_citizen(self, name: str) -> None:
        """Say whom it is about."""
        fitting = self._name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, self.width() - 2 * Space.L)
        self._name.setText(fitting)
        self._name.setAccessibleName(self.tr("Om {name}").format(name=name))

    def show_keys(self, *, bare: bool) -> None:
        """Say whether the letter does it by itself, or with Alt because one is typing."""
        for action, button in self._buttons.items():
            button.show_key(LETTERS[action] if bare else f"Alt+{LETTERS[action]}")

    def action_of(self, letter: str) -> CaseAction | None:
        """What a letter does."""
        return next((action for action in self._buttons if LETTERS[action] == letter.upper()), None)

    def button(self, action: CaseAction) -> QPushButton:
        """The button of an action."""
        return self._buttons[action]
