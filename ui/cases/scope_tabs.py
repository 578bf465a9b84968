"""Whose cases are shown, as tabs with their numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.cases.caseload_choice import Scope
from ui.theme.tokens import Space

WORDS: Final[Mapping[Scope, str]] = {
    Scope.MINE: "Mine",
    Scope.TEAM: "Mit team",
    Scope.ALL: "Alle",
    Scope.UNASSIGNED: "Uden tovholder",
    Scope.CLOSED: "Afsluttede",
}


class ScopeTabs(QWidget):
    """One is chosen at a time."""

    scope_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Make the tabs without numbers."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Hvis sager"))
        self._buttons = {scope: QPushButton(words) for scope, words in WORDS.items()}
        choice = QButtonGroup(self)
        for scope, button in self._buttons.items():
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, scope=scope: self.scope_chosen.emit(scope))
            choice.addButton(button)
        self._buttons[Scope.MINE].setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XS)
        for button in self._buttons.values():
            row.addWidget(button)

    def show_counts(self, counts: Mapping[Scope, int]) -> None:
        """Write how many cases each has."""
        for scope, button in self._buttons.items():
            button.setText(f"{WORDS[scope]} {counts.get(scope, 0)}")
            button.setAccessibleName(self.tr("Vis: {scope}").format(scope=button.text()))

    def show_chosen(self, scope: Scope) -> None:
        """Mark what is chosen."""
        self._buttons[scope].setChecked(True)

    def button(self, scope: Scope) -> QPushButton:
        """The tab of a scope."""
        return self._buttons[scope]
