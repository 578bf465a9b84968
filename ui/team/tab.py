"""What every tab of the team has: a line that says what it is for, its buttons, and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.theme.labels import caption
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from ui.shell.workplace import Workplace
    from ui.team.team_read import TeamFacts


class TeamTab(QWidget):
    """One tab. `title` is its word; `count` how many wait there, None where nothing does."""

    title = ""

    def __init__(self, workplace: Workplace, about: str) -> None:
        """Make the tab with what it is for at its top."""
        super().__init__()
        self.workplace = workplace
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(Space.M)
        self.top = QHBoxLayout()
        self.top.setSpacing(Space.S)
        self._about = caption(about, "muted", wrap=True)
        self.top.addWidget(self._about, stretch=1)
        self.column.addLayout(self.top)

    def say_about(self, text: str) -> None:
        """Say something else at the top."""
        self._about.setText(text)

    def button(self, text: str, *, primary: bool = False) -> QPushButton:
        """Put a button at the right end of the top."""
        made = QPushButton(text)
        if primary:
            made.setProperty("role", "primary")
        self.top.addWidget(made)
        return made

    def show_facts(self, facts: TeamFacts) -> None:
        """Show the team as it is."""
        raise NotImplementedError

    def count(self, _facts: TeamFacts) -> int | None:
        """How many wait in this tab."""
        raise NotImplementedError
