"""Modtag klage, Tættere kontakt and Træk tilbage."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.cases.complaints import ReceiveComplaint, receive_complaint
from app.cases.contact_overrides import SetContactOverride, set_contact_override
from app.cases.overview import FOLLOW_UP_MODELS
from app.cases.timeline import TimelineEntry, timeline
from app.cases.withdraw import Withdraw, withdraw
from db.values.people import FollowUpModel
from ui.citizen.plain_dialog import Opened, PlainDialog, Words, beside, needed, read_plain, read_with
from ui.danish_dates import full_date
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import Choice
from ui.forms.day_field import DayField
from ui.forms.number_field import NumberField
from ui.forms.text_fields import Note

if TYPE_CHECKING:
    from app.work import Work

COMPLAINT_FORM: Final = "complaint"
CONTACT_OVERRIDE_FORM: Final = "contact_override"
WITHDRAW_FORM: Final = "withdraw"

# What a decision was made about.
_DECIDED: Final = frozenset({"application_case", "placement", "job_plan", "offer_order", "benefit_period"})


def complaint_form() -> CaseForm[Opened[tuple[TimelineEntry, ...]]]:
    """Return the form of a complaint that has come in."""

    def decisions(work: Work, case_id: str, _about: str) -> tuple[TimelineEntry, ...]:
        return one_each(timeline(work.session, case_id), _DECIDED)

    return CaseForm(COMPLAINT_FORM, read_with("Modtag klage", decisions), _make_complaint, receive_complaint)


def one_each(entries: tuple[TimelineEntry, ...], kinds: frozenset[str]) -> tuple[TimelineEntry, ...]:
    """The entries of these kinds, each row once."""
    found = {(entry.kind, entry.row_id): entry for entry in reversed(entries) if entry.kind in kinds}
    return tuple(found.values())[::-1]


def entry_choice(label: str, entries: tuple[TimelineEntry, ...], empty: str) -> Choice[str]:
    """Choose one of the entries, by `kind/id`."""
    named = {f"{each.kind}/{each.row_id}": f"{each.title}, {full_date(each.day)}" for each in entries}
    return Choice(label, named, empty=empty)


def about_parts(chosen: str | None) -> tuple[str | None, str | None]:
    """Table and row of a choice."""
    kind, _, row_id = (chosen or "").partition("/")
    return kind or None, row_id or None


def contact_override_form() -> CaseForm[Opened[None]]:
    """Return the form of a closer contact."""
    read = read_plain("Tættere kontakt")
    return CaseForm(CONTACT_OVERRIDE_FORM, read, _make_override, set_contact_override)


def withdraw_form() -> CaseForm[Opened[TimelineEntry | None]]:
    """Return the form that withdraws an entry of the timeline."""

    def entry(work: Work, case_id: str, about: str) -> TimelineEntry | None:
        found = (each for each in timeline(work.session, case_id) if f"{each.kind}/{each.row_id}" == about)
        return next(found, None)

    return CaseForm(WITHDRAW_FORM, read_with("Træk tilbage", entry), _make_withdraw, withdraw)


def _make_complaint(opened: Opened[tuple[TimelineEntry, ...]], today: date, window: QWidget) -> PlainDialog:
    received = DayField("Modtaget", today)
    received.set_value(today)
    subject = Note("Hvad klages der over?")
    about = entry_choice("Afgørelsen", opened.facts, "Ikke en bestemt afgørelse")

    def request() -> ReceiveComplaint:
        day = needed(received.value(), "received_on", "Skriv, hvornår klagen er modtaget.")
        return ReceiveComplaint(opened.case.case_id, day, subject.value(), *about_parts(about.value()))

    words = Words("Modtag klage", "Gem klage", "Klagen er gemt, og fristen står i køen.")
    fields = {"subject": subject, "received_on": received, "about": about}
    return PlainDialog(words, opened.case, fields, request, today, window, beside(("received_on", "about")))


def _make_override(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
    model: Choice[FollowUpModel] = Choice("Kontaktform", FOLLOW_UP_MODELS, empty="Vælg en form")
    days = NumberField("Mindst hver", unit="dage", largest=366)
    first, last = DayField("Fra", today), DayField("Til", today, help_text="Tom: indtil videre.")
    first.set_value(today)
    reason = Note("Hvorfor?")

    def request() -> SetContactOverride:
        return SetContactOverride(
            opened.case.case_id,
            needed(model.value(), "model", "Vælg, hvordan kontakten skal være."),
            needed(days.whole(), "interval_days", "Skriv, hvor mange dage der højst må gå."),
            needed(first.value(), "from_on", "Skriv, hvornår det begynder."),
            reason.value(),
            last.value(),
        )

    words = Words("Tættere kontakt", "Gem kontakt", "Kontakten er gemt, og fristerne følger den.")
    fields = {"model": model, "interval_days": days, "from_on": first, "until_on": last, "reason": reason}
    pairs = (("model", "interval_days"), ("from_on", "until_on"))
    return PlainDialog(words, opened.case, fields, request, today, window, beside(*pairs))


def _make_withdraw(opened: Opened[TimelineEntry | None], today: date, window: QWidget) -> PlainDialog:
    reason = Note("Hvorfor?", help_text="For eksempel: registreret på den forkerte borger.")
    entry = opened.facts
    kind, row_id = about_parts(opened.about_id)
    what = f"{entry.title}, {full_date(entry.day)}. " if entry else ""
    words = Words(
        "Træk tilbage", "Træk tilbage", "Oplysningen er trukket tilbage.",
        f"{what}Den bliver stående overstreget med din begrundelse, og fristerne regnes om.",
    )  # fmt: skip
    return PlainDialog(
        words, opened.case, {"reason": reason}, lambda: Withdraw(kind or "", row_id or "", reason.value()),
        today, window,
    )  # fmt: skip
