"""Registrér samtale: what is required on one screen, everything else folded under it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.cases.words import TALK_FORMS
from app.talks.hold_talk import HoldTalk
from app.talks.opened_form import AgreedBefore, LastTalk, OpenedForm
from db.errors import Refused
from db.values.talks import StepOwner, TalkPurpose
from ui.danish_dates import near_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.field import Field
from ui.forms.form import Form
from ui.talks.talk_fields import MatchAnswer, TalkFields
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space

OWNERS: Final = {
    StepOwner.CITIZEN: "borgeren",
    StepOwner.JOBCENTRE: "jobcentret",
    StepOwner.PROVIDER: "leverandøren",
    StepOwner.OTHER: "andre",
}


class TalkDialog(CaseDialog):
    """One talk of one citizen."""

    done_words = "Samtalen er gemt."

    def __init__(
        self,
        opened: OpenedForm,
        today: date,
        purpose: TalkPurpose = TalkPurpose.CONTACT,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Registrér samtale"), self.tr("Gem samtale"), today, parent)
        # With the queue's panel for its side, it fits a screen of 1366 by 768 with its frame and a task bar.
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1] + 3 * Size.ROW)
        self._case_id = opened.case_id
        self.fields = TalkFields(today, opened.head.match)
        self.fields.purpose.set_value(purpose)
        self._fold = QPushButton()
        self._fold.setProperty("role", "link")
        self._more, self._new_match, self._sickness = QWidget(), frame("reason"), QWidget()
        self._lay_out()
        self._fold.clicked.connect(lambda: self.show_more(shown=self._more.isHidden()))
        self.fields.match.changed.connect(self._show_parts)
        self.fields.purpose.changed.connect(self._show_parts)
        self.show_more(shown=False)
        self.finish(Form(self.fields.by_name(), self), opened.head, opened.draft, _last_time(opened.last_talk, today))
        self._show_parts()
        if opened.draft is None:
            self.fields.note.take_focus()

    def request(self) -> HoldTalk:
        """The talk as the fields say it."""
        return self.fields.request(self._case_id)

    def show_refused(self, refused: Refused) -> None:
        """Open the fold when the field lies under it."""
        if refused.field in {**self.fields.more(), **self.fields.sickness()}:
            self.show_more(shown=True)
        super().show_refused(refused)

    def submit(self) -> None:
        """Open the fold when something under it cannot be read."""
        if any(field.problem() for field in (*self.fields.more().values(), *self.fields.sickness().values())):
            self.show_more(shown=True)
        super().submit()

    def show_more(self, *, shown: bool) -> None:
        """Fold the rest out or in."""
        self._more.setVisible(shown)
        self._fold.setText(self.tr("Færre oplysninger") if shown else self.tr("Flere oplysninger"))

    def _show_parts(self) -> None:
        self._new_match.setVisible(self.fields.match.value() is MatchAnswer.NEW)
        self._sickness.setVisible(self.fields.purpose.value() is TalkPurpose.SICKNESS_FOLLOW_UP)

    def _lay_out(self) -> None:
        fields = self.fields
        self.body.addLayout(_row(fields.held_on, fields.form))
        self.body.addWidget(fields.note)
        self.body.addWidget(fields.match)
        inside = QVBoxLayout(self._new_match)
        inside.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        inside.setSpacing(Space.M)
        inside.addWidget(fields.category)
        inside.addWidget(stored(fields.category_words, "fine", wrap=True))
        for name in ("basis", "reason", "next_assessment_on"):
            inside.addWidget(fields.new_match()[name])
        self.body.addWidget(self._new_match)
        self.body.addWidget(fields.next_step)
        self.body.addLayout(_row(fields.next_contact_on, fields.next_form))
        folding = QHBoxLayout()
        folding.addWidget(self._fold)
        folding.addStretch()
        self.body.addLayout(folding)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 0, 0, 0)
        more.setSpacing(Space.L)
        for field in fields.more().values():
            more.addWidget(field)
            if field is fields.purpose:
                more.addWidget(self._sickness)
        sickness = QVBoxLayout(self._sickness)
        sickness.setContentsMargins(0, 0, 0, 0)
        sickness.setSpacing(Space.L)
        for field in fields.sickness().values():
            sickness.addWidget(field)
        self.body.addWidget(self._more)


def _row(first: Field, second: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.L)
    row.addWidget(first, alignment=Qt.AlignmentFlag.AlignTop)
    row.addWidget(second, alignment=Qt.AlignmentFlag.AlignTop)
    row.addStretch()
    return row


def _last_time(last: LastTalk | None, today: date) -> QFrame:
    side = frame("side")
    side.setFixedWidth(Size.WHY_PANEL - 2 * Size.ROW)
    outer = QVBoxLayout(side)
    outer.setContentsMargins(0, 0, 0, 0)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    column.setSpacing(Space.S)
    column.addWidget(stored("Aftalt sidst", "heading"))
    for text, role in last_lines(last, today):
        column.addWidget(stored(text, role, wrap=True))
    column.addStretch()
    scroll.setWidget(page)
    outer.addWidget(scroll)
    return side


def last_lines(last: LastTalk | None, today: date) -> list[tuple[str, str | None]]:
    """What was agreed last time, each line with its role."""
    if last is None:
        return [("Der er ikke registreret en samtale før.", "muted")]
    lines: list[tuple[str, str | None]] = [(f"{near_date(last.held_on, today)} · {TALK_FORMS[last.form]}", "muted")]
    if last.next_step_towards_work:
        lines += [("Næste skridt mod arbejde", "fine"), (last.next_step_towards_work, None)]
    if last.agreements:
        lines.append(("Aftaler", "fine"))
        lines += [(_agreed_words(each, today), None) for each in last.agreements]
    if last.next_contact_on:
        lines += [("Næste kontakt", "fine"), (near_date(last.next_contact_on, today), None)]
    if len(lines) == 1:
        lines.append(("Der står ingen aftaler fra samtalen.", "muted"))
    return lines


def _agreed_words(agreed: AgreedBefore, today: date) -> str:
    until = f", senest {near_date(agreed.by_date, today)}" if agreed.by_date else ""
    return f"{agreed.text} ({OWNERS[agreed.who]}{until}){' – udført' if agreed.done else ''}"
