"""Facts about the citizen: who they are, who holds the case, what they live on, whom they live with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.queue.facts import (
    BenefitFact,
    CampaignFact,
    ExclusionFact,
    MatchFact,
    OverrideFact,
)
from app.queue.reading.rows import LIVE, Connection, day, first_dates, grouped, members, truth
from db.values.people import BenefitType, ExclusionReason, HouseholdPart

BENEFITS = members(BenefitType)
EXCLUSIONS = members(ExclusionReason)


@dataclass(frozen=True, slots=True)
class Person:
    """A citizen as the queue needs to know them; the address only serves to compare two members."""

    case_id: str
    name: str
    born: date
    area_id: str | None
    children_at_home: int | None
    vocational_education: bool | None
    first_enquiry_on: date | None
    address_protected: bool
    address: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """Who holds a case today, and where."""

    worker_id: str | None
    worker_name: str | None
    since: date
    unit_id: str
    unit_name: str | None


@dataclass(frozen=True, slots=True)
class Home:
    """A citizen's household as far as joint functions go."""

    key: str | None
    spouses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A housing area with its campaign and its contact interval."""

    name: str
    campaign: CampaignFact | None
    override: OverrideFact | None


def read_people(connection: Connection) -> list[Person]:
    """All citizens of the store, in the order of their Danish sort key."""
    return [
        Person(
            case_id,
            name,
            date.fromisoformat(born),
            area_id,
            children,
            truth(education),
            day(enquiry),
            bool(protected),
            (street, number, floor, postcode),
        )
        for (
            case_id,
            name,
            born,
            area_id,
            children,
            education,
            enquiry,
            protected,
            street,
            number,
            floor,
            postcode,
        ) in connection.execute(
            "select id, name, born, housing_area_id, children_at_home, vocational_education, first_enquiry_on,"
            " address_protected, street, house_number, floor_and_door, postcode"
            f" from citizen where {LIVE} and merged_into is null order by sort_name, id"
        )
    ]


def read_holdings(connection: Connection, today: date, closings: Mapping[str, date]) -> dict[str, Holding]:
    """The open holding of each case; the latest where two are open, which is a finding of its own.

    A case that has been ended keeps the holder it had last, who still looks after what came of its offers.
    """
    found = {}
    for case_id, worker_id, worker, since, until, unit_id, unit in connection.execute(
        "select h.case_id, h.worker_id, w.name, h.from_on, h.to_on, h.unit_id, u.name from case_holding h"
        " left join caseworker w on w.id = h.worker_id left join org_unit u on u.id = h.unit_id"
        " where h.gone = 0 and h.withdrawn_on is null and h.from_on <= ? order by h.case_id, h.from_on, h.id",
        (today.isoformat(),),
    ):
        last = day(until)
        if last is None or last > today or case_id in closings:
            found[case_id] = Holding(worker_id, worker, date.fromisoformat(since), unit_id, unit)
    return found


def read_closings(connection: Connection) -> dict[str, date]:
    """The day each ended case was ended."""
    return first_dates(
        connection,
        f"select case_id, max(closed_on) from case_closing where {LIVE} and reopened_on is null group by case_id",
    )


def read_benefits(connection: Connection) -> defaultdict[str, list[BenefitFact]]:
    """Benefit periods by case, oldest first."""
    return grouped(
        connection,
        "select case_id, id, benefit, from_on, to_on, enquiry_on, notice_on, entitlement_enquiry_on,"
        f" entitlement_notice_on from benefit_period where {LIVE} order by from_on, id",
        lambda row, benefit, start, end, enquiry, notice, asked, told: BenefitFact(
            row,
            BENEFITS[benefit],
            date.fromisoformat(start),
            day(end),
            day(enquiry),
            day(notice),
            day(asked),
            day(told),
        ),
    )


def read_matches(connection: Connection) -> defaultdict[str, list[MatchFact]]:
    """Match assessments by case, oldest first."""
    return grouped(
        connection,
        f"select case_id, id, category, assessed_on from match_assessment where {LIVE} order by assessed_on, id",
        lambda row, category, on: MatchFact(row, category, date.fromisoformat(on)),
    )


def read_exclusions(connection: Connection) -> defaultdict[str, list[ExclusionFact]]:
    """Exclusions from the indicators by case."""
    return grouped(
        connection,
        f"select case_id, id, reason, from_on, until_on from exclusion where {LIVE} order by from_on, id",
        lambda row, reason, start, end: ExclusionFact(
            row, EXCLUSIONS[reason], date.fromisoformat(start), date.fromisoformat(end)
        ),
    )


def read_overrides(connection: Connection) -> defaultdict[str, list[OverrideFact]]:
    """Closer contact intervals set on persons."""
    return grouped(
        connection,
        f"select case_id, id, interval_days, from_on, until_on from contact_override where {LIVE} order by from_on, id",
        lambda row, days, start, end: OverrideFact(row, days, date.fromisoformat(start), day(end)),
    )


def read_areas(connection: Connection) -> dict[str, Area]:
    """The housing areas with their campaign and contact interval."""
    areas = {}
    for area_id, name, start, end, interval in connection.execute(
        "select id, name, campaign_from, campaign_to, contact_interval_days from housing_area where gone = 0"
    ):
        first, last = day(start), day(end)
        areas[area_id] = Area(
            name,
            CampaignFact(area_id, first, last) if first and last else None,
            OverrideFact(area_id, interval, first, last) if interval and first else None,
        )
    return areas


def read_homes(connection: Connection, people: list[Person], today: date) -> dict[str, Home]:
    """Each citizen's household.

    Joint functions are off, so no key, when someone lives apart, when the addresses differ or when one of them is
    protected.
    """
    known = {person.case_id: person for person in people}
    households: defaultdict[str, list[tuple[str, HouseholdPart, bool]]] = defaultdict(list)
    for household, case_id, part, apart in connection.execute(
        "select household_id, case_id, part, lives_apart from household_member"
        f" where {LIVE} and from_on <= ? and (to_on is null or to_on >= ?) order by household_id, case_id",
        (today.isoformat(), today.isoformat()),
    ):
        if case_id in known:
            households[household].append((case_id, HouseholdPart(part), bool(apart)))
    homes = {}
    for household, inhabitants in households.items():
        persons = [known[case_id] for case_id, _, _ in inhabitants]
        joint = (
            not any(apart for _, _, apart in inhabitants)
            and not any(person.address_protected for person in persons)
            and len({person.address for person in persons}) == 1
        )
        couple = [case_id for case_id, part, _ in inhabitants if part is HouseholdPart.SPOUSE]
        for case_id, part, _ in inhabitants:
            spouses = tuple(other for other in couple if other != case_id) if part is HouseholdPart.SPOUSE else ()
            homes[case_id] = Home(household if joint and len(inhabitants) > 1 else None, spouses)
    return homes
