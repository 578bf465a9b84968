"""Fuldstændighed: what is missing in the documentation of one case, why it matters and where it is mended (R35).

A pure function over facts, so that each rule can be tried at its edge. It is about what must be written where;
when something falls due is the queue's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.cases.checking import danish, months_after
from db.values.people import BenefitType

PLAN_IS_FRESH_MONTHS = 6
"""A plan that nobody has agreed or looked through for so long is old; the municipality's own standard."""

# Whoever is on these has no match and no jobplan of the jobcentre's (the rule sets' *applies to*).
_WITHOUT_MATCH = frozenset(
    {BenefitType.SICKNESS_BENEFIT, BenefitType.FLEXJOB_UNEMPLOYMENT_BENEFIT, BenefitType.UNEMPLOYMENT_BENEFIT}
)
_WITHOUT_PLAN = frozenset({*_WITHOUT_MATCH, BenefitType.REHABILITATION_BENEFIT})


class LineState(StrEnum):
    """How a line stands."""

    DONE = "done"
    MISSING = "missing"
    OLD = "old"


class Mend(StrEnum):
    """Where a line is mended; the screen knows what opens it."""

    MATCH = "match"
    NOTE = "note"
    RECEPTION = "reception"
    TALK = "talk"
    CONSENT = "consent"
    DETAILS = "details"
    SICKNESS = "sickness"
    HOLDER = "holder"
    BENEFIT = "benefit"
    SUMMON = "summon"


@dataclass(frozen=True, slots=True)
class CompletenessFacts:
    """What the standard asks about. Dates are None and counts nought where there is nothing."""

    benefit: BenefitType | None = None
    has_holder: bool = True
    phone: str | None = None
    has_address: bool = True
    interpreter_needed: bool = False
    language: str | None = None
    match_category: int | None = None
    match_reason: str = ""
    match_has_other_fact_than_health: bool = False
    match_next_on: date | None = None
    talks: int = 0
    talks_without_note: int = 0
    next_step: str | None = None
    next_contact_on: date | None = None
    guidance_on: date | None = None
    guidance_language: str | None = None
    cv_registered: bool = False
    intake_done: int = 0
    intake_points: int = 0
    plan_agreed_on: date | None = None
    plan_reviewed_on: date | None = None
    contacts: int = 0
    contacts_without_consent: int = 0
    sick: bool = False
    risk_assessed: bool = False
    employer: bool = False
    retention_judged: bool = False


@dataclass(frozen=True, slots=True)
class CompletenessLine:
    """One line of the list. `mend` is None where there is nothing to open."""

    key: str
    title: str
    state: LineState
    reason: str
    mend: Mend | None = None


def completeness(facts: CompletenessFacts, today: date) -> tuple[CompletenessLine, ...]:
    """Every line that is asked of this case: what is missing first, then what is old, then what is there."""
    lines = [
        *_person(facts),
        *_reception(facts),
        *_match(facts, today),
        *_talks(facts, today),
        *_plan(facts, today),
        *_partners(facts),
        *_sickness(facts),
    ]
    order = {LineState.MISSING: 0, LineState.OLD: 1, LineState.DONE: 2}
    return tuple(sorted(lines, key=lambda line: order[line.state]))


def _line(
    key: str, title: str, *, done: bool, there: str, missing: str, mend: Mend | None = None, old: bool = False
) -> CompletenessLine:
    state = LineState.DONE if done else LineState.OLD if old else LineState.MISSING
    return CompletenessLine(key, title, state, there if done else missing, None if done else mend)


def _person(facts: CompletenessFacts) -> Iterator[CompletenessLine]:
    yield _line(
        "holder", "Tovholder", done=facts.has_holder, there="Sagen har en tovholder.",
        missing="Ingen har sagen. Borgeren skal vide, hvem der er tovholder.", mend=Mend.HOLDER,
    )  # fmt: skip
    yield _line(
        "benefit", "Ydelse", done=facts.benefit is not None, there="Ydelsen er registreret.",
        missing="Ydelsen afgør, hvilke frister der gælder.", mend=Mend.BENEFIT,
    )  # fmt: skip
    yield _line(
        "phone", "Telefon", done=bool(facts.phone), there="Telefonnummeret er noteret.",
        missing="Uden telefonnummer kan borgeren kun nås med brev.", mend=Mend.DETAILS,
    )  # fmt: skip
    yield _line(
        "address", "Adresse", done=facts.has_address, there="Adressen er noteret.",
        missing="Uden adresse kan en indkaldelse ikke sendes.", mend=Mend.DETAILS,
    )  # fmt: skip
    if facts.interpreter_needed:
        yield _line(
            "language", "Tolkens sprog", done=bool(facts.language), there="Sproget er noteret.",
            missing="Borgeren har brug for tolk, men sproget mangler.", mend=Mend.DETAILS,
        )  # fmt: skip


def _reception(facts: CompletenessFacts) -> Iterator[CompletenessLine]:
    guided = facts.guidance_on is not None
    yield _line(
        "guidance", "Rettigheder og pligter", done=guided and bool(facts.guidance_language),
        there=f"Forklaret {danish(facts.guidance_on)}, {facts.guidance_language}." if facts.guidance_on else "",
        missing=(
            "Vejledningen er givet, men det er ikke noteret på hvilket sprog."
            if guided
            else "Det er ikke noteret, at borgeren har fået sine rettigheder og pligter forklaret."
        ),
        mend=Mend.RECEPTION,
    )  # fmt: skip
    yield _line(
        "cv", "CV", done=facts.cv_registered, there="CV er registreret.",
        missing="Det er ikke noteret, at borgerens CV er registreret.", mend=Mend.RECEPTION,
    )  # fmt: skip
    if facts.intake_points:
        yield _line(
            "intake", "Modtagelse", done=facts.intake_done >= facts.intake_points,
            there="Alle punkter i modtagelsen er sat.",
            missing=f"{facts.intake_done} af {facts.intake_points} punkter i modtagelsen er sat.", mend=Mend.RECEPTION,
        )  # fmt: skip


def _match(facts: CompletenessFacts, today: date) -> Iterator[CompletenessLine]:
    if facts.benefit in _WITHOUT_MATCH:
        return
    if facts.match_category is None:
        yield CompletenessLine("match", "Match", LineState.MISSING, "Borgeren er ikke matchet.", Mend.MATCH)
        return
    complete = bool(facts.match_reason.strip()) and facts.match_has_other_fact_than_health
    yield _line(
        "match", "Begrundelse for match", done=complete,
        there=f"Match {facts.match_category} er begrundet med andet end helbred.",
        missing=(
            "Matchen skal bygge på mindst ét forhold, der ikke er helbred."
            if facts.match_reason.strip()
            else "Matchen er ikke begrundet."
        ),
        mend=Mend.MATCH,
    )  # fmt: skip
    if facts.match_next_on is not None:
        yield _line(
            "match_next", "Næste matchvurdering", done=facts.match_next_on >= today,
            there=f"Skal vurderes igen {danish(facts.match_next_on)}.",
            missing=f"Skulle have været vurderet igen {danish(facts.match_next_on)}.", mend=Mend.MATCH, old=True,
        )  # fmt: skip


def _talks(facts: CompletenessFacts, today: date) -> Iterator[CompletenessLine]:
    if facts.talks:
        count = facts.talks_without_note
        yield _line(
            "notes", "Notat til hver samtale", done=not count, there="Hver samtale har et notat.",
            missing="1 samtale mangler notat." if count == 1 else f"{count} samtaler mangler notat.", mend=Mend.NOTE,
        )  # fmt: skip
        yield _line(
            "next_step", "Næste skridt mod arbejde", done=bool((facts.next_step or "").strip()),
            there="Det næste skridt er skrevet ved den seneste samtale.",
            missing="Det næste skridt mod arbejde er ikke skrevet ved den seneste samtale.", mend=Mend.TALK,
        )  # fmt: skip
    due = facts.next_contact_on
    yield _line(
        "next_contact", "Næste kontakt", done=due is not None and due >= today,
        there=f"Aftalt til {danish(due)}." if due else "",
        missing=f"Var aftalt til {danish(due)}." if due else "Der er ikke aftalt en dato for næste kontakt.",
        mend=Mend.SUMMON, old=due is not None,
    )  # fmt: skip


def _plan(facts: CompletenessFacts, today: date) -> Iterator[CompletenessLine]:
    if facts.benefit is None or facts.benefit in _WITHOUT_PLAN or facts.benefit is BenefitType.NONE:
        return
    title = "Integrationskontrakt" if facts.benefit is BenefitType.INTRODUCTION_BENEFIT else "Jobplan"
    if facts.plan_agreed_on is None:
        yield CompletenessLine("plan", title, LineState.MISSING, "Der er ingen aftalt plan.", Mend.TALK)
        return
    seen = max(filter(None, (facts.plan_agreed_on, facts.plan_reviewed_on)))
    yield _line(
        "plan", title, done=months_after(seen, PLAN_IS_FRESH_MONTHS) >= today,
        there=f"Aftalt eller gennemgået {danish(seen)}.",
        missing=f"Er ikke gennemgået siden {danish(seen)}. Den skal ses efter mindst hver 6. måned.",
        mend=Mend.TALK, old=True,
    )  # fmt: skip


def _partners(facts: CompletenessFacts) -> Iterator[CompletenessLine]:
    if not facts.contacts:
        return
    count = facts.contacts_without_consent
    yield _line(
        "consent", "Samtykke", done=not count, there="Der er gyldigt samtykke til hver kontakt.",
        missing=(
            "1 kontakt er uden gyldigt samtykke." if count == 1 else f"{count} kontakter er uden gyldigt samtykke."
        ),
        mend=Mend.CONSENT,
    )  # fmt: skip


def _sickness(facts: CompletenessFacts) -> Iterator[CompletenessLine]:
    if not facts.sick:
        return
    yield _line(
        "risk", "Risikovurdering", done=facts.risk_assessed, there="Sygesagen er risikovurderet.",
        missing="Sygesagen er ikke risikovurderet.", mend=Mend.SICKNESS,
    )  # fmt: skip
    if facts.employer:
        yield _line(
            "retention", "Fastholdelse", done=facts.retention_judged,
            there="Behovet for at fastholde jobbet er vurderet.",
            missing="Der er en arbejdsgiver. Vurdér, om der er behov for at fastholde jobbet.", mend=Mend.SICKNESS,
        )  # fmt: skip
