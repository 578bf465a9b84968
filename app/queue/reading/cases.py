"""Facts about cases with steps: applications, sickness, sanctions, alerts, complaints, conflicts."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from app.queue.facts import (
    ApplicationFact,
    CaseStepFact,
    ComplaintFact,
    ConflictFact,
    SanctionFact,
    SicknessFact,
    YouthAlertFact,
)
from app.queue.reading.rows import LIVE, Connection, day, first_dates, grouped, members
from db.values.cases import (
    ApplicationCaseKind,
    ApplicationCaseState,
    CaseStepKind,
    SanctionState,
    SicknessGroup,
    WaitingFor,
)
from db.values.talks import TalkPurpose

KINDS = members(ApplicationCaseKind)
STATES = members(ApplicationCaseState)
STEPS = members(CaseStepKind)
WAITING = members(WaitingFor)
GROUPS = members(SicknessGroup)
SANCTIONS = members(SanctionState)


def read_applications(connection: Connection) -> defaultdict[str, list[ApplicationFact]]:
    """Application cases with their steps, by citizen."""
    steps = grouped(
        connection,
        "select application_case_id, id, step, starts_on, due_on, done_on, waiting_for, sent_on, expected_on,"
        f" answered_on from case_step where {LIVE} order by starts_on, id",
        lambda row, step, start, due, done, waiting, sent, expected, answered: CaseStepFact(
            row,
            STEPS[step],
            date.fromisoformat(start),
            day(due),
            day(done),
            WAITING.get(waiting),
            day(sent),
            day(expected),
            day(answered),
        ),
    )
    noticed = first_dates(
        connection,
        f"select application_case_id, max(sent_on) from delay_notice where {LIVE} group by application_case_id",
    )
    return grouped(
        connection,
        "select case_id, id, kind, applied_on, state, published_due_on, decided_on from application_case"
        f" where {LIVE} order by applied_on, id",
        lambda row, kind, applied, state, published, decided: ApplicationFact(
            row,
            KINDS[kind],
            date.fromisoformat(applied),
            STATES[state],
            tuple(steps.get(row, ())),
            day(published),
            noticed.get(row),
            day(decided),
        ),
    )


def read_sicknesses(connection: Connection) -> defaultdict[str, list[SicknessFact]]:
    """Periods of sickness with their follow-ups.

    A follow-up talk belongs to the period that it names, or to the one that its date falls in.
    """
    talks = grouped(
        connection,
        f"select case_id, held_on, sickness_case_id from talk where {LIVE} and purpose = ? order by held_on, id",
        lambda on, sickness: (date.fromisoformat(on), sickness),
        (TalkPurpose.SICKNESS_FOLLOW_UP.value,),
    )
    assessed = first_dates(
        connection,
        f"select sickness_case_id, min(assessed_on) from risk_assessment where {LIVE} group by sickness_case_id",
    )
    found: defaultdict[str, list[SicknessFact]] = defaultdict(list)
    for (
        case_id,
        row,
        first,
        notified,
        group,
        sent,
        due,
        returned,
        last,
        weeks,
        extended,
        recovered,
    ) in connection.execute(
        "select case_id, id, first_absence_on, coalesce(notified_on, form_sent_on, first_absence_on),"
        " follow_up_group, form_sent_on, form_due_on, form_returned_on, last_follow_up_on, earlier_weeks_used,"
        f" extension_decided_on, recovered_on from sickness_case where {LIVE} order by first_absence_on, id"
    ):
        began, ended = date.fromisoformat(first), day(recovered)
        follow_ups = {
            on
            for on, sickness in talks.get(case_id, ())
            if sickness == row or (sickness is None and began <= on and (ended is None or on <= ended))
        }
        if last is not None:
            follow_ups.add(date.fromisoformat(last))
        found[case_id].append(
            SicknessFact(
                row,
                began,
                date.fromisoformat(notified),
                GROUPS.get(group),
                day(sent),
                day(due),
                day(returned),
                tuple(sorted(follow_ups)),
                assessed.get(row),
                weeks,
                day(extended),
                ended,
            )
        )
    return found


def read_sanctions(connection: Connection) -> defaultdict[str, list[SanctionFact]]:
    """Sanction cases by citizen."""
    return grouped(
        connection,
        "select case_id, id, state, hearing_sent_on, hearing_answer_by, hearing_answer_on, recommended_on,"
        f" decided_on, closed_on from sanction_case where {LIVE} order by opened_on, id",
        lambda row, state, *dates: SanctionFact(row, SANCTIONS[state], *map(day, dates)),
    )


def read_youth_alerts(connection: Connection) -> defaultdict[str, list[YouthAlertFact]]:
    """Youth alerts by citizen."""
    return grouped(
        connection,
        "select case_id, id, received_on, talk_offered_on, followed_up_3_months_on, followed_up_6_months_on"
        f" from youth_alert where {LIVE} order by received_on, id",
        lambda row, received, *dates: YouthAlertFact(row, date.fromisoformat(received), *map(day, dates)),
    )


def read_complaints(connection: Connection) -> defaultdict[str, list[ComplaintFact]]:
    """Complaints by citizen."""
    return grouped(
        connection,
        f"select case_id, id, received_on, settled_on from complaint where {LIVE} order by received_on, id",
        lambda row, received, settled: ComplaintFact(row, date.fromisoformat(received), day(settled)),
    )


def read_conflicts(connection: Connection) -> defaultdict[str, list[ConflictFact]]:
    """Contradictions between two machines, by citizen."""
    return grouped(
        connection,
        f"select case_id, id, found_on, answered_on from sync_conflict where {LIVE} order by found_on, id",
        lambda row, found, answered: ConflictFact(row, date.fromisoformat(found), day(answered)),
    )
