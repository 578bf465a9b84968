"""Those outside who act in a case, the citizen's consent to talk with them, and other departments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import the_case, the_row
from app.cases.checking import in_order, not_in_future, required, tidy
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.people import ConsentRow, CrossDepartmentReferralRow, ExternalContactRow
from db.values.people import ConsentScope


@dataclass(frozen=True, slots=True)
class GiveConsent:
    """`scope_text` says whom and what it covers; `document_hash` the signed paper, if it was scanned."""

    case_id: str
    scope: ConsentScope
    given_on: date
    scope_text: str | None = None
    ends_on: date | None = None
    document_hash: str | None = None


@dataclass(frozen=True, slots=True)
class EndConsent:
    """The citizen has taken it back; `ends_on` is the last day."""

    consent_id: str
    ends_on: date


@dataclass(frozen=True, slots=True)
class AddExternalContact:
    """`kind` in the worker's words: praktiserende læge, boligselskab …."""

    case_id: str
    kind: str
    organisation: str | None = None
    name: str | None = None
    phone: str | None = None
    consent_id: str | None = None


@dataclass(frozen=True, slots=True)
class NoteExternalContact:
    """Someone talked with them."""

    contact_id: str
    contacted_on: date


@dataclass(frozen=True, slots=True)
class ReferToDepartment:
    """Another department is needed; `duty_to_act` says whose move it is. `fast_lane` is *grøn bølge*."""

    case_id: str
    department: str
    need: str
    duty_to_act: str
    sent_on: date | None = None
    fast_lane: bool = False


@dataclass(frozen=True, slots=True)
class DepartmentAnswered:
    """The other department has answered."""

    referral_id: str
    answered_on: date


def give_consent(work: Work, request: GiveConsent) -> Done:
    """Write the consent. Refused: `in_the_future` (field `given_on`), `wrong_order` (`ends_on`)."""
    the_case(work, request.case_id)
    not_in_future(request.given_on, work.today, "given_on")
    in_order(request.given_on, request.ends_on, "ends_on")
    row = ConsentRow(
        case_id=request.case_id,
        scope=request.scope,
        scope_text=tidy(request.scope_text),
        given_on=request.given_on,
        ends_on=request.ends_on,
        document_hash=request.document_hash,
    )
    return Done(work.add(row).id, work.changes())


def end_consent(work: Work, request: EndConsent) -> Done:
    """Set the last day. Refused: `wrong_order` (field `ends_on`)."""
    row = the_row(work, ConsentRow, request.consent_id, field="consent_id")
    in_order(row.given_on, request.ends_on, "ends_on")
    row.ends_on = request.ends_on
    return Done(row.id, work.changes())


def add_external_contact(work: Work, request: AddExternalContact) -> Done:
    """Write the contact; the notice warns where there is no consent.

    Refused: `missing` (field `kind`, `name` when neither name nor organisation is given), `other_case`
    (`consent_id`).
    """
    the_case(work, request.case_id)
    kind = required(request.kind, "kind", "Skriv, hvem det er: læge, skole, boligselskab eller andre.")
    organisation, name = tidy(request.organisation), tidy(request.name)
    if organisation is None:
        name = required(name, "name", "Skriv navn eller organisation.")
    if request.consent_id is not None:
        consent = the_row(work, ConsentRow, request.consent_id, field="consent_id")
        if consent.case_id != request.case_id:
            raise Refused("Samtykket hører til en anden borger.", field="consent_id", code="other_case")
    row = ExternalContactRow(
        case_id=request.case_id,
        kind=kind,
        organisation=organisation,
        name=name,
        phone=tidy(request.phone),
        consent_id=request.consent_id,
    )
    notices = () if request.consent_id else ("Der er ikke noteret samtykke til at tale med kontakten.",)
    return Done(work.add(row).id, work.changes(), notices)


def note_external_contact(work: Work, request: NoteExternalContact) -> Done:
    """Note the day. Refused: `in_the_future` (field `contacted_on`)."""
    row = the_row(work, ExternalContactRow, request.contact_id, field="contact_id")
    not_in_future(request.contacted_on, work.today, "contacted_on")
    row.last_contact_on = request.contacted_on
    return Done(row.id, work.changes())


def refer_to_department(work: Work, request: ReferToDepartment) -> Done:
    """Write the referral. Refused: `missing` (field `department`, `need`, `duty_to_act`)."""
    the_case(work, request.case_id)
    not_in_future(request.sent_on, work.today, "sent_on")
    row = CrossDepartmentReferralRow(
        case_id=request.case_id,
        department=required(request.department, "department", "Skriv, hvilken forvaltning det er."),
        need=required(request.need, "need", "Skriv, hvad borgeren har brug for."),
        duty_to_act=required(request.duty_to_act, "duty_to_act", "Skriv, hvem der skal handle."),
        sent_on=request.sent_on,
        fast_lane=request.fast_lane,
    )
    return Done(work.add(row).id, work.changes())


def department_answered(work: Work, request: DepartmentAnswered) -> Done:
    """Note the answer. Refused: `in_the_future` and `wrong_order` (field `answered_on`)."""
    row = the_row(work, CrossDepartmentReferralRow, request.referral_id, field="referral_id")
    not_in_future(request.answered_on, work.today, "answered_on")
    in_order(row.sent_on, request.answered_on, "answered_on")
    row.answered_on = request.answered_on
    return Done(row.id, work.changes())
