"""What one appointment is, and what can be done about it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.cases.words import ATTENDANCE, TALK_FORMS, TALK_PURPOSES
from app.talks.week import Booked
from db.values.talks import AttendanceKind
from ui.danish_dates import long_date
from ui.shell.case_action import WORDS, CaseAction
from ui.shell.flow_row import flow
from ui.talks.week_words import clock_words
from ui.theme.labels import chip, stored
from ui.theme.tokens import Size, Space, Tone

_TONES = {
    AttendanceKind.CAME: Tone.GREEN,
    AttendanceKind.CAME_LATE: Tone.GREEN,
    AttendanceKind.ABSENT_WITH_NOTICE: Tone.GREY,
    AttendanceKind.ABSENT: Tone.AMBER,
}


class AppointmentPanel(QFrame):
    """`action_wanted` carries what and about which; `calendar_wanted` and `group_wanted` the appointment."""

    action_wanted = Signal(object, object)
    calendar_wanted = Signal(object)
    group_wanted = Signal(object)

    def __init__(self, offered: Collection[CaseAction], parent: QWidget | None = None) -> None:
        """Make an empty panel; only what somebody offers has a button."""
        super().__init__(parent)
        self._offered = offered
        self.setProperty("role", "side")
        self.setFixedWidth(Size.WHY_PANEL - 2 * Size.ROW)
        self.setAccessibleName(self.tr("Aftalen"))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.show_nothing(any_there=True)

    def show_nothing(self, *, any_there: bool) -> None:
        """Say that none is chosen, or that there is none."""
        page, column = self._page()
        words = self.tr("Vælg en aftale for at se den og gøre noget ved den.")
        none = self.tr("Der er ingen aftaler i ugen.")
        column.addWidget(stored(words if any_there else none, "muted", wrap=True))
        column.addStretch()
        self._scroll.setWidget(page)

    def show_booked(self, booked: Booked) -> None:
        """Show an appointment."""
        page, column = self._page()
        column.addWidget(stored(booked.citizen, "heading", wrap=True))
        when = f"{long_date(booked.on)}\nkl. {clock_words(booked)}" if booked.starts else long_date(booked.on)
        column.addWidget(stored(when, "muted", wrap=True))
        chips = [chip(self.tr("Overlapper en anden aftale"), Tone.AMBER)] if booked.clashes else []
        if booked.talk_held:
            chips.append(chip(self.tr("Samtale registreret"), Tone.GREEN))
        elif booked.attendance is not None:
            chips.append(chip(ATTENDANCE[booked.attendance].capitalize(), _TONES[booked.attendance]))
        if booked.interpreter_booked:
            chips.append(chip(self.tr("Tolk bestilt"), Tone.BLUE))
        if chips:
            column.addWidget(flow(QWidget(), *chips))
        buttons = self._buttons(booked)
        column.addWidget(flow(QWidget(), *buttons))
        facts = [
            (self.tr("Formål"), TALK_PURPOSES[booked.purpose].capitalize()),
            (self.tr("Form"), TALK_FORMS[booked.form]),
            (self.tr("Sted"), booked.place or self.tr("Ikke skrevet")),
        ]
        if booked.meeting_id is not None:
            facts.append((self.tr("Indkaldt"), str(booked.invited)))
        for heading, text in facts:
            pair = QVBoxLayout()
            pair.setSpacing(2)
            pair.addWidget(stored(heading, "fine"))
            pair.addWidget(stored(text, wrap=True))
            column.addLayout(pair)
        column.addStretch()
        self._scroll.setWidget(page)

    def _buttons(self, booked: Booked) -> list[QPushButton]:
        made = []
        if booked.meeting_id is not None:
            button = QPushButton(self.tr("Åbn hold"))
            button.setProperty("role", "primary")
            button.clicked.connect(lambda: self.group_wanted.emit(booked))
            made.append(button)
        else:
            for number, action in enumerate(self._actions(booked)):
                button = QPushButton(WORDS[action])
                button.setAccessibleName(f"{WORDS[action]} {booked.citizen}")
                if number == 0 and action is not CaseAction.OPEN_CITIZEN:
                    button.setProperty("role", "primary")
                button.clicked.connect(lambda _checked=False, action=action: self.action_wanted.emit(action, booked))
                made.append(button)
        save = QPushButton(self.tr("Gem i kalender …"))
        save.clicked.connect(lambda: self.calendar_wanted.emit(booked))
        made.append(save)
        return made

    def _actions(self, booked: Booked) -> list[CaseAction]:
        """What is next comes first: who came has a talk, who did not gets a new time."""
        if booked.talk_held:
            wanted = [CaseAction.OPEN_CITIZEN]
        elif booked.attendance in {AttendanceKind.ABSENT, AttendanceKind.ABSENT_WITH_NOTICE}:
            wanted = [CaseAction.REBOOK, CaseAction.NOTE_ATTENDANCE, CaseAction.WRITE_NOTE, CaseAction.OPEN_CITIZEN]
        elif booked.attendance is None:
            wanted = [CaseAction.NOTE_ATTENDANCE, CaseAction.HOLD_TALK, CaseAction.REBOOK, CaseAction.OPEN_CITIZEN]
        else:
            wanted = [CaseAction.HOLD_TALK, CaseAction.NOTE_ATTENDANCE, CaseAction.OPEN_CITIZEN]
        return [action for action in wanted if action in self._offered]

    def _page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.XL, Space.L, Space.XL)
        column.setSpacing(Space.M)
        return page, column
