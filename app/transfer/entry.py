"""One thing that was done, as another system asks for it: every value as the text that is typed there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from app.cases import words
from app.cases.assess_match import CATEGORIES, match_on
from app.cases.case_rows import live_rows, the_case, the_row
from app.cases.restrictions import may_open, restrictions_of
from app.cases.usage_log import note_use
from app.imports.dates import written_day
from app.imports.words import OFFER_KINDS
from app.transfer.systems import EntryField, Subject
from app.work import Work
from db.errors import Refused
from db.rows.orders import PlacementRow
from db.rows.organisation import CaseworkerRow
from db.rows.people import MatchAssessmentRow
from db.rows.plans import JobPlanRow, PlanGoalRow, PlanStepRow
from db.rows.talks import NoteRow, TalkRow
from db.values.people import MatchBasis, UsageKind
from db.values.talks import StepOwner

_BASES: Final = {
    MatchBasis.WORK_WISH: "ønske om arbejde",
    MatchBasis.SKILLS: "kvalifikationer",
    MatchBasis.HEALTH: "helbred",
    MatchBasis.LANGUAGE: "dansk",
    MatchBasis.SOCIAL: "sociale forhold",
    MatchBasis.NETWORK: "netværk",
    MatchBasis.OTHER: "andet",
}
_OWNERS: Final = {
    StepOwner.CITIZEN: "borgeren",
    StepOwner.JOBCENTRE: "jobcentret",
    StepOwner.PROVIDER: "leverandøren",
    StepOwner.OTHER: "andre",
}

LABELS: Final = {
    EntryField.CPR: "CPR-nummer",
    EntryField.DATE: "Dato",
    EntryField.FORM: "Form",
    EntryField.PURPOSE: "Formål",
    EntryField.MATCH: "Match",
    EntryField.HELD_BY: "Holdt af",
    EntryField.NEXT_STEP: "Næste skridt mod arbejde",
    EntryField.NEXT_CONTACT: "Næste kontakt",
    EntryField.NOTE: "Notat",
    EntryField.BASIS: "Vurderingen bygger på",
    EntryField.REASON: "Begrundelse",
    EntryField.NEXT_ASSESSMENT: "Næste vurdering",
    EntryField.PLAN_NO: "Planens nummer",
    EntryField.VALID_FROM: "Gælder fra",
    EntryField.GOAL: "Jobmål",
    EntryField.STEPS: "Aftalte skridt",
    EntryField.NEXT_REVIEW: "Gennemgås næste gang",
    EntryField.OFFER_NO: "Tilbuddets nummer",
    EntryField.TITLE: "Tilbud",
    EntryField.PROVIDER: "Leverandør",
    EntryField.OFFER_KIND: "Slags",
    EntryField.FROM: "Fra",
    EntryField.TO: "Til",
    EntryField.WEEKLY_HOURS: "Timer om ugen",
}

# What is written in whole sentences, and stands under its label rather than beside it.
LONG: Final = frozenset({EntryField.NOTE, EntryField.REASON, EntryField.STEPS})


@dataclass(frozen=True, slots=True)
class TransferEntry:
    """The values by what is asked for; an empty one has none.

    The CPR number is not among them: it is copied by itself, and logged.
    """

    case_id: str
    subject: Subject
    subject_id: str
    values: dict[EntryField, str] = field(repr=False)


def open_transfer(work: Work, case_id: str, subject: Subject, subject_id: str) -> TransferEntry:
    """Read it and log that the case was opened. Refused: `restricted` (field `case_id`), and as `the_case` says."""
    the_case(work, case_id)
    if not may_open(restrictions_of(work.session, case_id), work.author, work.today):
        raise Refused("Sagen er spærret. Tal med din leder.", field="case_id", code="restricted")
    values = _READERS[subject](work, case_id, subject_id)
    note_use(work, UsageKind.OPENED, "Overfør", case_id=case_id)
    return TransferEntry(case_id, subject, subject_id, {key: text for key, text in values.items() if text})


def _talk(work: Work, case_id: str, row_id: str) -> dict[EntryField, str]:
    row = the_row(work, TalkRow, row_id, field="subject_id")
    notes = [note.text for note in live_rows(work.session, NoteRow, case_id) if note.about_id == row_id]
    return {
        EntryField.DATE: written_day(row.held_on),
        EntryField.FORM: words.TALK_FORMS[row.form],
        EntryField.PURPOSE: words.TALK_PURPOSES[row.purpose].capitalize() if row.purpose else "",
        EntryField.MATCH: _match_on(work.session, case_id, row.held_on),
        EntryField.HELD_BY: _worker(work.session, row.held_by) or row.held_by_name or "",
        EntryField.NEXT_STEP: row.next_step_towards_work or "",
        EntryField.NEXT_CONTACT: _day(row.next_contact_on),
        EntryField.NOTE: "\n\n".join(notes),
    }


def _match(work: Work, case_id: str, row_id: str) -> dict[EntryField, str]:
    del case_id
    row = the_row(work, MatchAssessmentRow, row_id, field="subject_id")
    bases = [_BASES[MatchBasis(each)] for each in row.basis.split(",") if each in set(MatchBasis)]
    return {
        EntryField.DATE: written_day(row.assessed_on),
        EntryField.MATCH: _match_words(row.category),
        EntryField.BASIS: ", ".join(bases).capitalize(),
        EntryField.NEXT_ASSESSMENT: _day(row.next_assessment_on),
        EntryField.REASON: row.reason,
    }


def _plan(work: Work, case_id: str, row_id: str) -> dict[EntryField, str]:
    row = the_row(work, JobPlanRow, row_id, field="subject_id")
    goals = [each for each in live_rows(work.session, PlanGoalRow, case_id) if each.plan_id == row_id]
    steps = [each for each in live_rows(work.session, PlanStepRow, case_id) if each.plan_id == row_id]
    return {
        EntryField.PLAN_NO: f"{row.plan_no}, version {row.version}",
        EntryField.VALID_FROM: written_day(row.valid_from),
        EntryField.MATCH: _match_on(work.session, case_id, row.valid_from),
        EntryField.GOAL: "; ".join(each.job_title for each in sorted(goals, key=lambda each: each.rank)),
        EntryField.STEPS: "\n".join(_step(each) for each in sorted(steps, key=lambda each: each.no)),
        EntryField.NEXT_REVIEW: _day(row.next_review_on),
    }


def _placement(work: Work, case_id: str, row_id: str) -> dict[EntryField, str]:
    row = the_row(work, PlacementRow, row_id, field="subject_id")
    return {
        EntryField.OFFER_NO: row.offer_no,
        EntryField.TITLE: row.title or "",
        EntryField.PROVIDER: row.provider_name or "",
        EntryField.OFFER_KIND: OFFER_KINDS.write(row.kind).capitalize() if row.kind else "",
        EntryField.FROM: written_day(row.from_on),
        EntryField.TO: _day(row.to_on),
        EntryField.WEEKLY_HOURS: "" if row.weekly_hours is None else str(row.weekly_hours),
        EntryField.MATCH: _match_on(work.session, case_id, row.from_on),
    }


_READERS: Final[dict[Subject, Callable[[Work, str, str], dict[EntryField, str]]]] = {
    Subject.TALK: _talk,
    Subject.MATCH: _match,
    Subject.PLAN: _plan,
    Subject.PLACEMENT: _placement,
}


def _step(row: PlanStepRow) -> str:
    by = f", senest {written_day(row.by_date)}" if row.by_date else ""
    return f"{row.text} ({_OWNERS[row.who]}{by})"


def _match_on(session: Session, case_id: str, day: date) -> str:
    row = match_on(live_rows(session, MatchAssessmentRow, case_id), day)
    return "" if row is None else _match_words(row.category)


def _match_words(category: int) -> str:
    return f"{category} {CATEGORIES.get(category, '')}".strip()


def _worker(session: Session, worker_id: str | None) -> str | None:
    row = session.get(CaseworkerRow, worker_id) if worker_id else None
    return None if row is None else row.name


def _day(day: date | None) -> str:
    return "" if day is None else written_day(day)
