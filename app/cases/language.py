"""Whether language really is the problem: how it was tested, and whether it is the main obstacle to work.

Written before a citizen is sent to a unit for language and integration (catalogue of proposals, June 2007, no. 1).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.cases.case_rows import the_case
from app.cases.checking import not_in_future, required, tidy
from app.changes import Done
from app.work import Work
from db.rows.people import LanguageAssessmentRow


class MainBarrier(StrEnum):
    """Whether language is the main obstacle. The stored value is the English name."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class AssessLanguage:
    """The answers. `other_main_barrier` is required where language is not the main one."""

    case_id: str
    assessed_on: date
    is_main_barrier: MainBarrier
    how_tested: str
    spoken_level: str | None = None
    written_level: str | None = None
    other_main_barrier: str | None = None
    special_unit_wanted: bool = False
    reason: str | None = None


def assess_language(work: Work, request: AssessLanguage) -> Done:
    """Write the assessment; earlier ones stay.

    Refused: `in_the_future` (field `assessed_on`), `missing` (`how_tested`; `other_main_barrier` where language is
    not the main obstacle; `language_reason` where the special unit is wanted).
    """
    the_case(work, request.case_id)
    not_in_future(request.assessed_on, work.today, "assessed_on")
    other, reason = tidy(request.other_main_barrier), tidy(request.reason)
    if request.is_main_barrier is MainBarrier.NO:
        other = required(other, "other_main_barrier", "Skriv, hvad der så er den væsentligste hindring.")
    if request.special_unit_wanted:
        reason = required(reason, "language_reason", "Skriv, hvorfor borgeren skal til sprogenheden.")
    row = LanguageAssessmentRow(
        case_id=request.case_id,
        assessed_on=request.assessed_on,
        spoken_level=tidy(request.spoken_level),
        written_level=tidy(request.written_level),
        how_tested=required(request.how_tested, "how_tested", "Skriv, hvordan borgerens dansk er prøvet."),
        is_main_barrier=request.is_main_barrier.value,
        other_main_barrier=other,
        special_unit_wanted=request.special_unit_wanted,
        reason=reason,
    )
    return Done(work.add(row).id, work.changes())
