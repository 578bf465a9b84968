"""The Danish words of the queue's rows: dates, names of steps and parties, and the filling of sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from app.danish_names import MONTHS
from app.queue.facts import SummonsFact
from app.rules.sentence import Sentence
from db.values.cases import ApplicationCaseKind, CaseStepKind, WaitingFor
from db.values.people import ExclusionReason
from db.values.talks import StepOwner

APPLICATIONS: Final[dict[ApplicationCaseKind, str]] = {
    ApplicationCaseKind.EARLY_PENSION: "førtidspension",
    ApplicationCaseKind.REHABILITATION: "revalidering",
    ApplicationCaseKind.FLEXJOB: "fleksjob",
}

STEPS: Final[dict[CaseStepKind, str]] = {
    CaseStepKind.REGISTER: "registrering og bekræftelse",
    CaseStepKind.FIRST_TALK: "første samtale",
    CaseStepKind.PROFILE_DRAFT: "udkast til ressourceprofil",
    CaseStepKind.MEDICAL_ASKED: "lægelige oplysninger",
    CaseStepKind.WORK_TRIAL_ORDERED: "bestilling af arbejdsprøvning",
    CaseStepKind.WORK_TRIAL_ANSWER: "svar fra arbejdsprøvning",
    CaseStepKind.PROFILE_FINISHED: "færdig ressourceprofil",
    CaseStepKind.HEARING: "partshøring",
    CaseStepKind.RECOMMENDATION: "indstilling",
    CaseStepKind.DECISION: "afgørelse",
    CaseStepKind.OTHER: "andet skridt",
}

PARTIES: Final[dict[WaitingFor, str]] = {
    WaitingFor.CITIZEN: "borgeren",
    WaitingFor.GP: "egen læge",
    WaitingFor.SPECIALIST: "speciallægen",
    WaitingFor.MEDICAL_CONSULTANT: "lægekonsulenten",
    WaitingFor.PROVIDER: "leverandøren",
    WaitingFor.SOCIAL_DEPARTMENT: "Socialforvaltningen",
    WaitingFor.BENEFIT_OFFICE: "Ydelsesservice",
    WaitingFor.EMPLOYER: "arbejdsgiveren",
    WaitingFor.OTHER: "andre",
}
CITIZEN: Final = PARTIES[WaitingFor.CITIZEN]
PROVIDER: Final = PARTIES[WaitingFor.PROVIDER]
BENEFIT_OFFICE: Final = PARTIES[WaitingFor.BENEFIT_OFFICE]

# The jobcentre's own steps wait for nobody.
STEP_OWNERS: Final[dict[StepOwner, str | None]] = {
    StepOwner.CITIZEN: CITIZEN,
    StepOwner.JOBCENTRE: None,
    StepOwner.PROVIDER: PROVIDER,
    StepOwner.OTHER: PARTIES[WaitingFor.OTHER],
}

EXCLUSIONS: Final[dict[ExclusionReason, str]] = {
    ExclusionReason.PARENTAL_LEAVE: "barsel",
    ExclusionReason.AGREED_HOLIDAY: "aftalt ferie",
    ExclusionReason.IN_HOSPITAL: "indlagt",
    ExclusionReason.IN_PRISON: "afsoning",
    ExclusionReason.IN_EDUCATION: "under uddannelse",
    ExclusionReason.ABROAD: "midlertidigt udrejst",
    ExclusionReason.EXEMPT_BY_LAW: "undtaget efter lov",
    ExclusionReason.OTHER: "andet",
}


OFFER: Final = "Tilbuddet"

_DATE_ONLY: Final = ("date",)


@lru_cache(maxsize=20_000)
def long_date(day: date) -> str:
    """As in `8. december 2006`."""
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


@lru_cache(maxsize=20_000)
def short_date(day: date) -> str:
    """As in `08.12`."""
    return f"{day.day:02}.{day.month:02}"


def clock_time(text: str) -> str:
    """As in `kl. 10` or `kl. 10.30`, from `hh:mm`."""
    hour, _, minute = text.partition(":")
    return f"kl. {hour.lstrip('0') or '0'}" + ("" if minute in {"", "00"} else f".{minute}")


def agreed_text(summons: SummonsFact) -> str:
    """As in `Indkaldt 28.03 kl. 10`."""
    at = f" {clock_time(summons.meets_at)}" if summons.meets_at else ""
    return f"Indkaldt {short_date(summons.meets_on)}{at}"


def fill(sentence: Sentence, day: date, due_on: date, words: Mapping[str, str]) -> str:
    """A rule's sentence for an event on `day` that is due on `due_on`; `words` fill the further placeholders."""
    names = sentence.names
    if not names:
        return sentence.pattern
    if names == _DATE_ONLY:
        return sentence.pattern % long_date(day)
    return sentence.pattern % tuple([_word(name, day, due_on, words) for name in names])


def _word(name: str, day: date, due_on: date, words: Mapping[str, str]) -> str:
    if name == "date":
        return long_date(day)
    if name == "due":
        return long_date(due_on)
    if name == "date_short":
        return short_date(day)
    return short_date(due_on) if name == "due_short" else words[name]
