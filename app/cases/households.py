"""Who lives with whom, and whether two cases may be handled together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_case
from app.cases.checking import in_order
from app.cases.holders import open_holding
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow
from db.rows.people import CitizenRow, HouseholdMemberRow, HouseholdRow
from db.values.people import HouseholdPart


@dataclass(frozen=True, slots=True)
class MemberFact:
    """One person of a household, as far as it decides whether joint functions are on."""

    case_id: str
    address: tuple[str | None, ...]
    address_protected: bool = False
    lives_apart: bool = False


@dataclass(frozen=True, slots=True)
class JoinHousehold:
    """Put a citizen under one roof with another: `with_case_id`'s household, made here if there is none."""

    case_id: str
    with_case_id: str
    from_on: date
    part: HouseholdPart = HouseholdPart.SPOUSE
    part_of_other: HouseholdPart = HouseholdPart.SPOUSE


@dataclass(frozen=True, slots=True)
class LeaveHousehold:
    """`on` is the last day in the household."""

    case_id: str
    on: date


@dataclass(frozen=True, slots=True)
class SetLivesApart:
    """*Lever adskilt*: still married, not together."""

    case_id: str
    lives_apart: bool


@dataclass(frozen=True, slots=True)
class HouseholdState:
    """Whether a citizen is in a household now, and lives apart from it."""

    in_household: bool
    lives_apart: bool


def why_functions_are_off(members: Sequence[MemberFact]) -> str | None:
    """*Samordning slået fra* and why, in Danish; None while the members may be handled together.

    A protected address switches off for everyone, because a joint letter or list would give it away.
    """
    if len(members) < 2:
        return None
    if any(member.lives_apart for member in members):
        return "Samordning slået fra: de lever adskilt."
    if any(member.address_protected for member in members):
        return "Samordning slået fra: der er adressebeskyttelse."
    if len({tuple((part or "").casefold() for part in member.address) for member in members}) > 1:
        return "Samordning slået fra: de har forskellige adresser."
    return None


def join_household(work: Work, request: JoinHousehold) -> Done:
    """Write the parts of both citizens; the id is the household's.

    Refused: `same_citizen` (field `with_case_id`), `already_in_household` (`case_id`), `no_unit` (`case_id`).
    """
    citizen = the_case(work, request.case_id)
    other = the_case(work, request.with_case_id, field="with_case_id")
    if citizen.id == other.id:
        raise Refused("Vælg en anden borger end den samme.", field="with_case_id", code="same_citizen")
    if open_membership(work, citizen.id) is not None:
        message = "Borgeren hører allerede til en husstand. Afslut den først."
        raise Refused(message, field="case_id", code="already_in_household")
    membership = open_membership(work, other.id)
    if membership is None:
        address = " ".join(part for part in (other.street, other.house_number) if part)
        household = HouseholdRow(
            unit_id=_unit(work, citizen, other),
            address_text=None if other.address_protected else address or None,
            from_on=request.from_on,
        )
        household_id = work.add(household).id
        work.add(_part(other.id, household_id, request.part_of_other, request.from_on))
    else:
        household_id = membership.household_id
    work.add(_part(citizen.id, household_id, request.part, request.from_on))
    hide_protected_address(work, citizen)
    return Done(household_id, work.changes())


def leave_household(work: Work, request: LeaveHousehold) -> Done:
    """End a citizen's part. Refused: `no_household` (field `case_id`), `wrong_order` (`on`)."""
    membership = _membership(work, request.case_id)
    in_order(membership.from_on, request.on, "on")
    membership.to_on = request.on
    return Done(membership.id, work.changes())


def set_lives_apart(work: Work, request: SetLivesApart) -> Done:
    """Mark that a citizen lives apart from the household. Refused: `no_household` (field `case_id`)."""
    membership = _membership(work, request.case_id)
    membership.lives_apart = request.lives_apart
    return Done(membership.id, work.changes())


def hide_protected_address(work: Work, citizen: CitizenRow) -> None:
    """Take the address off every household of a citizen whose address is protected.

    A household is seen by the whole unit, and whom someone lived with tells where they are to be found.
    """
    if not citizen.address_protected:
        return
    for membership in live_rows(work.session, HouseholdMemberRow, citizen.id):
        household = work.session.get(HouseholdRow, membership.household_id)
        if household is not None:
            household.address_text = None


def household_state(work: Work, case_id: str) -> HouseholdState:
    """What the form about the household begins with."""
    membership = open_membership(work, case_id)
    return HouseholdState(membership is not None, membership is not None and membership.lives_apart)


def open_membership(work: Work, case_id: str) -> HouseholdMemberRow | None:
    """The citizen's part in a household that has not ended."""
    rows = live_rows(work.session, HouseholdMemberRow, case_id)
    return next((row for row in reversed(rows) if row.to_on is None), None)


def _membership(work: Work, case_id: str) -> HouseholdMemberRow:
    the_case(work, case_id)
    membership = open_membership(work, case_id)
    if membership is None:
        raise Refused("Borgeren hører ikke til en husstand.", field="case_id", code="no_household")
    return membership


def _part(case_id: str, household_id: str, part: HouseholdPart, from_on: date) -> HouseholdMemberRow:
    return HouseholdMemberRow(case_id=case_id, household_id=household_id, part=part, from_on=from_on)


def _unit(work: Work, citizen: CitizenRow, other: CitizenRow) -> str:
    """A household is a row of a unit: the holder's, or else the unit of the worker who writes."""
    for case in (citizen, other):
        holding = open_holding(work.session, case.id)
        if holding is not None:
            return holding.unit_id
    worker = work.session.get(CaseworkerRow, work.author) if work.author else None
    if worker is None or worker.unit_id is None:
        message = "Sagerne hører ikke til en enhed endnu. Giv den ene en tovholder først."
        raise Refused(message, field="case_id", code="no_unit")
    return worker.unit_id
