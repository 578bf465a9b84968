"""A rule in Danish: whom it is for, what it is counted from, and when it is due, shown and amber."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from app.cases.names import search_text
from app.cases.words import BENEFITS, TALK_PURPOSES
from app.rules.in_force import RuleInForce
from app.rules.interval import Interval, Unit
from app.rules.rule import AppliesTo, Mark, Rule, Turn
from ui.danish_dates import full_date
from ui.queue.words import CONSEQUENCES

LEGAL_CHECK: Final = "til juridisk kontrol"

EVENTS: Final[dict[str, str]] = {
    "enquiry_or_notice": "første henvendelse eller besked om ydelse",
    "last_contact": "seneste samtale, tilbuddets slutning eller ydelsens begyndelse",
    "last_talk_or_override": "seneste samtale eller beslutning om tættere kontakt",
    "talk_or_match": "samtale eller match",
    "talk_or_visit": "samtale eller besøg",
    "benefit_start": "ydelsens begyndelse",
    "campaign_start": "jobplanindsatsens begyndelse",
    "offer_start": "tilbuddets begyndelse",
    "plan_version": "jobplanens udgave eller seneste gennemgang",
    "step_agreed": "aftalen i jobplanen",
    "offer_end": "tilbuddets slutning",
    "planned_end": "aftalt slutdato",
    "order_sent": "bestillingen sendt",
    "answer_promised": "lovet svardato",
    "feedback_received": "tilbagemelding modtaget",
    "request_received": "ønsket modtaget",
    "absence_reported": "udeblivelsen meldt",
    "hearing_sent": "partshøring sendt",
    "recommendation_sent": "indstilling sendt",
    "entitlement_enquiry": "forespørgsel om ydelse",
    "first_absence": "første fraværsdag",
    "last_follow_up": "seneste opfølgning",
    "form_sent": "oplysningsskema sendt",
    "sickness_notice": "anmeldelse af sygdom",
    "step_start": "skridtets begyndelse",
    "step_sent": "skridtet sendt",
    "ceiling_hit": "omfattet af loftet",
    "cutoff": "skæringsdatoen",
    "alert_received": "besked om den unge modtaget",
    "talk_offered": "samtale tilbudt",
    "planned_visit": "planlagt besøg",
    "application_received": "ansøgningen modtaget",
    "complaint_received": "klagen modtaget",
    "summons_meeting": "indkaldt samtale",
    "phone_note": "telefonnotatet",
    "finding": "fejlen fundet",
    "own_date": "egen dato",
    "conflict_found": "modstridende rettelser fundet",
}

MARKS: Final[dict[Mark, str]] = {
    Mark.ADOPTED: "vedtaget af kommunen",
    Mark.LAW: "lov",
    Mark.FIELD: "faglig viden",
    Mark.OWN: "kommunens eget valg",
}

_SHORT_MARKS: Final[dict[Mark, str]] = {
    Mark.ADOPTED: "vedtaget",
    Mark.LAW: "lov",
    Mark.FIELD: "faglig viden",
    Mark.OWN: "eget valg",
}

TURNS: Final[dict[Turn, str]] = {
    Turn.OURS: "os",
    Turn.OTHERS: "andre",
    Turn.OTHERS_UNTIL_DUE: "andre til og med fristen, derefter os",
    Turn.OWNER: "den, der har skridtet",
}

# What is filled into a sentence for each citizen.
_FILLED: Final[dict[str, str]] = {
    "date": "dato",
    "date_short": "dato",
    "due": "frist",
    "due_short": "frist",
    "end": "slutdato",
    "end_short": "slutdato",
    "hit": "dato for loftet",
    "area": "boligområde",
    "title": "tilbud",
    "step": "skridt",
    "provider": "leverandør",
    "answer": "svardato",
    "count": "antal",
    "months": "måneder",
    "days": "dage",
    "weeks": "uger",
    "event": "hændelse",
    "application": "ansøgning",
    "who": "hvem",
    "published": "sagsbehandlingstid",
    "attempt": "forsøg",
    "attempts": "antal forsøg",
    "text": "tekst",
}
_HOLE = re.compile(r"\{(\w+)\}")

_UNITS: Final[dict[Unit, tuple[str, str]]] = {
    Unit.DAYS: ("dag", "dage"),
    Unit.WEEKS: ("uge", "uger"),
    Unit.MONTHS: ("måned", "måneder"),
    Unit.WORKING_DAYS: ("arbejdsdag", "arbejdsdage"),
}


def applies_words(wanted: AppliesTo) -> str:
    """Whom a rule is for."""
    parts = []
    if wanted.benefits is not None:
        parts.append(", ".join(words.lower() for benefit, words in BENEFITS.items() if benefit in wanted.benefits))
    if wanted.match_from is not None or wanted.match_to is not None:
        low, high = wanted.match_from or 1, wanted.match_to or 5
        parts.append(f"match {low}" if low == high else f"match {low}–{high}")
    if wanted.age_from is not None:
        parts.append(f"fra {wanted.age_from} år")
    if wanted.age_below is not None:
        parts.append(f"under {wanted.age_below} år")
    if wanted.areas is not None:
        parts.append(", ".join(sorted(wanted.areas)))
    for condition, yes, no in (
        (wanted.campaign, "i boligområde med jobplanindsats", "uden for boligområder med jobplanindsats"),
        (wanted.spouse_on_cash_assistance, "ægtefælle på kontanthjælp", "ingen ægtefælle på kontanthjælp"),
        (wanted.vocational_education, "med erhvervsuddannelse", "uden erhvervsuddannelse"),
        (wanted.children_at_home, "med hjemmeboende børn", "uden hjemmeboende børn"),
    ):
        if condition is not None:
            parts.append(yes if condition else no)
    return "; ".join(parts) or "alle"


def event_words(rule: Rule) -> str:
    """What a rule is counted from."""
    return EVENTS.get(rule.counted_from, rule.counted_from)


def interval_words(interval: Interval) -> str:
    """As in `3 måneder efter`."""
    if interval.unit is Unit.FIXED:
        return "" if interval.on is None else full_date(interval.on)
    if interval.unit is Unit.WORKING_DAY_BEFORE:
        return "arbejdsdagen før"
    if interval.amount == 0:
        return "på dagen"
    return f"{_counted(abs(interval.amount), interval.unit)} {'efter' if interval.amount > 0 else 'før'}"


def due_words(rule: Rule) -> str:
    """When it is due; each only once where several steps have the same."""
    return ", ".join(dict.fromkeys(interval_words(each) for each in rule.dues.values()))


def opens_words(rule: Rule) -> str:
    """From when the row is seen."""
    if rule.opens_before is not None:
        return _days_before(rule.opens_before)
    return "straks" if rule.opens_after == 0 else f"{_counted(rule.opens_after, Unit.DAYS)} efter"


def amber_words(rule: Rule) -> str:
    """From when it is amber."""
    return "efter tempo" if rule.amber_before is None else _days_before(rule.amber_before)


def class_words(rule: Rule) -> str:
    """What it means when it is not kept."""
    return "som den enkelte række" if rule.consequence is None else CONSEQUENCES[rule.consequence]


def ground_words(rule: Rule) -> str:
    """Where its number comes from, in few words."""
    return LEGAL_CHECK if rule.legal_check else _SHORT_MARKS[rule.mark]


def sentences(rule: Rule) -> tuple[str, ...]:
    """What it says in the queue, with words in the place of what is filled in for each citizen."""
    texts = dict.fromkeys(str(each) for each in rule.sentences.values())
    return tuple(_HOLE.sub(lambda hole: f"‹{_FILLED.get(hole[1], hole[1])}›", text) for text in texts)


def facts(line: RuleInForce) -> tuple[tuple[str, str], ...]:
    """Everything that a rule says, each with its Danish name."""
    rule = line.rule
    found = [
        ("Teksten i køen", "\n".join(sentences(rule))),
        ("Kilde", rule.source),
        ("Gælder for", applies_words(rule.applies_to)),
        ("Regnes fra", event_words(rule)),
        ("Frist", due_words(rule)),
        ("Vises", opens_words(rule)),
        ("Gul", amber_words(rule)),
        ("Følge", class_words(rule)),
        ("Hvis tur", TURNS[rule.turn]),
    ]
    if rule.covered_by_talk:
        purposes = ", ".join(TALK_PURPOSES[each] for each in TALK_PURPOSES if each in rule.covered_by_talk)
        found.append(("Lukkes også af samtale om", purposes))
    if rule.cutoff is not None:
        found.append(("Skæringsdato", full_date(rule.cutoff)))
    if rule.counted_from_earliest is not None:
        found.append(("Tæller hændelser fra", full_date(rule.counted_from_earliest)))
    until = "" if rule.valid_to is None else f" til {full_date(rule.valid_to)}"
    found += [
        ("Grundlag", MARKS[rule.mark]),
        ("Gælder fra", full_date(rule.valid_from) + until),
        ("Regelsæt", f"{line.set_title} ({line.set_name})"),
    ]
    return tuple(found)


def fitting(lines: Iterable[RuleInForce], text: str, *, only_to_check: bool = False) -> tuple[RuleInForce, ...]:
    """Those in which every part that was typed is found."""
    parts = search_text(text).split()
    return tuple(
        line
        for line in lines
        if (line.rule.legal_check or not only_to_check) and all(part in _found_by(line) for part in parts)
    )


def _found_by(line: RuleInForce) -> str:
    return search_text(" ".join((line.rule.label, line.rule.kind, *(text for _, text in facts(line)))))


def _counted(amount: int, unit: Unit) -> str:
    one, many = _UNITS[unit]
    return f"{amount} {one if amount == 1 else many}"


def _days_before(days: int) -> str:
    return "på fristen" if days == 0 else f"{_counted(days, Unit.DAYS)} før"
