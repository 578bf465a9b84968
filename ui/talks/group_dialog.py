"""Nyt hold: a meeting for many, before anybody is invited."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.cases.words import TALK_PURPOSES
from app.talks.diary import next_working_days
from app.talks.group_meetings import CreateGroupMeeting
from app.talks.invite import create_meeting
from app.talks.local_time import instant_of
from db.errors import Refused
from db.values.talks import TalkPurpose
from ui.danish_dates import WEEKDAYS
from ui.forms.case_dialog import CaseDialog
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import Choice, MultiChoice
from ui.forms.day_field import DayField
from ui.forms.form import Form
from ui.forms.number_field import NumberField
from ui.forms.text_fields import TextLine
from ui.forms.time_field import TimeField
from ui.theme.tokens import Size, Space

if TYPE_CHECKING:
    from app.cases.drafts import DraftKey
    from app.work import Work
    from ui.forms.field import Field

GROUP_FORM: Final = "group_meeting"


@dataclass(frozen=True, slots=True)
class OpenedGroup:
    """The draft is all there is."""

    draft: str | None


class GroupDialog(CaseDialog):
    """Theme, day, time and place; seats and language may stand empty."""

    done_words = "Holdet er oprettet."

    def __init__(self, opened: OpenedGroup, today: date, parent: QWidget | None = None) -> None:
        """Make the form, with its draft where there is one."""
        super().__init__(self.tr("Nyt hold"), self.tr("Opret hold"), today, parent)
        self.resize(Size.DIALOG[0], Size.FORM)
        days = next_working_days(today, 5)
        quick = [(f"{WEEKDAYS[day.weekday()][:2]}. {day.day}.{day.month}", f"{day:%d.%m.%Y}") for day in days]
        self.theme = TextLine(self.tr("Emne"))
        self.purpose = Choice(self.tr("Formål"), {each: words.capitalize() for each, words in TALK_PURPOSES.items()})
        self.on = DayField(self.tr("Dato"), today, quick=quick)
        self.at, self.minutes = (
            TimeField(self.tr("Kl.")),
            NumberField(self.tr("Varighed"), unit="minutter", largest=480),
        )
        self.place, self.seats = TextLine(self.tr("Lokale")), NumberField(self.tr("Pladser"), largest=500)
        self.language = TextLine(self.tr("Sprog"))
        self.interpreter = MultiChoice(self.tr("Tolk"), {"booked": self.tr("Tolk er bestilt")})
        self.minutes.set_value(60)
        self.at.set_value(time(10))
        rows = (
            (self.theme, self.purpose),
            (self.on,),
            (self.at, self.minutes, self.seats),
            (self.place, self.language),
            (self.interpreter,),
        )
        for fields in rows:
            self.body.addLayout(_row(*fields))
        named = {
            "theme": self.theme,
            "purpose": self.purpose,
            "meets_on": self.on,
            "meets_at": self.at,
            "ends_at": self.minutes,
            "seats": self.seats,
            "place": self.place,
            "language": self.language,
            "interpreter": self.interpreter,
        }
        self.finish(Form(named, self), None, opened.draft)
        if opened.draft is None:
            self.theme.take_focus()

    def request(self) -> CreateGroupMeeting:
        """The meeting as the fields say it. Refused `missing` without day or time."""
        on, at = self.on.value(), self.at.value()
        if on is None:
            raise Refused("Skriv datoen.", field="meets_on", code="missing")
        if at is None:
            raise Refused("Skriv, hvad klokken er.", field="meets_at", code="missing")
        ends = datetime.combine(on, at) + timedelta(minutes=self.minutes.whole() or 0)
        return CreateGroupMeeting(
            unit_id="",
            theme=self.theme.value(),
            purpose=self.purpose.value() or TalkPurpose.CONTACT,
            starts_at=instant_of(on, at),
            ends_at=instant_of(ends.date(), ends.time()) if self.minutes.whole() else None,
            place=self.place.value() or None,
            seats=self.seats.whole(),
            language=self.language.value() or None,
            interpreter_booked=bool(self.interpreter.value()),
        )


def group_form() -> CaseForm[OpenedGroup]:
    """Return the form of a new meeting."""
    return CaseForm(GROUP_FORM, _read, GroupDialog, create_meeting)


def _read(work: Work, key: DraftKey) -> OpenedGroup:
    from app.cases.drafts import load_draft

    return OpenedGroup(load_draft(work.session, key))


def _row(*fields: Field) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.L)
    for field in fields:
        row.addWidget(field, alignment=Qt.AlignmentFlag.AlignTop)
    return row
