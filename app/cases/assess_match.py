"""How far a citizen is from work, 1 to 5: assessed on a date, with its reason, and never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.cases.case_rows import live_rows, the_case
from app.cases.checking import in_order, not_in_future, required
from app.changes import Done
from app.transfer.outward import open_entries
from app.transfer.systems import Subject
from app.work import Work
from db.errors import Refused
from db.rows.people import MatchAssessmentRow
from db.rows.talks import PortalReportRow
from db.values.people import MatchBasis
from db.values.talks import ReportState, ReportSubject

CATEGORIES = {
    1: "Umiddelbar match",
    2: "Høj grad af match",
    3: "Delvis match",
    4: "Lav grad af match",
    5: "Ingen match",
}


@dataclass(frozen=True, slots=True)
class AssessMatch:
    """One assessment. `basis` names what it rests on; `talk_id` the talk it was made in."""

    case_id: str
    category: int
    assessed_on: date
    basis: tuple[MatchBasis, ...]
    reason: str
    next_assessment_on: date | None = None
    talk_id: str | None = None


@dataclass(frozen=True, slots=True)
class MatchChange:
    """From one category to another; a lower number is closer to work."""

    before: int
    after: int

    @property
    def is_up(self) -> bool:
        """Whether the citizen has come closer to work (*opmatchning*)."""
        return self.after < self.before

    @property
    def text(self) -> str:
        """The change in words: `Opmatchning fra match 4 til 3.`."""
        word = "Opmatchning" if self.is_up else "Nedmatchning"
        return f"{word} fra match {self.before} til {self.after}."


def assess_match(work: Work, request: AssessMatch) -> Done:
    """Write the assessment and its report to the portal. The notice tells of a change of category.

    Refused: `no_such_category` (field `category`), `missing` (`reason`, `basis`), `health_only` (`basis`,
    since audits found health to decide alone in two of three), `in_the_future`, `wrong_order`.
    """
    the_case(work, request.case_id)
    if request.category not in CATEGORIES:
        raise Refused("Vælg en matchkategori fra 1 til 5.", field="category", code="no_such_category")
    not_in_future(request.assessed_on, work.today, "assessed_on")
    in_order(request.assessed_on, request.next_assessment_on, "next_assessment_on")
    reason = required(request.reason, "reason", "Skriv, hvad vurderingen bygger på.")
    if not request.basis:
        raise Refused("Markér mindst ét forhold, som vurderingen bygger på.", field="basis", code="missing")
    if set(request.basis) == {MatchBasis.HEALTH}:
        message = "Helbred kan ikke stå alene. Markér også mindst ét andet forhold."
        raise Refused(message, field="basis", code="health_only")
    before = match_on(live_rows(work.session, MatchAssessmentRow, request.case_id), request.assessed_on)
    row = work.add(
        MatchAssessmentRow(
            case_id=request.case_id,
            category=request.category,
            assessed_on=request.assessed_on,
            assessed_by=work.author,
            basis=",".join(dict.fromkeys(request.basis)),
            reason=reason,
            next_assessment_on=request.next_assessment_on,
            talk_id=request.talk_id,
        )
    )
    work.add(
        PortalReportRow(
            case_id=request.case_id,
            subject=ReportSubject.MATCH,
            subject_id=row.id,
            counted_from=request.assessed_on,
            state=ReportState.TO_SEND,
        )
    )
    if request.talk_id is None:
        # What is assessed in a talk is written elsewhere with the talk.
        open_entries(work, request.case_id, Subject.MATCH, row.id)
    changed = before is not None and before.category != request.category
    notices = (MatchChange(before.category, request.category).text,) if before is not None and changed else ()
    return Done(row.id, work.changes(), notices)


def match_on(assessments: list[MatchAssessmentRow], day: date) -> MatchAssessmentRow | None:
    """The newest assessment made on or before the day; of two on one day, the one written last."""
    until = [row for row in assessments if row.assessed_on <= day]
    return max(until, key=lambda row: (row.assessed_on, row.id), default=None)
