"""What the reception begins with: nobody yet, or the citizen as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.case_rows import live_rows, open_closing
from app.cases.citizen_head import CitizenHead, open_case_form
from app.cases.citizen_page import citizen_page
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails
from app.cases.drafts import DraftKey, load_draft
from app.cases.intake import IntakeLine, intake_list
from app.cases.match_history import Assessed, match_history
from app.cases.register_citizen import case_with_cpr
from app.cases.restrictions import may_open, restrictions_of
from app.cases.usage_log import note_use
from app.work import Work
from db.errors import Refused
from db.rows.organisation import CaseworkerRow, OrgUnitRow
from db.rows.people import BenefitPeriodRow, CitizenRow
from db.values.people import BenefitType, OrgUnitKind, UsageKind

RECEPTION = "reception"

# Where a citizen can be sent from the reception; the others only answer.
_RECEIVING = frozenset(OrgUnitKind) - {OrgUnitKind.BENEFIT_OFFICE, OrgUnitKind.SOCIAL_DEPARTMENT}


@dataclass(frozen=True, slots=True)
class WorkerChoice:
    """A worker that a case can be given to."""

    id: str
    name: str
    unit_id: str | None


@dataclass(frozen=True, slots=True)
class BenefitNow:
    """The newest period of benefit, with its clocks."""

    benefit: BenefitType
    from_on: date
    to_on: date | None
    notice_on: date | None
    entitlement_enquiry_on: date | None
    entitlement_notice_on: date | None


@dataclass(frozen=True, slots=True)
class KnownCitizen:
    """What is known of a citizen whose case is there already."""

    case_id: str
    head: CitizenHead
    details: CitizenDetails
    first_enquiry_on: date | None
    closed_on: date | None
    benefit: BenefitNow | None
    holder_id: str | None
    unit_id: str | None
    household: tuple[str, ...]
    intake: tuple[IntakeLine, ...]
    matches: tuple[Assessed, ...]


@dataclass(frozen=True, slots=True)
class OpenedReception:
    """Everything at once; `known` None begins with nobody. `units` are by id, with their names."""

    known: KnownCitizen | None
    units: tuple[tuple[str, str], ...]
    workers: tuple[WorkerChoice, ...]
    me: str | None
    my_unit: str | None
    draft: str | None


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case with the CPR number that was typed; `head` None when the worker may not open it."""

    case_id: str
    name: str | None
    born: date | None
    closed: bool


def open_reception(work: Work, key: DraftKey) -> OpenedReception:
    """Read it; a case that is opened is logged. Refused as `citizen_page`."""
    session = work.session
    known = None if key.case_id is None else _known(work, key)
    me = session.get(CaseworkerRow, work.author) if work.author else None
    units = session.execute(
        select(OrgUnitRow.id, OrgUnitRow.name, OrgUnitRow.kind)
        .where(OrgUnitRow.gone.is_(False))
        .order_by(OrgUnitRow.name)
    )
    workers = session.execute(
        select(CaseworkerRow.id, CaseworkerRow.name, CaseworkerRow.unit_id)
        .where(CaseworkerRow.gone.is_(False), CaseworkerRow.active.is_(True))
        .order_by(CaseworkerRow.sort_name, CaseworkerRow.id)
    )
    return OpenedReception(
        known=known,
        units=tuple((unit_id, name) for unit_id, name, kind in units if kind in _RECEIVING),
        workers=tuple(WorkerChoice(*row) for row in workers),
        me=me.id if me else None,
        my_unit=me.unit_id if me else None,
        draft=load_draft(session, key),
    )


def find_by_cpr(work: Work, cpr: Cpr) -> FoundCase | None:
    """The case with a number, logged as a search. Of a restricted case no more is told than that there is one."""
    case_id = case_with_cpr(work.session, cpr)
    note_use(work, UsageKind.SEARCHED, "Modtagelse", case_id=case_id, count=0 if case_id is None else 1)
    if case_id is None:
        return None
    if not may_open(restrictions_of(work.session, case_id), work.author, work.today):
        return FoundCase(case_id, None, None, closed=False)
    citizen = work.session.get(CitizenRow, case_id)
    if citizen is None:
        raise Refused("Sagen findes ikke på denne computer.", field="cpr", code="unknown_case")
    return FoundCase(case_id, citizen.name, citizen.born, open_closing(work.session, case_id) is not None)


def _known(work: Work, key: DraftKey) -> KnownCitizen:
    opened = open_case_form(work, key, "Modtagelse")
    page = citizen_page(work.session, opened.case_id, worker_id=work.author, today=work.today)
    return KnownCitizen(
        case_id=opened.case_id,
        head=opened.head,
        details=page.details,
        first_enquiry_on=page.first_enquiry_on,
        closed_on=page.closed.closed_on if page.closed else None,
        benefit=_benefit(work.session, opened.case_id),
        holder_id=page.holder.worker_id if page.holder else None,
        unit_id=page.holder.unit_id if page.holder else None,
        household=tuple(other.name for other in page.household.others) if page.household else (),
        intake=intake_list(work.session, opened.case_id),
        matches=match_history(work.session, opened.case_id),
    )


def _benefit(session: Session, case_id: str) -> BenefitNow | None:
    periods = live_rows(session, BenefitPeriodRow, case_id)
    row = max(periods, key=lambda period: (period.from_on, period.id), default=None)
    if row is None:
        return None
    return BenefitNow(
        row.benefit, row.from_on, row.to_on, row.notice_on, row.entitlement_enquiry_on, row.entitlement_notice_on
    )
