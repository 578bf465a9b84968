"""Hold: the group meetings, who came to each, and a time of their own for those who did."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.talks.group_meetings import GiveSlots, TickAttendance, give_slots, tick_attendance
from app.talks.group_view import Invited, MeetingLine, OpenedMeeting, open_meeting, recent_meetings
from app.talks.summon import Meeting
from db.values.talks import AttendanceKind, TalkForm
from ui.danish_dates import long_date
from ui.forms.day_field import DayField
from ui.forms.form_desk import BROKEN
from ui.forms.number_field import NumberField
from ui.forms.text_fields import TextLine
from ui.forms.time_field import TimeField, written_time
from ui.operation import Operation, Road
from ui.shell.begin_at import begin_at
from ui.shell.case_action import CaseAction
from ui.shell.flow_row import flow
from ui.shell.offer import Subject
from ui.talks.group_dialog import group_form
from ui.talks.marks_table import MarksTable
from ui.theme.labels import caption, chip, frame, stored
from ui.theme.tokens import Size, Space, Tone

if TYPE_CHECKING:
    from app.changes import Changes, Done
    from db.errors import Refused
    from ui.shell.workplace import Workplace

GROUPS_PAGE = "groups"
_KINDS = {"group_meeting", "attendance", "summons", "talk", "citizen", "restricted_case"}
_MINUTES = 20


class GroupsPage(QWidget):
    """The list at the left, one meeting at the right."""

    def __init__(self, workplace: Workplace) -> None:
        """Make the page and read the list."""
        super().__init__()
        self._workplace = workplace
        self._lines: tuple[MeetingLine, ...] = ()
        self._opened: OpenedMeeting | None = None
        self._wanted: str | None = None
        today = workplace.desk.clock.today()
        self.header = workplace.header(self.tr("Hold"))
        self.new = QPushButton(self.tr("Nyt hold …"))
        self.meetings = QListWidget()
        self.marks = MarksTable()
        self.all_came, self.save = QPushButton(self.tr("Resten mødte")), QPushButton(self.tr("Gem fremmøde"))
        self.slots_on, self.slots_at = DayField(self.tr("Dag"), today), TimeField(self.tr("Første kl."))
        self.minutes = NumberField(self.tr("Tid til hver"), unit=self.tr("minutter"), largest=240)
        self.place = TextLine(self.tr("Lokale"))
        self.give = QPushButton(self.tr("Giv tider"))
        self._title, self._when = stored("", "heading", wrap=True), stored("", "muted", wrap=True)
        self._chips, self._problem = QVBoxLayout(), stored("", "wrong", wrap=True)
        self._detail, self._nothing = QWidget(), stored("", "muted", wrap=True)
        self._slots = QWidget()
        self._lay_out()
        self.new.clicked.connect(lambda: workplace.forms.open(group_form()))
        self.meetings.currentRowChanged.connect(self._choose)
        self.marks.changed.connect(self._show_buttons)
        self.marks.talk_wanted.connect(self._register)
        self.all_came.clicked.connect(self.marks.tick_rest)
        self.save.clicked.connect(self._save_marks)
        self.give.clicked.connect(self._give_slots)
        workplace.desk.runner.changes.changes_made.connect(self._changed)
        self.read()

    def open(self, meeting_id: str) -> None:
        """Show one meeting."""
        self._wanted = meeting_id
        self._mark_wanted()

    def read(self) -> None:
        """Read the list again, and the meeting that is shown."""
        desk = self._workplace.desk
        work = desk.read(lambda session: recent_meetings(session, desk.clock.today()))
        self._workplace.run(Road.READ, work, self._show_list, self)

    def opened(self) -> OpenedMeeting | None:
        """The meeting that is shown."""
        return self._opened

    def _show_list(self, lines: tuple[MeetingLine, ...]) -> None:
        self._lines = lines
        self.meetings.blockSignals(True)
        self.meetings.clear()
        for line in lines:
            self.meetings.addItem(QListWidgetItem(_list_words(line)))
        self.meetings.blockSignals(False)
        if not lines:
            self._opened = None
        words = self.tr(
            "Der er ingen hold de sidste to måneder. Opret et nyt, eller markér borgere og vælg Indkald, Hold."
        )
        self._nothing.setText("" if lines else words)
        self._nothing.setVisible(not lines)
        self._detail.setVisible(bool(lines))
        self.meetings.setVisible(bool(lines))
        if self._wanted is None and lines:
            self._wanted = lines[0].id
        self._mark_wanted()

    def _mark_wanted(self) -> None:
        for row, line in enumerate(self._lines):
            if line.id == self._wanted:
                if self.meetings.currentRow() == row:
                    self._choose(row)
                self.meetings.setCurrentRow(row)

    def _choose(self, row: int) -> None:
        if not 0 <= row < len(self._lines):
            return
        meeting_id = self._wanted = self._lines[row].id
        work = self._workplace.desk.open(lambda work: open_meeting(work, meeting_id))
        self._workplace.run(Road.WRITE, work, self._show_meeting, self)

    def _show_meeting(self, opened: OpenedMeeting) -> None:
        if opened.line.id != self._wanted:
            return
        same = self._opened is not None and self._opened.line.id == opened.line.id
        self._opened = opened
        line = opened.line
        self._title.setText(line.theme)
        ends = f"–{written_time(line.ends_at.time())}" if line.ends_at else ""
        place = f", {line.place}" if line.place else ""
        self._when.setText(f"{long_date(line.starts_at.date())} kl. {written_time(line.starts_at.time())}{ends}{place}")
        self._show_chips(opened)
        self.marks.show_invited(opened.invited, keep_ticks=same)
        if not same:
            ends_at = line.ends_at or line.starts_at + timedelta(hours=1)
            self.slots_on.set_value(line.starts_at.date())
            self.slots_at.set_value(ends_at.time().replace(second=0, microsecond=0))
            self.minutes.set_value(_MINUTES)
            self.place.set_value(line.place or "")
        self._say_problem("")
        self._show_buttons()

    def _show_chips(self, opened: OpenedMeeting) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        line = opened.line
        seats = "" if line.seats is None else self.tr(" af {seats} pladser").format(seats=line.seats)
        chips = [chip(self.tr("{count} indkaldt{seats}").format(count=line.invited, seats=seats), Tone.GREY)]
        if line.came:
            chips.append(chip(self.tr("{count} mødt").format(count=line.came), Tone.GREEN))
        if line.language:
            chips.append(chip(self.tr("Sprog: {language}").format(language=line.language), Tone.GREY))
        if line.interpreter_booked:
            chips.append(chip(self.tr("Tolk bestilt"), Tone.BLUE))
        if opened.hidden:
            chips.append(chip(self.tr("{count} spærrede sager vises ikke").format(count=opened.hidden), Tone.AMBER))
        self._chips.addWidget(flow(QWidget(), *chips))

    def _show_buttons(self) -> None:
        opened = self._opened
        held = opened is not None and opened.line.starts_at.date() <= self._workplace.desk.clock.today()
        any_there = opened is not None and bool(opened.invited)
        for button in (self.all_came, self.save):
            button.setVisible(any_there)
        self.all_came.setEnabled(held)
        self.save.setEnabled(held and self.marks.is_changed())
        waiting = opened is not None and any(_waits(each) for each in opened.invited)
        self._slots.setVisible(waiting)
        self.save.setProperty("role", "primary")

    def _save_marks(self) -> None:
        if self._opened is None:
            return
        request = TickAttendance(self._opened.line.id, self.marks.marks())
        self._write(
            self._workplace.desk.use(tick_attendance, request),
            lambda _done: self._workplace.say(self.tr("Fremmødet er gemt.")),
        )

    def _give_slots(self) -> None:
        opened = self._opened
        fields = (self.slots_on, self.slots_at, self.minutes)
        if opened is None or any(field.problem() for field in fields):
            return
        on, at = self.slots_on.value(), self.slots_at.value()
        if on is None:
            self.slots_on.show_error(self.tr("Skriv dagen."))
            return
        meeting = Meeting(
            purpose=opened.line.purpose,
            form=TalkForm.INDIVIDUAL,
            meets_on=on,
            meets_at=at,
            place=self.place.value() or None,
            staff_worker_id=self._workplace.desk.author,
        )
        request = GiveSlots(opened.line.id, meeting, self.minutes.whole() or 0)
        self._write(
            self._workplace.desk.use(give_slots, request),
            lambda done: self._workplace.say(" ".join((self.tr("Tiderne er givet."), *done.notices))),
        )

    def _write(self, work: Callable[[], Done], done: Callable[[Done], None]) -> None:
        operation = Operation(self)
        operation.succeeded.connect(done)
        operation.report_to(self._say_problem, lambda: self._say_problem(BROKEN), self._show_refused)
        self._workplace.desk.runner.start(operation, Road.WRITE, work)

    def _show_refused(self, refused: Refused) -> None:
        fields = {"meets_on": self.slots_on, "meets_at": self.slots_at, "minutes_each": self.minutes}
        if refused.field in fields:
            fields[refused.field].show_error(refused.message)
        else:
            self._say_problem(refused.message)

    def _say_problem(self, words: str) -> None:
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def _register(self, invited: Invited) -> None:
        self._workplace.do(CaseAction.HOLD_TALK, Subject((invited.case_id,), about_id=invited.summons_id))

    def _changed(self, changes: Changes, initiator: object) -> None:
        del initiator
        made = [row for kind, row in changes.rows if kind == "group_meeting"]
        if made:
            self._wanted = made[0]
        if changes.kinds & _KINDS:
            self.read()

    def _lay_out(self) -> None:
        self.header.add(self.new)
        self.meetings.setFixedWidth(Size.WHY_PANEL - Size.ROW)
        self.meetings.setAccessibleName(self.tr("Hold"))
        self.meetings.setSpacing(Space.XS)
        self.meetings.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.meetings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        below = QHBoxLayout()
        below.setContentsMargins(Space.XL, Space.L, Space.XL, Space.XL)
        below.setSpacing(Space.L)
        below.addWidget(self.meetings)
        below.addWidget(self._nothing, stretch=1)
        card = frame("card", self._detail)
        outer = QVBoxLayout(self._detail)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(card)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        inside.setSpacing(Space.M)
        for widget in (self._title, self._when):
            inside.addWidget(widget)
        inside.addLayout(self._chips)
        inside.addWidget(self._scrolled(), stretch=1)
        below.addWidget(self._detail, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(below, stretch=1)
        begin_at(self, self.meetings)

    def _slots_row(self) -> None:
        column = QVBoxLayout(self._slots)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(caption(self.tr("En tid til hver, der mødte"), "strong"))
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        for field in (self.slots_on, self.slots_at, self.minutes, self.place):
            row.addWidget(field, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.give, alignment=Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        column.addLayout(row)
        words = self.tr("Kun den enkeltes egen samtale tæller som kontaktsamtale.")
        column.addWidget(stored(words, "fine"))

    def _scrolled(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addWidget(self.marks)
        column.addWidget(self._problem)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self.save)
        row.addWidget(self.all_came)
        row.addStretch()
        column.addLayout(row)
        self._slots_row()
        column.addWidget(self._slots)
        column.addStretch()
        scroll.setWidget(page)
        return scroll


def _waits(invited: Invited) -> bool:
    return invited.kind in {AttendanceKind.CAME, AttendanceKind.CAME_LATE} and invited.slot is None


def _list_words(line: MeetingLine) -> str:
    when = line.starts_at
    seats = "" if line.seats is None else f" af {line.seats}"
    return f"{line.theme}\n{when:%d.%m.%Y} kl. {written_time(when.time())} · {line.invited}{seats} indkaldt"
