"""Samarbejde: contacts outside, consent, and other departments; one small form each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.cases.case_reading import CaseReading
from app.cases.cooperation import CONSENT_SCOPES, ConsentLine, cooperation_of
from app.cases.external_contacts import (
    AddExternalContact,
    DepartmentAnswered,
    EndConsent,
    GiveConsent,
    NoteExternalContact,
    ReferToDepartment,
    add_external_contact,
    department_answered,
    end_consent,
    give_consent,
    note_external_contact,
    refer_to_department,
)
from db.values.people import ConsentScope
from ui.citizen.plain_dialog import Opened, PlainDialog, Words, beside, needed, read_plain, read_with
from ui.danish_dates import full_date
from ui.forms.case_form import CaseForm
from ui.forms.choice_fields import Choice, SegmentedChoice
from ui.forms.day_field import DayField
from ui.forms.text_fields import Note, TextLine

if TYPE_CHECKING:
    from app.work import Work

CONTACT, CONTACT_NOTED = "external_contact", "contact_noted"
CONSENT, END_CONSENT = "consent", "end_consent"
REFERRAL, REFERRAL_ANSWER = "referral", "referral_answer"

_NO_DAY: Final = "Skriv datoen."


def contact_form() -> CaseForm[Opened[tuple[ConsentLine, ...]]]:
    """Return the form of a contact outside the jobcentre."""

    def consents(work: Work, case_id: str, _about: str) -> tuple[ConsentLine, ...]:
        found = cooperation_of(CaseReading(work.session, case_id), work.today).consents
        return tuple(each for each in found if each.valid)

    return CaseForm(CONTACT, read_with("Ekstern kontakt", consents), _make_contact, add_external_contact)


def contact_noted_form() -> CaseForm[Opened[None]]:
    """Return the form that notes that one has talked with a contact."""

    def make(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
        day = _today("Talt med", today)
        return PlainDialog(
            Words("Notér kontakt", "Gem kontakt", "Kontakten er noteret."), opened.case, {"contacted_on": day},
            lambda: NoteExternalContact(opened.about_id, needed(day.value(), "contacted_on", _NO_DAY)), today, window,
        )  # fmt: skip

    return CaseForm(CONTACT_NOTED, read_plain("Ekstern kontakt"), make, note_external_contact)


def consent_form() -> CaseForm[Opened[None]]:
    """Return the form of a consent."""
    return CaseForm(CONSENT, read_plain("Samtykke"), _make_consent, give_consent)


def end_consent_form() -> CaseForm[Opened[None]]:
    """Return the form that ends a consent."""

    def make(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
        day = _today("Sidste dag", today)
        words = Words("Afslut samtykke", "Afslut samtykke", "Samtykket er afsluttet.")
        return PlainDialog(
            words, opened.case, {"ends_on": day},
            lambda: EndConsent(opened.about_id, needed(day.value(), "ends_on", _NO_DAY)), today, window,
        )  # fmt: skip

    return CaseForm(END_CONSENT, read_plain("Samtykke"), make, end_consent)


def referral_form() -> CaseForm[Opened[None]]:
    """Return the form of a referral to another department."""
    return CaseForm(REFERRAL, read_plain("Henvisning til forvaltning"), _make_referral, refer_to_department)


def referral_answer_form() -> CaseForm[Opened[None]]:
    """Return the form that notes its answer."""

    def make(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
        day = _today("Besvaret", today)
        return PlainDialog(
            Words("Notér svar", "Gem svar", "Svaret er noteret."), opened.case, {"answered_on": day},
            lambda: DepartmentAnswered(opened.about_id, needed(day.value(), "answered_on", _NO_DAY)), today, window,
        )  # fmt: skip

    return CaseForm(REFERRAL_ANSWER, read_plain("Henvisning til forvaltning"), make, department_answered)


def _today(label: str, today: date) -> DayField:
    day = DayField(label, today)
    day.set_value(today)
    return day


def _make_contact(opened: Opened[tuple[ConsentLine, ...]], today: date, window: QWidget) -> PlainDialog:
    kind = TextLine("Hvem er det?", help_text="For eksempel egen læge, boligselskab, Kriminalforsorgen, fagforening.")
    organisation, name, phone = TextLine("Organisation"), TextLine("Navn"), TextLine("Telefon")
    labels = {each.id: f"{CONSENT_SCOPES[each.scope]}, givet {full_date(each.given_on)}" for each in opened.facts}
    consent = Choice("Samtykke", labels, empty="Intet noteret samtykke")

    def request() -> AddExternalContact:
        return AddExternalContact(
            opened.case.case_id, kind.value(), organisation.value(), name.value(), phone.value(), consent.value()
        )

    fields = {"kind": kind, "organisation": organisation, "name": name, "phone": phone, "consent_id": consent}
    words = Words("Tilføj kontakt", "Gem kontakt", "Kontakten er gemt.")
    return PlainDialog(
        words,
        opened.case,
        fields,
        request,
        today,
        window,
        beside(("organisation", "name"), ("phone", "consent_id")),
    )


def _make_consent(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
    scope: Choice[ConsentScope] = Choice("Samtykke til", CONSENT_SCOPES, empty="Vælg, hvad samtykket gælder")
    text = TextLine("Hvem og hvad", help_text="For eksempel: egen læge om ryggen.")
    given, ends = _today("Givet", today), DayField("Gælder til", today, quick=(("Et år", "+12 mdr"),))

    def request() -> GiveConsent:
        return GiveConsent(
            opened.case.case_id,
            needed(scope.value(), "scope", "Vælg, hvad samtykket gælder."),
            needed(given.value(), "given_on", _NO_DAY),
            text.value(),
            ends.value(),
        )

    fields = {"scope": scope, "scope_text": text, "given_on": given, "ends_on": ends}
    words = Words("Notér samtykke", "Gem samtykke", "Samtykket er gemt.")
    return PlainDialog(words, opened.case, fields, request, today, window, beside(("given_on", "ends_on")))


def _make_referral(opened: Opened[None], today: date, window: QWidget) -> PlainDialog:
    department = TextLine("Forvaltning", help_text="For eksempel Socialforvaltningen.")
    need = Note("Hvad har borgeren brug for?")
    duty = TextLine("Hvem har pligt til at handle?")
    sent = _today("Sendt", today)
    lane = SegmentedChoice(
        "Grøn bølge", {"no": "Nej", "yes": "Ja"}, help_text="Borgeren har brug for begge forvaltninger."
    )
    lane.set_value("no")

    def request() -> ReferToDepartment:
        return ReferToDepartment(
            opened.case.case_id, department.value(), need.value(), duty.value(), sent.value(), lane.value() == "yes"
        )

    fields = {"department": department, "need": need, "duty_to_act": duty, "sent_on": sent, "fast_lane": lane}
    words = Words("Henvis til forvaltning", "Gem henvisning", "Henvisningen er gemt.")
    return PlainDialog(words, opened.case, fields, request, today, window, beside(("sent_on", "fast_lane")))
