"""The guide's figures: for each offer what came of people like this citizen, with how sure one may be.

`figures_of` is made once per change of the store; `figures_for` estimates once per citizen. Both are kept by the
caller, so that a keystroke computes nothing of it.

2026-11-25. Which group. Narrow to wide: the same match, benefit and age band; the same match; the same band of match
(1–3, 4–5); everybody. An offer's figure is from the narrowest group of the citizen's own band that has 20 people whose
outcome is known; where none has, from the widest of them that has five (*usikkert*); else from everybody.

What is from everybody is carried over to the citizen's band (or to the widest group of their own where no match is
known), as odds, by how much rarer or commoner work or education is there than among all: otherwise a course for match
1–3 would top every list for match 4–5 with other people's results. The estimate is within the pool of the same kind of
offer and the same group (`estimates.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from math import exp, log
from typing import NamedTuple

from app.guide.catalogue import Catalogue, Offer
from app.guide.estimates import Count, Estimate, estimate_pool
from app.guide.outcomes import Cell, Outcomes, Tally, minus, tally_of
from app.guide.slices import EVERYBODY, GroupUsed, Level, Slice, comparable_to, slices_of
from app.guide.target_group import CitizenProfile
from db.values.offers import OfferKind

__all__ = [
    "FEWEST",
    "RELIABILITIES",
    "SURE_FROM",
    "GroupFigures",
    "GroupUsed",
    "GuideFigures",
    "Level",
    "OfferFigure",
    "Reliability",
    "Share",
    "figures_for",
    "figures_of",
    "measures_of",
]

FEWEST = 5
"""Under so many persons no figure is shown: *for få*."""
SURE_FROM = 20
"""Under so many persons a figure is *usikkert*, and a wider group is asked first."""


class Reliability(StrEnum):
    """Whether a figure may be shown, and how."""

    FIRM = "firm"
    UNCERTAIN = "uncertain"
    TOO_FEW = "too_few"


RELIABILITIES = {Reliability.FIRM: "", Reliability.UNCERTAIN: "usikkert", Reliability.TOO_FEW: "for få"}
"""The word of the chip beside a figure."""


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


_NOTHING = Tally()


def figures_of(catalogue: Catalogue, outcomes: Outcomes) -> GuideFigures:
    """Once per change of the store."""
    known = {offer.offer_no for offer in catalogue.offers} | catalogue.withdrawn
    lost = [cell for offer_no, cells in outcomes.by_offer.items() if offer_no not in known for cell in cells]
    return GuideFigures(outcomes, outcomes.as_of, tally_of(lost).ended)


def figures_for(figures: GuideFigures, catalogue: Catalogue, profile: CitizenProfile) -> GroupFigures:
    """Once per citizen: choose each offer's group and estimate within its pool."""
    slices = slices_of(profile)
    tallies = _tallies(figures.outcomes, slices)
    chosen = {offer.offer_no: _chosen(tallies, slices, offer.offer_no) for offer in catalogue.offers}
    estimates = _estimates(catalogue.offers, chosen, tallies, slices)
    beside = _beside(figures.outcomes, profile)
    by_offer = {}
    for offer in catalogue.offers:
        level = chosen[offer.offer_no]
        by_offer[offer.offer_no] = _figure(
            offer, level, tallies[level.used.level].get(offer.offer_no, _NOTHING), estimates.get(offer.offer_no), beside
        )
    return GroupFigures(_carried_over(by_offer, tallies, slices), figures.as_of)


def measures_of(
    figures: GuideFigures, catalogue: Catalogue, profile: CitizenProfile, offer_no: str
) -> Mapping[Level, OfferFigure]:
    """One offer's figures at every level, narrow to wide, for the results table of its profile. None is carried over.

    Empty when the catalogue does not know the offer.
    """
    offer = next((each for each in catalogue.offers if each.offer_no == offer_no), None)
    if offer is None:
        return {}
    slices = slices_of(profile)
    tallies = _tallies(figures.outcomes, slices)
    beside = _beside(figures.outcomes, profile)
    pool = [each for each in catalogue.offers if each.kind is offer.kind]
    found = {}
    for each in slices:
        level = each.used.level
        estimates = _estimates(pool, {other.offer_no: each for other in pool}, tallies, [each])
        tally = tallies[level].get(offer_no, _NOTHING)
        found[level] = _figure(offer, each, tally, estimates.get(offer_no), beside)
    return found


def _tallies(outcomes: Outcomes, slices: Sequence[Slice]) -> dict[Level, dict[str, Tally]]:
    """The counts of every offer in every group; each group is looked for in the next wider one."""
    found: dict[Level, dict[str, Tally]] = {each.used.level: {} for each in slices}
    for offer_no, cells in outcomes.by_offer.items():
        left: Sequence[Cell] = cells
        for each in reversed(slices):
            left = each.of(left) if each is not EVERYBODY else left
            if not left:
                break
            found[each.used.level][offer_no] = tally_of(left)
    return found


def _chosen(tallies: Mapping[Level, Mapping[str, Tally]], slices: Sequence[Slice], offer_no: str) -> Slice:
    """The group that an offer's figure is from."""
    known = [(each, tallies[each.used.level].get(offer_no, _NOTHING).known_6) for each in slices]
    own = known[:-1]
    sure = next((each for each, n in own if n >= SURE_FROM), None)
    unsure = next((each for each, n in reversed(own) if n >= FEWEST), None)
    return sure or unsure or known[-1][0]


def _estimates(
    offers: Sequence[Offer],
    chosen: Mapping[str, Slice],
    tallies: Mapping[Level, Mapping[str, Tally]],
    slices: Sequence[Slice],
) -> dict[str, Estimate]:
    """The estimate of every offer in its group, from all offers of its kind that have anybody in that group."""
    kinds: defaultdict[OfferKind, list[Offer]] = defaultdict(list)
    for offer in offers:
        kinds[offer.kind].append(offer)
    found: dict[str, Estimate] = {}
    for alike in kinds.values():
        for each in slices:
            asked = {offer.offer_no for offer in alike if chosen[offer.offer_no] is each}
            there = tallies[each.used.level]
            counts = [(offer.offer_no, there[offer.offer_no]) for offer in alike if offer.offer_no in there]
            if not asked.intersection(offer_no for offer_no, _ in counts):
                continue
            made = estimate_pool([Count(tally.good_6, tally.known_6) for _, tally in counts])
            found.update(
                (offer_no, estimate)
                for (offer_no, _), estimate in zip(counts, made, strict=True)
                if offer_no in asked and estimate.n >= FEWEST
            )
    return found


class _Beside(NamedTuple):
    """Everybody with the citizen's benefit, band of match and age band, and those of them in each offer."""

    whole: Tally
    by_offer: Mapping[str, Tally]


def _beside(outcomes: Outcomes, profile: CitizenProfile) -> _Beside:
    like = comparable_to(profile)
    by_offer = {offer_no: like.of(cells) for offer_no, cells in outcomes.by_offer.items()}
    whole = tally_of(cell for cells in by_offer.values() for cell in cells)
    return _Beside(whole, {offer_no: tally_of(cells) for offer_no, cells in by_offer.items()})


def _figure(offer: Offer, each: Slice, tally: Tally, estimate: Estimate | None, beside: _Beside) -> OfferFigure:
    n = tally.known_6
    others = minus(beside.whole, beside.by_offer.get(offer.offer_no, _NOTHING))
    return OfferFigure(
        offer.offer_no,
        each.used,
        tally,
        n,
        Reliability.TOO_FEW if n < FEWEST else Reliability.UNCERTAIN if n < SURE_FROM else Reliability.FIRM,
        estimate if n >= FEWEST else None,
        carried=False,
        comparison=Share(others.good_6, others.known_6) if others.known_6 >= FEWEST else None,
    )


def _carried_over(
    figures: dict[str, OfferFigure], tallies: Mapping[Level, Mapping[str, Tally]], slices: Sequence[Slice]
) -> dict[str, OfferFigure]:
    """The figures that are from everybody, brought over to the widest group of the citizen's own."""
    own = [each.used.level for each in slices if each is not EVERYBODY]
    if not own or _whole(tallies[own[-1]]).known_6 < SURE_FROM:
        return figures
    shift = _log_odds(_whole(tallies[own[-1]])) - _log_odds(_whole(tallies[Level.ALL]))
    return {
        offer_no: figure._replace(estimate=_moved(figure.estimate, shift), carried=True)
        if figure.group_used.level is Level.ALL and figure.estimate is not None
        else figure
        for offer_no, figure in figures.items()
    }


def _whole(tallies: Mapping[str, Tally]) -> Tally:
    return Tally(*map(sum, zip(*tallies.values(), strict=True))) if tallies else _NOTHING


def _log_odds(tally: Tally) -> float:
    """Half a person on each side, so that none and all have odds too."""
    return log((tally.good_6 + 0.5) / (tally.known_6 - tally.good_6 + 0.5))


def _moved(estimate: Estimate, shift: float) -> Estimate:
    share, low, high = (1 / (1 + (1 - each) / each * exp(-shift)) if 0 < each < 1 else each for each in estimate[:3])
    return Estimate(share, low, high, estimate.n)
