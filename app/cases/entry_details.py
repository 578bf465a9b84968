"""The full text of one entry of the timeline, as headings and texts, in the words of the screen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, Final

from sqlalchemy import inspect, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.cases import words
from app.cases.case_rows import RowOfCase
from app.cases.checking import danish
from app.cases.withdraw import case_classes
from db.rows.base import CaseRow
from db.rows.organisation import CaseworkerRow
from db.rows.plans import PlanActivityRow, PlanGoalRow, PlanStepRow
from db.rows.talks import NoteRow, TalkAgreementRow

# What is shown of each table, in this order: the column and its Danish heading.
_FIELDS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "talk": (
        ("next_step_towards_work", "Næste skridt mod arbejde"),
        ("next_contact_on", "Næste kontakt"),
        ("since_last", "Siden sidst"),
        ("job_search", "Jobsøgning"),
        ("skills", "Kompetencer"),
        ("weekly_hours_possible", "Mulige timer om ugen"),
        ("obstacles", "Hindringer"),
        ("job_proposal", "Forslag til job"),
        ("citizen_view", "Borgerens syn"),
        ("health_as_told", "Helbred, som borgeren fortæller det"),
        ("work_left_possible", "Arbejde, der kan udføres"),
        ("partial_return_on", "Delvist tilbage"),
        ("retention_measures", "Fastholdelse"),
        ("held_by_name", "Holdt af"),
    ),
    "summons": (
        ("title", "Overskrift"),
        ("text", "Tekst"),
        ("place", "Sted"),
        ("what_to_bring", "Medbring"),
        ("sent_on", "Sendt"),
        ("attendance_noted_on", "Fremmøde noteret"),
    ),
    "warning": (("warned_how", "Hvordan"), ("in_writing", "Skriftligt"), ("understood", "Forstået")),
    "note": (("text", "Notat"), ("call_back", "Ring tilbage"), ("called_back_on", "Ringet tilbage")),
    "match_assessment": (("reason", "Begrundelse"), ("next_assessment_on", "Næste vurdering")),
    "benefit_period": (
        ("from_on", "Fra"),
        ("to_on", "Til og med"),
        ("enquiry_on", "Henvendelse"),
        ("notice_on", "Besked"),
        ("entitlement_enquiry_on", "Spurgt Ydelsesservice"),
        ("entitlement_notice_on", "Svar fra Ydelsesservice"),
    ),
    "case_holding": (("reason", "Begrundelse"), ("to_on", "Til og med"), ("letter_sent_on", "Brev sendt")),
    "case_closing": (
        ("reason_text", "Årsag"),
        ("employer", "Arbejdsgiver"),
        ("weekly_hours", "Timer om ugen"),
        ("combined_with_danish", "Sammen med danskundervisning"),
        ("reopened_on", "Genåbnet"),
    ),
    "job_plan": (
        ("agreed_on", "Aftalt"),
        ("next_review_on", "Gennemgås"),
        ("own_wishes", "Borgerens ønsker"),
        ("work_adjustments", "Skånehensyn"),
        ("reason_for_change", "Grund til ændringen"),
        ("remarks", "Bemærkninger"),
    ),
    "placement": (
        ("provider_name", "Leverandør"),
        ("from_on", "Fra"),
        ("to_on", "Til og med"),
        ("weekly_hours", "Timer om ugen"),
        ("next_step", "Næste skridt"),
        ("end_reason", "Grund til afslutning"),
    ),
    "outcome_check": (("job_hours", "Timer om ugen"), ("new_match", "Match")),
    "job_referral": (
        ("company", "Virksomhed"),
        ("follow_up_on", "Følges op"),
        ("result_on", "Resultat kendt"),
        ("weekly_hours", "Timer om ugen"),
        ("with_danish", "Sammen med danskundervisning"),
    ),
    "offer_order": (("purpose", "Formål"), ("background", "Baggrund"), ("start_wanted", "Ønsket start")),
    "feedback": (("comment", "Kommentar"), ("progress", "Udvikling"), ("citizen_comment", "Borgerens kommentar")),
    "application_case": (
        ("status_text", "Status"),
        ("published_due_on", "Udmeldt frist"),
        ("recommended_on", "Indstillet"),
        ("decided_on", "Afgjort"),
        ("decision", "Afgørelse"),
    ),
    "sickness_case": (
        ("employer", "Arbejdsgiver"),
        ("expected_recovery_on", "Forventet rask"),
        ("last_follow_up_on", "Seneste opfølgning"),
        ("recovered_on", "Raskmeldt"),
    ),
    "risk_assessment": (("facts", "Bygger på"), ("overruled_reason", "Grund til anden vurdering")),
    "youth_alert": (("school", "Skole"), ("programme", "Uddannelse"), ("reason", "Grund")),
    "complaint": (("subject", "Klagen"), ("settled_on", "Afsluttet"), ("result", "Resultat")),
    "printed_document": (("printed_on", "Udskrevet"),),
    "attachment": (("received_on", "Modtaget"), ("received_from", "Fra")),
    "citizen_visit": (("planned_on", "Planlagt"), ("visited_on", "Besøgt")),
}

# Who wrote it, where the row says so.
_WRITERS: Final = ("held_by", "noted_by", "assessed_by", "made_by", "printed_by", "author")


def entry_details(session: Session, kind: str, row_id: str) -> tuple[tuple[str, str], ...]:
    """Heading and text of everything that stands in an entry; also of one that was withdrawn. Empty when it is gone."""
    row = session.get(case_classes()[kind], row_id)
    if row is None or row.gone:
        return ()
    lines = [*_own(kind, row), *_beside(session, kind, row)]
    writer = _writer(session, row)
    return (*lines, *((("Registreret af", writer),) if writer else ()))


def _own(kind: str, row: CaseRow) -> Iterator[tuple[str, str]]:
    for column, heading in _FIELDS.get(kind, ()):
        text = _text(getattr(row, column))
        if text:
            yield heading, text


def _text(value: object) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "Ja"
    if isinstance(value, date):
        return danish(value)
    return "" if isinstance(value, Enum) else str(value).strip()


def _beside(session: Session, kind: str, row: CaseRow) -> Iterator[tuple[str, str]]:
    """What stands in rows of their own: a talk's note and agreements, a plan's goals, activities and steps."""
    if kind == "talk":
        for note in _rows_of(session, NoteRow, row, NoteRow.about_id):
            yield words.NOTES[note.kind], note.text
        for agreed in _rows_of(session, TalkAgreementRow, row, TalkAgreementRow.talk_id):
            yield "Aftalt", _dated(agreed.text, agreed.by_date, agreed.done_on)
    if kind == "job_plan":
        for goal in _rows_of(session, PlanGoalRow, row, PlanGoalRow.plan_id):
            yield "Mål", goal.job_title
        for activity in _rows_of(session, PlanActivityRow, row, PlanActivityRow.plan_id):
            yield "Aktivitet", activity.title
        for step in _rows_of(session, PlanStepRow, row, PlanStepRow.plan_id):
            yield "Aftale", _dated(step.text, step.by_date, step.done_on)


def _rows_of(
    session: Session, kind: type[RowOfCase], row: CaseRow, column: InstrumentedAttribute[Any]
) -> list[RowOfCase]:
    """The rows that name this one; of a row that was withdrawn those that went with it."""
    query = select(kind).where(kind.case_id == row.case_id, column == row.id, kind.gone.is_(False))
    if row.withdrawn_on is None:
        query = query.where(kind.withdrawn_on.is_(None))
    return list(session.scalars(query.order_by(kind.id)))


def _dated(text: str, by_date: date | None, done_on: date | None) -> str:
    if done_on is not None:
        return f"{text} (udført {danish(done_on)})"
    return f"{text} (senest {danish(by_date)})" if by_date else text


def _writer(session: Session, row: CaseRow) -> str | None:
    columns = inspect(type(row)).column_attrs
    worker = next((getattr(row, name) for name in _WRITERS if name in columns and getattr(row, name)), None)
    found = session.get(CaseworkerRow, worker) if worker else None
    return found.name if found else None
