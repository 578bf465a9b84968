"""Mødt eller udeblevet: one click notes it, and then the dialog says what follows and does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.cases.words import ATTENDANCE, TALK_PURPOSES
from app.talks.attendance import NoteAttendance, note_attendance
from app.talks.new_time import StandingSummons
from db.values.talks import AttendanceKind
from ui.danish_dates import long_date
from ui.forms.form_desk import BROKEN
from ui.forms.time_field import written_time
from ui.operation import Operation, Road
from ui.shell.case_action import WORDS, CaseAction
from ui.shell.offer import Subject
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from app.changes import Done
    from ui.shell.workplace import Workplace

_CAME = {AttendanceKind.CAME, AttendanceKind.CAME_LATE}


class AttendanceDialog(QDialog):
    """About one summons. The four answers first, then what follows from the one that was given."""

    def __init__(self, workplace: Workplace, summons: StandingSummons, parent: QWidget) -> None:
        """Ask."""
        super().__init__(parent)
        self._workplace, self._summons = workplace, summons
        self.setWindowTitle(self.tr("Mødt eller udeblevet"))
        self.setMinimumWidth(Size.FORM + 2 * Size.ROW)
        self.answers: dict[AttendanceKind, QPushButton] = {}
        self._message = stored("", "wrong", wrap=True)
        self._message.hide()
        self._asked, self._follows = QWidget(), QWidget()
        self._next = QVBoxLayout(self._follows)
        self._next.setContentsMargins(0, 0, 0, 0)
        self._next.setSpacing(Space.M)
        self._lay_out()
        self._follows.hide()
        self.finished.connect(self.deleteLater)

    def message(self) -> str:
        """What could not be done."""
        return self._message.text()

    def follows(self) -> str:
        """What is said to follow."""
        from PySide6.QtWidgets import QLabel

        return " ".join(label.text() for label in self._follows.findChildren(QLabel))

    def _note(self, kind: AttendanceKind) -> None:
        desk = self._workplace.desk
        request = NoteAttendance(self._summons.id, kind, desk.clock.today())
        operation = Operation(self)
        operation.succeeded.connect(lambda done: self._noted(kind, done))
        operation.report_to(self._say, lambda: self._say(BROKEN))
        desk.runner.start(operation, Road.WRITE, desk.use(note_attendance, request))

    def _say(self, message: str) -> None:
        self._message.setText(message)
        self._message.show()

    def _noted(self, kind: AttendanceKind, done: Done) -> None:
        del done
        self._workplace.say(f"{self._summons.head.name}: {ATTENDANCE[kind]}.", self._undo())
        self._asked.hide()
        self._message.hide()
        self._show_next(kind)
        self._follows.show()
        self.adjustSize()

    def _undo(self) -> Callable[[], None]:
        workplace, summons = self._workplace, self._summons

        def undo() -> None:
            request = NoteAttendance(summons.id, summons.attendance, workplace.desk.clock.today())
            workplace.run(Road.WRITE, workplace.desk.use(note_attendance, request), lambda _done: None)

        return undo

    def _show_next(self, kind: AttendanceKind) -> None:
        box = frame("reason")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        inside.setSpacing(Space.S)
        for text in self._words(kind):
            inside.addWidget(stored(text, wrap=True))
        self._next.addWidget(box)
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        actions = {
            True: (CaseAction.HOLD_TALK,),
            False: (CaseAction.REBOOK, CaseAction.WRITE_NOTE),
        }[kind in _CAME]
        for number, action in enumerate(actions):
            button = QPushButton(WORDS[action])
            if number == 0:
                button.setProperty("role", "primary")
                button.setDefault(True)
            button.clicked.connect(lambda _checked=False, action=action: self._go_on(action))
            row.addWidget(button)
            if number == 0:
                button.setFocus()
        close = QPushButton(self.tr("Luk"))
        close.clicked.connect(self.accept)
        row.addWidget(close)
        row.addStretch()
        self._next.addLayout(row)

    def _words(self, kind: AttendanceKind) -> list[str]:
        """What follows. W8: without the duty text before the day, absence can have no consequence."""
        if kind in _CAME:
            return [
                self.tr("Noteret: {words}. Registrér samtalen, så fristen regnes derfra.").format(
                    words=ATTENDANCE[kind]
                )
            ]
        if kind is AttendanceKind.ABSENT_WITH_NOTICE:
            return [self.tr("Noteret: afbud. Giv borgeren en ny tid; kontaktfristen er den samme.")]
        told = self._summons.duty_text
        if told and self._summons.sent_on is not None and self._summons.sent_on <= self._summons.meets_on:
            sent = long_date(self._summons.sent_on)
            return [
                self.tr("Noteret: udeblevet. Borgeren fik {day} skriftligt at vide: »{text}«").format(
                    day=sent, text=told
                ),
                self.tr(
                    "Spørg borgeren om grunden, skriv svaret i et notat, og vurdér, om der var en rimelig grund. Først "
                    "derefter kan sagen sendes til sanktion. Tilbyd en ny samtale snart."
                ),
            ]
        return [
            self.tr("Noteret: udeblevet."),
            self.tr(
                "Borgeren har ikke på forhånd fået pligt og følger at vide. Udeblivelsen kan derfor ikke få følger for "
                "hjælpen. Spørg om grunden, og giv en ny tid."
            ),
        ]

    def _go_on(self, action: CaseAction) -> None:
        self.accept()
        summons = self._summons
        self._workplace.do(action, Subject((summons.case_id,), about_id=summons.id))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.L)
        summons = self._summons
        at = f" kl. {written_time(summons.meets_at)}" if summons.meets_at else ""
        head = QVBoxLayout()
        head.setSpacing(Space.XS)
        head.addWidget(stored(summons.head.name, "heading", wrap=True))
        where = " · ".join(filter(None, (TALK_PURPOSES[summons.purpose], summons.place)))
        head.addWidget(stored(f"{long_date(summons.meets_on)}{at} · {where}", "muted", wrap=True))
        column.addLayout(head)
        row = QHBoxLayout(self._asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for kind, words in ATTENDANCE.items():
            button = self.answers[kind] = QPushButton(words.capitalize())
            button.setProperty("role", "tab")
            button.setCheckable(True)
            button.setChecked(summons.attendance is kind)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, kind=kind: self._note(kind))
            row.addWidget(button)
        row.addStretch()
        column.addWidget(self._asked)
        column.addWidget(self._message)
        column.addWidget(self._follows)
        column.addStretch()
        self.answers[AttendanceKind.CAME].setFocus(Qt.FocusReason.OtherFocusReason)
