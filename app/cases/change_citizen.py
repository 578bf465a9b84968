"""Correct what is known of a citizen, or the CPR number itself."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from app.cases.addresses import Address, full_line
from app.cases.case_rows import the_case
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails, details_of, write_details
from app.cases.households import hide_protected_address
from app.cases.register_citizen import MARK_NOTICES, case_with_cpr
from app.cases.words import CONTACT_WISHES
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.values.people import ContactWish


@dataclass(frozen=True, slots=True)
class ChangeCitizen:
    """The whole form as it is to stand: `details_of` gives it, `dataclasses.replace` changes it.

    Only what differs from the row is written, so that two people may correct different fields at once: with `seen`,
    the form as it was opened, a field that was not touched stays as it is now, and one that somebody else has
    changed meanwhile is refused. `told` names the fields of which the person has been told what stands now.
    """

    case_id: str
    details: CitizenDetails
    seen: CitizenDetails | None = None
    told: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ChangeCpr:
    """A wrong number, or a replacement number that has become a real one."""

    case_id: str
    cpr: Cpr


class ChangedMeanwhile(Refused):
    """Somebody else has changed a field since the form was opened. `now` is what stands there, for the screen only."""

    def __init__(self, field: str, now: str) -> None:
        """Name the field; the message does not repeat what stands in it."""
        message = "En anden har rettet det, mens skemaet stod åbent. Gem igen for at skrive dit."
        super().__init__(message, field=field, code="changed_meanwhile")
        self.now = now


def change_citizen(work: Work, request: ChangeCitizen) -> Done:
    """Write the form; the housing area follows the address, and no household shows a protected one.

    Refused: `changed_meanwhile` (the field), and as `write_details` says.
    """
    citizen = the_case(work, request.case_id)
    details = request.details
    if request.seen is not None:
        details = _brought_up_to_date(details, request.seen, details_of(citizen), request.told)
    write_details(work, citizen, details)
    hide_protected_address(work, citizen)
    return Done(citizen.id, work.changes())


def _brought_up_to_date(
    form: CitizenDetails, seen: CitizenDetails, now: CitizenDetails, told: frozenset[str]
) -> CitizenDetails:
    """The form with what others have changed meanwhile. Refused: `changed_meanwhile` where both changed a field."""
    kept = {}
    for each in fields(CitizenDetails):
        typed, before, current = (getattr(which, each.name) for which in (form, seen, now))
        if typed == before:
            kept[each.name] = current
        elif current not in {before, typed} and each.name not in told:
            raise ChangedMeanwhile(each.name, _shown(current))
    return replace(form, **kept)


def _shown(value: object) -> str:
    """What stands in a field now, as the form says it."""
    if isinstance(value, Address):
        return full_line(value) or "intet"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, ContactWish):
        return CONTACT_WISHES[value].lower()
    return "intet" if value is None else str(value)


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
