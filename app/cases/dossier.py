"""Everything that the page of a citizen shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from app.cases.case_documents import DocumentLine, documents_of
from app.cases.case_marks import Mark, marks_of
from app.cases.case_reading import CaseReading
from app.cases.citizen_page import CitizenPage, citizen_page, open_citizen_page
from app.cases.completeness import CompletenessLine, completeness
from app.cases.completeness_facts import completeness_facts
from app.cases.cooperation import Cooperation, cooperation_of
from app.cases.overview import Section, overview_of
from app.work import Work


@dataclass(frozen=True, slots=True)
class Dossier:
    """The head and the timeline (`page`, with what was withdrawn), and what stands beside them."""

    page: CitizenPage
    marks: tuple[Mark, ...]
    overview: tuple[Section, ...]
    cooperation: Cooperation
    documents: tuple[DocumentLine, ...]
    completeness: tuple[CompletenessLine, ...]


def open_dossier(work: Work, case_id: str) -> Dossier:
    """Read it and log that the case was opened: when somebody goes to a citizen. Refused as `citizen_page` says."""
    return _dossier(work.session, open_citizen_page(work, case_id, with_withdrawn=True), work.today)


def read_dossier(session: Session, case_id: str, *, worker_id: str | None, today: date) -> Dossier:
    """Read it without logging: to draw it again after a change. Refused as `citizen_page` says."""
    page = citizen_page(session, case_id, worker_id=worker_id, today=today, with_withdrawn=True)
    return _dossier(session, page, today)


def _dossier(session: Session, page: CitizenPage, today: date) -> Dossier:
    case = CaseReading(session, page.case_id)
    cooperation = cooperation_of(case, today)
    return Dossier(
        page,
        marks_of(session, page, today),
        overview_of(case, today),
        cooperation,
        documents_of(case),
        completeness(completeness_facts(case, page, cooperation, today), today),
    )
