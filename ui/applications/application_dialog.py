"""Ny ansøgningssag: what is applied for, since when, and what to say on the phone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.cases.application_cases import OpenApplication
from app.cases.application_view import OpenedNewApplication
from app.cases.words import APPLICATIONS
from app.queue.text import STEPS
from db.errors import Refused
from ui.forms.case_dialog import CaseDialog
from ui.forms.choice_fields import MultiChoice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.forms.side_panel import SideLine, side_panel
from ui.forms.text_fields import TextLine
from ui.theme.tokens import Size, Space


class ApplicationDialog(CaseDialog):
    """One new case of one citizen."""

    done_words = "Ansøgningssagen er oprettet."

    def __init__(self, opened: OpenedNewApplication, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Ny ansøgningssag"), self.tr("Opret sag"), today, parent)
        self.resize(Size.DIALOG[0] + Size.WHY_PANEL, Size.DIALOG[1])
        self._opened = opened
        self.kind = SegmentedChoice(
            self.tr("Der er søgt om"), {kind: words.capitalize() for kind, words in APPLICATIONS.items()}
        )
        self.applied_on = DayField(self.tr("Ansøgningen kom den"), today)
        self.applied_on.set_value(today)
        self.inherited = MultiChoice(self.tr("Overtaget"), {"yes": self.tr("Sagen er overtaget fra en anden enhed")})
        self.case_no = TextLine(self.tr("Sagsnummer"), help_text=self.tr("Kan stå tomt: sagen får så sit eget."))
        self.published_due_on = DayField(
            self.tr("Offentliggjort frist"), today, help_text=self.tr("Uden dato gælder kommunens sagsbehandlingstid.")
        )
        self.status_text = TextLine(
            self.tr("Status til telefonen"), help_text=self.tr("Én linje, der kan læses op, når borgeren ringer.")
        )
        fields: dict[str, Field] = {
            "kind": self.kind,
            "applied_on": self.applied_on,
            "inherited": self.inherited,
            "case_no": self.case_no,
            "published_due_on": self.published_due_on,
            "status_text": self.status_text,
        }
        self.body.addWidget(self.kind)
        pairs = QGridLayout()
        pairs.setSpacing(Space.L)
        pairs.setColumnStretch(1, 1)
        for place, field in enumerate((self.applied_on, self.published_due_on, self.inherited, self.case_no)):
            pairs.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(pairs)
        self.body.addWidget(self.status_text)
        self.finish(Form(fields, self), opened.case.head, opened.case.draft, side_panel(_side(opened)))
        if opened.case.draft is None:
            self.kind.take_focus()

    def request(self) -> OpenApplication:
        """The case as the fields say it."""
        kind, applied_on = self.kind.value(), self.applied_on.value()
        if kind is None:
            raise Refused(self.tr("Vælg, hvad der er søgt om."), field="kind", code="missing")
        if applied_on is None:
            raise Refused(self.tr("Skriv, hvornår ansøgningen kom."), field="applied_on", code="missing")
        return OpenApplication(
            self._opened.case.case_id,
            kind,
            applied_on,
            self._opened.template,
            bool(self.inherited.value()),
            self.status_text.value(),
            self.published_due_on.value(),
            self.case_no.value(),
        )


def _side(opened: OpenedNewApplication) -> Iterator[SideLine]:
    if opened.open_kinds:
        yield SideLine("Åbne sager", "heading")
        for kind in opened.open_kinds:
            yield SideLine(APPLICATIONS[kind].capitalize())
    yield SideLine("Sagens skridt", "heading")
    for number, step in enumerate(opened.template.steps, start=1):
        yield SideLine(f"{number}. {STEPS[step][:1].upper()}{STEPS[step][1:]}")
