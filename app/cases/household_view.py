"""A citizen's household as the page shows it, without what the joint functions being off must hide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from app.cases.addresses import Address
from app.cases.households import MemberFact, why_functions_are_off
from app.cases.restrictions import may_open, restrictions_of
from db.rows.people import CitizenRow, HouseholdMemberRow
from db.values.people import HouseholdPart


@dataclass(frozen=True, slots=True)
class HouseholdMember:
    """Another person of the household; address and phone are None while joint functions are off.

    `born` is None, and the name *Spærret sag*, where the worker may not open the case.
    """

    case_id: str
    name: str
    born: date | None
    part: HouseholdPart
    address: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class HouseholdView:
    """The others in the household. `off_reason` is the Danish reason why joint functions are off, or None."""

    household_id: str
    others: tuple[HouseholdMember, ...]
    off_reason: str | None


def household_of(session: Session, case_id: str, *, worker_id: str | None, today: date) -> HouseholdView | None:
    """The household that the citizen is in today; None when there is none.

    Of somebody whose case is closed to the worker no more is told than that there is a case.
    """
    own = session.scalars(
        select(HouseholdMemberRow.household_id).where(
            HouseholdMemberRow.case_id == case_id, *_is_member(today)
        ).order_by(HouseholdMemberRow.from_on.desc(), HouseholdMemberRow.id.desc())
    ).first()  # fmt: skip
    if own is None:
        return None
    query = (
        select(HouseholdMemberRow.part, HouseholdMemberRow.lives_apart, CitizenRow)
        .join(CitizenRow, CitizenRow.id == HouseholdMemberRow.case_id)
        .where(HouseholdMemberRow.household_id == own, CitizenRow.gone.is_(False), *_is_member(today))
        .order_by(CitizenRow.born, CitizenRow.id)
    )
    rows = [(part, apart, citizen) for part, apart, citizen in session.execute(query)]
    off = why_functions_are_off([
        MemberFact(
            citizen.id,
            (citizen.street, citizen.house_number, citizen.floor_and_door, citizen.postcode),
            citizen.address_protected,
            apart,
        )
        for _, apart, citizen in rows
    ])  # fmt: skip
    others = tuple(
        _member(citizen, part, hides_address=off is not None)
        if may_open(restrictions_of(session, citizen.id), worker_id, today)
        else HouseholdMember(citizen.id, "Spærret sag", None, part, None, None)
        for part, _, citizen in rows
        if citizen.id != case_id
    )
    return HouseholdView(own, others, off)


def _member(citizen: CitizenRow, part: HouseholdPart, *, hides_address: bool) -> HouseholdMember:
    if hides_address:
        return HouseholdMember(citizen.id, citizen.name, citizen.born, part, None, None)
    address = Address(citizen.street, citizen.house_number, citizen.floor_and_door)
    return HouseholdMember(citizen.id, citizen.name, citizen.born, part, address.line or None, citizen.phone)


def _is_member(today: date) -> tuple[ColumnElement[bool], ...]:
    return (
        HouseholdMemberRow.from_on <= today,
        or_(HouseholdMemberRow.to_on.is_(None), HouseholdMemberRow.to_on >= today),
        HouseholdMemberRow.gone.is_(False),
        HouseholdMemberRow.withdrawn_on.is_(None),
    )
