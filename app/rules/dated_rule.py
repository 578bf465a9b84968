"""A rule made ready for use: whom it holds for, and every date that follows from its event, remembered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from app.rules.calendar import Calendar
from app.rules.rule import AgeOn, AppliesTo, Rule
from db.values.people import BenefitType

_DAY = timedelta(days=1)
LEGAL_CHECK = " (til juridisk kontrol)"


class Dates(NamedTuple):
    """The days of one row: legal date, last working day on or before it, first day seen, first day amber."""

    due_on: date
    act_by: date
    opens_on: date
    amber_on: date


class Person(Protocol):
    """What a rule asks about a citizen to know whether it applies; all as of `today`."""

    @property
    def today(self) -> date: ...
    @property
    def benefit(self) -> BenefitType: ...
    @property
    def match(self) -> int | None: ...
    @property
    def born(self) -> date: ...
    @property
    def area_name(self) -> str | None: ...
    @property
    def in_campaign_area(self) -> bool: ...
    @property
    def spouse_on_cash_assistance(self) -> bool: ...
    @property
    def vocational_education(self) -> bool | None: ...
    @property
    def children_at_home(self) -> int | None: ...


Condition = Callable[[Person, date], bool]


class DatedRule:
    """A rule of a book with its calendar.

    Dates are remembered by the event's day, so that ten thousand rows cost some thousand computations.
    """

    __slots__ = (
        "_amber_back", "_by_day", "_calendar", "_conditions", "_due_by_day", "_opens_after", "_opens_back",
        "benefits", "name", "rule", "source",
    )  # fmt: skip

    def __init__(self, rule: Rule, set_name: str, calendar: Calendar) -> None:
        """Make a rule of the set named `set_name` ready."""
        self.rule = rule
        self.name = f"{set_name}:{rule.kind}"
        self.source = rule.source + (LEGAL_CHECK if rule.legal_check else "")
        self.benefits = rule.applies_to.benefits
        before, amber = rule.opens_before, rule.amber_before
        self._opens_back = None if before is None else timedelta(days=before)
        self._opens_after = timedelta(days=rule.opens_after)
        # A row that is amber by pace says itself from when; by its date it is not before it is red.
        self._amber_back = -_DAY if amber is None else timedelta(days=amber)
        self._calendar = calendar
        self._conditions = _conditions(rule.applies_to)
        self._by_day: dict[str, dict[date, Dates]] = {due: {} for due in rule.dues}
        self._due_by_day: dict[str, dict[date, date]] = {due: {} for due in rule.dues}

    def holds_for(self, person: Person, day: date) -> bool:
        """Whether the rule applies to the person, with an event on `day`."""
        if self.benefits is not None and person.benefit not in self.benefits:
            return False
        return not self._conditions or all(condition(person, day) for condition in self._conditions)

    def dates(self, day: date, due: str = "") -> Dates:
        """The dates of a row whose event happened on `day` and that is due by the interval named `due`."""
        remembered = self._by_day[due]
        found = remembered.get(day)
        if found is None:
            found = remembered[day] = self.dates_due(day, self.due_after(day, due))
        return found

    def due_after(self, day: date, due: str = "") -> date:
        """The legal date by the interval named `due`, counted from `day`."""
        remembered = self._due_by_day[due]
        found = remembered.get(day)
        if found is None:
            found = remembered[day] = self.rule.dues[due].after(day, self._calendar)
        return found

    def dates_due(self, day: date, due_on: date) -> Dates:
        """The dates of a row whose event happened on `day` and whose legal date is given."""
        back = self._opens_back
        return Dates(
            due_on,
            self._calendar.last_working_day_on_or_before(due_on),
            day + self._opens_after if back is None else due_on - back,
            due_on - self._amber_back,
        )


def _conditions(wanted: AppliesTo) -> tuple[Condition, ...]:
    """The conditions a rule has beside the benefit; what is not known of a person meets none."""
    found: list[Condition] = []
    least, most, older, younger = wanted.match_from, wanted.match_to, wanted.age_from, wanted.age_below
    areas, campaign, couple = wanted.areas, wanted.campaign, wanted.spouse_on_cash_assistance
    education, children = wanted.vocational_education, wanted.children_at_home
    if least is not None:
        found.append(lambda person, _: person.match is not None and person.match >= least)
    if most is not None:
        found.append(lambda person, _: person.match is not None and person.match <= most)
    if older is not None:
        found.append(lambda person, day: _age(wanted, person, day) >= older)
    if younger is not None:
        found.append(lambda person, day: _age(wanted, person, day) < younger)
    if areas is not None:
        found.append(lambda person, _: person.area_name in areas)
    if campaign is not None:
        found.append(lambda person, _: person.in_campaign_area is campaign)
    if couple is not None:
        found.append(lambda person, _: person.spouse_on_cash_assistance is couple)
    if education is not None:
        found.append(lambda person, _: person.vocational_education is education)
    if children is not None:
        found.append(
            lambda person, _: person.children_at_home is not None and (person.children_at_home > 0) is children
        )
    return tuple(found)


def _age(wanted: AppliesTo, person: Person, day: date) -> int:
    return age_on(person.born, day if wanted.age_on is AgeOn.EVENT else person.today)


def age_on(born: date, day: date) -> int:
    """Whole years on a day; who is born on 29 February is a year older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
