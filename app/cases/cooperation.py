"""Those outside who act in a case, what the citizen has consented to, and whose turn it is in another department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_reading import CaseReading
from db.rows.people import ConsentRow, CrossDepartmentReferralRow, ExternalContactRow
from db.values.people import ConsentScope

CONSENT_SCOPES = {
    ConsentScope.CONTACT_PARTNERS: "Tale med samarbejdspartnere",
    ConsentScope.SHARE_WITH_PROVIDER: "Dele oplysninger med leverandør",
    ConsentScope.HEALTH: "Helbredsoplysninger",
    ConsentScope.PRIVATE_MATTERS: "Private forhold",
    ConsentScope.REFERRAL: "Henvisning til anden forvaltning",
}


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent; `valid` while it has begun and not ended."""

    id: str
    scope: ConsentScope
    text: str | None
    given_on: date
    ends_on: date | None
    valid: bool


@dataclass(frozen=True, slots=True)
class ContactLine:
    """Someone outside. `consented` is whether the consent it was noted with is still valid."""

    id: str
    kind: str
    organisation: str | None
    name: str | None
    phone: str | None
    last_contact_on: date | None
    consented: bool


@dataclass(frozen=True, slots=True)
class ReferralLine:
    """Another department is needed: `duty_to_act` says whose move it is."""

    id: str
    department: str
    need: str
    duty_to_act: str
    sent_on: date | None
    answered_on: date | None
    fast_lane: bool


@dataclass(frozen=True, slots=True)
class Cooperation:
    """The panel *Samarbejde*."""

    contacts: tuple[ContactLine, ...] = ()
    consents: tuple[ConsentLine, ...] = ()
    referrals: tuple[ReferralLine, ...] = ()


def is_valid(given_on: date, ends_on: date | None, today: date) -> bool:
    """Whether a consent holds on a day; `ends_on` is its last day."""
    return given_on <= today and (ends_on is None or ends_on >= today)


def cooperation_of(case: CaseReading, today: date) -> Cooperation:
    """Read the panel: contacts by kind, consents and referrals newest first."""
    consents = [
        ConsentLine(
            row.id, row.scope, row.scope_text, row.given_on, row.ends_on, is_valid(row.given_on, row.ends_on, today)
        )
        for row in case.live(ConsentRow)
    ]
    valid = {each.id for each in consents if each.valid}
    contacts = [
        ContactLine(
            row.id, row.kind, row.organisation, row.name, row.phone, row.last_contact_on, row.consent_id in valid
        )
        for row in case.live(ExternalContactRow)
    ]
    referrals = [
        ReferralLine(row.id, row.department, row.need, row.duty_to_act, row.sent_on, row.answered_on, row.fast_lane)
        for row in case.live(CrossDepartmentReferralRow)
    ]
    return Cooperation(
        tuple(sorted(contacts, key=lambda each: (each.kind.casefold(), each.id))),
        tuple(sorted(consents, key=lambda each: (each.given_on, each.id), reverse=True)),
        tuple(sorted(referrals, key=lambda each: (each.answered_on is None, each.sent_on or date.max), reverse=True)),
    )
