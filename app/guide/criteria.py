"""What an offer asks for, held against what is known of the citizen: met, not met, or not known. Never a wall.

The match range, the level of Danish and the demands that the offer lists are its criteria; the weekly hours are one
where it is known how many the citizen can meet for. A demand is read by a machine where its `test` is written as
`age<30`, `age>=18`, `module>=2`, `hours>=15`, `match<=4`, `children=0`, `benefit=cash_assistance`, `sick=yes`,
`couple=yes` or `language=yes`, or where its text says an age or a module; any other is one to ask about.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from app.cases.words import BENEFITS
from app.guide.catalogue import Demand, Offer
from app.guide.danish_levels import module_of
from app.guide.target_group import CitizenProfile


class CriterionState(StrEnum):
    """How a citizen stands to a criterion."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


CRITERION_STATES = {
    CriterionState.MET: "opfyldt",
    CriterionState.UNMET: "ikke opfyldt",
    CriterionState.UNKNOWN: "ikke kendt",
}


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
    found = []
    if offer.match_from is not None or offer.match_to is not None:
        found.append(_match(offer.match_from or 1, offer.match_to or 5, profile))
    if offer.language_level:
        found.append(_language(offer.language_level, profile))
    if offer.weekly_hours is not None and profile.hours_possible is not None:
        found.append(_hours(offer.weekly_hours, profile.hours_possible))
    found += [_demand(demand, profile) for demand in offer.demands]
    return tuple(found)


def fit_of(criteria: Sequence[Criterion]) -> Fit:
    """Count them."""
    states = [criterion.state for criterion in criteria]
    return Fit(states.count(CriterionState.MET), states.count(CriterionState.UNMET), len(states))


def fit_words(fit: Fit) -> str:
    """*Opfylder krav 5 af 6*; *Ingen krav* where the offer asks for nothing."""
    return f"Opfylder krav {fit.met} af {fit.total}" if fit.total else "Ingen krav"


def unmet_of(criteria: Sequence[Criterion]) -> tuple[str, ...]:
    """The texts of the criteria that the citizen is known not to meet."""
    return tuple(criterion.text for criterion in criteria if criterion.state is CriterionState.UNMET)


def _match(first: int, last: int, profile: CitizenProfile) -> Criterion:
    asked = f"Match {first}" if first == last else f"Match {first}–{last}"
    if profile.match is None:
        return Criterion(asked, CriterionState.UNKNOWN, "Match er ikke vurderet.")
    if first <= profile.match <= last:
        return Criterion(asked, CriterionState.MET, f"Borgeren er i match {profile.match}.")
    why = f"Borgeren er i match {profile.match}; tilbuddet er tænkt til {asked.lower()}."
    return Criterion(asked, CriterionState.UNMET, why)


def _language(level: str, profile: CitizenProfile) -> Criterion:
    asked = f"Dansk, {level}"
    if profile.case_id is not None and profile.language is None:
        return Criterion(asked, CriterionState.MET, "Der er ikke noteret et andet modersmål end dansk.")
    needed, own = module_of(level), module_of(profile.language_level)
    if needed is None or own is None:
        return Criterion(asked, CriterionState.UNKNOWN, "Borgerens danskniveau er ikke vurderet i moduler.")
    state = CriterionState.MET if own >= needed else CriterionState.UNMET
    return Criterion(asked, state, f"Borgerens dansk er vurderet til modul {own}.")


def _hours(asked: int, possible: int) -> Criterion:
    state = CriterionState.MET if possible >= asked else CriterionState.UNMET
    return Criterion(f"{asked} timer om ugen", state, f"Borgeren kan møde stabilt {possible} timer om ugen.")


class _Test(NamedTuple):
    """A demand as a machine reads it."""

    about: str
    sign: str
    value: str


_SIGNS: Final[dict[str, Callable[[int, int], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    ">=": operator.ge,
    ">": operator.gt,
}
_WRITTEN: Final = re.compile(r"(age|module|hours|match|children|benefit|sick|couple|language)\s*(<=|>=|<|>|=)\s*(\w+)")
_IN_WORDS: Final = (
    (re.compile(r"under (\d+) år", re.IGNORECASE), "age", "<"),
    (re.compile(r"fyldt (\d+)(?: år)?", re.IGNORECASE), "age", ">="),
    (re.compile(r"modul (\d)", re.IGNORECASE), "module", ">="),
)
_ASK: Final = "Spørg borgeren: det fremgår ikke af sagen."


@lru_cache(maxsize=16384)
def _test_of(demand: Demand) -> _Test | None:
    written = _WRITTEN.fullmatch((demand.test or "").strip())
    if written:
        return _Test(*written.groups())
    for pattern, about, sign in _IN_WORDS:
        if found := pattern.search(demand.text):
            return _Test(about, sign, found.group(1))
    return None


def _demand(demand: Demand, profile: CitizenProfile) -> Criterion:
    test = _test_of(demand)
    if test is None:
        return Criterion(demand.text, CriterionState.UNKNOWN, _ASK, demand.version_on)
    held = _number(test, profile) if test.value.isdecimal() else _word(test, profile)
    if held is None:
        return Criterion(demand.text, CriterionState.UNKNOWN, _ASK, demand.version_on)
    met, why = held
    return Criterion(demand.text, CriterionState.MET if met else CriterionState.UNMET, why, demand.version_on)


def _number(test: _Test, profile: CitizenProfile) -> tuple[bool, str] | None:
    if test.about == "module" and profile.case_id is not None and profile.language is None:
        return True, "Der er ikke noteret et andet modersmål end dansk."
    known = {
        "age": (profile.age, "Borgeren er {} år."),
        "module": (module_of(profile.language_level), "Borgerens dansk er vurderet til modul {}."),
        "hours": (profile.hours_possible, "Borgeren kan møde stabilt {} timer om ugen."),
        "match": (profile.match, "Borgeren er i match {}."),
        "children": (profile.children_at_home, "Hjemmeboende børn: {}."),
    }
    value, why = known.get(test.about, (None, ""))
    if value is None:
        return None
    return _SIGNS[test.sign](value, int(test.value)), why.format(value)


def _word(test: _Test, profile: CitizenProfile) -> tuple[bool, str] | None:
    if test.about == "benefit":
        if profile.benefit is None:
            return None
        return profile.benefit.value == test.value, f"Borgeren får: {BENEFITS[profile.benefit].lower()}."
    known = {
        "sick": (profile.sick, "Borgeren er sygemeldt.", "Borgeren er ikke sygemeldt."),
        "couple": (profile.couple, "Borgeren bor med en ægtefælle.", "Borgeren bor ikke med en ægtefælle."),
        "language": (
            profile.language is not None,
            "Borgeren har et andet modersmål end dansk.",
            "Der er ikke noteret et andet modersmål end dansk.",
        ),
    }
    if profile.case_id is None or test.about not in known:
        return None
    holds, yes, no = known[test.about]
    return holds == (test.value in {"yes", "ja"}), yes if holds else no
