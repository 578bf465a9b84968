"""Filters and sorts the caseload in SQL, as one types: keys beside each row's number, in the process's own memory.

2026-11-23. The keys cannot be read from the store itself: the next deadline is reckoned by the queue, and a sort over
ten subjects there takes as long as reading them all. Here ten thousand rows are filtered and sorted in some
milliseconds, most of them without Python. A Qt proxy took seconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from app.cases.caseload import read_caseload
from app.cases.caseload_choice import CaseloadChoice, Scope
from app.cases.caseload_row import CaseColumn, CaseloadRow, Deadline
from app.cases.names import search_text, sort_key, sort_name
from app.cases.usage_log import note_use
from app.cases.words import BENEFITS
from app.queue.reading.rows import Connection
from app.work import Work
from db.store.driver import connect_memory
from db.values.people import UsageKind

# Nobody types more words to find one citizen; what follows is not looked at.
_MOST_PARTS: Final = 6

_KEYS: Final = tuple(f"key_{column.value}" for column in CaseColumn)
_FACTS: Final = (
    "position", "hay", "is_closed", "holder", "unit", "match", "benefit", "area", "idle", "has_plan", "household",
)  # fmt: skip
_COLUMNS: Final = (*_FACTS, *_KEYS)

# The names of the columns are this module's own; whatever a person types or chooses is bound.
_MAKE: Final = f"create table caseload ({', '.join(_COLUMNS)}, primary key (position))"
_FILL: Final = f"insert into caseload values ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - see above.
_COUNT: Final = (
    "select sum(not is_closed and holder = ?1), sum(not is_closed and unit = ?2), sum(not is_closed),"
    " sum(not is_closed and holder is null), sum(is_closed) from caseload"
)
_NEVER: Final = 1_000_000

_SCOPES: Final[Mapping[Scope, str]] = {
    Scope.MINE: "not is_closed and holder = ?",
    Scope.TEAM: "not is_closed and unit = ?",
    Scope.ALL: "not is_closed",
    Scope.UNASSIGNED: "not is_closed and holder is null",
    Scope.CLOSED: "is_closed",
}


class Shown(NamedTuple):
    """The numbers of the rows to show in their order, and those of them that stand together with their household."""

    rows: tuple[int, ...]
    together: frozenset[int] = frozenset()


class CaseloadIndex:
    """One caseload with its keys. It is used by one thread at a time, and never by the one that draws."""

    def __init__(self, rows: Sequence[CaseloadRow], worker_id: str | None, unit_id: str | None) -> None:
        """Take the rows in; `worker_id` and `unit_id` say what *mine* and *my team* mean."""
        self.rows = tuple(rows)
        self._worker_id, self._unit_id = worker_id, unit_id
        self._connection = connect_memory()
        self._connection.execute(_MAKE)
        areas = {row.area_name: sort_key(row.area_name) for row in rows if row.area_name}
        holders = {row.holder_name: sort_name(row.holder_name) for row in rows if row.holder_name}
        self._connection.execute("begin")
        self._connection.executemany(
            _FILL, (_values(number, row, areas, holders) for number, row in enumerate(self.rows))
        )
        self._connection.execute("commit")
        self.deadlines: Mapping[str, Deadline] = {}

    def know_deadlines(self, deadlines: Mapping[str, Deadline]) -> None:
        """Sort by these deadlines from now on."""
        numbers = {row.case_id: number for number, row in enumerate(self.rows)}
        self.deadlines = deadlines
        self._connection.execute("begin")
        self._connection.execute("update caseload set key_deadline = null where key_deadline is not null")
        self._connection.executemany(
            "update caseload set key_deadline = ? where position = ?",
            (
                (deadline.act_by.isoformat() + deadline.due_on.isoformat(), numbers[case_id])
                for case_id, deadline in deadlines.items()
                if case_id in numbers
            ),
        )
        self._connection.execute("commit")

    def counts(self) -> Mapping[Scope, int]:
        """How many cases each scope has."""
        found = self._connection.execute(_COUNT, (self._worker_id, self._unit_id)).fetchone()
        return {scope: count or 0 for scope, count in zip(Scope, found, strict=True)}

    def choose(self, choice: CaseloadChoice) -> Shown:
        """The rows of a choice in its order. Rows without the key stand last in either direction."""
        conditions, values = _conditions(choice, self._worker_id, self._unit_id)
        where = " and ".join(conditions)
        key, way = f"key_{choice.sort_by.value}", "desc" if choice.descending else "asc"
        if not choice.together:
            sql = f"select position from caseload where {where} order by {key} is null, {key} {way}, position"  # noqa: S608
            return Shown(tuple(number for (number,) in self._connection.execute(sql, values)))
        best = "max" if choice.descending else "min"
        sql = (
            f"with hit as (select position, coalesce(household, position) as home, {key} as key from caseload"  # noqa: S608
            f" where {where}) select position, count(*) over homes from hit window homes as (partition by home)"
            f" order by {best}(key) over homes is null, {best}(key) over homes {way}, min(position) over homes,"
            f" key is null, key {way}, position"
        )
        found = [(number, count) for number, count in self._connection.execute(sql, values)]
        return Shown(tuple(number for number, _ in found), frozenset(number for number, count in found if count > 1))

    def close(self) -> None:
        """Let go of the memory."""
        self._connection.close()


def _conditions(choice: CaseloadChoice, worker_id: str | None, unit_id: str | None) -> tuple[list[str], list[object]]:
    filters = choice.filters
    own = {Scope.MINE: worker_id, Scope.TEAM: unit_id}.get(choice.scope)
    idle = filters.idle_over
    # Whether it was asked for, the condition, and what is bound to it.
    possible: tuple[tuple[bool, str, tuple[object, ...]], ...] = (
        (True, _SCOPES[choice.scope], (own,) if choice.scope in {Scope.MINE, Scope.TEAM} else ()),
        *((True, "instr(hay, ?) > 0", (part,)) for part in search_text(choice.text).split()[:_MOST_PARTS]),
        (bool(filters.matches), f"match in ({', '.join('?' * len(filters.matches))})", filters.matches),
        (filters.benefit is not None, "benefit = ?", (filters.benefit,)),
        (filters.area_id is not None, "area = ?", (filters.area_id,)),
        (idle is not None, "idle > ?", (idle,)),
        (filters.without_plan, "not has_plan", ()),
        (filters.without_match, "match is null", ()),
        (filters.couples, "household is not null", ()),
    )
    asked = [(condition, bound) for wanted, condition, bound in possible if wanted]
    return [condition for condition, _ in asked], [value for _, bound in asked for value in bound]


def _values(number: int, row: CaseloadRow, areas: Mapping[str, str], holders: Mapping[str, str]) -> tuple[object, ...]:
    born = row.born
    hay = (
        f"{row.search_text} {born.day:02}.{born.month:02}.{born.year} {born.day:02}{born.month:02}{born.year % 100:02}"
    )
    # Nothing ever done counts as the longest time, since that is what one looks for.
    idle = _NEVER if row.idle_days is None else row.idle_days
    facts = (
        number, hay, row.closed_on is not None, row.holder_id, row.unit_id, row.match, row.benefit, row.area_id, idle,
        row.has_plan, row.household,
    )  # fmt: skip
    keys: dict[CaseColumn, object] = {
        # The rows come in the Danish order of names already.
        CaseColumn.CITIZEN: number,
        CaseColumn.MATCH: row.match,
        CaseColumn.BENEFIT: _BENEFIT_KEYS.get(row.benefit or ""),
        CaseColumn.HOLDER: holders.get(row.holder_name or ""),
        CaseColumn.UNIT: sort_key(row.unit_name) if row.unit_name else None,
        CaseColumn.AREA: areas.get(row.area_name or ""),
        CaseColumn.LAST_TALK: _iso(row.last_talk),
        CaseColumn.IDLE: idle,
        CaseColumn.NEXT_CONTACT: _iso(row.next_contact),
        CaseColumn.DEADLINE: None,
        CaseColumn.PLAN: (_iso(row.plan_until) or "9") if row.has_plan else "",
        CaseColumn.PLACEMENT: sort_key(row.placement) if row.placement else None,
        CaseColumn.LANGUAGE: sort_key(row.language) if row.language else "}" if row.needs_interpreter else None,
        CaseColumn.HOUSEHOLD: sort_name(row.lives_with) if row.lives_with else None,
        CaseColumn.WEIGHT: row.weight,
        CaseColumn.EXCLUDED: _iso(row.excluded_until),
    }
    return (*facts, *keys.values())


def _iso(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


_BENEFIT_KEYS: Final = {str(benefit.value): sort_key(words) for benefit, words in BENEFITS.items()}


def load_caseload(connection: Connection, worker_id: str, today: date) -> CaseloadIndex:
    """Read what the worker may see, and make it ready to be filtered."""
    rows = read_caseload(connection, worker_id, today)
    units = connection.execute("select unit_id from caseworker where id = ?", (worker_id,))
    return CaseloadIndex(rows, worker_id, next((unit for (unit,) in units), None))


def note_listing(work: Work, count: int, purpose: str = "Sagslisten") -> None:
    """Log that so many citizens were listed; `purpose` is the fixed name of the list."""
    note_use(work, UsageKind.LISTED, purpose, count=count)
