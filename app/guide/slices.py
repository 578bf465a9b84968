"""The groups of people that a citizen's figures may be from, narrow to wide."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from app.cases.words import BENEFITS
from app.guide.outcomes import Cell
from app.guide.target_group import TARGET_GROUPS, CitizenProfile, ages_of, band_of, categories
from app.guide.words import AGE_BANDS


class Level(StrEnum):
    """How wide the group is that a figure is from, narrow to wide."""

    GROUP = "group"
    MATCH = "match"
    BAND = "band"
    ALL = "all"


class GroupUsed(NamedTuple):
    """The group that a figure is from: its level and its name, as in *118 borgere i match 4*."""

    level: Level
    words: str


class Slice(NamedTuple):
    """One group that a figure may be from. None asks nothing."""

    used: GroupUsed
    matches: frozenset[int] | None = None
    benefit: str | None = None
    ages: frozenset[str] | None = None

    def of(self, cells: Iterable[Cell]) -> list[Cell]:
        """The cells of the group."""
        matches, benefit, ages = self.matches, self.benefit, self.ages
        return [
            cell
            for cell in cells
            if (matches is None or cell[0] in matches)
            and (benefit is None or cell[1] == benefit)
            and (ages is None or cell[2] in ages)
        ]


EVERYBODY: Final = Slice(GroupUsed(Level.ALL, "alle grupper"))


def slices_of(profile: CitizenProfile) -> list[Slice]:
    """The groups of a citizen, narrow to wide; a group that says nothing more than the next wider one is left out."""
    band, ages = band_of(profile), ages_of(profile)
    found = []
    if profile.benefit is not None or ages:
        words = [f"match {profile.match}" if profile.match else TARGET_GROUPS[band].lower() if band else ""]
        words += [BENEFITS[profile.benefit].lower() if profile.benefit else "", _ages_in_words(profile)]
        found.append(
            Slice(
                GroupUsed(Level.GROUP, ", ".join(filter(None, words))),
                frozenset({profile.match}) if profile.match else categories(band) if band else None,
                None if profile.benefit is None else profile.benefit.value,
                frozenset(age.value for age in ages) or None,
            )
        )
    if profile.match is not None:
        found.append(Slice(GroupUsed(Level.MATCH, f"match {profile.match}"), frozenset({profile.match})))
    if band is not None:
        found.append(Slice(GroupUsed(Level.BAND, TARGET_GROUPS[band].lower()), categories(band)))
    return [*found, EVERYBODY]


def _ages_in_words(profile: CitizenProfile) -> str:
    ages = ages_of(profile)
    if len(ages) > 1:
        return "under 30 år"
    return "".join(AGE_BANDS[age] for age in ages)


def comparable_to(profile: CitizenProfile) -> Slice:
    """Those with the same benefit, band of match and age band, as far as these are known."""
    band, ages = band_of(profile), ages_of(profile)
    return Slice(
        EVERYBODY.used,
        categories(band) if band else None,
        None if profile.benefit is None else profile.benefit.value,
        frozenset(age.value for age in ages) or None,
    )
