"""Everything that has happened in a case, newest first, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.cases import words
from app.cases.assess_match import CATEGORIES
from app.cases.case_reading import CaseReading
from app.cases.checking import danish
from app.guide.referral_words import REFERRAL_RESULTS
from app.orders.outcome_words import OUTCOMES
from db.rows.base import CaseRow
from db.rows.cases import ApplicationCaseRow, ComplaintRow, RiskAssessmentRow, SicknessCaseRow, YouthAlertRow
from db.rows.orders import FeedbackRow, JobReferralRow, OfferOrderRow, OutcomeCheckRow, PlacementRow
from db.rows.organisation import CaseworkerRow
from db.rows.people import BenefitPeriodRow, CaseClosingRow, CaseHoldingRow, MatchAssessmentRow
from db.rows.plans import JobPlanRow
from db.rows.talks import AttachmentRow, NoteRow, PrintedDocumentRow, SummonsRow, TalkRow, WarningRow
from db.rows.visits import CitizenVisitRow
from db.values.offers import ReferralResult


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """It was withdrawn: when, the worker's name where known, and why."""

    on: date
    by: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One line: the day, the table and row it stands in, a title and, where there is one, a text."""

    day: date
    kind: str
    row_id: str
    title: str
    text: str | None = None
    withdrawn: Withdrawal | None = None


def timeline(session: Session, case_id: str, *, with_withdrawn: bool = False) -> tuple[TimelineEntry, ...]:
    """Every entry that has not moved to another case, newest first; of one day the last written first.

    `with_withdrawn` takes those along that were withdrawn, each with its `Withdrawal`.
    """
    names = {row.id: row.name for row in session.execute(select(CaseworkerRow.id, CaseworkerRow.name))}
    read = _Reading(CaseReading(session, case_id), with_withdrawn, names)
    sources = (_talks, _notes, _people, _plans_and_offers, _cases, _papers)
    entries = [entry for source in sources for entry in source(read)]
    told = read.withdrawals
    marked = [replace(entry, withdrawn=told.get(entry.row_id)) for entry in entries] if told else entries
    return tuple(sorted(marked, key=lambda entry: (entry.day, entry.row_id), reverse=True))


@dataclass(slots=True)
class _Reading:
    """One reading of a case; what was withdrawn is noted on the way."""

    case: CaseReading
    with_withdrawn: bool
    names: dict[str, str]
    withdrawals: dict[str, Withdrawal] = field(default_factory=dict)


def _rows(read: _Reading, kind: type[CaseRow], *columns: InstrumentedAttribute[Any]) -> Iterator[Any]:
    if not read.case.has(kind):
        return
    query = select(kind.id, kind.withdrawn_on, kind.withdrawn_by, kind.withdrawn_reason, *columns).where(
        kind.case_id == read.case.case_id, kind.gone.is_(False)
    )
    if not read.with_withdrawn:
        query = query.where(kind.withdrawn_on.is_(None))
    for row in read.case.session.execute(query):
        if row.withdrawn_on is not None:
            by = read.names.get(row.withdrawn_by or "")
            read.withdrawals[row.id] = Withdrawal(row.withdrawn_on, by, row.withdrawn_reason or "")
        yield row


def _talks(read: _Reading) -> Iterator[TimelineEntry]:
    for row in _rows(read, TalkRow, TalkRow.held_on, TalkRow.form, TalkRow.purpose, TalkRow.next_step_towards_work):
        purpose = f", {words.TALK_PURPOSES[row.purpose]}" if row.purpose else ""
        title = words.TALK_FORMS[row.form] + purpose
        yield TimelineEntry(row.held_on, "talk", row.id, title, row.next_step_towards_work)
    for row in _rows(
        read, SummonsRow, SummonsRow.meets_on, SummonsRow.meets_at, SummonsRow.attendance,
        SummonsRow.rebooked_to,
    ):  # fmt: skip
        clock = f" kl. {row.meets_at.replace(':', '.')}" if row.meets_at else ""
        state = "ny tid aftalt" if row.rebooked_to else words.ATTENDANCE.get(row.attendance)
        title = f"Indkaldt til samtale{clock}" + (f", {state}" if state else "")
        yield TimelineEntry(row.meets_on, "summons", row.id, title)
    for row in _rows(read, WarningRow, WarningRow.kind, WarningRow.warned_on, WarningRow.warned_how):
        yield TimelineEntry(row.warned_on, "warning", row.id, words.WARNINGS[row.kind], row.warned_how)


def _notes(read: _Reading) -> Iterator[TimelineEntry]:
    for row in _rows(read, NoteRow, NoteRow.noted_on, NoteRow.kind, NoteRow.text):
        yield TimelineEntry(row.noted_on, "note", row.id, words.NOTES[row.kind], row.text)


def _people(read: _Reading) -> Iterator[TimelineEntry]:
    for row in _rows(
        read, MatchAssessmentRow, MatchAssessmentRow.assessed_on, MatchAssessmentRow.category,
        MatchAssessmentRow.reason,
    ):  # fmt: skip
        title = f"Match {row.category}: {CATEGORIES.get(row.category, '')}"
        yield TimelineEntry(row.assessed_on, "match_assessment", row.id, title, row.reason or None)
    for row in _rows(
        read, BenefitPeriodRow, BenefitPeriodRow.benefit, BenefitPeriodRow.from_on, BenefitPeriodRow.to_on
    ):
        name = words.BENEFITS[row.benefit]
        yield TimelineEntry(row.from_on, "benefit_period", row.id, f"{name} begynder")
        if row.to_on is not None:
            yield TimelineEntry(row.to_on, "benefit_period", row.id, f"{name} slutter")
    for row in _rows(read, CaseHoldingRow, CaseHoldingRow.from_on, CaseHoldingRow.worker_id, CaseHoldingRow.reason):
        title = f"Tovholder: {read.names.get(row.worker_id, 'ukendt')}" if row.worker_id else "Uden tovholder"
        yield TimelineEntry(row.from_on, "case_holding", row.id, title, row.reason)
    for row in _rows(read, CaseClosingRow, CaseClosingRow.closed_on, CaseClosingRow.reason, CaseClosingRow.reopened_on):
        title = f"Sag afsluttet: {words.CLOSINGS[row.reason]}"
        yield TimelineEntry(row.closed_on, "case_closing", row.id, title)
        if row.reopened_on is not None:
            yield TimelineEntry(row.reopened_on, "case_closing", row.id, "Sag genåbnet")


def _plans_and_offers(read: _Reading) -> Iterator[TimelineEntry]:
    for row in _rows(
        read, JobPlanRow, JobPlanRow.plan_no, JobPlanRow.version, JobPlanRow.kind, JobPlanRow.state,
        JobPlanRow.valid_from,
    ):  # fmt: skip
        title = f"{words.PLAN_KINDS[row.kind]} {row.plan_no}, version {row.version}, {words.PLAN_STATES[row.state]}"
        yield TimelineEntry(row.valid_from, "job_plan", row.id, title)
    for row in _rows(
        read, PlacementRow, PlacementRow.from_on, PlacementRow.ended_on, PlacementRow.state,
        PlacementRow.title, PlacementRow.offer_no, PlacementRow.end_reason,
    ):  # fmt: skip
        name = row.title or row.offer_no
        yield TimelineEntry(row.from_on, "placement", row.id, f"Tilbud: {name}")
        if row.ended_on is not None:
            title = f"Tilbud slut: {name}, {words.PLACEMENT_STATES[row.state]}"
            yield TimelineEntry(row.ended_on, "placement", row.id, title, row.end_reason)
    for row in _rows(read, OfferOrderRow, OfferOrderRow.sent_on, OfferOrderRow.order_no, OfferOrderRow.version):
        if row.sent_on is not None:
            title = f"Bestilling {row.order_no}, version {row.version}, sendt"
            yield TimelineEntry(row.sent_on, "offer_order", row.id, title)
    for row in _rows(read, FeedbackRow, FeedbackRow.received_on, FeedbackRow.kind, FeedbackRow.comment):
        title = f"{words.FEEDBACKS[row.kind]} fra leverandøren"
        yield TimelineEntry(row.received_on, "feedback", row.id, title, row.comment)
    for row in _rows(
        read, OutcomeCheckRow, OutcomeCheckRow.checked_on, OutcomeCheckRow.months_after, OutcomeCheckRow.outcome,
    ):  # fmt: skip
        title = f"Resultat {row.months_after} måneder efter tilbud: {OUTCOMES[row.outcome].lower()}"
        yield TimelineEntry(row.checked_on, "outcome_check", row.id, title)
    for row in _rows(
        read, JobReferralRow, JobReferralRow.referred_on, JobReferralRow.order_ref, JobReferralRow.title,
        JobReferralRow.result_on, JobReferralRow.result, JobReferralRow.company,
    ):  # fmt: skip
        order = f"jobordre {row.order_ref}"
        yield TimelineEntry(row.referred_on, "job_referral", row.id, f"Henvist til {order}: {row.title}", row.company)
        if row.result_on is not None and row.result is not None:
            result = REFERRAL_RESULTS[ReferralResult(row.result)].lower()
            yield TimelineEntry(row.result_on, "job_referral", row.id, f"Resultat af {order}: {result}")


def _cases(read: _Reading) -> Iterator[TimelineEntry]:
    for row in _rows(
        read, ApplicationCaseRow, ApplicationCaseRow.kind, ApplicationCaseRow.applied_on,
        ApplicationCaseRow.decided_on, ApplicationCaseRow.decision, ApplicationCaseRow.case_no,
    ):  # fmt: skip
        name = words.APPLICATIONS[row.kind]
        yield TimelineEntry(row.applied_on, "application_case", row.id, f"Ansøgt om {name}, sag {row.case_no}")
        if row.decided_on is not None:
            yield TimelineEntry(row.decided_on, "application_case", row.id, f"Afgjort: {name}", row.decision)
    for row in _rows(read, SicknessCaseRow, SicknessCaseRow.first_absence_on, SicknessCaseRow.recovered_on):
        yield TimelineEntry(row.first_absence_on, "sickness_case", row.id, "Første fraværsdag")
        if row.recovered_on is not None:
            yield TimelineEntry(row.recovered_on, "sickness_case", row.id, "Raskmeldt")
    for row in _rows(read, RiskAssessmentRow, RiskAssessmentRow.assessed_on, RiskAssessmentRow.level):
        title = f"Risikovurdering: {words.RISKS[row.level]}"
        yield TimelineEntry(row.assessed_on, "risk_assessment", row.id, title)
    for row in _rows(read, YouthAlertRow, YouthAlertRow.received_on, YouthAlertRow.school):
        yield TimelineEntry(row.received_on, "youth_alert", row.id, "Varsel fra uddannelse", row.school)
    for row in _rows(read, ComplaintRow, ComplaintRow.received_on, ComplaintRow.subject):
        yield TimelineEntry(row.received_on, "complaint", row.id, "Klage modtaget", row.subject)


def _papers(read: _Reading) -> Iterator[TimelineEntry]:
    for row in _rows(read, PrintedDocumentRow, PrintedDocumentRow.printed_on, PrintedDocumentRow.title):
        yield TimelineEntry(row.printed_on, "printed_document", row.id, f"Udskrevet: {row.title}")
    for row in _rows(read, AttachmentRow, AttachmentRow.received_on, AttachmentRow.title, AttachmentRow.received_from):
        sender = f"Fra {row.received_from}" if row.received_from else None
        yield TimelineEntry(row.received_on, "attachment", row.id, f"Modtaget: {row.title}", sender)
    for row in _rows(
        read, CitizenVisitRow, CitizenVisitRow.planned_on, CitizenVisitRow.visited_on,
        CitizenVisitRow.entry,
    ):  # fmt: skip
        if row.visited_on is None:
            title = f"Hjemmebesøg planlagt til {danish(row.planned_on)}"
            yield TimelineEntry(row.planned_on, "citizen_visit", row.id, title)
        else:
            state = f", {words.VISIT_ENTRIES[row.entry]}" if row.entry else ""
            yield TimelineEntry(row.visited_on, "citizen_visit", row.id, f"Hjemmebesøg{state}")
