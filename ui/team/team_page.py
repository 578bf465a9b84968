"""Team: who has what, and everything that changes who may see and handle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ui.operation import Road
from ui.team.cover_tab import CoverTab
from ui.team.exclusion_tab import ExclusionTab
from ui.team.hand_over_tab import HandOverTab
from ui.team.restriction_tab import RestrictionTab
from ui.team.spread_tab import SpreadTab
from ui.team.tab import TeamTab
from ui.team.team_read import TeamFacts, read_team
from ui.team.unassigned_tab import UnassignedTab
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from app.changes import Changes
    from app.work import Work
    from ui.shell.workplace import Workplace

_ABOUT_THE_TEAM = frozenset({"caseworker", "org_unit", "cover"})


class TeamPage(QWidget):
    """One tab at a time; everything is read in one go."""

    def __init__(self, workplace: Workplace) -> None:
        """Make the page; it is read when it is first seen."""
        super().__init__()
        self._workplace = workplace
        self._stale = True
        self._reading = 0
        self.spread = SpreadTab(workplace)
        self.unassigned = UnassignedTab(workplace)
        self.hand_overs = HandOverTab(workplace)
        self.covers = CoverTab(workplace)
        self.exclusions = ExclusionTab(workplace)
        self.restrictions = RestrictionTab(workplace)
        self._tabs: tuple[TeamTab, ...] = (
            self.spread,
            self.unassigned,
            self.hand_overs,
            self.covers,
            self.exclusions,
            self.restrictions,
        )
        self._buttons = [QPushButton(tab.title) for tab in self._tabs]
        self._stack = QStackedWidget()
        self._lay_out()
        self.hand_overs.unit_chosen.connect(self._read)
        workplace.desk.runner.changes.changes_made.connect(self._refresh)

    def show_tab(self, tab: TeamTab) -> None:
        """Bring a tab to the front."""
        self.button(tab).setChecked(True)
        # The keyboard enters the row of tabs at the chosen one only; the arrows go on from there.
        for button in self._buttons:
            chosen = button is self.button(tab)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.button(tab).setFocus()
        self._stack.setCurrentWidget(tab)

    def button(self, tab: TeamTab) -> QPushButton:
        """The button of a tab."""
        return self._buttons[self._tabs.index(tab)]

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while the page was away."""
        super().showEvent(event)
        if self._stale:
            self._read(log=True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the tab in front. A focus proxy would let Tab pass over everything before it."""
        super().focusInEvent(event)
        self._buttons[self._stack.currentIndex()].setFocus()

    def _read(self, *, log: bool = False) -> None:
        self._stale = False
        self._reading += 1
        number, desk, today = self._reading, self._workplace.desk, self._workplace.desk.clock.today()

        def done(facts: TeamFacts) -> None:
            if number == self._reading:
                self._show(facts)
                if log:
                    self._log(len(facts.rows))

        self._workplace.run(Road.READ, lambda: read_team(desk.store, desk.author, today), done, self)

    def _show(self, facts: TeamFacts) -> None:
        for tab, button in zip(self._tabs, self._buttons, strict=True):
            tab.show_facts(facts)
            count = tab.count(facts)
            button.setText(tab.title if count is None else f"{tab.title} {count}")

    def _log(self, count: int) -> None:
        def note(work: Work) -> None:
            from app.cases.caseload_index import note_listing

            note_listing(work, count, "Teamets sager")

        self._workplace.run(Road.WRITE, self._workplace.desk.open(note), lambda _: None, self)

    def _refresh(self, changes: Changes, _initiator: QObject | None) -> None:
        if not changes.cases and not changes.kinds & _ABOUT_THE_TEAM:
            return
        if self.isVisible():
            self._read()
        else:
            self._stale = True

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._workplace.header(self.tr("Team")))
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        room.setSpacing(Space.M)
        row = QHBoxLayout()
        row.setSpacing(Space.XS)
        choice = QButtonGroup(self)
        for tab, button in zip(self._tabs, self._buttons, strict=True):
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, tab=tab: self.show_tab(tab))
            choice.addButton(button)
            row.addWidget(button)
            self._stack.addWidget(tab)
        row.addStretch()
        room.addLayout(row)
        room.addWidget(self._stack, stretch=1)
        column.addLayout(room, stretch=1)
        self.show_tab(self.spread)
