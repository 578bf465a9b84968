"""The queue's closed sets in Danish, and the tone of a row's chip."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.queue.filters import Group
from app.queue.grouping import QueueLine
from app.queue.item import Lane, QueueItem
from db.values.people import BenefitType
from ui.theme.tokens import Tone

LANES: Final[dict[Lane, str]] = {
    Lane.OVERDUE: "Overskredet",
    Lane.TODAY: "I dag",
    Lane.THIS_WEEK: "Denne uge",
    Lane.FOUR_WEEKS: "De næste fire uger",
    Lane.LATER: "Senere",
    Lane.AGREED: "Aftalt",
    Lane.WAITING: "Venter på andre",
}

LANE_TONES: Final[dict[Lane, Tone]] = {
    Lane.OVERDUE: Tone.RED,
    Lane.TODAY: Tone.AMBER,
    Lane.THIS_WEEK: Tone.AMBER,
    Lane.FOUR_WEEKS: Tone.BLUE,
    Lane.LATER: Tone.GREY,
    Lane.AGREED: Tone.GREEN,
    Lane.WAITING: Tone.GREY,
}

GROUPS: Final[dict[Group | None, str]] = {
    None: "Alle",
    Group.TALKS: "Samtaler",
    Group.PLANS: "Jobplaner",
    Group.OFFERS: "Tilbud",
    Group.ORDERS: "Bestillinger",
    Group.SICKNESS: "Sygeopf.",
    Group.APPLICATIONS: "Ansøgninger",
    Group.OTHER: "Andet",
}

BENEFITS: Final[dict[str, str]] = {
    BenefitType.CASH_ASSISTANCE: "Kontanthjælp",
    BenefitType.START_ASSISTANCE: "Starthjælp",
    BenefitType.INTRODUCTION_BENEFIT: "Introduktionsydelse",
    BenefitType.REHABILITATION_BENEFIT: "Revalideringsydelse",
    BenefitType.FLEXJOB_UNEMPLOYMENT_BENEFIT: "Ledighedsydelse",
    BenefitType.SICKNESS_BENEFIT: "Sygedagpenge",
    BenefitType.UNEMPLOYMENT_BENEFIT: "Dagpenge",
    BenefitType.NONE: "Ingen ydelse",
}

CONSEQUENCES: Final[dict[int, str]] = {
    1: "Borgerens ret",
    2: "Andre venter på os",
    3: "Mål eller refusion",
    4: "Datakvalitet",
}


def benefit_words(benefit: str | None) -> str:
    """The benefit's Danish name; a dash where none is known."""
    return "–" if benefit is None else BENEFITS.get(benefit, benefit)


def more_words(line: QueueLine) -> str:
    """What else stands behind a line: `+3`, or `par +1`; empty where there is nothing else."""
    if not line.others or line.item.case_id is None:
        return ""
    couple = len({item.case_id for item in line.items}) > 1
    return f"par +{line.others}" if couple else f"+{line.others}"


def chip_tone(item: QueueItem, today: date) -> Tone:
    """Red by the legal date only; else amber from the rule's day on, and then as the lane says."""
    if item.due_on < today:
        return Tone.RED
    if item.lane in {Lane.AGREED, Lane.WAITING}:
        return LANE_TONES[item.lane]
    if item.lane is Lane.OVERDUE or item.amber_on <= today:
        return Tone.AMBER
    return LANE_TONES[item.lane]
