"""Ret husstand: who moves in with whom, who leaves, and *lever adskilt*."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.cases.households import (
    HouseholdState,
    JoinHousehold,
    LeaveHousehold,
    SetLivesApart,
    household_state,
    join_household,
    leave_household,
    set_lives_apart,
)
from app.cases.words import HOUSEHOLD_PARTS
from db.values.people import HouseholdPart
from ui.citizen.citizen_picker import CitizenPicker
from ui.citizen.plain_dialog import Arrangement, Opened, PlainDialog, Words, beside, needed, read_with
from ui.citizen.workplace_of import workplace_of
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import Choice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.field import Field

if TYPE_CHECKING:
    from app.changes import Done
    from app.work import Work

HOUSEHOLD_FORM: Final = "household"

HouseholdRequest = JoinHousehold | LeaveHousehold | SetLivesApart


class Doing(StrEnum):
    """What is registered; the value is what stands on the button."""

    APART = "Lever adskilt"
    TOGETHER = "Lever sammen igen"
    LEAVE = "Forlader husstanden"


def household_form() -> CaseForm[Opened[HouseholdState]]:
    """Return the form."""

    def state(work: Work, case_id: str, _about: str) -> HouseholdState:
        return household_state(work, case_id)

    return CaseForm(HOUSEHOLD_FORM, read_with("Ret husstand", state), _make, change_household)


def change_household(work: Work, request: HouseholdRequest) -> Done:
    """Do what was chosen; each is a use case of its own and refuses for itself."""
    match request:
        case JoinHousehold():
            return join_household(work, request)
        case LeaveHousehold():
            return leave_household(work, request)
        case SetLivesApart():
            return set_lives_apart(work, request)


def _make(opened: Opened[HouseholdState], today: date, window: QWidget) -> PlainDialog:
    return _make_change(opened, today, window) if opened.facts.in_household else _make_join(opened, today, window)


def _make_join(opened: Opened[HouseholdState], today: date, window: QWidget) -> PlainDialog:
    parts = {part: words.capitalize() for part, words in HOUSEHOLD_PARTS.items()}
    other = CitizenPicker("Bor sammen med", workplace_of(window), opened.case.case_id, "Husstand")
    own: Choice[HouseholdPart] = Choice("Borgeren er", parts)
    others: Choice[HouseholdPart] = Choice("Den anden er", parts)
    own.set_value(HouseholdPart.SPOUSE)
    others.set_value(HouseholdPart.SPOUSE)
    first = DayField("Fra", today)
    first.set_value(today)

    def request() -> JoinHousehold:
        return JoinHousehold(
            opened.case.case_id,
            needed(other.value(), "with_case_id", "Find den anden, og vælg vedkommende på listen."),
            needed(first.value(), "from_on", "Skriv, hvornår de flyttede sammen."),
            own.value() or HouseholdPart.SPOUSE,
            others.value() or HouseholdPart.SPOUSE,
        )

    fields: dict[str, Field] = {"with_case_id": other, "part": own, "part_of_other": others, "from_on": first}
    words = Words("Ret husstand", "Gem husstand", "Husstanden er gemt.")
    return PlainDialog(words, opened.case, fields, request, today, window, beside(("part", "part_of_other")))


def _make_change(opened: Opened[HouseholdState], today: date, window: QWidget) -> PlainDialog:
    possible = (Doing.TOGETHER if opened.facts.lives_apart else Doing.APART, Doing.LEAVE)
    doing: SegmentedChoice[Doing] = SegmentedChoice("Hvad er ændret?", {each: each.value for each in possible})
    day = DayField("Sidste dag i husstanden", today)
    day.set_value(today)

    def request() -> HouseholdRequest:
        case_id = opened.case.case_id
        chosen = needed(doing.value(), "doing", "Vælg, hvad der er ændret.")
        if chosen is Doing.LEAVE:
            return LeaveHousehold(case_id, needed(day.value(), "on", "Skriv den sidste dag."))
        return SetLivesApart(case_id, chosen is Doing.APART)

    words = Words(
        "Ret husstand", "Gem husstand", "Husstanden er gemt.",
        "Lever de adskilt, slås samordningen fra: adresse, telefon og frister vises ikke på tværs.",
    )  # fmt: skip
    return PlainDialog(
        words, opened.case, {"doing": doing, "on": day}, request, today, window,
        Arrangement({"on": lambda: doing.value() is Doing.LEAVE}),
    )  # fmt: skip
