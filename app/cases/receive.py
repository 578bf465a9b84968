"""Modtagelse: the citizen, the benefit, the checklist, the match, the holder and what comes next, all or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from app.cases.assess_match import AssessMatch, assess_match
from app.cases.at_fields import at_fields
from app.cases.benefits import (
    ChangeBenefit,
    NoteEntitlement,
    StartBenefit,
    change_benefit,
    note_entitlement,
    start_benefit,
)
from app.cases.case_rows import live_rows, open_closing, the_case
from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.checking import danish, not_in_future, required, tidy
from app.cases.close_case import ReopenCase, reopen_case
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails, details_of
from app.cases.holders import AssignHolder, HandOver, assign_holder, hand_over, open_holding
from app.cases.households import JoinHousehold, SetLivesApart, join_household, open_membership, set_lives_apart
from app.cases.intake import IntakePoint, TickIntake, tick_intake
from app.cases.language import AssessLanguage, assess_language
from app.cases.register_citizen import RegisterCitizen, case_with_cpr, register_citizen
from app.changes import Done
from app.queue.own import AddReminder, add_reminder
from app.rules.book import standard_rule_book
from app.talks.hold_talk import HoldTalk, NewMatch, hold_talk
from app.talks.notes import WriteNote, write_note
from app.work import Work
from db.errors import Refused
from db.rows.people import BenefitPeriodRow, MatchAssessmentRow
from db.values.people import BenefitType
from db.values.talks import NoteKind, TalkForm, TalkPurpose

_MATCH = "MATCH_MISSING"


@dataclass(frozen=True, slots=True)
class BenefitPart:
    """The benefit as it is to stand: a new period, or the one of the same benefit and first day corrected."""

    benefit: BenefitType
    from_on: date
    to_on: date | None = None
    notice_on: date | None = None
    entitlement_enquiry_on: date | None = None
    entitlement_notice_on: date | None = None


@dataclass(frozen=True, slots=True)
class HolderPart:
    """Who is to hold the thread. No worker puts the case in the unit, *uden tovholder*."""

    unit_id: str
    worker_id: str | None
    from_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class SpousePart:
    """A spouse who has a case already."""

    cpr: Cpr
    lives_apart: bool = False


@dataclass(frozen=True, slots=True)
class ReceiveCitizen:
    """One reception. `case_id` None makes the case by `cpr`; a closed case is opened again.

    `talk_form` None means that no talk has been held yet. `match_later` says why a citizen who is to be matched is
    not. `language` carries no case: that is filled in here. `next_step` and `next_contact_on` are required for a new
    case, and wherever a talk was held or a match assessed.
    """

    received_on: date
    details: CitizenDetails
    case_id: str | None = None
    cpr: Cpr | None = None
    enquiry_on: date | None = None
    spouse: SpousePart | None = None
    benefit: BenefitPart | None = None
    ticks: tuple[IntakePoint, ...] = ()
    guidance: str | None = None
    leaflets: str | None = None
    match: NewMatch | None = None
    match_later: str | None = None
    language: AssessLanguage | None = None
    holder: HolderPart | None = None
    talk_form: TalkForm | None = None
    note: str | None = None
    next_step: str | None = None
    next_contact_on: date | None = None


def receive_citizen(work: Work, request: ReceiveCitizen) -> Done:
    """Write all of it; the id is the case's.

    Refused: `match_or_reason` (field `match`), `no_such_case` (`spouse_cpr`), `wrong_order` (`next_contact_on`), and
    as the parts say, at the field of the form.
    """
    not_in_future(request.received_on, work.today, "received_on")
    _check_match(work, request)
    case_id, notices = _citizen(work, request)
    request = replace(request, case_id=case_id)
    notices += _holder(work, case_id, request.holder)
    _spouse(work, case_id, request)
    _benefit(work, case_id, request)
    for point in request.ticks:
        detail = {IntakePoint.GUIDANCE_GIVEN: request.guidance, IntakePoint.LEAFLETS_GIVEN: request.leaflets}.get(point)
        field = "leaflets" if point is IntakePoint.LEAFLETS_GIVEN else "guidance"
        with at_fields({"detail": field, "done_on": "received_on"}):
            tick_intake(work, TickIntake(case_id, point, request.received_on, detail))
    if request.language is not None:
        with at_fields({"assessed_on": "received_on"}):
            assess_language(work, replace(request.language, case_id=case_id))
    notices += _match_and_talk(work, case_id, request)
    return Done(case_id, work.changes(), notices)


def is_matched(benefit: BenefitType, on: date) -> bool:
    """Whether the rule set asks for a match on this benefit."""
    return any(row.benefits is None or benefit in row.benefits for row in standard_rule_book().rows_on(_MATCH, on))


def _check_match(work: Work, request: ReceiveCitizen) -> None:
    """A reception does not end without a match or a reason why there is none.

    A date that is added to a benefit already known, without a talk, ends no reception.
    """
    part = request.benefit
    if request.match is not None or tidy(request.match_later) or part is None:
        return
    if request.case_id is not None:
        if live_rows(work.session, MatchAssessmentRow, request.case_id):
            return
        if request.talk_form is None and _period(work, request.case_id, part) is not None:
            return
    if is_matched(part.benefit, request.received_on):
        message = "Vurdér match, eller skriv, hvorfor det må vente."
        raise Refused(message, field="match", code="match_or_reason")


def _citizen(work: Work, request: ReceiveCitizen) -> tuple[str, tuple[str, ...]]:
    if request.case_id is None:
        if request.cpr is None:
            raise Refused("Skriv CPR-nummeret.", field="cpr", code="missing")
        with at_fields({"first_enquiry_on": "enquiry_on"}):
            done = register_citizen(work, RegisterCitizen(request.cpr, request.details, request.enquiry_on))
        return done.id, done.notices
    citizen = the_case(work, request.case_id)
    notices: tuple[str, ...] = ()
    if open_closing(work.session, citizen.id) is not None:
        with at_fields({"reopened_on": "received_on"}):
            reopen_case(work, ReopenCase(citizen.id, request.received_on))
        notices = ("Sagen er genåbnet.",)
    if request.details != details_of(citizen):
        change_citizen(work, ChangeCitizen(citizen.id, request.details))
    if citizen.first_enquiry_on is None and request.enquiry_on is not None:
        not_in_future(request.enquiry_on, work.today, "enquiry_on")
        citizen.first_enquiry_on = request.enquiry_on
    return citizen.id, notices


def _holder(work: Work, case_id: str, holder: HolderPart | None) -> tuple[str, ...]:
    if holder is None:
        return ()
    runs = open_holding(work.session, case_id)
    if runs is not None and (runs.worker_id, runs.unit_id) == (holder.worker_id, holder.unit_id):
        return ()
    names = {
        "from_on": "received_on",
        "reason": "holder_reason",
        "to_worker_id": "worker_id",
        "to_unit_id": "unit_id",
    }
    with at_fields(names):
        if runs is None:
            return assign_holder(
                work, AssignHolder(case_id, holder.worker_id, holder.unit_id, holder.from_on, holder.reason)
            ).notices
        return hand_over(
            work, HandOver(case_id, holder.worker_id, holder.unit_id, holder.from_on, holder.reason)
        ).notices


def _spouse(work: Work, case_id: str, request: ReceiveCitizen) -> None:
    if request.spouse is None:
        return
    other = case_with_cpr(work.session, request.spouse.cpr)
    if other is None:
        message = "Der er ingen sag på ægtefællens CPR-nummer. Lad feltet stå tomt, og opret ægtefællen bagefter."
        raise Refused(message, field="spouse_cpr", code="no_such_case")
    with at_fields({"with_case_id": "spouse_cpr", "case_id": "spouse_cpr"}):
        if open_membership(work, case_id) is None:
            join_household(work, JoinHousehold(case_id, other, request.received_on))
        if request.spouse.lives_apart:
            set_lives_apart(work, SetLivesApart(case_id, lives_apart=True))


def _benefit(work: Work, case_id: str, request: ReceiveCitizen) -> None:
    part = request.benefit
    if part is None:
        return
    names = {"from_on": "benefit_from_on", "to_on": "benefit_to_on"}
    same = _period(work, case_id, part)
    with at_fields(names):
        if same is None:
            period_id = start_benefit(
                work,
                StartBenefit(
                    case_id,
                    part.benefit,
                    part.from_on,
                    part.to_on,
                    request.enquiry_on,
                    part.notice_on,
                    ends_running=True,
                ),
            ).id
        else:
            period_id, enquiry = same.id, request.enquiry_on or same.enquiry_on
            if (same.to_on, same.notice_on, same.enquiry_on) != (part.to_on, part.notice_on, enquiry):
                change_benefit(
                    work,
                    ChangeBenefit(same.id, part.benefit, part.from_on, part.to_on, enquiry, part.notice_on),
                )
    if part.entitlement_enquiry_on is None:
        if part.entitlement_notice_on is not None:
            message = "Skriv, hvornår der blev søgt om ydelse."
            raise Refused(message, field="entitlement_enquiry_on", code="missing")
        return
    with at_fields({"enquiry_on": "entitlement_enquiry_on", "notice_on": "entitlement_notice_on"}):
        note_entitlement(work, NoteEntitlement(period_id, part.entitlement_enquiry_on, part.entitlement_notice_on))


def _period(work: Work, case_id: str, part: BenefitPart) -> BenefitPeriodRow | None:
    periods = live_rows(work.session, BenefitPeriodRow, case_id)
    return next((row for row in periods if (row.benefit, row.from_on) == (part.benefit, part.from_on)), None)


def _match_and_talk(work: Work, case_id: str, request: ReceiveCitizen) -> tuple[str, ...]:
    names = {
        "held_on": "received_on",
        "assessed_on": "received_on",
        "form": "talk_form",
        "next_step_towards_work": "next_step",
        "match_kept": "match",
    }
    later = tidy(request.match_later)
    reason = f"Match er ikke vurderet: {later}" if later else ""
    with at_fields(names):
        if request.talk_form is not None:
            note = required(request.note, "note", "Skriv notatet om samtalen.")
            whole = "\n\n".join(filter(None, (note, reason)))
            return hold_talk(work, _talk(case_id, request, request.talk_form, whole)).notices
        if request.match is not None:
            match = request.match
            assess_match(
                work,
                AssessMatch(
                    case_id,
                    match.category,
                    request.received_on,
                    match.basis,
                    match.reason,
                    match.next_assessment_on,
                ),
            )
    return _without_talk(work, case_id, request, reason)


def _talk(case_id: str, request: ReceiveCitizen, form: TalkForm, note: str) -> HoldTalk:
    return HoldTalk(
        case_id,
        request.received_on,
        form,
        note=note,
        next_step_towards_work=request.next_step or "",
        next_contact_on=_next_contact(request),
        match_kept=request.match is None,
        new_match=request.match,
        purpose=TalkPurpose.MATCH,
    )


def _without_talk(work: Work, case_id: str, request: ReceiveCitizen, reason: str) -> tuple[str, ...]:
    """What is agreed stands in a note, and the next contact in the worker's own queue."""
    lines = [text for text in (tidy(request.note), reason) if text]
    step = tidy(request.next_step)
    if request.cpr is not None or request.match is not None:
        step = required(step, "next_step", "Skriv det næste skridt mod arbejde.")
        _next_contact(request)
    if step:
        lines.append(f"Næste skridt mod arbejde: {step}")
    if request.next_contact_on is not None:
        on = _next_contact(request)
        lines.append(f"Næste kontakt: {danish(on)}")
        with at_fields({"remind_on": "next_contact_on"}):
            add_reminder(work, AddReminder(on, f"Næste kontakt: {step}" if step else "Næste kontakt", case_id, 2))
    if lines:
        write_note(work, WriteNote(case_id, "\n\n".join(lines), request.received_on, NoteKind.CASE))
    return ()


def _next_contact(request: ReceiveCitizen) -> date:
    if request.next_contact_on is None:
        raise Refused("Skriv, hvornår næste kontakt er.", field="next_contact_on", code="missing")
    if request.next_contact_on <= request.received_on:
        message = "Næste kontakt skal ligge efter modtagelsen."
        raise Refused(message, field="next_contact_on", code="wrong_order")
    return request.next_contact_on
