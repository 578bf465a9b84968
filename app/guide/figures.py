"""The guide's figures: for each offer what came of people like this citizen, with how sure one may be.

`figures_of` adds up once per change of the store; `figures_for` estimates once per citizen. Both are kept by the
caller, so that a keystroke computes nothing of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.guide.catalogue import Catalogue
from app.guide.estimates import Estimate
from app.guide.outcomes import Outcomes, Tally
from app.guide.target_group import CitizenProfile

FEWEST = 5
"""Under so many persons no figure is shown: *for få*."""
SURE_FROM = 20
"""Under so many persons a figure is *usikkert*, and a wider group is asked first."""


class Level(StrEnum):
    """How wide the group is that a figure is from, narrow to wide."""

    GROUP = "group"
    MATCH = "match"
    BAND = "band"
    ALL = "all"


class Reliability(StrEnum):
    """Whether a figure may be shown, and how."""

    FIRM = "firm"
    UNCERTAIN = "uncertain"
    TOO_FEW = "too_few"


RELIABILITIES = {Reliability.FIRM: "", Reliability.UNCERTAIN: "usikkert", Reliability.TOO_FEW: "for få"}
"""The word of the chip beside a figure."""


class GroupUsed(NamedTuple):
    """The group that a figure is from: its level and its name, as in *118 borgere i match 4*."""

    level: Level
    words: str


class Share(NamedTuple):
    """`k` of `n` persons; there is none where n is 0."""

    k: int
    n: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None of nobody."""
        return self.k / self.n if self.n else None


class OfferFigure(NamedTuple):
    """What came of the people of one offer. `n` is how many the 6-month outcome is known for.

    `estimate` is the main measure, in work or education after 6 months; None where there are too few. `carried` says
    that the persons are from all groups of match, and that the estimate was brought over to the citizen's.
    `comparison` is the same measure for people who ended *other* offers with the same benefit, band of match and age
    band; None where they are too few.
    """

    offer_no: str
    group_used: GroupUsed
    tally: Tally
    n: int
    reliability: Reliability
    estimate: Estimate | None
    carried: bool
    comparison: Share | None

    @property
    def completed(self) -> Share:
        """Those who completed, of all who ended."""
        return Share(self.tally.completed, self.tally.ended)

    @property
    def after_3_months(self) -> Share:
        """Those in work or education after 3 months, of those it is known for."""
        return Share(self.tally.good_3, self.tally.known_3)

    @property
    def match_up(self) -> Share:
        """Those who moved up in match, of those it is known for."""
        return Share(self.tally.match_up, self.tally.known_match)


class GuideFigures(NamedTuple):
    """Everything that was counted, for all citizens. `unknown_offers` are ended stays in offers nobody knows."""

    outcomes: Outcomes
    as_of: date | None
    unknown_offers: int


class GroupFigures(NamedTuple):
    """The figures of every offer for one citizen or group, by offer number; the date they are from."""

    by_offer: Mapping[str, OfferFigure]
    as_of: date | None


def figures_of(catalogue: Catalogue, outcomes: Outcomes) -> GuideFigures:
    """Once per change of the store."""
    del catalogue
    return GuideFigures(outcomes, outcomes.as_of, 0)


def figures_for(figures: GuideFigures, catalogue: Catalogue, profile: CitizenProfile) -> GroupFigures:
    """Once per citizen: choose each offer's group and estimate within its pool."""
    del catalogue, profile
    return GroupFigures({}, figures.as_of)


def measures_of(
    figures: GuideFigures, catalogue: Catalogue, profile: CitizenProfile, offer_no: str
) -> Mapping[Level, OfferFigure]:
    """One offer's figures at every level, for the results table of its profile and for the comparison."""
    del figures, catalogue, profile, offer_no
    return {}
