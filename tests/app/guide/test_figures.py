"""Whom an offer's figures are from, and what is said when they are few."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from app.guide.estimates import Count, estimate_pool
from app.guide.figures import GroupUsed, Level, OfferFigure, Reliability, Share, figures_for, figures_of, measures_of
from app.guide.outcomes import Cell, Tally, cell_of
from app.guide.target_group import CitizenProfile, TargetGroup, group_profile
from db.values.offers import OfferKind
from tests.helpers.built_guide import AS_OF, CITIZEN, catalogue, ended, offer, outcomes

DANISH = OfferKind.DANISH_LESSONS


def figure(
    *cells: Cell, profile: CitizenProfile = CITIZEN, beside: Mapping[str, tuple[Cell, ...]] | None = None
) -> OfferFigure:
    offers = catalogue(offer("A"), *(offer(number) for number in beside or {}))
    figures = figures_of(offers, outcomes({"A": cells, **(beside or {})}))
    return figures_for(figures, offers, profile).by_offer["A"]


def test_that_the_narrowest_group_with_twenty_is_asked() -> None:
    own = ended(20, 8)
    assert figure(own).group_used == GroupUsed(Level.GROUP, "match 4, kontanthjælp, 30–49 år")
    nineteen, other_age = ended(19, 8), ended(1, 0, age="50_plus")
    by_match = figure(nineteen, other_age)
    assert by_match.group_used == GroupUsed(Level.MATCH, "match 4")
    assert (by_match.n, by_match.reliability) == (20, Reliability.FIRM)
    in_band = figure(nineteen, ended(30, 3, match=5))
    assert (in_band.group_used, in_band.n) == (GroupUsed(Level.BAND, "match 4–5"), 49)


def test_that_few_of_the_own_band_go_before_many_of_all() -> None:
    found = figure(ended(3, 1), ended(2, 0, match=5), ended(200, 150, match=2))
    assert (found.group_used.level, found.n, found.reliability) == (Level.BAND, 5, Reliability.UNCERTAIN)
    everybody = figure(ended(3, 1), ended(1, 0, match=5), ended(200, 150, match=2))
    assert (everybody.group_used, everybody.n) == (GroupUsed(Level.ALL, "alle grupper"), 204)


@pytest.mark.parametrize(("n", "reliability"), [
    (0, Reliability.TOO_FEW),
    (4, Reliability.TOO_FEW),
    (5, Reliability.UNCERTAIN),
    (19, Reliability.UNCERTAIN),
    (20, Reliability.FIRM),
])  # fmt: skip
def test_that_too_few_have_no_figure_and_a_few_an_uncertain_one(n: int, reliability: Reliability) -> None:
    found = figure(*([ended(n, n // 2)] if n else []), beside={"B": (ended(60, 20),)})
    assert (found.n, found.reliability) == (n, reliability)
    assert (found.estimate is None) == (n < 5)


def test_that_those_who_dropped_out_count_and_the_unknown_do_not() -> None:
    dropped = Tally(ended=10, completed=0, known_6=10, good_6=0)
    unknown = Tally(ended=7, completed=7)
    cells = [cell_of(4, "cash_assistance", "30_49", tally) for tally in (dropped, unknown)]
    found = figure(ended(30, 15), *cells)
    assert (found.tally.ended, found.tally.completed, found.n) == (47, 34, 40)
    assert found.completed == Share(34, 47)
    assert found.estimate is not None
    assert found.estimate.share == pytest.approx(15 / 40, abs=0.02)


def test_that_a_share_of_nobody_is_none() -> None:
    assert (Share(0, 0).share, Share(0, 4).share, Share(3, 4).share) == (None, 0, 0.75)
    found = figure()
    assert (found.completed.share, found.after_3_months.share, found.match_up.share) == (None, None, None)


def test_that_an_offer_leans_on_its_own_kind_and_group_alone() -> None:
    alike = {"B": (ended(60, 20), ended(90, 90, match=1)), "C": (ended(40, 10),)}
    found = figure(ended(24, 12), beside=alike)
    assert found.estimate == estimate_pool([Count(12, 24), Count(20, 60), Count(10, 40)])[0]
    offers = catalogue(offer("A"), offer("B", kind=DANISH), offer("C", kind=DANISH))
    figures = figures_of(offers, outcomes({"A": (ended(24, 12),), **alike}))
    assert figures_for(figures, offers, CITIZEN).by_offer["A"].estimate == estimate_pool([Count(12, 24)])[0]


def test_that_the_comparison_is_people_like_the_citizen_who_ended_other_offers() -> None:
    beside = {
        "B": (ended(30, 9), ended(10, 2, match=5), ended(50, 50, match=3)),
        "C": (ended(20, 20, benefit="sickness_benefit"), ended(20, 20, age="under_25"), ended(8, 1)),
    }
    assert figure(ended(24, 12), beside=beside).comparison == Share(9 + 2 + 1, 48)
    assert figure(ended(24, 12), beside={"B": (ended(4, 2),)}).comparison is None


def test_that_people_of_an_easier_group_do_not_carry_an_offer_to_the_top() -> None:
    offers = catalogue(offer("A"), offer("B"))
    figures = figures_of(offers, outcomes({"A": (ended(100, 60, match=2),), "B": (ended(100, 20),)}))
    easy, own = (figures_for(figures, offers, CITIZEN).by_offer[number] for number in "AB")
    assert easy.estimate is not None
    assert own.estimate is not None
    assert (easy.group_used.level, easy.carried, own.carried) == (Level.ALL, True, False)
    assert easy.estimate.low < easy.estimate.share < 0.45
    assert own.estimate.share == pytest.approx(0.2, abs=0.03)
    someone = figures_for(figures, offers, CitizenProfile()).by_offer["A"]
    assert someone.estimate is not None
    assert (someone.carried, round(someone.estimate.share, 1)) == (False, 0.6)


def test_that_without_a_match_what_is_from_everybody_is_carried_over_to_the_age() -> None:
    offers = catalogue(offer("A"), offer("B"))
    young = {"A": (ended(100, 60),), "B": (ended(100, 20, age="under_25"),)}
    figures = figures_for(figures_of(offers, outcomes(young)), offers, group_profile(TargetGroup.UNDER_25))
    easy, own = (figures.by_offer[number] for number in "AB")
    assert (easy.carried, own.carried) == (True, False)
    assert easy.estimate is not None
    assert 0.2 < easy.estimate.share < 0.45


@pytest.mark.parametrize(("group", "n", "words"), [
    (TargetGroup.MATCH_4, 20, "match 4"),
    (TargetGroup.MATCH_4_5, 41, "match 4–5"),
    (TargetGroup.UNDER_25, 21, "under 25 år"),
    (TargetGroup.UNDER_30, 43, "under 30 år"),
    (TargetGroup.SICK, 22, "sygedagpenge"),
    (TargetGroup.LANGUAGE, 63, "alle grupper"),
])  # fmt: skip
def test_that_a_group_may_be_looked_at_without_a_citizen(group: TargetGroup, n: int, words: str) -> None:
    cells = (
        ended(20, 5),
        ended(21, 5, match=5, age="under_25"),
        ended(22, 5, match=2, age="25_29", benefit="sickness_benefit"),
    )
    found = figure(*cells, profile=group_profile(group))
    assert (found.group_used.words, found.n) == (words, n)


def test_that_outcomes_of_an_offer_nobody_knows_are_counted_and_ranked_nowhere() -> None:
    offers = catalogue(offer("A"))._replace(withdrawn=frozenset({"W"}))
    figures = figures_of(offers, outcomes({"A": (ended(30, 9),), "X": (ended(12, 3),), "W": (ended(40, 9),)}))
    assert (figures.unknown_offers, figures.as_of) == (12, AS_OF)
    found = figures_for(figures, offers, CITIZEN)
    assert set(found.by_offer) == {"A"}
    assert found.by_offer["A"].comparison == Share(12, 52)


def test_that_every_level_of_one_offer_may_be_seen() -> None:
    offers = catalogue(offer("A"), offer("B"))
    figures = figures_of(offers, outcomes({"A": (ended(6, 2), ended(3, 1, match=5), ended(30, 20, match=1))}))
    found = measures_of(figures, offers, CITIZEN, "A")
    assert {level: each.n for level, each in found.items()} == {
        Level.GROUP: 6,
        Level.MATCH: 6,
        Level.BAND: 9,
        Level.ALL: 39,
    }
    assert not any(each.carried for each in found.values())
    assert {each.n for each in measures_of(figures, offers, CITIZEN, "B").values()} == {0}
    assert measures_of(figures, offers, CITIZEN, "X") == {}
