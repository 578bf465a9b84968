"""Counts of what came of those who ended an offer, from our own stays and from imported history. No person is named.

A stay counts once it has begun and ended, whether it was completed or broken off: those who dropped out count. Own
stays are joined to the checks 3 and 6 months later, and to the match, benefit and age that held on the first day.
An outcome that is not known (never checked, *ukendt*, moved away) counts among those who ended and in no rate. In
work or education is an ordinary job, full or part time, or an education; a job with a wage subsidy is still an offer.

2026-11-25. The database adds up, and it sorts what it adds up: the more columns it carries along, the longer it
takes. So the eight counts travel as three whole numbers of three parts each, in which a part has room for two
million persons, and are taken apart only where they are looked at. Two hundred thousand rows: half the time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from app.cases.checking import months_after
from app.guide.target_group import age_band
from app.queue.reading.rows import Connection
from app.rules.dated_rule import age_on
from db.values.offers import OutcomeKind

GOOD: Final = frozenset({OutcomeKind.JOB.value, OutcomeKind.PART_TIME_JOB.value, OutcomeKind.EDUCATION.value})
"""In work or education."""
NOT_KNOWN: Final = frozenset({OutcomeKind.UNKNOWN.value, OutcomeKind.MOVED.value})
"""Outcomes of which nobody knows what they are."""

_ROOM: Final = 1 << 21
_MASK: Final = _ROOM - 1
_COMPLETED_STATE: Final = "completed"

# What a person adds to the first, the second and the third number. 2097152 is one of the second part of a number, and
# 4398046511104 one of the third.
_HISTORY: Final = """
    select offer_no, match, benefit, age_band,
        sum(1 + completed * 2097152 + case ifnull(outcome_6_months, 'unknown')
            when 'unknown' then 0 when 'moved' then 0 else 4398046511104 end),
        sum(case outcome_6_months
                when 'job' then 1 when 'part_time_job' then 1 when 'education' then 1 else 0 end
            + case ifnull(outcome_3_months, 'unknown')
                when 'job' then 4398048608256 when 'part_time_job' then 4398048608256
                when 'education' then 4398048608256
                when 'unknown' then 0 when 'moved' then 0 else 2097152 end),
        sum(case when new_match < match then 2097153 when new_match >= match then 1 else 0 end),
        max(case ifnull(outcome_6_months, 'unknown')
            when 'unknown' then null when 'moved' then null else ended_on || ended_month_only end)
    from offer_result not indexed where gone = 0
    group by offer_no, match, benefit, age_band
"""

_STAYS: Final = """
    select p.offer_no, p.from_on, c.born, p.state,
        (select m.category from match_assessment m
            where m.case_id = p.case_id and m.gone = 0 and m.withdrawn_on is null and m.assessed_on <= p.from_on
            order by m.assessed_on desc, m.id desc limit 1),
        (select b.benefit from benefit_period b
            where b.case_id = p.case_id and b.gone = 0 and b.withdrawn_on is null and b.from_on <= p.from_on
            and (b.to_on is null or b.to_on >= p.from_on) order by b.from_on desc, b.id desc limit 1),
        p.id
    from placement p join citizen c on c.id = p.case_id
    where p.gone = 0 and p.withdrawn_on is null and p.ended_on is not null and p.state in ('completed', 'stopped')
    order by p.id
"""

_CHECKS: Final = """
    select placement_id, months_after, outcome, new_match, checked_on from outcome_check
    where gone = 0 and withdrawn_on is null order by checked_on, id
"""


class Tally(NamedTuple):
    """Persons counted. `known_…` is how many of them the measure is known for, `good_…` how many it went well for."""

    ended: int = 0
    completed: int = 0
    known_6: int = 0
    good_6: int = 0
    known_3: int = 0
    good_3: int = 0
    known_match: int = 0
    match_up: int = 0


class Cell(NamedTuple):
    """Persons of one offer who have match, benefit and age band (as they are stored) in common, and their counts."""

    match: int | None
    benefit: str | None
    age: str | None
    first: int
    second: int
    third: int


class Outcomes(NamedTuple):
    """The cells by offer number; `as_of` is the newest day that a 6-month outcome is from."""

    by_offer: Mapping[str, tuple[Cell, ...]]
    as_of: date | None


def read_outcomes(connection: Connection) -> Outcomes:
    """Every outcome in an open store, added up by the database. `connection` is bare, nothing is written."""
    found: defaultdict[str, list[Cell]] = defaultdict(list)
    newest: list[date] = []
    latest = ""
    make = Cell._make
    for offer_no, *cell, ended in connection.execute(_HISTORY):
        found[offer_no].append(make(cell))
        latest = max(latest, ended or "")
    if latest:
        newest.append(_half_a_year_later(latest))
    _add_stays(connection, found, newest)
    return Outcomes({offer_no: tuple(cells) for offer_no, cells in found.items()}, max(newest, default=None))


def cell_of(match: int | None, benefit: str | None, age: str | None, tally: Tally) -> Cell:
    """A cell with these counts."""
    ended, completed, known_6, good_6, known_3, good_3, known_match, match_up = tally
    return Cell(
        match,
        benefit,
        age,
        ended + completed * _ROOM + known_6 * _ROOM * _ROOM,
        good_6 + known_3 * _ROOM + good_3 * _ROOM * _ROOM,
        known_match + match_up * _ROOM,
    )


def tally_of(cells: Iterable[Cell]) -> Tally:
    """All cells together."""
    first = second = third = 0
    for cell in cells:
        first += cell[3]
        second += cell[4]
        third += cell[5]
    return Tally(
        first & _MASK,
        first >> 21 & _MASK,
        first >> 42,
        second & _MASK,
        second >> 21 & _MASK,
        second >> 42,
        third & _MASK,
        third >> 21,
    )


def minus(whole: Tally, part: Tally) -> Tally:
    """Those of the whole who are not of the part."""
    return Tally(*map(int.__sub__, whole, part))


def _half_a_year_later(ended: str) -> date:
    """The day that a 6-month outcome is from: `2006-08-010` ended on the day, `2006-08-011` some day of the month."""
    day = date.fromisoformat(ended[:10])
    if ended.endswith("0"):
        return months_after(day, 6)
    return months_after(day.replace(day=1), 7) - timedelta(days=1)


def _add_stays(connection: Connection, found: defaultdict[str, list[Cell]], newest: list[date]) -> None:
    """Our own stays. Of two checks of the same stay and month the later one holds."""
    checks: dict[tuple[str, int], tuple[str, int | None, str]] = {}
    for placement_id, months, outcome, new_match, on in connection.execute(_CHECKS):
        checks[placement_id, months] = (outcome, new_match, on)
    for offer_no, from_on, born, state, match, benefit, placement_id in connection.execute(_STAYS):
        three, six = checks.get((placement_id, 3)), checks.get((placement_id, 6))
        new_match = next((check[1] for check in (six, three) if check and check[1] is not None), None)
        known = match is not None and new_match is not None
        if six is not None and six[0] not in NOT_KNOWN:
            newest.append(date.fromisoformat(six[2]))
        age = age_band(age_on(date.fromisoformat(born), date.fromisoformat(from_on)))
        tally = Tally(
            ended=1,
            completed=int(state == _COMPLETED_STATE),
            known_6=int(six is not None and six[0] not in NOT_KNOWN),
            good_6=int(six is not None and six[0] in GOOD),
            known_3=int(three is not None and three[0] not in NOT_KNOWN),
            good_3=int(three is not None and three[0] in GOOD),
            known_match=int(known),
            match_up=int(known and new_match < match),
        )
        found[offer_no].append(cell_of(match, benefit, age.value, tally))
