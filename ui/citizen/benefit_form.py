"""Registrér ydelse: begin a benefit, end it, correct it, and the question to Ydelsesservice."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.cases.benefits import (
    ChangeBenefit,
    EndBenefit,
    NoteEntitlement,
    PeriodLine,
    StartBenefit,
    benefit_periods,
    change_benefit,
    end_benefit,
    note_entitlement,
    start_benefit,
)
from app.cases.words import BENEFITS
from db.values.people import BenefitType
from ui.citizen.plain_dialog import Arrangement, Opened, PlainDialog, Words, needed, read_with
from ui.danish_dates import full_date
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import Choice, SegmentedChoice
from ui.forms.day_field import DayField

if TYPE_CHECKING:
    from app.changes import Done
    from app.work import Work

BENEFIT_FORM: Final = "benefit"

BenefitRequest = StartBenefit | EndBenefit | ChangeBenefit | NoteEntitlement


class Doing(StrEnum):
    """What is registered; the value is what stands on the button."""

    START = "Ny ydelse"
    END = "Afslut ydelse"
    CHANGE = "Ret ydelse"
    ENTITLEMENT = "Ydelsesservice"


_WHOLE: Final = frozenset({Doing.START, Doing.CHANGE})


def benefit_form() -> CaseForm[Opened[tuple[PeriodLine, ...]]]:
    """Return the form."""

    def periods(work: Work, case_id: str, _about: str) -> tuple[PeriodLine, ...]:
        return benefit_periods(work, case_id)

    return CaseForm(BENEFIT_FORM, read_with("Registrér ydelse", periods), _make, register_benefit)


def register_benefit(work: Work, request: BenefitRequest) -> Done:
    """Do what was chosen; each is a use case of its own and refuses for itself."""
    match request:
        case StartBenefit():
            return start_benefit(work, request)
        case EndBenefit():
            return end_benefit(work, request)
        case ChangeBenefit():
            return change_benefit(work, request)
        case NoteEntitlement():
            return note_entitlement(work, request)


def _make(opened: Opened[tuple[PeriodLine, ...]], today: date, window: QWidget) -> BenefitDialog:
    return BenefitDialog(opened, today, window)


class BenefitDialog(PlainDialog):
    """Asks for what belongs to the chosen thing, and fills in what stands of the chosen period."""

    def __init__(self, opened: Opened[tuple[PeriodLine, ...]], today: date, window: QWidget) -> None:
        """Make the form; a case without a benefit can only begin one."""
        self._case_id, self._day = opened.case.case_id, today
        self._periods = {each.id: each for each in opened.facts}
        self._running = any(each.to_on is None for each in opened.facts)
        possible = list(Doing) if opened.facts else [Doing.START]
        self.doing: SegmentedChoice[Doing] = SegmentedChoice("Hvad", {each: each.value for each in possible})
        self.doing.set_value(Doing.START)
        self.period: Choice[str] = Choice("Periode", {each.id: _words(each) for each in opened.facts} or {"": "Ingen"})
        self.benefit: Choice[BenefitType] = Choice("Ydelse", BENEFITS, empty="Vælg ydelse")
        self.days = {
            "from_on": DayField("Fra", today, quick=(("I dag", "i dag"),)),
            "to_on": DayField("Til og med", today, help_text="Tom: indtil videre."),
            "enquiry_on": DayField("Henvendelse", today),
            "notice_on": DayField("Besked om ydelse", today),
            "asked_on": DayField("Spurgt Ydelsesservice", today),
            "answered_on": DayField("Svar fra Ydelsesservice", today),
        }
        fields = {"doing": self.doing, "period_id": self.period, "benefit": self.benefit, **self.days}
        intro = "En løbende ydelse slutter dagen før den nye." if self._running else ""
        words = Words("Registrér ydelse", "Gem ydelse", "Ydelsen er gemt.", intro)
        super().__init__(words, opened.case, fields, self._request, today, window, self._arrangement())
        # Only from here on: a draft that was brought back must stay as it was typed.
        self.doing.changed.connect(self._fill)
        self.period.changed.connect(self._fill)

    def _arrangement(self) -> Arrangement:
        only_when: dict[str, Callable[[], bool]] = {
            "period_id": lambda: self.doing.value() is not Doing.START,
            "to_on": lambda: self.doing.value() is not Doing.ENTITLEMENT,
            **dict.fromkeys(("benefit", "from_on", "enquiry_on", "notice_on"), lambda: self.doing.value() in _WHOLE),
            **dict.fromkeys(("asked_on", "answered_on"), lambda: self.doing.value() is Doing.ENTITLEMENT),
        }
        return Arrangement(only_when, (("from_on", "to_on"), ("enquiry_on", "notice_on"), ("asked_on", "answered_on")))

    def _fill(self) -> None:
        chosen = self._periods.get(self.period.value() or "")
        if chosen is None or self.doing.value() is Doing.START:
            return
        found = {
            "from_on": chosen.from_on,
            "to_on": chosen.to_on,
            "enquiry_on": chosen.enquiry_on,
            "notice_on": chosen.notice_on,
            "asked_on": chosen.asked_on or self._day,
            "answered_on": chosen.answered_on,
        }
        if self.doing.value() is Doing.END:
            found["to_on"] = chosen.to_on or self._day
        for name, day in found.items():
            self.days[name].set_value(day)
        self.benefit.set_value(chosen.benefit)

    def _request(self) -> BenefitRequest:
        period = self.period.value() or ""
        first, last, enquiry, notice, asked, answered = (field.value() for field in self.days.values())
        if self.doing.value() is Doing.END:
            return EndBenefit(period, needed(last, "to_on", "Skriv den sidste dag."))
        if self.doing.value() is Doing.ENTITLEMENT:
            return NoteEntitlement(period, needed(asked, "asked_on", "Skriv, hvornår du spurgte."), answered)
        kind = needed(self.benefit.value(), "benefit", "Vælg ydelsen.")
        begins = needed(first, "from_on", "Skriv, hvornår ydelsen begynder.")
        if self.doing.value() is Doing.CHANGE:
            return ChangeBenefit(period, kind, begins, last, enquiry, notice)
        return StartBenefit(self._case_id, kind, begins, last, enquiry, notice, ends_running=self._running)


def _words(line: PeriodLine) -> str:
    end = full_date(line.to_on) if line.to_on else "nu"
    return f"{BENEFITS[line.benefit]}, {full_date(line.from_on)} – {end}"
