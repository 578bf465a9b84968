"""Correct what is known of a citizen, or the CPR number itself."""

from __future__ import annotations

from dataclasses import dataclass

from app.cases.case_rows import the_case
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails, write_details
from app.cases.households import hide_protected_address
from app.cases.register_citizen import MARK_NOTICES, case_with_cpr
from app.changes import Done
from app.work import Work
from db.errors import Refused


@dataclass(frozen=True, slots=True)
class ChangeCitizen:
    """The whole form as it is to stand: `details_of` gives it, `dataclasses.replace` changes it.

    Only what differs from the row is written, so that two people may correct different fields at once.
    """

    case_id: str
    details: CitizenDetails


@dataclass(frozen=True, slots=True)
class ChangeCpr:
    """A wrong number, or a replacement number that has become a real one."""

    case_id: str
    cpr: Cpr


def change_citizen(work: Work, request: ChangeCitizen) -> Done:
    """Write the form; the housing area follows the address, and no household shows a protected one.

    Refused as `write_details` says.
    """
    citizen = the_case(work, request.case_id)
    write_details(work, citizen, request.details)
    hide_protected_address(work, citizen)
    return Done(citizen.id, work.changes())


def change_cpr(work: Work, request: ChangeCpr) -> Done:
    """Put another number on the case, with its birth date. Refused: `duplicate_cpr` (field `cpr`)."""
    citizen = the_case(work, request.case_id)
    existing = case_with_cpr(work.session, request.cpr)
    if existing not in {None, citizen.id}:
        message = "Der er allerede en anden sag på CPR-nummeret. Er det samme borger, så flet de to sager."
        raise Refused(message, field="cpr", code="duplicate_cpr")
    citizen.cpr = request.cpr.digits
    citizen.cpr_mark = request.cpr.mark
    citizen.born = request.cpr.born
    notice = MARK_NOTICES.get(request.cpr.mark)
    return Done(citizen.id, work.changes(), (notice,) if notice else ())
