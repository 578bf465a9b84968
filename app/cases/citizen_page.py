"""The page of one citizen: who holds the thread, what they live on, how far it is to work, what has happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.addresses import full_line
from app.cases.assess_match import CATEGORIES
from app.cases.case_rows import open_closing
from app.cases.details import CitizenDetails, details_of
from app.cases.household_view import HouseholdView, household_of
from app.cases.restrictions import may_open, restrictions_of
from app.cases.timeline import TimelineEntry, timeline
from app.cases.usage_log import note_use
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow, HousingAreaRow, OrgUnitRow
from db.rows.people import BenefitPeriodRow, CaseHoldingRow, CitizenRow, MatchAssessmentRow
from db.values.people import BenefitType, ClosingReason, CprMark, UsageKind


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds the thread. `worker_id` None is *uden tovholder* in the unit."""

    worker_id: str | None
    name: str | None
    unit_id: str
    unit_name: str | None
    since: date


@dataclass(frozen=True, slots=True)
class BenefitLine:
    """The period that holds today, or else the last one that did; `to_on` is its last day."""

    id: str
    benefit: BenefitType
    from_on: date
    to_on: date | None


@dataclass(frozen=True, slots=True)
class MatchLine:
    """The match that holds today; `label` is its Danish name."""

    id: str
    category: int
    label: str
    assessed_on: date
    next_assessment_on: date | None


@dataclass(frozen=True, slots=True)
class ClosingLine:
    """The case has been ended."""

    closed_on: date
    reason: ClosingReason


@dataclass(frozen=True, slots=True)
class CitizenPage:
    """Everything the page shows. No CPR number: that is asked for by itself, and logged (`reveal_cpr`)."""

    case_id: str
    details: CitizenDetails
    born: date
    cpr_mark: CprMark
    area_id: str | None
    area_name: str | None
    first_enquiry_on: date | None
    holder: Holder | None
    benefit: BenefitLine | None
    match: MatchLine | None
    household: HouseholdView | None
    closed: ClosingLine | None
    timeline: tuple[TimelineEntry, ...]


def open_citizen_page(work: Work, case_id: str, *, with_withdrawn: bool = False) -> CitizenPage:
    """Read the page and log that the case was opened: when somebody goes to a citizen.

    Refused: `restricted` (field `case_id`), and as `citizen_page` says.
    """
    page = citizen_page(work.session, case_id, worker_id=work.author, today=work.today, with_withdrawn=with_withdrawn)
    note_use(work, UsageKind.OPENED, "Borgerens side", case_id=case_id)
    return page


def citizen_page(
    session: Session, case_id: str, *, worker_id: str | None, today: date, with_withdrawn: bool = False
) -> CitizenPage:
    """Read the page without logging: to draw it again after a change, while it stands open.

    `with_withdrawn` takes along what was withdrawn, marked as such.
    Refused: `unknown_case`, `merged_case`, `restricted` (field `case_id`).
    """
    citizen = _readable(session, case_id, worker_id, today)
    area = session.get(HousingAreaRow, citizen.housing_area_id) if citizen.housing_area_id else None
    closing = open_closing(session, case_id)
    return CitizenPage(
        case_id=case_id,
        details=details_of(citizen),
        born=citizen.born,
        cpr_mark=citizen.cpr_mark,
        area_id=citizen.housing_area_id,
        area_name=area.name if area else None,
        first_enquiry_on=citizen.first_enquiry_on,
        holder=_holder(session, case_id),
        benefit=_benefit(session, case_id, today),
        match=_match(session, case_id, today),
        household=household_of(session, case_id, worker_id=worker_id, today=today),
        closed=ClosingLine(closing.closed_on, closing.reason) if closing else None,
        timeline=timeline(session, case_id, with_withdrawn=with_withdrawn),
    )


def refuse_closed_to(work: Work, case_id: str) -> None:
    """Refuse what the worker may not go on with: a case that is gone, merged or closed to them. As `citizen_page`."""
    _readable(work.session, case_id, work.author, work.today)


def reveal_cpr(work: Work, case_id: str) -> str:
    """The CPR number as one writes it, logged. Refused as `citizen_page` says."""
    citizen = _readable(work.session, case_id, work.author, work.today)
    note_use(work, UsageKind.CPR_REVEALED, "CPR-nummer vist", case_id=case_id)
    return f"{citizen.cpr[:6]}-{citizen.cpr[6:]}"


def readable_citizen(work: Work, case_id: str) -> CitizenRow:
    """The citizen's row, for another use case that reads one thing of it. Refused as `citizen_page` says."""
    return _readable(work.session, case_id, work.author, work.today)


def reveal_address(work: Work, case_id: str) -> str:
    """The address of a citizen whose address is protected, logged. Refused as `citizen_page` says."""
    citizen = _readable(work.session, case_id, work.author, work.today)
    note_use(work, UsageKind.OPENED, "Beskyttet adresse vist", case_id=case_id)
    return full_line(details_of(citizen).address) or "Ingen adresse"


def _readable(session: Session, case_id: str, worker_id: str | None, today: date) -> CitizenRow:
    citizen = session.get(CitizenRow, case_id)
    if citizen is not None and citizen.merged_into is not None:
        message = "Sagen er flettet ind i en anden sag. Søg borgeren frem, og fortsæt på den sag."
        raise Refused(message, field="case_id", code="merged_case")
    if citizen is None or citizen.gone or citizen.withdrawn_on is not None:
        raise Refused("Sagen findes ikke på denne computer.", field="case_id", code="unknown_case")
    if not may_open(restrictions_of(session, case_id), worker_id, today):
        raise Refused("Sagen er spærret. Tal med din leder.", field="case_id", code="restricted")
    return citizen


def _holder(session: Session, case_id: str) -> Holder | None:
    query = (
        select(
            CaseHoldingRow.worker_id,
            CaseworkerRow.name,
            CaseHoldingRow.unit_id,
            OrgUnitRow.name,
            CaseHoldingRow.from_on,
        )
        .outerjoin(CaseworkerRow, CaseworkerRow.id == CaseHoldingRow.worker_id)
        .outerjoin(OrgUnitRow, OrgUnitRow.id == CaseHoldingRow.unit_id)
        .where(
            CaseHoldingRow.case_id == case_id,
            CaseHoldingRow.to_on.is_(None),
            CaseHoldingRow.gone.is_(False),
            CaseHoldingRow.withdrawn_on.is_(None),
        )
        .order_by(CaseHoldingRow.from_on.desc(), CaseHoldingRow.id.desc())
    )
    row = session.execute(query).first()
    return None if row is None else Holder(*row)


def _benefit(session: Session, case_id: str, today: date) -> BenefitLine | None:
    query = (
        select(BenefitPeriodRow.id, BenefitPeriodRow.benefit, BenefitPeriodRow.from_on, BenefitPeriodRow.to_on)
        .where(
            BenefitPeriodRow.case_id == case_id,
            BenefitPeriodRow.from_on <= today,
            BenefitPeriodRow.gone.is_(False),
            BenefitPeriodRow.withdrawn_on.is_(None),
        )
        .order_by(BenefitPeriodRow.from_on.desc(), BenefitPeriodRow.id.desc())
    )
    row = session.execute(query).first()
    return None if row is None else BenefitLine(*row)


def _match(session: Session, case_id: str, today: date) -> MatchLine | None:
    query = (
        select(MatchAssessmentRow)
        .where(
            MatchAssessmentRow.case_id == case_id,
            MatchAssessmentRow.assessed_on <= today,
            MatchAssessmentRow.gone.is_(False),
            MatchAssessmentRow.withdrawn_on.is_(None),
        )
        .order_by(MatchAssessmentRow.assessed_on.desc(), MatchAssessmentRow.id.desc())
    )
    row = session.scalars(query).first()
    if row is None:
        return None
    label = CATEGORIES.get(row.category, "")
    return MatchLine(row.id, row.category, label, row.assessed_on, row.next_assessment_on)
