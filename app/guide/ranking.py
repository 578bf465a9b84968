"""The list of the guide: offers by what they have led to for people like this citizen. Offers are ranked, never people.

The order is by the estimate for the citizen's group, ties by the lower end of the interval. Offers of which too few
are known come last, in the order of their titles. Criteria that are not met are shown and change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from operator import attrgetter
from typing import Final, NamedTuple

from app.cases.checking import danish
from app.cases.names import sort_key
from app.guide.catalogue import Catalogue, Offer, next_start, places_are_old
from app.guide.criteria import Criterion, Fit, criteria_of, fit_of
from app.guide.figures import GroupFigures, GuideFigures, OfferFigure, figures_for
from app.guide.filters import Entrances, GuideFilters, contract_ended, sifted
from app.guide.slices import Level
from app.guide.target_group import CitizenProfile

MOST_COMPARED: Final = 4
"""So many offers stand side by side at most."""


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
    offers = sorted(catalogue.offers, key=lambda offer: _place(offer, figures.by_offer[offer.offer_no]))
    rows = []
    for rank, offer in enumerate(offers, start=1):
        criteria = criteria_of(offer, profile)
        rows.append(
            GuideRow(
                rank,
                offer,
                figures.by_offer[offer.offer_no],
                criteria,
                fit_of(criteria),
                next_start(offer, today),
                places_are_old(offer, today),
                contract_ended(offer, today),
            )
        )
    as_of = None if figures.as_of is None else min(figures.as_of, today)
    return PreparedGuide(tuple(rows), {row.offer.id: row for row in rows}, profile, as_of, today)


def guide_list(prepared: PreparedGuide, filters: GuideFilters) -> GuideList:
    """Filter what was prepared. This is all that a keystroke costs."""
    rows, entrances = sifted(prepared.rows, _OFFER_OF, filters, prepared.today)
    return GuideList(tuple(rows), _families(rows), len(prepared.rows), entrances, prepared.as_of)


def guide_rows(
    catalogue: Catalogue, figures: GuideFigures, profile: CitizenProfile, filters: GuideFilters, today: date
) -> GuideList:
    """Everything at once, for the command line and for tests."""
    group = figures_for(figures, catalogue, profile)
    return guide_list(prepare_guide(catalogue, group, profile, today), filters)


def why_here(row: GuideRow, as_of: date | None) -> str:
    """Why an offer stands where it does, in Danish: how many, what came of them, against what, and when."""
    figure = row.figure
    dated = f" Tal pr. {danish(as_of)}." if as_of is not None else ""
    if figure.estimate is None:
        known = "Ingen borgere har" if not figure.n else f"Kun {_persons(figure.n)} {_in_group(figure)} har"
        return f"{known} et kendt resultat efter 6 måneder, og det er for få til et skøn.{dated}"
    tally = figure.tally
    ended = f"{_persons(tally.ended)} {_in_group(figure)} har afsluttet forløbet (heraf {tally.completed} gennemført)"
    if figure.n < tally.ended:
        ended += f"; resultatet efter 6 måneder kendes for {figure.n}"
    share, low, high, _ = figure.estimate
    estimate = f"Skøn: {percent(share)} % i job eller uddannelse efter 6 måneder ({percent(low)}–{percent(high)} %)"
    if figure.comparison is not None and figure.comparison.share is not None:
        estimate += f", mod {percent(figure.comparison.share)} % for andre tilbud"
    carried = (
        " Der er for få i borgerens egen gruppe, så skønnet er omregnet fra alle grupper." if figure.carried else ""
    )
    return f"{ended}. {estimate}.{carried}{dated}"


def heading_of(figure: OfferFigure) -> str:
    """*Effekt* only where the same figure for comparable people without the offer stands beside it."""
    return "Resultater" if figure.comparison is None else "Resultater og effekt"


def percent(share: float) -> int:
    """Whole percent, halves up."""
    return int(share * 100 + 0.5)


def compared(prepared: PreparedGuide, offer_ids: Sequence[str]) -> tuple[GuideRow, ...]:
    """The rows of up to four offers side by side, in the order asked for; unknown ones are left out."""
    return tuple(prepared.by_id[each] for each in offer_ids if each in prepared.by_id)[:MOST_COMPARED]


def _place(offer: Offer, figure: OfferFigure) -> tuple[bool, float, float, str, str]:
    if figure.estimate is None:
        return True, 0.0, 0.0, sort_key(offer.title), offer.offer_no
    return False, -figure.estimate.share, -figure.estimate.low, sort_key(offer.title), offer.offer_no


def _families(rows: Sequence[GuideRow]) -> tuple[Family, ...]:
    """The rows with those of one family under the first of them."""
    others: dict[str, list[GuideRow]] = {}
    firsts = []
    for row in rows:
        family = row.offer.family
        if family is None:
            firsts.append((row, _ALONE))
        elif family in others:
            others[family].append(row)
        else:
            firsts.append((row, others.setdefault(family, [])))
    return tuple(Family(first, tuple(rest)) for first, rest in firsts)


def _persons(number: int) -> str:
    return "1 borger" if number == 1 else f"{number} borgere"


def _in_group(figure: OfferFigure) -> str:
    words = figure.group_used.words
    named = words.startswith("match") or figure.group_used.level is Level.ALL
    return f"i {words}" if named else f"i gruppen {words}"


_ALONE: Final[list[GuideRow]] = []
# Fetched in C: this is done for every offer at every keystroke.
_OFFER_OF: Final[Callable[[GuideRow], Offer]] = attrgetter("offer")
