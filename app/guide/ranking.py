"""The list of the guide: offers by what they have led to for people like this citizen. Offers are ranked, never people.

The order is by the estimate for the citizen's group, ties by the lower end of the interval. Offers of which too few
are known come last, in the order of their titles. Criteria that are not met are shown and change nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from app.guide.catalogue import Catalogue, Offer
from app.guide.criteria import Criterion, Fit
from app.guide.figures import GroupFigures, GuideFigures, OfferFigure
from app.guide.filters import Entrances, GuideFilters
from app.guide.target_group import CitizenProfile


class GuideRow(NamedTuple):
    """One offer as the list shows it. `rank` is its place among *all* offers, whatever is filtered, from 1."""

    rank: int
    offer: Offer
    figure: OfferFigure
    criteria: tuple[Criterion, ...]
    fit: Fit
    next_start: date | None
    places_are_old: bool
    contract_ended: bool


class Family(NamedTuple):
    """Near-identical offers: the one that ranks highest, and the others."""

    first: GuideRow
    others: tuple[GuideRow, ...]


class PreparedGuide(NamedTuple):
    """All offers ranked for one citizen: made once, and filtered at every keystroke."""

    rows: tuple[GuideRow, ...]
    by_id: dict[str, GuideRow]
    profile: CitizenProfile
    as_of: date | None
    today: date


class GuideList(NamedTuple):
    """What the filters let through, in order. `total` is how many offers there are: *12 af 486 tilbud passer*."""

    rows: tuple[GuideRow, ...]
    families: tuple[Family, ...]
    total: int
    entrances: Entrances
    as_of: date | None


def prepare_guide(catalogue: Catalogue, figures: GroupFigures, profile: CitizenProfile, today: date) -> PreparedGuide:
    """Rank every offer and hold its criteria against the citizen. Once per citizen and change."""
    del catalogue, figures
    return PreparedGuide((), {}, profile, None, today)


def guide_list(prepared: PreparedGuide, filters: GuideFilters) -> GuideList:
    """Filter what was prepared. This is all that a keystroke costs."""
    del filters
    return GuideList((), (), len(prepared.rows), Entrances({}, {}), prepared.as_of)


def guide_rows(
    catalogue: Catalogue, figures: GuideFigures, profile: CitizenProfile, filters: GuideFilters, today: date
) -> GuideList:
    """Everything at once, for the command line and for tests."""
    del figures
    return guide_list(prepare_guide(catalogue, GroupFigures({}, None), profile, today), filters)


def why_here(row: GuideRow, as_of: date | None) -> str:
    """Why an offer stands where it does, in Danish: how many, what came of them, against what, and when."""
    del row, as_of
    return ""


def compared(prepared: PreparedGuide, offer_ids: Sequence[str]) -> tuple[GuideRow, ...]:
    """The rows of up to four offers side by side, in the order asked for; unknown ones are left out."""
    return tuple(prepared.by_id[each] for each in offer_ids if each in prepared.by_id)[:4]
