"""From the fields of the reception to its request."""

from __future__ import annotations

from dataclasses import replace

from app.cases.addresses import split_address
from app.cases.details import CitizenDetails
from app.cases.language import AssessLanguage
from app.cases.receive import BenefitPart, HolderPart, ReceiveCitizen, SpousePart
from app.cases.reception_view import OpenedReception
from app.talks.hold_talk import NewMatch
from db.errors import Refused
from db.values.talks import TalkForm
from ui.reception.reception_fields import NOT_HELD, MatchChoice, ReceptionFields, address_line


def reception_request(fields: ReceptionFields, opened: OpenedReception) -> ReceiveCitizen:
    """What the fields say. Refused `missing` where what makes a part is not there; the rest is for the rules."""
    received_on = fields.received_on.value()
    if received_on is None:
        raise Refused("Skriv datoen for modtagelsen.", field="received_on", code="missing")
    known = opened.known
    if known is None and fields.cpr.value() is None:
        raise Refused("Skriv CPR-nummeret.", field="cpr", code="missing")
    unit = fields.unit.value()
    if unit is None and fields.worker.value() is not None:
        raise Refused("Vælg den enhed, sagen ligger i.", field="unit_id", code="missing")
    spouse = fields.spouse_cpr.value()
    talk = fields.talk_form.value()
    return ReceiveCitizen(
        received_on,
        _details(fields, opened),
        case_id=known.case_id if known else None,
        cpr=None if known else fields.cpr.value(),
        enquiry_on=fields.enquiry_on.value(),
        spouse=SpousePart(spouse, bool(fields.apart.value())) if spouse else None,
        benefit=_benefit(fields),
        ticks=fields.ticks.value(),
        guidance=fields.guidance.value(),
        leaflets=fields.leaflets.value(),
        match=_match(fields),
        match_later=fields.match_later.value() if fields.match.value() is MatchChoice.LATER else None,
        language=_language(fields),
        holder=HolderPart(unit, fields.worker.value(), received_on, fields.holder_reason.value()) if unit else None,
        talk_form=None if talk in {None, NOT_HELD} else TalkForm(talk),
        note=fields.note.value(),
        next_step=fields.next_step.value(),
        next_contact_on=fields.next_contact_on.value(),
    )


def _details(fields: ReceptionFields, opened: OpenedReception) -> CitizenDetails:
    known = opened.known
    before = known.details if known else CitizenDetails("")
    typed = fields.address.value()
    same = known is not None and typed == address_line(known)
    return replace(
        before,
        name=fields.name.value(),
        address=before.address if same else split_address(typed),
        address_protected=bool(fields.protected.value()),
        phone=fields.phone.value() or None,
        email=fields.email.value() or None,
        language=fields.interpreter_language.value() or None,
        interpreter_needed=bool(fields.interpreter.value()),
        contact_wish=fields.contact_wish.value(),
        children_at_home=fields.children.whole(),
        vocational_education=fields.education.value(),
    )


def _benefit(fields: ReceptionFields) -> BenefitPart | None:
    benefit, from_on = fields.benefit.value(), fields.benefit_from_on.value()
    if benefit is None:
        if from_on is not None:
            raise Refused("Vælg ydelsen.", field="benefit", code="missing")
        return None
    if from_on is None:
        raise Refused("Skriv, hvornår ydelsen begynder.", field="benefit_from_on", code="missing")
    return BenefitPart(
        benefit,
        from_on,
        fields.benefit_to_on.value(),
        fields.notice_on.value(),
        fields.entitlement_enquiry_on.value(),
        fields.entitlement_notice_on.value(),
    )


def _match(fields: ReceptionFields) -> NewMatch | None:
    if fields.match.value() is not MatchChoice.NEW:
        return None
    part = fields.match_part
    return NewMatch(
        part.category.value() or 0, part.basis.value(), part.reason.value(), part.next_assessment_on.value()
    )


def _language(fields: ReceptionFields) -> AssessLanguage | None:
    main = fields.main_barrier.value()
    received_on = fields.received_on.value()
    asked = (fields.how_tested, fields.spoken, fields.written, fields.other_barrier, fields.language_reason)
    if main is None or received_on is None:
        if any(field.value() for field in asked) or fields.special_unit.value():
            message = "Svar på, om sproget er den væsentligste hindring."
            raise Refused(message, field="is_main_barrier", code="missing")
        return None
    return AssessLanguage(
        "",
        received_on,
        main,
        fields.how_tested.value(),
        fields.spoken.value(),
        fields.written.value(),
        fields.other_barrier.value(),
        bool(fields.special_unit.value()),
        fields.language_reason.value(),
    )
