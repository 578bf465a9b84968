"""How long a sickness case may get: ten short facts, the level they suggest, and the facts by name.

2026-11-22. The facts are those of the catalogue of proposals (June 2007, no. 40) but for the diagnosis, which is
never asked for; how long the absence is expected to be stands in its place. Age and language only ever raise the
attention. The points are the municipality's own choice, to be confirmed by its lawyer, since persons are profiled;
no decision follows from a level, and the worker may set another.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.rules.dated_rule import age_on
from db.values.cases import RiskLevel


class RiskFact(StrEnum):
    """What is ticked."""

    LONG_ABSENCE = "long_absence"
    EARLIER_PERIODS = "earlier_periods"
    HEAVY_LOAD = "heavy_load"
    SOCIAL_PROBLEMS = "social_problems"
    LANGUAGE = "language"
    WAITS_FOR_TREATMENT = "waits_for_treatment"


class EmployerStance(StrEnum):
    """How the employer sees it."""

    WANTS_BACK = "wants_back"
    WAITS = "waits"
    AGAINST = "against"


RISK_FACTS = {
    RiskFact.LONG_ABSENCE: "Fraværet ventes at vare mere end tre måneder",
    RiskFact.EARLIER_PERIODS: "Flere sygeperioder de sidste to år",
    RiskFact.HEAVY_LOAD: "Arbejdet er fysisk eller psykisk belastende",
    RiskFact.SOCIAL_PROBLEMS: "Sociale problemer fylder",
    RiskFact.LANGUAGE: "Sproget gør det svært",
    RiskFact.WAITS_FOR_TREATMENT: "Venter på undersøgelse eller behandling",
}
STANCES = {
    EmployerStance.WANTS_BACK: "Vil have borgeren tilbage",
    EmployerStance.WAITS: "Afventer",
    EmployerStance.AGAINST: "Afviser",
}
EXPECTATIONS = {1: "slet ikke", 2: "i ringe grad", 3: "i nogen grad", 4: "i høj grad", 5: "fuldt ud"}
_OLDER = 50
_MEDIUM, _HIGH = 3, 6


@dataclass(frozen=True, slots=True)
class RiskAnswers:
    """What was ticked and answered; None is not known. `expects_return` is 1 to 5."""

    ticked: tuple[RiskFact, ...] = ()
    job_is_there: bool | None = None
    stance: EmployerStance | None = None
    expects_return: int | None = None


@dataclass(frozen=True, slots=True)
class RiskSuggestion:
    """The level that the facts suggest, and the facts in words, those that raise it first."""

    level: RiskLevel
    facts: tuple[str, ...]


def suggest_risk(answers: RiskAnswers, born: date, today: date) -> RiskSuggestion:
    """Add the facts up. Without any answer the level is low and there are no facts."""
    raising = [(1, RISK_FACTS[fact]) for fact in RiskFact if fact in answers.ticked]
    calming: list[str] = []
    if answers.job_is_there is not None:
        if answers.job_is_there:
            calming.append("Jobbet er der stadig")
        else:
            raising.append((2, "Jobbet er der ikke længere"))
    if answers.stance is not None:
        words = f"Arbejdsgiveren: {STANCES[answers.stance].lower()}"
        points = {EmployerStance.WANTS_BACK: 0, EmployerStance.WAITS: 1, EmployerStance.AGAINST: 2}[answers.stance]
        _sort(raising, calming, points, words)
    if answers.expects_return is not None:
        words = f"Tror selv på at komme tilbage: {EXPECTATIONS[answers.expects_return]}"
        _sort(raising, calming, {1: 2, 2: 2, 3: 1}.get(answers.expects_return, 0), words)
    if (raising or calming) and age_on(born, today) >= _OLDER:
        raising.append((1, "Fyldt 50 år"))
    points = sum(each for each, _ in raising)
    level = RiskLevel.HIGH if points >= _HIGH else RiskLevel.MEDIUM if points >= _MEDIUM else RiskLevel.LOW
    return RiskSuggestion(level, (*(words for _, words in raising), *calming))


def _sort(raising: list[tuple[int, str]], calming: list[str], points: int, words: str) -> None:
    if points:
        raising.append((points, words))
    else:
        calming.append(words)
