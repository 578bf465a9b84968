"""Register a talk that was held, with everything that follows from it: note, report, agreements, match."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.cases.assess_match import AssessMatch, assess_match
from app.cases.case_rows import live_rows, the_case, the_row
from app.cases.checking import not_in_future, required, tidy
from app.changes import Done
from app.jobplan.review_plan import ReviewPlan, review_plan
from app.talks.notes import WriteNote, write_note
from app.talks.warnings import RecordWarning, record_warning
from app.transfer.outward import open_entries
from app.transfer.systems import Subject
from app.work import Work
from db.errors import Refused
from db.rows.cases import SicknessCaseRow
from db.rows.people import MatchAssessmentRow
from db.rows.talks import PortalReportRow, SummonsRow, TalkAgreementRow, TalkRow
from db.values.cases import WarningKind
from db.values.people import MatchBasis
from db.values.talks import (
    AttendanceKind,
    NoteKind,
    Present,
    ReportState,
    ReportSubject,
    StepOwner,
    TalkForm,
    TalkPurpose,
)


@dataclass(frozen=True, slots=True)
class NewMatch:
    """The match that was assessed in the talk."""

    category: int
    basis: tuple[MatchBasis, ...]
    reason: str
    next_assessment_on: date | None = None


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something agreed in the talk."""

    text: str
    who: StepOwner
    by_date: date | None = None


class Outcome(StrEnum):
    """What became of something that was agreed last time."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


@dataclass(frozen=True, slots=True)
class Settled:
    """An agreement of an earlier talk, and what became of it. Only what is done is closed; all stands in the talk."""

    agreement_id: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning given in the talk."""

    kind: WarningKind
    text_version: str | None = None
    in_writing: bool = False
    understood: bool | None = None


@dataclass(frozen=True, slots=True)
class SicknessPart:
    """What a follow-up during sickness adds to a talk."""

    health_as_told: str | None = None
    work_left_possible: str | None = None
    partial_return_on: date | None = None
    retention_needed: bool | None = None
    retention_measures: str | None = None
    employer_contact_on: date | None = None
    doctor_contact_on: date | None = None


@dataclass(frozen=True, slots=True)
class HoldTalk:
    """A talk. Required are the fields without a default, and that the match is kept or a new one is given.

    `match_kept` is not asked for in a follow-up during sickness. `fulfils_duty` None leaves it to the rule
    set's word on the form. Without `summons_id` the summons of the same day is taken, if there is one.
    """

    case_id: str
    held_on: date
    form: TalkForm
    note: str
    next_step_towards_work: str
    next_contact_on: date
    match_kept: bool | None = None
    new_match: NewMatch | None = None
    purpose: TalkPurpose = TalkPurpose.CONTACT
    held_by: str | None = None
    fulfils_duty: bool | None = None
    present: tuple[Present, ...] = (Present.CITIZEN,)
    since_last: str | None = None
    job_search: str | None = None
    skills: str | None = None
    weekly_hours_possible: int | None = None
    part_time_wish: bool | None = None
    obstacles: str | None = None
    job_proposal: str | None = None
    citizen_view: str | None = None
    next_form: TalkForm | None = None
    agreements: tuple[Agreed, ...] = ()
    settled: tuple[Settled, ...] = ()
    warned: tuple[Warned, ...] = ()
    plan_unchanged: bool = False
    sickness: SicknessPart | None = None
    sickness_case_id: str | None = None
    summons_id: str | None = None
    group_meeting_id: str | None = None
    template_id: str | None = None


def hold_talk(work: Work, request: HoldTalk) -> Done:
    """Write the talk; its id is the answer's.

    Refused: `in_the_future` (field `held_on`), `missing` (`note`, `next_step_towards_work`, `match_kept`,
    an agreement's text), `two_answers` (`match_kept`), `wrong_order` (`next_contact_on`), `no_sickness_case`
    (`purpose`), `talk_held` and `rebooked` (`summons_id`), and as `assess_match`, `review_plan` and
    `record_warning` say.
    """
    the_case(work, request.case_id)
    _check(work, request)
    note = required(request.note, "note", "Skriv notatet.")
    sickness_case = _sickness_case(work, request)
    summons = _summons(work, request)
    talk = work.add(_talk(work, request, sickness_case, summons))
    talk.since_last = _settle(work, request)
    write_note(work, WriteNote(request.case_id, note, request.held_on, NoteKind.TALK, "talk", talk.id))
    work.add(
        PortalReportRow(
            case_id=request.case_id,
            subject=ReportSubject.TALK,
            subject_id=talk.id,
            counted_from=request.held_on,
            state=ReportState.TO_SEND,
        )
    )
    for agreed in request.agreements:
        text = required(agreed.text, "agreements", "Skriv, hvad der er aftalt.")
        work.add(
            TalkAgreementRow(
                case_id=request.case_id, talk_id=talk.id, text=text, who=agreed.who, by_date=agreed.by_date
            )
        )
    if summons is not None and summons.attendance not in {AttendanceKind.CAME, AttendanceKind.CAME_LATE}:
        summons.attendance = AttendanceKind.CAME
        summons.attendance_noted_on = request.held_on
    if sickness_case is not None:
        sickness_case.last_follow_up_on = max(sickness_case.last_follow_up_on or request.held_on, request.held_on)
    notices = _what_else_was_done(work, request, talk.id)
    open_entries(work, request.case_id, Subject.TALK, talk.id)
    return Done(talk.id, work.changes(), notices)


def _check(work: Work, request: HoldTalk) -> None:
    not_in_future(request.held_on, work.today, "held_on")
    if request.next_contact_on <= request.held_on:
        message = "Næste kontakt skal ligge efter samtalen."
        raise Refused(message, field="next_contact_on", code="wrong_order")
    if request.new_match is not None and request.match_kept:
        message = "Vælg enten uændret match eller et nyt."
        raise Refused(message, field="match_kept", code="two_answers")
    sick = request.purpose is TalkPurpose.SICKNESS_FOLLOW_UP
    if request.new_match is None and not request.match_kept and not sick:
        message = "Vælg, om matchkategorien er uændret, eller vurdér den igen."
        raise Refused(message, field="match_kept", code="missing")


_OUTCOMES = {Outcome.DONE: "Udført", Outcome.PARTLY: "Delvist udført", Outcome.NOT_DONE: "Ikke udført"}


def _settle(work: Work, request: HoldTalk) -> str | None:
    """Close what was done, and say of each in words what became of it, before what was written."""
    lines = []
    for settled in request.settled:
        row = the_row(work, TalkAgreementRow, settled.agreement_id, field="settled")
        if row.case_id != request.case_id:
            raise Refused("Aftalen hører til en anden borger.", field="settled", code="other_case")
        if settled.outcome is Outcome.DONE:
            row.done_on = request.held_on
        lines.append(f"{_OUTCOMES[settled.outcome]}: {row.text}")
    return tidy("\n".join((*lines, request.since_last or "")))


def _sickness_case(work: Work, request: HoldTalk) -> SicknessCaseRow | None:
    """A follow-up belongs to a period of sickness: the one that is named, or the newest open one."""
    if request.sickness_case_id is not None:
        row = the_row(work, SicknessCaseRow, request.sickness_case_id, field="sickness_case_id")
        if row.case_id != request.case_id:
            raise Refused("Sygesagen hører til en anden borger.", field="sickness_case_id", code="other_case")
        return row
    if request.purpose is not TalkPurpose.SICKNESS_FOLLOW_UP:
        return None
    rows = [row for row in live_rows(work.session, SicknessCaseRow, request.case_id) if row.recovered_on is None]
    if not rows:
        message = "Borgeren har ingen åben sygesag. Opret den først, eller vælg et andet formål."
        raise Refused(message, field="purpose", code="no_sickness_case")
    return max(rows, key=lambda row: row.first_absence_on)


def _summons(work: Work, request: HoldTalk) -> SummonsRow | None:
    taken = {row.summons_id for row in live_rows(work.session, TalkRow, request.case_id)}
    if request.summons_id is not None:
        row = the_row(work, SummonsRow, request.summons_id, field="summons_id")
        if row.case_id != request.case_id:
            raise Refused("Indkaldelsen hører til en anden borger.", field="summons_id", code="other_case")
        if row.rebooked_to is not None:
            message = "Borgeren har fået en anden tid. Brug den nye indkaldelse."
            raise Refused(message, field="summons_id", code="rebooked")
        if row.id in taken:
            message = "Der er allerede registreret en samtale på indkaldelsen."
            raise Refused(message, field="summons_id", code="talk_held")
        return row
    absent = {AttendanceKind.ABSENT, AttendanceKind.ABSENT_WITH_NOTICE}
    open_rows = [
        row
        for row in live_rows(work.session, SummonsRow, request.case_id)
        if row.meets_on == request.held_on
        and row.rebooked_to is None
        and row.attendance not in absent
        and row.id not in taken
    ]
    return min(open_rows, key=lambda row: row.meets_at or "", default=None)


def _talk(work: Work, request: HoldTalk, sickness_case: SicknessCaseRow | None, summons: SummonsRow | None) -> TalkRow:
    message = "Skriv det næste skridt mod arbejde."
    sickness = request.sickness or SicknessPart()
    return TalkRow(
        case_id=request.case_id,
        held_on=request.held_on,
        held_by=request.held_by or work.author,
        form=request.form,
        purpose=request.purpose,
        fulfils_duty=request.fulfils_duty,
        present=",".join(dict.fromkeys(request.present)),
        job_search=tidy(request.job_search),
        skills=tidy(request.skills),
        weekly_hours_possible=request.weekly_hours_possible,
        part_time_wish=request.part_time_wish,
        obstacles=tidy(request.obstacles),
        job_proposal=tidy(request.job_proposal),
        citizen_view=tidy(request.citizen_view),
        match_kept=request.match_kept,
        next_step_towards_work=required(request.next_step_towards_work, "next_step_towards_work", message),
        next_contact_on=request.next_contact_on,
        next_form=request.next_form,
        template_id=request.template_id,
        group_meeting_id=request.group_meeting_id,
        summons_id=summons.id if summons else None,
        sickness_case_id=sickness_case.id if sickness_case else None,
        health_as_told=tidy(sickness.health_as_told),
        work_left_possible=tidy(sickness.work_left_possible),
        partial_return_on=sickness.partial_return_on,
        retention_needed=sickness.retention_needed,
        retention_measures=tidy(sickness.retention_measures),
        employer_contact_on=sickness.employer_contact_on,
        doctor_contact_on=sickness.doctor_contact_on,
    )


def _what_else_was_done(work: Work, request: HoldTalk, talk_id: str) -> tuple[str, ...]:
    """One talk can close match, contact, plan and warning together."""
    notices: tuple[str, ...] = ()
    if request.new_match is not None:
        match = request.new_match
        notices = assess_match(
            work,
            AssessMatch(
                request.case_id,
                match.category,
                request.held_on,
                match.basis,
                match.reason,
                match.next_assessment_on,
                talk_id,
            ),
        ).notices
    elif request.match_kept and not live_rows(work.session, MatchAssessmentRow, request.case_id):
        notices = ("Borgeren har endnu ingen matchkategori.",)
    if request.plan_unchanged:
        review_plan(work, ReviewPlan(request.case_id, request.held_on, talk_id))
    for warned in request.warned:
        record_warning(
            work,
            RecordWarning(
                request.case_id,
                warned.kind,
                request.held_on,
                "samtale",
                warned.text_version,
                in_writing=warned.in_writing,
                understood=warned.understood,
                talk_id=talk_id,
            ),
        )
    return notices
