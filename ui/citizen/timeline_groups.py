"""Which kinds of entries the timeline is filtered by."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from app.cases.timeline import TimelineEntry


class Group(StrEnum):
    """The value is the Danish word."""

    ALL = "Alt"
    TALKS = "Samtaler"
    NOTES = "Notater"
    MATCH = "Match"
    PLANS = "Jobplan"
    OFFERS = "Tilbud"
    CASES = "Sager"
    DOCUMENTS = "Dokumenter"
    LETTERS = "Breve"
    OTHER = "Ydelse og tovholder"


_GROUPS: Final = {
    "talk": Group.TALKS,
    "summons": Group.TALKS,
    "warning": Group.TALKS,
    "citizen_visit": Group.TALKS,
    "note": Group.NOTES,
    "match_assessment": Group.MATCH,
    "job_plan": Group.PLANS,
    "placement": Group.OFFERS,
    "offer_order": Group.OFFERS,
    "feedback": Group.OFFERS,
    "outcome_check": Group.OFFERS,
    "job_referral": Group.OFFERS,
    "application_case": Group.CASES,
    "sickness_case": Group.CASES,
    "risk_assessment": Group.CASES,
    "youth_alert": Group.CASES,
    "complaint": Group.CASES,
    "attachment": Group.DOCUMENTS,
    "printed_document": Group.LETTERS,
}

# A closing is undone by opening the case again.
NOT_WITHDRAWN: Final = frozenset({"case_closing"})


def group_of(entry: TimelineEntry) -> Group:
    """The group that an entry is found under."""
    return _GROUPS.get(entry.kind, Group.OTHER)


def shown_entries(entries: Iterable[TimelineEntry], group: Group, typed: str) -> tuple[TimelineEntry, ...]:
    """The entries of a group in which every typed word stands."""
    words = typed.casefold().split()

    def fits(entry: TimelineEntry) -> bool:
        text = f"{entry.title} {entry.text or ''} {entry.day:%d.%m.%Y}".casefold()
        return all(word in text for word in words)

    return tuple(each for each in entries if group in {Group.ALL, group_of(each)} and fits(each))
