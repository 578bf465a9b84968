"""Vedhæft dokument: the file, what it is, from whom, and what it is about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.cases.attach_document import AttachDocument, attach_document
from app.cases.timeline import TimelineEntry, timeline
from ui.citizen.file_field import FileField
from ui.citizen.plain_dialog import Opened, PlainDialog, Words, beside, needed, read_with
from ui.citizen.small_forms import about_parts, entry_choice, one_each
from ui.citizen.workplace_of import workplace_of
from ui.forms.case_form import CaseForm
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.text_fields import TextLine

if TYPE_CHECKING:
    from app.work import Work

ATTACH_FORM: Final = "attachment"

_ABOUT: Final = frozenset({"application_case", "sickness_case", "placement", "complaint", "talk", "job_plan"})


def attach_form() -> CaseForm[Opened[tuple[TimelineEntry, ...]]]:
    """Return the form."""

    def entries(work: Work, case_id: str, _about: str) -> tuple[TimelineEntry, ...]:
        return one_each(timeline(work.session, case_id), _ABOUT)

    return CaseForm(ATTACH_FORM, read_with("Vedhæft dokument", entries), _make, attach_document)


def _make(opened: Opened[tuple[TimelineEntry, ...]], today: date, window: QWidget) -> PlainDialog:
    content = FileField("Fil", workplace_of(window))
    title = TextLine("Hvad er det?", help_text="For eksempel: lægeerklæring, lejekontrakt, eksamensbevis.")
    received = DayField("Modtaget", today)
    received.set_value(today)
    sender = TextLine("Fra")
    about = entry_choice("Hører til", opened.facts, "Sagen i almindelighed")

    def request() -> AttachDocument:
        return AttachDocument(
            opened.case.case_id,
            title.value(),
            needed(content.value(), "content", "Vælg filen."),
            needed(received.value(), "received_on", "Skriv, hvornår dokumentet er modtaget."),
            sender.value(),
            *about_parts(about.value()),
        )

    fields: dict[str, Field] = {
        "content": content, "title": title, "received_on": received, "received_from": sender, "about": about,
    }  # fmt: skip
    words = Words("Vedhæft dokument", "Vedhæft dokument", "Dokumentet er vedhæftet.")
    return PlainDialog(words, opened.case, fields, request, today, window, beside(("received_on", "received_from")))
