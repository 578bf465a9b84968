"""Vikar: who is away, who sees and handles the queue, and from when to when. The holder stays."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.cases.team_forms import OpenedCover
from app.cases.workers import SetCover
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import Choice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.team.words import cover_words
from ui.theme.labels import frame, stored
from ui.theme.tokens import Size, Space


class CoverDialog(CaseDialog):
    """One cover. What it means stands below in a sentence, as it will be read."""

    def __init__(self, opened: OpenedCover, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Ny vikar"), self.tr("Gem vikar"), today, parent)
        self.done_words = self.tr("Vikaren er gemt.")
        self.resize(Size.DIALOG[0], Size.FORM)
        self._workers = opened.workers
        names = {worker.id: worker.words for worker in opened.workers.values()}
        self.away: Choice[str] = Choice(self.tr("Fraværende"), names, empty=self.tr("Vælg en medarbejder"))
        self.cover: Choice[str] = Choice(self.tr("Vikar"), names, empty=self.tr("Vælg en medarbejder"))
        if opened.me in names:
            self.away.set_value(opened.me)
        self.from_on = DayField(self.tr("Første dag"), today)
        self.to_on = DayField(self.tr("Sidste dag"), today)
        self._sentence = stored("", wrap=True)
        box = frame("reason")
        inside = QVBoxLayout(box)
        inside.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        inside.addWidget(self._sentence)
        self.body.addWidget(self.away)
        self.body.addWidget(self.cover)
        days = QHBoxLayout()
        days.setSpacing(Space.L)
        for day in (self.from_on, self.to_on):
            days.addWidget(day, alignment=Qt.AlignmentFlag.AlignTop)
        days.addStretch()
        self.body.addLayout(days)
        self.body.addWidget(box)
        fields = {
            "for_worker_id": self.away,
            "by_worker_id": self.cover,
            "from_on": self.from_on,
            "to_on": self.to_on,
        }
        for field in fields.values():
            field.changed.connect(self._show_sentence)
        self.finish(Form(fields, self), None, opened.draft)
        self._show_sentence()
        if opened.draft is None:
            self.cover.take_focus()

    def request(self) -> SetCover:
        """The cover. Raises Refused for what is missing."""
        away, cover = self.away.value(), self.cover.value()
        if away is None:
            raise Refused("Vælg, hvem der er fraværende.", field="for_worker_id", code="missing")
        if cover is None:
            raise Refused("Vælg, hvem der er vikar.", field="by_worker_id", code="missing")
        start, end = self.from_on.value(), self.to_on.value()
        if start is None:
            raise Refused("Skriv den første dag.", field="from_on", code="missing")
        if end is None:
            raise Refused("Skriv den sidste dag.", field="to_on", code="missing")
        unit = self._workers[away].unit_id or self._workers[cover].unit_id
        if unit is None:
            message = "Ingen af dem hører til en enhed. Vælg deres enhed under Indstillinger først."
            raise Refused(message, field="for_worker_id", code="unknown_unit")
        return SetCover(away, cover, unit, start, end)

    def sentence(self) -> str:
        """What the cover means, in words."""
        return self._sentence.text()

    def _show_sentence(self) -> None:
        away, cover = self.away.value(), self.cover.value()
        start, end = self.from_on.value(), self.to_on.value()
        if away is None or cover is None or start is None or end is None:
            self._sentence.setText(self.tr("Vikaren ser og kan behandle køen. Tovholderen er den samme som før."))
            return
        names = self._workers[away].name, self._workers[cover].name
        self._sentence.setText(cover_words(*names, start, end))
