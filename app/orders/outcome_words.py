"""What comes of a stay, and what comes after it, in Danish."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from db.values.offers import OutcomeKind

OUTCOMES: Final[dict[OutcomeKind, str]] = {
    OutcomeKind.JOB: "Job",
    OutcomeKind.PART_TIME_JOB: "Deltidsjob",
    OutcomeKind.SUBSIDISED_JOB: "Job med løntilskud",
    OutcomeKind.EDUCATION: "Uddannelse",
    OutcomeKind.NEW_OFFER: "Nyt tilbud",
    OutcomeKind.BENEFIT: "På ydelse uden tilbud",
    OutcomeKind.SICK: "Syg",
    OutcomeKind.MOVED: "Fraflyttet",
    OutcomeKind.OTHER: "Andet",
    OutcomeKind.UNKNOWN: "Ukendt",
}
WITH_HOURS: Final = frozenset({OutcomeKind.JOB, OutcomeKind.PART_TIME_JOB, OutcomeKind.SUBSIDISED_JOB})
"""Those that have hours and an employer."""


class NextStep(StrEnum):
    """What is to come after a stay; the text of the decision begins with its name."""

    JOB = "job"
    EDUCATION = "education"
    NEW_OFFER = "new_offer"
    EXTEND = "extend"
    JOB_SEARCH = "job_search"
    CLARIFY = "clarify"
    OTHER = "other"


NEXT_STEPS: Final[dict[NextStep, str]] = {
    NextStep.JOB: "Begynder i job",
    NextStep.EDUCATION: "Begynder på uddannelse",
    NextStep.NEW_OFFER: "Nyt tilbud",
    NextStep.EXTEND: "Tilbuddet forlænges",
    NextStep.JOB_SEARCH: "Søger job selv",
    NextStep.CLARIFY: "Afklares til anden hjælp",
    NextStep.OTHER: "Andet",
}
