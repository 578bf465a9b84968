"""The groups that offers are for, and the groups that a citizen belongs to. No score of a citizen is ever computed."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, NamedTuple

from db.values.offers import AgeBand
from db.values.people import BenefitType


class TargetGroup(StrEnum):
    """The second entrance of the guide. The stored value is the name that files and the command line use."""

    MATCH_1 = "match-1"
    MATCH_2 = "match-2"
    MATCH_3 = "match-3"
    MATCH_4 = "match-4"
    MATCH_5 = "match-5"
    MATCH_1_3 = "match-1-3"
    MATCH_4_5 = "match-4-5"
    UNDER_25 = "under-25"
    UNDER_30 = "under-30"
    SICK = "sick"
    LANGUAGE = "language"
    COUPLE = "couple"
    AREA = "area"


TARGET_GROUPS: Final = {
    TargetGroup.MATCH_1: "Match 1",
    TargetGroup.MATCH_2: "Match 2",
    TargetGroup.MATCH_3: "Match 3",
    TargetGroup.MATCH_4: "Match 4",
    TargetGroup.MATCH_5: "Match 5",
    TargetGroup.MATCH_1_3: "Match 1–3",
    TargetGroup.MATCH_4_5: "Match 4–5",
    TargetGroup.UNDER_25: "Under 25 år",
    TargetGroup.UNDER_30: "Under 30 år",
    TargetGroup.SICK: "Sygemeldte",
    TargetGroup.LANGUAGE: "Dansk som andetsprog",
    TargetGroup.COUPLE: "Ægtepar",
    TargetGroup.AREA: "Boligområder med jobpatrulje",
}
"""The Danish name of each group, in the order in which they are shown."""

MATCH: Final = {number: TargetGroup(f"match-{number}") for number in range(1, 6)}
"""The group of one match category, 1 to 5."""

_BANDS: Final = {
    TargetGroup.MATCH_1_3: tuple(MATCH[number] for number in (1, 2, 3)),
    TargetGroup.MATCH_4_5: tuple(MATCH[number] for number in (4, 5)),
}


class CitizenProfile(NamedTuple):
    """What the guide needs to know of a citizen; None is not known. Without a case it stands for a whole group.

    `language` is another mother tongue than Danish; `language_level` the level of Danish as it was assessed
    (*modul 2*); `industry_id` the industry of the first goal of the newest jobplan; `hours_possible` the weekly hours
    a provider last said the citizen can meet for (question Q01); `area` the housing area with a patrol. `band` and
    `age_bands` are given where a whole group is looked at, and follow from match and age otherwise.
    """

    case_id: str | None = None
    match: int | None = None
    benefit: BenefitType | None = None
    age: int | None = None
    language: str | None = None
    language_level: str | None = None
    sick: bool = False
    couple: bool = False
    area: str | None = None
    children_at_home: int | None = None
    hours_possible: int | None = None
    industry_id: str | None = None
    band: TargetGroup | None = None
    age_bands: frozenset[AgeBand] = frozenset()


_WHOLE_GROUPS: Final = {
    TargetGroup.MATCH_1_3: CitizenProfile(band=TargetGroup.MATCH_1_3),
    TargetGroup.MATCH_4_5: CitizenProfile(band=TargetGroup.MATCH_4_5),
    TargetGroup.UNDER_25: CitizenProfile(age_bands=frozenset({AgeBand.UNDER_25})),
    TargetGroup.UNDER_30: CitizenProfile(age_bands=frozenset({AgeBand.UNDER_25, AgeBand.FROM_25})),
    TargetGroup.SICK: CitizenProfile(sick=True, benefit=BenefitType.SICKNESS_BENEFIT),
    TargetGroup.COUPLE: CitizenProfile(couple=True),
}


def groups_of(profile: CitizenProfile) -> frozenset[TargetGroup]:
    """Every group that the citizen belongs to."""
    found: set[TargetGroup] = set()
    if profile.match is not None:
        found |= covered([MATCH[profile.match]])
    if profile.age is not None:
        found |= {
            group for group, below in ((TargetGroup.UNDER_25, 25), (TargetGroup.UNDER_30, 30)) if profile.age < below
        }
    if profile.sick:
        found.add(TargetGroup.SICK)
    if profile.language is not None:
        found.add(TargetGroup.LANGUAGE)
    if profile.couple:
        found.add(TargetGroup.COUPLE)
    if profile.area is not None:
        found.add(TargetGroup.AREA)
    return frozenset(found)


def covered(groups: Iterable[TargetGroup]) -> frozenset[TargetGroup]:
    """The groups and those that go with them.

    What is for match 4–5 is for match 4 and for match 5, and what is for match 4 is found under match 4–5; what is
    for everyone under 30 is for those under 25.
    """
    found = set(groups)
    for band, parts in _BANDS.items():
        if band in found:
            found.update(parts)
        elif found.intersection(parts):
            found.add(band)
    if TargetGroup.UNDER_30 in found:
        found.add(TargetGroup.UNDER_25)
    return frozenset(found)


def group_profile(group: TargetGroup) -> CitizenProfile:
    """Someone of whom nothing is known but the group, for looking at the guide without a citizen."""
    if group in MATCH.values():
        return CitizenProfile(match=int(group.value[-1]))
    return _WHOLE_GROUPS.get(group, CitizenProfile())


def band_of(profile: CitizenProfile) -> TargetGroup | None:
    """The band of match, 1–3 or 4–5; None while no match is known."""
    if profile.match is None:
        return profile.band
    return next(band for band, parts in _BANDS.items() if MATCH[profile.match] in parts)


def categories(band: TargetGroup) -> frozenset[int]:
    """The match categories of a band."""
    return frozenset(int(part.value[-1]) for part in _BANDS[band])


def ages_of(profile: CitizenProfile) -> frozenset[AgeBand]:
    """The age band as a set; empty when the age is not known."""
    return profile.age_bands if profile.age is None else frozenset({age_band(profile.age)})


def age_band(age: int) -> AgeBand:
    """The age band of the result figures."""
    if age < 25:
        return AgeBand.UNDER_25
    if age < 30:
        return AgeBand.FROM_25
    return AgeBand.FROM_30 if age < 50 else AgeBand.FROM_50
