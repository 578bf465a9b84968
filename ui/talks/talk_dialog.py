"""Registrér samtale: what is required on one screen, everything else folded under it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.cases.words import TALK_FORMS
from app.talks.headings import with_headings
from app.talks.hold_talk import HoldTalk
from app.talks.opened_form import LastTalk, OpenedForm
from db.errors import Refused
from db.values.talks import TalkForm, TalkPurpose
from ui.danish_dates import full_date
from ui.forms.case_dialog import CaseDialog
from ui.forms.field import Field
from ui.forms.form import Form
from ui.shell.scrolled import scrolled
from ui.talks.settled_field import SettledField
from ui.talks.talk_fields import MatchAnswer, TalkFields
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space


class Preset(NamedTuple):
    """What is known of a talk before it is registered: its purpose, or all that its summons says."""

    purpose: TalkPurpose = TalkPurpose.CONTACT
    held_on: date | None = None
    form: TalkForm | None = None
    summons_id: str | None = None


class TalkDialog(CaseDialog):
    """One talk of one citizen."""

    done_words = "Samtalen er gemt."

    def __init__(
        self,
        opened: OpenedForm,
        today: date,
        preset: Preset | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Registrér samtale"), self.tr("Gem samtale"), today, parent)
        preset = preset or Preset()
        # With the queue's panel for its side, it fits a screen of 1366 by 768 with its frame and a task bar.
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1] + 3 * Size.ROW)
        self._case_id = opened.case_id
        agreed = opened.last_talk.agreements if opened.last_talk else ()
        self.fields = TalkFields(today, opened.head.match, agreed)
        self.fields.purpose.set_value(preset.purpose)
        self._summons_id = preset.summons_id
        if preset.held_on is not None:
            self.fields.held_on.set_value(preset.held_on)
        if preset.form is not None:
            self.fields.form.set_value(preset.form)
        self._headings = opened.headings
        self._insert = QPushButton(self.tr("Indsæt overskrifter"))
        self._insert.setProperty("role", "link")
        self._insert.setToolTip(self.tr("Det, en god samtale med dette formål kommer omkring"))
        self._insert.clicked.connect(self._insert_headings)
        self._fold = QPushButton()
        self._fold.setProperty("role", "link")
        self._more, self._new_match, self._sickness = QWidget(), frame("reason"), QWidget()
        self._lay_out()
        self._fold.clicked.connect(lambda: self.show_more(shown=self._more.isHidden()))
        self.fields.match.changed.connect(self._show_parts)
        self.fields.purpose.changed.connect(self._show_parts)
        self.show_more(shown=False)
        self.finish(
            Form(self.fields.by_name(), self),
            opened.head,
            opened.draft,
            _last_time(opened.last_talk, self.fields.settled),
        )
        self._show_parts()
        if opened.draft is None:
            self.fields.note.take_focus()

    def request(self) -> HoldTalk:
        """The talk as the fields say it."""
        return replace(self.fields.request(self._case_id), summons_id=self._summons_id)

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

    def _insert_headings(self) -> None:
        headings = self._headings.get(self.fields.purpose.value() or TalkPurpose.CONTACT, ())
        note = self.fields.note
        note.set_value(with_headings(note.value(), headings))
        note.take_focus()
        # The first heading's empty line is where one goes on.
        first = note.value().find(":\n")
        note.put_cursor(len(note.value()) if first < 0 else first + 2)

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
        folding.addSpacing(Space.L)
        folding.addWidget(self._insert)
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


def _last_time(last: LastTalk | None, settled: SettledField) -> QFrame:
    side = frame("side")
    side.setFixedWidth(Size.WHY_PANEL - 2 * Size.ROW)
    outer = QVBoxLayout(side)
    outer.setContentsMargins(0, 0, 0, 0)
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
    column.setSpacing(Space.S)
    column.addWidget(stored("Aftalt sidst", "heading"))
    for text, role in last_lines(last):
        column.addWidget(stored(text, role, wrap=True))
    settled.setVisible(last is not None and bool(last.agreements))
    column.addWidget(settled)
    if last is not None and last.next_contact_on:
        column.addWidget(stored("Næste kontakt", "fine"))
        column.addWidget(stored(full_date(last.next_contact_on)))
    column.addStretch()
    outer.addWidget(scrolled(page))
    return side


def last_lines(last: LastTalk | None) -> list[tuple[str, str | None]]:
    """What was agreed last time, each line with its role."""
    if last is None:
        return [("Der er ikke registreret en samtale før.", "muted")]
    lines: list[tuple[str, str | None]] = [(f"{full_date(last.held_on)} · {TALK_FORMS[last.form]}", "muted")]
    if last.next_step_towards_work:
        lines += [("Næste skridt mod arbejde", "fine"), (last.next_step_towards_work, None)]
    if len(lines) == 1 and not last.agreements and not last.next_contact_on:
        lines.append(("Der står ingen aftaler fra samtalen.", "muted"))
    return lines
