"""The fields of the reception, filled with what is known; their names are those of the refusals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from app.cases.intake import INTAKE_LABELS, IntakeLine
from app.cases.language import MainBarrier
from app.cases.reception_view import BenefitNow, KnownCitizen, OpenedReception
from app.cases.words import BENEFITS
from db.values.people import ContactWish
from db.values.talks import TalkForm
from ui.danish_dates import full_date
from ui.forms.choice_fields import Choice, MultiChoice, SegmentedChoice, YesNoUnknown
from ui.forms.cpr_field import CprField
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.headed_note import HeadedNote
from ui.forms.number_field import NumberField
from ui.forms.text_fields import Note, TextLine
from ui.reception.match_part import MatchPart
from ui.talks.talk_fields import QUICK

NOT_HELD: Final = "none"
TALKS: Final = {
    TalkForm.INDIVIDUAL: "Individuel",
    TalkForm.TELEPHONE: "Telefon",
    TalkForm.HOME_VISIT: "Hjemmebesøg",
    NOT_HELD: "Ikke holdt endnu",
}
HEADINGS: Final = (
    "Situationen nu",
    "Arbejde og uddannelse indtil nu",
    "Det vil borgeren",
    "Det kan borgeren i morgen, og timer",
    "Helbred, som borgeren fortæller det",
    "Familie og praktiske forhold",
    "Dansk",
    "Barrierer",
    "Jobforslag med det samme",
)
_WISHES: Final = {ContactWish.LETTER: "Brev", ContactWish.PHONE: "Telefon", ContactWish.SMS: "Sms"}
_BARRIERS: Final = {MainBarrier.YES: "Ja", MainBarrier.NO: "Nej", MainBarrier.UNSURE: "Usikkert"}


class MatchChoice(StrEnum):
    """What the reception says about the match."""

    KEPT = "kept"
    NEW = "new"
    LATER = "later"


class ReceptionFields:
    """Made for one reception."""

    def __init__(self, today: date, opened: OpenedReception) -> None:
        """Make the fields and fill them."""
        known = opened.known
        self.received_on = DayField("Modtaget den", today)
        self.received_on.set_value(today)
        self._make_citizen(today, known)
        self._make_household(today)
        self._make_benefit(today, known.benefit if known else None)
        self._make_checklist(known.intake if known else ())
        self._make_match(today, known)
        self._make_language()
        self._make_visitation(opened)
        self._make_talk(today)

    def _make_citizen(self, today: date, known: KnownCitizen | None) -> None:
        self.cpr = CprField("CPR-nummer", today)
        self.enquiry_on = DayField("Første henvendelse", today, help_text="Fristen for match regnes herfra.")
        self.name = TextLine("Navn")
        self.address = TextLine("Adresse", help_text="For eksempel Mjølnerparken 42, 2. tv., 2200 København N")
        self.protected = MultiChoice("Beskyttelse", {"yes": "Adressebeskyttelse"})
        self.phone, self.email = TextLine("Telefon"), TextLine("E-mail")
        self.contact_wish = Choice("Vil helst kontaktes med", _WISHES, empty="Ikke oplyst")
        self.interpreter_language = TextLine("Tolkesprog")
        self.interpreter = MultiChoice("Tolk", {"yes": "Behov for tolk"})
        self.children = NumberField("Hjemmeboende børn", largest=20)
        self.education = YesNoUnknown("Erhvervsuddannelse")
        if known is None:
            self.enquiry_on.set_value(today)
            return
        details = known.details
        self.enquiry_on.set_value(known.first_enquiry_on)
        self.name.set_value(details.name)
        self.address.set_value(address_line(known))
        self.protected.set_value(["yes"] if details.address_protected else [])
        self.phone.set_value(details.phone or "")
        self.email.set_value(details.email or "")
        self.contact_wish.set_value(details.contact_wish)
        self.interpreter_language.set_value(details.language or "")
        self.interpreter.set_value(["yes"] if details.interpreter_needed else [])
        self.children.set_value(details.children_at_home)
        self.education.set_value(details.vocational_education)

    def _make_household(self, today: date) -> None:
        self.spouse_cpr = CprField(
            "Ægtefælle eller samlever, CPR-nummer", today, help_text="Ægtefællen skal have en sag i forvejen."
        )
        self.apart = MultiChoice("Samliv", {"yes": "De lever adskilt"})

    def _make_benefit(self, today: date, now: BenefitNow | None) -> None:
        self.benefit = Choice("Ydelse", BENEFITS, empty="Ikke oplyst")
        self.benefit_from_on = DayField("Fra", today)
        self.benefit_to_on = DayField("Til og med", today)
        self.notice_on = DayField("Besked om ydelsen kom", today)
        self.entitlement_enquiry_on = DayField("Søgt om ydelse", today)
        self.entitlement_notice_on = DayField(
            "Svar fra Ydelsesservice", today, help_text="Ydelsesservice giver besked inden 10 dage."
        )
        if now is not None:
            self.benefit.set_value(now.benefit)
            self.benefit_from_on.set_value(now.from_on)
            self.benefit_to_on.set_value(now.to_on)
            self.notice_on.set_value(now.notice_on)
            self.entitlement_enquiry_on.set_value(now.entitlement_enquiry_on)
            self.entitlement_notice_on.set_value(now.entitlement_notice_on)

    def _make_checklist(self, intake: Sequence[IntakeLine]) -> None:
        done = {line.point: line for line in intake if line.done_on is not None}
        labels = {
            point: f"{words} ({full_date(done[point].done_on or date.min)})" if point in done else words
            for point, words in INTAKE_LABELS.items()
        }
        self.ticks = MultiChoice("Gjort i dag", labels, columns=2)
        self.guidance = TextLine("Forklaret på sprog, og tekstens udgave", help_text="For eksempel: somali, udgave 2")
        self.leaflets = TextLine("Pjecer")

    def _make_match(self, today: date, known: KnownCitizen | None) -> None:
        now = known.head.match if known else None
        kept = {} if now is None else {MatchChoice.KEPT: f"Uændret, match {now}"}
        self.match = SegmentedChoice("Match", {**kept, MatchChoice.NEW: "Vurdér match", MatchChoice.LATER: "Må vente"})
        self.match_part = MatchPart(today)
        self.match_later = TextLine("Hvorfor må det vente?")

    def _make_language(self) -> None:
        self.main_barrier = SegmentedChoice("Er sproget den væsentligste hindring for job?", _BARRIERS)
        self.how_tested = TextLine("Hvordan er borgerens dansk prøvet?")
        self.spoken = TextLine("Taler dansk", help_text="Modul, prøve eller egne ord")
        self.written = TextLine("Læser og skriver dansk")
        self.other_barrier = TextLine("Anden væsentlig hindring")
        self.special_unit = MultiChoice("Visitation", {"yes": "Borgeren ønskes til Sprog og Integration"})
        self.language_reason = Note("Begrundelse", lines=2)

    def _make_visitation(self, opened: OpenedReception) -> None:
        known = opened.known
        self.unit = Choice("Enhed", dict(opened.units), empty="Ikke valgt")
        self.worker = Choice("Tovholder", {each.id: each.name for each in opened.workers}, empty="Uden tovholder")
        self.holder_reason = TextLine("Begrundelse for visitationen")
        self.holder_reason.set_value("Modtagelse")
        units, workers = {unit for unit, _ in opened.units}, {each.id for each in opened.workers}
        unit = known.unit_id if known and known.unit_id else opened.my_unit
        worker = known.holder_id if known and known.unit_id else opened.me
        self.unit.set_value(unit if unit in units else None)
        self.worker.set_value(worker if worker in workers else None)

    def _make_talk(self, today: date) -> None:
        self.talk_form: SegmentedChoice[str] = SegmentedChoice("Samtale", TALKS)
        self.note = HeadedNote("Notat", HEADINGS, lines=10)
        self.next_step = TextLine("Næste skridt mod arbejde")
        self.next_contact_on = DayField("Næste kontakt", today, quick=QUICK)

    def by_name(self) -> dict[str, Field]:
        """Every field under the name that a refusal gives it, in the order of the screen."""
        return {
            "received_on": self.received_on,
            "cpr": self.cpr,
            "name": self.name,
            "enquiry_on": self.enquiry_on,
            "address": self.address,
            "protected": self.protected,
            "phone": self.phone,
            "email": self.email,
            "contact_wish": self.contact_wish,
            "language": self.interpreter_language,
            "interpreter": self.interpreter,
            "children_at_home": self.children,
            "education": self.education,
            "spouse_cpr": self.spouse_cpr,
            "apart": self.apart,
            "benefit": self.benefit,
            "benefit_from_on": self.benefit_from_on,
            "benefit_to_on": self.benefit_to_on,
            "notice_on": self.notice_on,
            "entitlement_enquiry_on": self.entitlement_enquiry_on,
            "entitlement_notice_on": self.entitlement_notice_on,
            "ticks": self.ticks,
            "guidance": self.guidance,
            "leaflets": self.leaflets,
            "talk_form": self.talk_form,
            "note": self.note,
            "match": self.match,
            **self.match_part.by_name(),
            "match_later": self.match_later,
            "is_main_barrier": self.main_barrier,
            "how_tested": self.how_tested,
            "spoken": self.spoken,
            "written": self.written,
            "other_main_barrier": self.other_barrier,
            "special_unit": self.special_unit,
            "language_reason": self.language_reason,
            "next_step": self.next_step,
            "next_contact_on": self.next_contact_on,
            "unit_id": self.unit,
            "worker_id": self.worker,
            "holder_reason": self.holder_reason,
        }


def address_line(known: KnownCitizen) -> str:
    """The address as it is typed on one line."""
    address = known.details.address
    place = " ".join(part for part in (address.postcode, address.city) if part)
    return ", ".join(part for part in (address.line, place) if part)
