"""Take a citizen in: find by CPR first, and make the case only when there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.case_rows import open_closing
from app.cases.checking import not_in_future
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails, write_details
from app.changes import Done
from app.work import Work
from db.errors import Refused
from db.rows.people import CitizenRow
from db.values.people import CprMark

MARK_NOTICES = {
    CprMark.FAILS_MODULUS_11: "CPR-nummeret følger ikke modulus 11. Det gør nye numre heller ikke. Se det efter.",
    CprMark.REPLACEMENT: "Nummeret er et erstatningsnummer. Ret det, når borgeren får et CPR-nummer.",
}


@dataclass(frozen=True, slots=True)
class RegisterCitizen:
    """`first_enquiry_on` is the first enquiry at the jobcentre: the match deadline counts from it."""

    cpr: Cpr
    details: CitizenDetails
    first_enquiry_on: date | None = None


def register_citizen(work: Work, request: RegisterCitizen) -> Done:
    """Make the case; its id is the answer's. The notices say what is worth knowing about the CPR number.

    Refused: `duplicate_cpr` (field `cpr`), `in_the_future` (`first_enquiry_on`), and as `write_details` says.
    """
    not_in_future(request.first_enquiry_on, work.today, "first_enquiry_on")
    existing = case_with_cpr(work.session, request.cpr)
    if existing is not None:
        raise Refused(_duplicate_message(work, existing), field="cpr", code="duplicate_cpr")
    citizen = CitizenRow(
        cpr=request.cpr.digits,
        cpr_mark=request.cpr.mark,
        born=request.cpr.born,
        first_enquiry_on=request.first_enquiry_on,
    )
    write_details(work, citizen, request.details)
    work.add(citizen)
    notice = MARK_NOTICES.get(request.cpr.mark)
    return Done(citizen.id, work.changes(), (notice,) if notice else ())


def case_with_cpr(session: Session, cpr: Cpr) -> str | None:
    """The id of the case with this number that has not been withdrawn or merged; None when there is none."""
    query = select(CitizenRow.id).where(
        CitizenRow.cpr == cpr.digits, CitizenRow.gone.is_(False), CitizenRow.withdrawn_on.is_(None)
    )
    return session.scalars(query.order_by(CitizenRow.id)).first()


def _duplicate_message(work: Work, case_id: str) -> str:
    if open_closing(work.session, case_id) is None:
        return "Der er allerede en sag på CPR-nummeret. Søg nummeret frem, og fortsæt på den sag."
    return "Der er en afsluttet sag på CPR-nummeret. Søg nummeret frem, og genåbn sagen."
