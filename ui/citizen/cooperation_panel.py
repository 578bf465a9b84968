"""Samarbejde: those outside who act in the case, the citizen's consent, and whose turn it is in another department."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.cases.cooperation import CONSENT_SCOPES, ConsentLine, ContactLine, Cooperation, ReferralLine
from ui.citizen.page_deeds import Deeds
from ui.citizen.panel_parts import Panel, add_buttons, add_heading, add_item, add_nothing, button, link
from ui.danish_dates import full_date
from ui.theme.labels import chip
from ui.theme.tokens import Tone


class CooperationPanel(Panel):
    """R8 and R9 in one place."""

    def __init__(self, deeds: Deeds, parent: QWidget | None = None) -> None:
        """Make an empty panel."""
        super().__init__(parent)
        self._deeds = deeds

    def show_cooperation(self, cooperation: Cooperation) -> None:
        """Show all three lists."""

        def fill(column: QVBoxLayout) -> None:
            add_heading(column, self.tr("Kontaktpersoner"))
            if not cooperation.contacts:
                add_nothing(column, self.tr("Der er ikke noteret kontakter uden for jobcentret."))
            for contact in cooperation.contacts:
                self._add_contact(column, contact)
            add_buttons(column, self._opening(self.tr("Tilføj kontakt …"), "external_contact"))
            add_heading(column, self.tr("Samtykke"))
            if not cooperation.consents:
                add_nothing(column, self.tr("Der er ikke noteret samtykke."))
            for consent in cooperation.consents:
                self._add_consent(column, consent)
            add_buttons(column, self._opening(self.tr("Notér samtykke …"), "consent"))
            add_heading(column, self.tr("Andre forvaltninger"))
            if not cooperation.referrals:
                add_nothing(column, self.tr("Ingen anden forvaltning er inddraget."))
            for referral in cooperation.referrals:
                self._add_referral(column, referral)
            add_buttons(column, self._opening(self.tr("Henvis til forvaltning …"), "referral"))

        self.build(fill)

    def _opening(self, words: str, form: str) -> QWidget:
        return button(words, lambda: self._deeds.open_form(form, None))

    def _add_contact(self, column: QVBoxLayout, contact: ContactLine) -> None:
        who = ", ".join(filter(None, (contact.name, contact.organisation)))
        state = (
            chip(self.tr("Samtykke"), Tone.GREEN) if contact.consented else chip(self.tr("Uden samtykke"), Tone.AMBER)
        )
        last = (
            self.tr("Talt med {day}").format(day=full_date(contact.last_contact_on))
            if contact.last_contact_on
            else self.tr("Ikke talt med endnu")
        )
        noting = link(
            self.tr("Notér kontakt …"), lambda: self._deeds.open_form("contact_noted", contact.id), contact.kind
        )
        text = " · ".join(filter(None, (contact.phone, last)))
        add_item(column, state, f"{contact.kind}: {who}", "", text, noting)

    def _add_consent(self, column: QVBoxLayout, consent: ConsentLine) -> None:
        state = chip(self.tr("Gælder"), Tone.GREEN) if consent.valid else chip(self.tr("Ophørt"), Tone.GREY)
        given = self.tr("Givet {day}").format(day=full_date(consent.given_on))
        ends = self.tr("gælder til {day}").format(day=full_date(consent.ends_on)) if consent.ends_on else ""
        about = CONSENT_SCOPES[consent.scope]
        ending = link(self.tr("Afslut …"), lambda: self._deeds.open_form("end_consent", consent.id), about)
        text = ", ".join(filter(None, (given, ends)))
        add_item(column, state, about, consent.text or "", text, *((ending,) if consent.valid else ()))

    def _add_referral(self, column: QVBoxLayout, referral: ReferralLine) -> None:
        answered = referral.answered_on is not None
        state = chip(self.tr("Besvaret"), Tone.GREEN) if answered else chip(self.tr("Venter på svar"), Tone.AMBER)
        name = referral.department + (self.tr(" · grøn bølge") if referral.fast_lane else "")
        parts = [self.tr("Pligt til at handle: {who}").format(who=referral.duty_to_act)]
        if referral.sent_on is not None:
            parts.append(self.tr("sendt {day}").format(day=full_date(referral.sent_on)))
        if referral.answered_on is not None:
            parts.append(self.tr("besvaret {day}").format(day=full_date(referral.answered_on)))
        noting = link(
            self.tr("Notér svar …"), lambda: self._deeds.open_form("referral_answer", referral.id), referral.department
        )
        add_item(column, state, name, referral.need, ", ".join(parts), *(() if answered else (noting,)))
