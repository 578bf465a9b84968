"""Facts about contact: talks, summonses, reports, calls, plans, warnings, visits."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from app.queue.facts import (
    CallFact,
    PlanFact,
    ReportFact,
    StepFact,
    SummonsFact,
    TalkFact,
    VisitFact,
    WarningFact,
)
from app.queue.reading.rows import LIVE, Connection, day, first_dates, grouped, members, truth
from db.values.cases import VisitEntry, WarningKind
from db.values.plans import PlanKind, PlanState
from db.values.talks import AttendanceKind, ReportState, ReportSubject, StepOwner, TalkForm, TalkPurpose

FORMS = members(TalkForm)
PURPOSES = members(TalkPurpose)
ATTENDANCES = members(AttendanceKind)
REPORT_STATES = members(ReportState)
REPORT_SUBJECTS = members(ReportSubject)
PLAN_KINDS = members(PlanKind)
PLAN_STATES = members(PlanState)
OWNERS = members(StepOwner)
WARNINGS = members(WarningKind)
ENTRIES = members(VisitEntry)


def read_talks(connection: Connection) -> defaultdict[str, list[TalkFact]]:
    """Talks by case, oldest first. A talk out of an extract has its note in the other system."""
    return grouped(
        connection,
        "select t.case_id, t.id, t.held_on, t.form, t.purpose, t.fulfils_duty, t.next_contact_on,"
        " t.from_extract or exists (select 1 from note n where n.case_id = t.case_id and n.about_id = t.id"
        " and n.gone = 0 and n.withdrawn_on is null)"
        " from talk t where t.gone = 0 and t.withdrawn_on is null order by t.held_on, t.id",
        lambda row, on, form, purpose, fulfils, upcoming, noted: TalkFact(
            row,
            date.fromisoformat(on),
            FORMS[form],
            PURPOSES.get(purpose),
            truth(fulfils),
            day(upcoming),
            bool(noted),
        ),
    )


def read_summonses(connection: Connection) -> defaultdict[str, list[SummonsFact]]:
    """Summonses that still stand, with whether a talk came of them."""
    return grouped(
        connection,
        "select s.case_id, s.id, s.meets_on, s.meets_at, s.purpose, s.attendance,"
        " exists (select 1 from talk t where t.case_id = s.case_id and t.gone = 0 and t.withdrawn_on is null"
        " and (t.summons_id = s.id or (t.summons_id is null and t.held_on = s.meets_on and t.form = s.form)))"
        " from summons s where s.gone = 0 and s.withdrawn_on is null and s.rebooked_to is null"
        " order by s.meets_on, s.meets_at, s.id",
        lambda row, on, at, purpose, attendance, held: SummonsFact(
            row, date.fromisoformat(on), at, PURPOSES[purpose], ATTENDANCES.get(attendance), bool(held)
        ),
    )


def read_reports(connection: Connection) -> defaultdict[str, list[ReportFact]]:
    """Reports to the portal by case."""
    return grouped(
        connection,
        "select case_id, id, subject, subject_id, counted_from, state from portal_report"
        f" where {LIVE} order by counted_from, id",
        lambda row, subject, about, on, state: ReportFact(
            row, REPORT_SUBJECTS[subject], about, date.fromisoformat(on), REPORT_STATES[state]
        ),
    )


def read_calls(connection: Connection) -> defaultdict[str, list[CallFact]]:
    """Phone notes that ask for a call back."""
    return grouped(
        connection,
        f"select case_id, id, noted_on, called_back_on from note where {LIVE} and call_back = 1 order by noted_on, id",
        lambda row, on, back: CallFact(row, date.fromisoformat(on), day(back)),
    )


def read_plans(connection: Connection) -> defaultdict[str, list[PlanFact]]:
    """Plan versions by case, oldest first."""
    reviewed = first_dates(
        connection,
        f"select plan_id, max(reviewed_on) from plan_review where {LIVE} group by plan_id",
    )
    return grouped(
        connection,
        "select case_id, id, plan_no, version, kind, state, valid_from, agreed_on, next_review_on, closed_on"
        f" from job_plan where {LIVE} order by valid_from, version, id",
        lambda row, number, version, kind, state, start, agreed, review, closed: PlanFact(
            row,
            number,
            version,
            PLAN_KINDS[kind],
            PLAN_STATES[state],
            date.fromisoformat(start),
            day(agreed),
            day(review),
            reviewed.get(row),
            day(closed),
        ),
    )


def read_steps(connection: Connection) -> defaultdict[str, list[StepFact]]:
    """Dated steps of the plans that are in force, and what was agreed in talks by a date."""
    return grouped(
        connection,
        "select s.case_id, s.id, s.text, s.who, s.by_date, coalesce(p.agreed_on, p.valid_from), s.done_on, 0"
        " from plan_step s join job_plan p on p.id = s.plan_id where s.gone = 0 and s.withdrawn_on is null"
        " and p.gone = 0 and p.withdrawn_on is null and p.state = 'agreed' and s.by_date is not null"
        " union all select a.case_id, a.id, a.text, a.who, a.by_date, t.held_on, a.done_on, 1"
        " from talk_agreement a join talk t on t.id = a.talk_id where a.gone = 0 and a.withdrawn_on is null"
        " and t.gone = 0 and t.withdrawn_on is null and a.by_date is not null order by 5, 2",
        lambda row, text, who, by, agreed, done, in_talk: StepFact(
            row, text, OWNERS[who], date.fromisoformat(by), date.fromisoformat(agreed), day(done), bool(in_talk)
        ),
    )


def read_warnings(connection: Connection) -> defaultdict[str, list[WarningFact]]:
    """Warnings given, by case."""
    return grouped(
        connection,
        f"select case_id, id, kind, warned_on, in_writing from warning where {LIVE} order by warned_on, id",
        lambda row, kind, on, written: WarningFact(row, WARNINGS[kind], date.fromisoformat(on), bool(written)),
    )


def read_visits(connection: Connection) -> defaultdict[str, list[VisitFact]]:
    """Home visits planned or done, by case."""
    return grouped(
        connection,
        "select v.case_id, v.id, v.planned_on, v.attempt_no, v.visited_on, v.entry,"
        " exists (select 1 from note n where n.case_id = v.case_id and n.gone = 0 and n.withdrawn_on is null"
        " and (n.about_id = v.id or n.about_id = v.talk_id)), v.given_up_on"
        " from citizen_visit v where v.gone = 0 and v.withdrawn_on is null order by v.planned_on, v.id",
        lambda row, planned, attempt, visited, entry, noted, given_up: VisitFact(
            row,
            date.fromisoformat(planned),
            attempt,
            day(visited),
            ENTRIES.get(entry),
            bool(noted),
            day(given_up),
        ),
    )
