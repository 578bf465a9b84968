"""Contradictions and holes in the data, each with a stable key and the day it could first be seen."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from app.queue.facts import QualityFact
from app.queue.reading.rows import Connection, first_dates

ENDED_WITHOUT_RESULT = (
    "select case_id, id, ended_on from placement where gone = 0 and withdrawn_on is null"
    " and state in ('completed', 'stopped') and ended_on is not null and result is null"
    " and not exists (select 1 from outcome_check c where c.placement_id = placement.id and c.gone = 0"
    " and c.withdrawn_on is null)"
)
RUNS_PAST_ITS_END = (
    "select case_id, id, to_on from placement where gone = 0 and withdrawn_on is null"
    " and state = 'running' and ended_on is null and to_on < ?"
)
PLANNED_BUT_NOT_STARTED = (
    "select case_id, id, from_on from placement where gone = 0 and withdrawn_on is null"
    " and state = 'planned' and from_on < ?"
)
MATCH_WITHOUT_REASON = (
    "select m.case_id, m.id, m.assessed_on from match_assessment m where m.gone = 0 and m.withdrawn_on is null"
    " and trim(m.reason) = '' and not exists (select 1 from match_assessment n where n.case_id = m.case_id"
    " and n.gone = 0 and n.withdrawn_on is null"
    " and (n.assessed_on > m.assessed_on or (n.assessed_on = m.assessed_on and n.id > m.id)))"
)
PLAN_WITHOUT_GOAL = (
    "select p.case_id, p.id, coalesce(p.agreed_on, p.valid_from) from job_plan p where p.gone = 0"
    " and p.withdrawn_on is null and p.state = 'agreed'"
    " and exists (select 1 from plan_activity a where a.plan_id = p.id and a.gone = 0)"
    " and not exists (select 1 from plan_goal g where g.plan_id = p.id and g.gone = 0 and g.withdrawn_on is null)"
)
# SQLite takes the bare column beside max() from the row that holds the maximum.
TWO_HOLDERS = (
    "select case_id, id, max(from_on) from case_holding where gone = 0 and withdrawn_on is null"
    " and to_on is null group by case_id having count(*) > 1"
)
SAME_CPR = (
    "select c.id, c.id, substr(c.written_at, 1, 10) from citizen c where c.gone = 0 and c.withdrawn_on is null"
    " and c.merged_into is null and c.cpr in (select cpr from citizen where gone = 0 and withdrawn_on is null"
    " and merged_into is null group by cpr having count(*) > 1)"
)
TWO_BENEFITS = (
    "select a.case_id, b.id, max(b.from_on) from benefit_period a join benefit_period b"
    " on b.case_id = a.case_id and (b.from_on, b.id) > (a.from_on, a.id)"
    " where a.gone = 0 and b.gone = 0 and a.withdrawn_on is null and b.withdrawn_on is null"
    " and a.from_on <= coalesce(b.to_on, '9999-12-31') and b.from_on <= coalesce(a.to_on, '9999-12-31')"
    " group by a.case_id"
)


def read_quality(connection: Connection, today: date) -> defaultdict[str, list[QualityFact]]:
    """The findings by case.

    A running stay is found the day after its planned end, a planned one the day after its planned start.
    """
    accepted = first_dates(
        connection,
        "select case_id || '/' || finding_key, max(accepted_on) from data_quality_acceptance"
        " where gone = 0 and withdrawn_on is null group by case_id, finding_key",
    )
    found: defaultdict[str, list[QualityFact]] = defaultdict(list)

    def note(kind: str, text: str, sql: str, *, late: int = 0, asks_today: bool = False) -> None:
        parameters = (today.isoformat(),) if asks_today else ()
        for case_id, row, on in connection.execute(sql, parameters):
            key = f"{kind}:{row}"
            first_seen = date.fromisoformat(on) + timedelta(days=late) if on else today
            found[case_id].append(QualityFact(key, text, first_seen, accepted.get(f"{case_id}/{key}")))

    note("ended_without_result", "Afsluttet tilbud uden resultat", ENDED_WITHOUT_RESULT)
    note("runs_past_its_end", "Tilbud står som i gang efter slutdatoen", RUNS_PAST_ITS_END, late=1, asks_today=True)
    note("planned_not_started", "Planlagt tilbud er ikke startet", PLANNED_BUT_NOT_STARTED, late=1, asks_today=True)
    note("match_without_reason", "Match uden begrundelse", MATCH_WITHOUT_REASON)
    note("plan_without_goal", "Jobplan uden mål", PLAN_WITHOUT_GOAL)
    note("two_holders", "To tovholdere på samme sag", TWO_HOLDERS)
    note("same_cpr", "To sager med samme CPR-nummer", SAME_CPR)
    note("two_benefits", "To ydelser i samme periode", TWO_BENEFITS)
    return found
