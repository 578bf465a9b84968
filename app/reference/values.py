"""What the files of reference data say, checked and frozen. `key` is the name the files use among themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.values.people import OrgUnitKind


class Parity(StrEnum):
    """Which house numbers of a range lie in the area."""

    ALL = "all"
    ODD = "odd"
    EVEN = "even"


class TargetScope(StrEnum):
    """For whom a target holds; AREAS are the five housing areas together."""

    CITY = "city"
    DEPARTMENT = "department"
    AREAS = "areas"
    UNIT = "unit"


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """An office, team or department; `parent` is another unit's key."""

    key: str
    name: str
    kind: OrgUnitKind
    parent: str | None
    specialities: str | None
    handles: str | None


@dataclass(frozen=True, slots=True)
class RangeEntry:
    """The house numbers of a street that lie in an area."""

    street: str
    from_number: int
    to_number: int
    parity: Parity
    postcode: str

    def numbers(self) -> range:
        """Give the house numbers themselves."""
        if self.parity is Parity.ALL:
            return range(self.from_number, self.to_number + 1)
        wanted = 1 if self.parity is Parity.ODD else 0
        return range(self.from_number + (self.from_number % 2 != wanted), self.to_number + 1, 2)


@dataclass(frozen=True, slots=True)
class AreaEntry:
    """A housing area with its streets and the days of its jobplan campaign."""

    key: str
    name: str
    unit: str
    campaign_from: date | None
    campaign_to: date | None
    ranges: tuple[RangeEntry, ...]


@dataclass(frozen=True, slots=True)
class IndustryEntry:
    """One entry of the short industry list."""

    key: str
    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class TargetEntry:
    """A figure to reach; `value` None means that nobody has set it."""

    indicator: str
    scope: TargetScope
    unit: str | None
    start_value: float | None
    start_on: date | None
    value: float | None
    reach_on: date | None
    measured_in: str
    source: str


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """Everything that a new store's catalogue begins with."""

    units: tuple[UnitEntry, ...]
    areas: tuple[AreaEntry, ...]
    industries: tuple[IndustryEntry, ...]
    targets: tuple[TargetEntry, ...]
