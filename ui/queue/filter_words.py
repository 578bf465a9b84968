"""The sides that the queue is filtered by, and their values, in Danish."""

from __future__ import annotations

from typing import Final

from app.queue.facets import UNKNOWN, AgeBand, Facet, Home
from app.queue.item import Lane
from ui.queue.words import BENEFITS, LANES

FACETS: Final[dict[Facet, str]] = {
    Facet.LANE: "Frist",
    Facet.MATCH: "Match",
    Facet.AGE: "Alder",
    Facet.BENEFIT: "Ydelse",
    Facet.AREA: "Boligområde",
    Facet.HOUSEHOLD: "Husstand",
    Facet.KIND: "Opgave",
}
"""In the order in which they are shown: the shortest lists first."""

KINDS: Final[dict[str, str]] = {
    "MATCH_MISSING": "Match mangler",
    "CONTACT_DUE": "Kontaktsamtale",
    "CONTACT_INTENSIVE": "Intensiveret kontaktforløb",
    "PORTAL_REPORT": "Indberetning mangler",
    "NOTE_MISSING": "Journalnotat mangler",
    "SUMMONS_OUTCOME": "Mødt eller udeblevet?",
    "CALLBACK": "Ring tilbage",
    "PLAN_MISSING": "Jobplan mangler",
    "PLAN_CAMPAIGN": "Jobplan mangler, boligområde",
    "PLAN_BEFORE_OFFER": "Jobplan før tilbud",
    "PLAN_REVIEW": "Gennemgå jobplan",
    "STEP_DUE": "Aftale i jobplanen",
    "OFFER_FIRST_U30": "Første tilbud, under 30 år",
    "OFFER_FIRST_30": "Første tilbud, fra 30 år",
    "OFFER_REPEAT": "Nyt tilbud, senest efter 12 måneder",
    "EDUCATION_U25": "Uddannelsespålæg, under 25 år",
    "OFFER_ENDING": "Tilbud slutter",
    "NEXT_ACTIVITY_MISSING": "Ingen aktivitet",
    "MENTOR_ENDING": "Mentor slutter",
    "OUTCOME_CHECK": "Resultat efter tilbud",
    "ORDER_UNANSWERED": "Bestilling ikke besvaret",
    "FEEDBACK_DUE": "Afventer tilbagemelding",
    "FEEDBACK_OVERDUE": "Tilbagemelding mangler",
    "ANSWER_INCOMPLETE": "Ubesvarede spørgsmål",
    "CHANGE_REQUEST": "Ønske om ændring eller forlængelse",
    "ABSENCE_REPORTED": "Udeblivelse",
    "HEARING_DEADLINE": "Partshøringsfrist",
    "SANCTION_ANSWER": "Afventer afgørelse fra Ydelsesservice",
    "ENTITLEMENT_NOTICE": "Afventer besked om ydelse",
    "SICK_FIRST": "Første sygeopfølgning",
    "SICK_FOLLOWUP_4W": "Sygeopfølgning, 4 uger",
    "SICK_FOLLOWUP_8W": "Sygeopfølgning, 8 uger",
    "SICK_FORM_RETURN": "Oplysningsskema mangler",
    "RISK_MISSING": "Risikovurdering mangler",
    "BENEFIT_LIMIT": "Varighedsbegrænsning, 52 uger",
    "CASE_STEP_DUE": "Sagsskridt",
    "WAITING_REMINDER": "Ryk for svar",
    "DELAY_NOTICE": "Besked om forsinkelse",
    "COMPLAINT": "Klage",
    "CEILING_WARNING": "Varsling, kontanthjælpsloft",
    "CEILING_HIT": "Omfattet af loftet, ikke indkaldt",
    "HOURS_RULE_WARNING": "Varsling, 300-timersreglen",
    "YOUTH_ALERT": "Varslet ung",
    "YOUTH_FOLLOW_UP": "Opfølgning på varslet ung",
    "HOME_VISIT": "Hjemmebesøg",
    "REMINDER": "Egen påmindelse",
    "DATA_QUALITY": "Datafejl",
    "SYNC_CONFLICT": "Modstridende rettelser",
}

AGES: Final[dict[str, str]] = {
    AgeBand.UNDER_25: "Under 25 år",
    AgeBand.UNDER_30: "25–29 år",
    AgeBand.UNDER_50: "30–49 år",
    AgeBand.OLDER: "50 år og derover",
}

HOMES: Final[dict[str, str]] = {Home.SHARED: "Deler husstand", Home.ALONE: "Øvrige"}

_WITHOUT: Final[dict[Facet, str]] = {Facet.MATCH: "Uden match", Facet.AREA: "Uden for boligområderne"}


def option_words(facet: Facet, value: str) -> str:
    """A value among the others of its side, such as `4` beside `Match`."""
    known: dict[str, str] = {
        Facet.KIND: KINDS,
        Facet.LANE: {str(lane): words for lane, words in LANES.items()},
        Facet.BENEFIT: BENEFITS,
        Facet.AGE: AGES,
        Facet.HOUSEHOLD: HOMES,
    }.get(facet, {})
    return _WITHOUT.get(facet, "Ikke oplyst") if value == UNKNOWN else known.get(value, value)


def chip_words(facet: Facet, value: str) -> str:
    """A value by itself, such as `Match 4`."""
    if value == UNKNOWN:
        return _WITHOUT.get(facet, f"{FACETS[facet]}: ikke oplyst")
    words = option_words(facet, value)
    return f"{FACETS[facet]} {words}" if facet is Facet.MATCH else words


def in_order(facet: Facet, values: set[str]) -> list[str]:
    """Values as one looks for them: lanes and ages in their own order, everything else by its words."""
    own: list[str] = {Facet.LANE: [str(lane) for lane in Lane], Facet.AGE: list(AGES)}.get(facet, [])

    def place(value: str) -> tuple[bool, int, str]:
        return value == UNKNOWN, own.index(value) if value in own else 0, option_words(facet, value)

    return sorted(values, key=place)
