"""The caseload: every citizen of the store as a row of the list, read in one go by the bare driver.

2026-11-23. A list of ten thousand rows is read as light tuples with one statement a subject, and never through mapped
objects. What a worker may not open is not among the rows at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app.cases.case_weight import WeightFacts, case_weight
from app.cases.caseload_row import CaseloadRow
from app.jobplan.validity import plan_in_force
from app.queue.facts import PlanFact
from app.queue.reading import people
from app.queue.reading.closed_cases import closed_cases
from app.queue.reading.rows import Connection, day
from app.queue.reading.talks import read_plans

_CITIZENS = (
    "select c.id, c.name, c.born, c.sort_name, c.search_text, a.id, a.name, c.language, c.interpreter_needed, c.weight"
    # The area would tell in which street to look for somebody whose address is protected.
    " from citizen c left join housing_area a on a.id = c.housing_area_id and not c.address_protected"
    " where c.gone = 0 and c.withdrawn_on is null and c.merged_into is null order by c.sort_name, c.born, c.id"
)
_BENEFITS = (
    "select case_id, benefit from benefit_period where gone = 0 and withdrawn_on is null and from_on <= ?1"
    " and (to_on is null or to_on >= ?1) order by from_on, id"
)
_MATCHES = (
    "select case_id, category from match_assessment where gone = 0 and withdrawn_on is null and assessed_on <= ?1"
    " order by assessed_on, id"
)
_TALKS = (
    "select case_id, held_on, next_contact_on from talk where gone = 0 and withdrawn_on is null and held_on <= ?1"
    " order by held_on, id"
)
_SUMMONSES = (
    "select case_id, min(meets_on) from summons where gone = 0 and withdrawn_on is null and rebooked_to is null"
    " and attendance is null and meets_on >= ?1 group by case_id"
)
_PLACEMENTS = (
    "select case_id, coalesce(title, offer_no), to_on, coalesce(kind, '') != 'mentor' from placement"
    " where gone = 0 and withdrawn_on is null"
    " and state = 'running' and from_on <= ?1 and (to_on is null or to_on >= ?1)"
    " and (ended_on is null or ended_on > ?1) order by coalesce(kind, '') != 'mentor', from_on, id"
)
_EXCLUSIONS = (
    "select case_id, max(until_on) from exclusion where gone = 0 and withdrawn_on is null and from_on <= ?1"
    " and until_on >= ?1 group by case_id"
)
_APPLICATIONS = (
    "select distinct case_id from application_case where gone = 0 and withdrawn_on is null"
    " and state not in ('decided', 'withdrawn')"
)
_SICK = (
    "select distinct case_id from sickness_case where gone = 0 and withdrawn_on is null and first_absence_on <= ?1"
    " and (recovered_on is null or recovered_on > ?1)"
)
# What counts as something being done in a case. A stay that runs counts for the whole of it.
_ACTIVITY = (
    "select case_id, max(on_day) from ("
    "select case_id, held_on as on_day from talk where gone = 0 and withdrawn_on is null"
    " union all select case_id, noted_on from note where gone = 0 and withdrawn_on is null and kind != 'imported'"
    " union all select case_id, visited_on from citizen_visit where gone = 0 and withdrawn_on is null"
    " union all select case_id, assessed_on from match_assessment where gone = 0 and withdrawn_on is null"
    " union all select case_id, agreed_on from job_plan where gone = 0 and withdrawn_on is null"
    " union all select case_id, reviewed_on from plan_review where gone = 0 and withdrawn_on is null"
    " union all select case_id, coalesce(ended_on, from_on) from placement where gone = 0 and withdrawn_on is null"
    " and state not in ('planned', 'dropped')"
    " union all select case_id, sent_on from summons where gone = 0 and withdrawn_on is null"
    ") where on_day <= ?1 group by case_id"
)


class _Known(NamedTuple):
    """Everything beside the citizen's own row, by case."""

    holdings: Mapping[str, people.Holding]
    closings: Mapping[str, date]
    benefits: Mapping[str, str]
    matches: Mapping[str, int]
    talks: Mapping[str, tuple[date, date | None]]
    summonses: Mapping[str, date]
    activity: Mapping[str, date]
    plans: Mapping[str, list[PlanFact]]
    placements: Mapping[str, tuple[str, date | None, bool]]
    exclusions: Mapping[str, date]
    applications: frozenset[str]
    sick: frozenset[str]


def read_caseload(connection: Connection, worker_id: str | None, today: date) -> tuple[CaseloadRow, ...]:
    """Every citizen that the worker may open, ended cases among them, in the Danish order of names."""
    closed = closed_cases(connection, worker_id, today)
    rows = _read_all(connection, today, closed)
    return tuple(row for row in rows if row.case_id not in closed) if closed else tuple(rows)


def read_whole_caseload(
    connection: Connection, today: date, closed: frozenset[str] = frozenset()
) -> tuple[CaseloadRow, ...]:
    """Also the cases that nobody but their readers may open: to count and to weigh, never to be shown.

    Of the `closed` ones no other row tells the name.
    """
    return tuple(_read_all(connection, today, closed))


def _read_all(connection: Connection, today: date, closed: frozenset[str]) -> list[CaseloadRow]:
    on = (today.isoformat(),)
    closings = people.read_closings(connection)
    known = _Known(
        holdings=people.read_holdings(connection, today, closings),
        closings={case: ended for case, ended in closings.items() if ended <= today},
        benefits={case: str(benefit) for case, benefit in connection.execute(_BENEFITS, on)},
        matches={case: int(category) for case, category in connection.execute(_MATCHES, on)},
        talks={case: (date.fromisoformat(held), day(then)) for case, held, then in connection.execute(_TALKS, on)},
        summonses=_dates(connection, _SUMMONSES, on),
        activity=_dates(connection, _ACTIVITY, on),
        plans=read_plans(connection),
        placements={
            case: (title, day(until), bool(offer)) for case, title, until, offer in connection.execute(_PLACEMENTS, on)
        },
        exclusions=_dates(connection, _EXCLUSIONS, on),
        applications=frozenset(case for (case,) in connection.execute(_APPLICATIONS)),
        sick=frozenset(case for (case,) in connection.execute(_SICK, on)),
    )
    homes, lives_with = _homes(connection, today, closed)
    return [
        _row(citizen, known, today, homes.get(citizen[0]), lives_with.get(citizen[0]))
        for citizen in connection.execute(_CITIZENS)
    ]


def _row(
    citizen: tuple[str, str, str, str, str, str | None, str | None, str | None, int, int],
    known: _Known,
    today: date,
    household: str | None,
    lives_with: str | None,
) -> CaseloadRow:
    case_id, name, born, sort_name, search_text, area_id, area_name, language, interpreter, base = citizen
    holding = known.holdings.get(case_id)
    match = known.matches.get(case_id)
    held, then = known.talks.get(case_id, (None, None))
    active = known.activity.get(case_id)
    placement, placement_until, in_offer = known.placements.get(case_id, (None, None, False))
    plan = plan_in_force(known.plans[case_id], today) if case_id in known.plans else None
    closed_on = known.closings.get(case_id)
    weight = case_weight(
        WeightFacts(
            base,
            match,
            case_id in known.applications,
            bool(interpreter),
            case_id in known.sick,
            closed_on is not None,
        )
    )
    return CaseloadRow(
        case_id=case_id,
        name=name,
        born=date.fromisoformat(born),
        sort_name=sort_name,
        search_text=search_text,
        match=match,
        benefit=known.benefits.get(case_id),
        holder_id=holding.worker_id if holding else None,
        holder_name=holding.worker_name if holding else None,
        unit_id=holding.unit_id if holding else None,
        unit_name=holding.unit_name if holding else None,
        area_id=area_id,
        area_name=area_name,
        last_talk=held,
        idle_days=0 if in_offer else None if active is None else (today - active).days,
        next_contact=known.summonses.get(case_id, then),
        has_plan=plan is not None,
        plan_until=plan.next_review_on if plan else None,
        placement=placement,
        placement_until=placement_until,
        in_offer=in_offer,
        language=language,
        needs_interpreter=bool(interpreter),
        household=household,
        lives_with=lives_with,
        weight=weight,
        excluded_until=known.exclusions.get(case_id),
        closed_on=closed_on,
    )


def _homes(
    connection: Connection, today: date, closed: frozenset[str]
) -> tuple[Mapping[str, str | None], Mapping[str, str]]:
    """Each citizen's joint household, and whom they live with in words."""
    known = people.read_people(connection)
    names = {person.case_id: person.name for person in known}
    homes = people.read_homes(connection, known, today)
    words = {}
    for case_id, home in homes.items():
        others = ["Spærret sag" if other in closed else names[other] for other in home.spouses]
        if others:
            off = "" if home.key else " · samordning slået fra"
            words[case_id] = ", ".join(others) + off
    return {case_id: home.key for case_id, home in homes.items()}, words


def _dates(connection: Connection, sql: str, parameters: tuple[object, ...]) -> dict[str, date]:
    return {key: date.fromisoformat(text) for key, text in connection.execute(sql, parameters) if text is not None}
