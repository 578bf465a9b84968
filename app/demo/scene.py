"""What every part of the demo is given: the open work, the day, the dice and the lists to pick from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TypeVar

from app.demo.seed_lists import SeedLists
from app.reference.seed import reference_id
from app.reference.values import ReferenceData
from app.rules.calendar import Calendar, LocalHolidays
from app.work import SyncedRow, Work
from db.rows.base import Synced
from db.rows.orders import OrderQuestionRow

Thing = TypeVar("Thing")


@dataclass(slots=True)
class Scene:
    """The stage on which the demo's people are put."""

    work: Work
    dice: Random
    lists: SeedLists
    reference: ReferenceData
    rows: list[Synced] = field(default_factory=list)
    cpr_taken: set[str] = field(default_factory=set)
    names_taken: set[str] = field(default_factory=set)
    used: dict[str, int] = field(default_factory=dict)
    questions: dict[str, list[OrderQuestionRow]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day on which the program is opened."""
        return self.work.today

    def add(self, row: SyncedRow) -> SyncedRow:
        """Keep a row to be written with all the others; its id is there at once."""
        row.id = row.id or self.work.new_id()
        self.rows.append(row)
        return row

    def day(self, offset: int) -> date:
        """So many days from today; before it when negative."""
        return self.today + timedelta(days=offset)

    def ago(self, days: int) -> date:
        """A working day, so many days ago or up to three days more."""
        return workday(self.day(-days))

    def between(self, least: int, most: int) -> int:
        """A whole number, both ends included."""
        return self.dice.randint(least, most)

    def chance(self, share: float) -> bool:
        """Yes in that share of the cases."""
        return self.dice.random() < share

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """One of several."""
        return self.dice.choice(things)

    def text(self, name: str) -> str:
        """The next text of a list, in turn, so that neighbouring cases do not read alike."""
        texts = self.lists.texts[name]
        turn = self.used.get(name, 0)
        self.used[name] = turn + 1
        return texts[turn % len(texts)]

    def number(self, name: str, first: int) -> int:
        """The next number of a series, such as that of paper plans."""
        turn = self.used.get(name, first)
        self.used[name] = turn + 1
        return turn


_CALENDAR = Calendar(LocalHolidays(constitution_day=True, christmas_eve=True, new_years_eve=True))


def workday(day: date) -> date:
    """The day itself, or the last working day before it."""
    return _CALENDAR.last_working_day_on_or_before(day)


def workdays_from(day: date, count: int) -> date:
    """The working day that lies `count` working days after a day, or before it when negative."""
    return _CALENDAR.add_working_days(day, count)


def unit_id(key: str) -> str:
    """The id of a unit of the reference data."""
    return reference_id("org_unit", key)


def area_id(key: str) -> str:
    """The id of a housing area of the reference data."""
    return reference_id("housing_area", key)


def worker_id(name: str) -> str:
    """The id of one of the demo's workers."""
    return reference_id("caseworker", "demo", name)


def provider_id(key: str) -> str:
    """The id of one of the demo's providers."""
    return reference_id("provider", "demo", key)


def offer_id(no: str) -> str:
    """The id of one of the demo's offers."""
    return reference_id("offer", "demo", no)


def budget_line_id(name: str) -> str:
    """The id of one of the demo's budget lines."""
    return reference_id("budget_line", "demo", name)
