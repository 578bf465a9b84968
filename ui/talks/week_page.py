"""Ugen: the worker's own appointments by day and hour."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.talks.week import Booked, Week, read_week
from ui.operation import Road
from ui.shell.begin_at import begin_at
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.talks.appointment_panel import AppointmentPanel
from ui.talks.week_grid import WeekGrid
from ui.talks.week_words import week_words
from ui.theme.labels import frame
from ui.theme.tokens import Space

if TYPE_CHECKING:
    from app.changes import Changes
    from ui.shell.workplace import Workplace

WEEK_PAGE = "week"
_KINDS = {"summons", "talk", "group_meeting", "attendance", "citizen", "case_holding", "restricted_case"}


class WeekPage(QWidget):
    """Shows one week and goes to others; it is read anew when something of it was changed."""

    def __init__(self, workplace: Workplace) -> None:
        """Make the page at this week."""
        super().__init__()
        self._workplace = workplace
        self._day = workplace.desk.clock.today()
        self._week = Week(self._day, ())
        self._chosen: str | None = None
        self._asking: QFileDialog | None = None
        self.header = workplace.header(self.tr("Ugen"))
        self.grid = WeekGrid(workplace.theme)
        self.panel = AppointmentPanel(workplace.offered())
        self.before, self.this, self.after = QPushButton("‹"), QPushButton(self.tr("I dag")), QPushButton("›")
        self.save = QPushButton(self.tr("Gem ugen i kalender …"))
        self._lay_out()
        self.before.clicked.connect(lambda: self.go(self._day - timedelta(days=7)))
        self.this.clicked.connect(lambda: self.go(workplace.desk.clock.today()))
        self.after.clicked.connect(lambda: self.go(self._day + timedelta(days=7)))
        self.save.clicked.connect(self._ask_for_week)
        self.grid.chosen.connect(self._choose)
        self.panel.action_wanted.connect(self._act)
        self.panel.calendar_wanted.connect(self._ask_for_one)
        self.panel.group_wanted.connect(self._open_group)
        workplace.desk.runner.changes.changes_made.connect(self._changed)
        self.read()

    def go(self, day: date) -> None:
        """Show the week of a day."""
        self._day, self._chosen = day, None
        self.read()

    def read(self) -> None:
        """Read the week again."""
        desk, day = self._workplace.desk, self._day
        work = desk.read(lambda session: read_week(session, desk.author, day, desk.clock.today()))
        self._workplace.run(Road.READ, work, self._show, self)

    def week(self) -> Week:
        """What is shown."""
        return self._week

    def save_to(self, path: Path, booked: tuple[Booked, ...]) -> None:
        """Write appointments as a calendar file."""
        from app.exports.calendar_file import write_calendar

        made_at = self._workplace.desk.clock.now()
        self._workplace.run(
            Road.READ,
            lambda: write_calendar(path, booked, made_at),
            lambda _size: self._workplace.say(self.tr("Kalenderfilen er gemt. Den har tid og sted, men ingen navne.")),
            self,
        )

    def _show(self, week: Week) -> None:
        if week.monday > self._day or self._day >= week.monday + timedelta(days=7):
            # One has gone on to another week meanwhile.
            return
        self._week = week
        self.header.show_day(week_words(week.monday))
        self.grid.show_week(week, self._workplace.desk.clock.today(), self._chosen)
        self.save.setEnabled(bool(week.booked))
        found = next((each for each in week.booked if each.id == self._chosen), None)
        if found is not None:
            self.panel.show_booked(found)
        else:
            self.panel.show_nothing(any_there=bool(week.booked))

    def _choose(self, booked: Booked) -> None:
        self._chosen = booked.id
        self.panel.show_booked(booked)

    def _act(self, action: CaseAction, booked: Booked) -> None:
        if booked.case_id is not None:
            self._workplace.do(action, Subject((booked.case_id,), about_id=booked.summons_id))

    def _open_group(self, booked: Booked) -> None:
        from ui.talks.groups_page import GROUPS_PAGE, GroupsPage

        page = self._workplace.show_page(GROUPS_PAGE)
        if isinstance(page, GroupsPage) and booked.meeting_id is not None:
            page.open(booked.meeting_id)

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        if changes.kinds & _KINDS:
            self.read()

    def _ask_for_week(self) -> None:
        from app.exports.calendar_file import week_file_name

        self._ask(week_file_name(self._week.monday), self._week.booked)

    def _ask_for_one(self, booked: Booked) -> None:
        from app.exports.calendar_file import appointment_file_name

        self._ask(appointment_file_name(booked.on, booked.starts), (booked,))

    def _ask(self, name: str, booked: tuple[Booked, ...]) -> None:
        asking = QFileDialog(self, self.tr("Gem i kalender"), "", self.tr("Kalenderfil (*.ics)"))
        asking.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        asking.setDefaultSuffix("ics")
        asking.selectFile(name)
        asking.fileSelected.connect(lambda chosen: self.save_to(Path(chosen), booked))
        asking.finished.connect(asking.deleteLater)
        asking.open()
        self._asking = asking

    def _lay_out(self) -> None:
        names = {self.before: self.tr("Ugen før"), self.this: self.tr("Denne uge"), self.after: self.tr("Ugen efter")}
        for button, name in names.items():
            button.setAccessibleName(name)
            button.setToolTip(name)
            self.header.add(button)
        self.header.add(self.save)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.grid)
        card = frame("card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(1, Space.XS, 1, Space.XS)
        inside.addWidget(scroll)
        room = QVBoxLayout()
        room.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        room.addWidget(card)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addLayout(room, stretch=1)
        below.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(below, stretch=1)
        begin_at(self, self.this)
