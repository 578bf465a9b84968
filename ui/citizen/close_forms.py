"""Afslut sag and Genåbn sag."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtWidgets import QWidget

from app.cases.close_case import CloseCase, ReopenCase, close_case, reopen_case
from app.cases.words import CLOSINGS
from db.values.people import ClosingReason
from ui.citizen.plain_dialog import Arrangement, Opened, PlainDialog, Words, needed, read_plain
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import Choice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.number_field import NumberField
from ui.forms.text_fields import TextLine

CLOSE_FORM: Final = "close_case"
REOPEN_FORM: Final = "reopen_case"

_JOBS: Final = frozenset({ClosingReason.ORDINARY_JOB, ClosingReason.PART_TIME_JOB})
_YES_NO: Final = {"yes": "Ja", "no": "Nej"}
_PAIRS: Final = (
    ("reason", "closed_on"),
    ("employer", "weekly_hours"),
    ("combined_with_danish", "ends_benefit"),
)
_OF_A_JOB: Final = ("employer", "weekly_hours", "combined_with_danish", "ends_benefit")


def close_form() -> CaseForm[Opened[None]]:
    """Return the form that ends a case."""
    return CaseForm(CLOSE_FORM, read_plain("Afslut sag"), _make_close, close_case)


def reopen_form() -> CaseForm[Opened[None]]:
    """Return the form that opens it again."""
    return CaseForm(REOPEN_FORM, read_plain("Genåbn sag"), _make_reopen, reopen_case)


def _make_close(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
    closed_on = DayField("Afsluttet", today)
    closed_on.set_value(today)
    reason: Choice[ClosingReason] = Choice(
        "Årsag", {value: words.capitalize() for value, words in CLOSINGS.items()}, empty="Vælg en årsag"
    )
    text = TextLine("Skriv årsagen")
    employer = TextLine("Arbejdsgiver")
    hours = NumberField("Timer om ugen", largest=80)
    danish: SegmentedChoice[str] = SegmentedChoice("Sammen med danskundervisning", _YES_NO)
    danish.set_value("no")
    benefit: SegmentedChoice[str] = SegmentedChoice(
        "Ydelsen slutter samme dag", _YES_NO, help_text="Nej: ydelsen løber videre ved siden af jobbet."
    )
    benefit.set_value("yes")

    def request() -> CloseCase:
        is_job = reason.value() in _JOBS
        return CloseCase(
            opened.case.case_id,
            needed(closed_on.value(), "closed_on", "Skriv, hvornår sagen er afsluttet."),
            needed(reason.value(), "reason", "Vælg, hvorfor sagen afsluttes."),
            reason_text=text.value() if reason.value() is ClosingReason.OTHER else None,
            weekly_hours=hours.whole() if is_job else None,
            employer=employer.value() if is_job else None,
            combined_with_danish=is_job and danish.value() == "yes",
            ends_benefit=not (is_job and benefit.value() == "no"),
        )

    fields = {
        "reason": reason, "reason_text": text, "closed_on": closed_on, "employer": employer, "weekly_hours": hours,
        "combined_with_danish": danish, "ends_benefit": benefit,
    }  # fmt: skip
    words = Words(
        "Afslut sag", "Afslut sag", "Sagen er afsluttet.",
        "Tovholderen og ydelsen slutter samme dag. Sagen kan genåbnes, og intet slettes.",
    )  # fmt: skip
    only_when = {
        "reason_text": lambda: reason.value() is ClosingReason.OTHER,
        **dict.fromkeys(
            ("employer", "weekly_hours", "combined_with_danish", "ends_benefit"), lambda: reason.value() in _JOBS
        ),
    }
    return PlainDialog(
        words,
        opened.case,
        fields,
        request,
        today,
        window,
        Arrangement(
            only_when, (("reason", "closed_on"), ("employer", "weekly_hours"), ("combined_with_danish", "ends_benefit"))
        ),
    )


def _make_reopen(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
    day = DayField("Genåbnet", today)
    day.set_value(today)

    def request() -> ReopenCase:
        return ReopenCase(opened.case.case_id, needed(day.value(), "reopened_on", "Skriv datoen."))

    words = Words(
        "Genåbn sag", "Genåbn sag", "Sagen er genåbnet.",
        "Sagen kommer tilbage til enheden uden tovholder. Ydelsen skal registreres igen.",
    )  # fmt: skip
    return PlainDialog(words, opened.case, {"reopened_on": day}, request, today, window)
