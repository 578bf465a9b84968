"""The order of the list, the words that explain it, and offers that cannot be quite right."""

from __future__ import annotations

from datetime import date

from app.guide.criteria import fit_words
from app.guide.estimates import Estimate
from app.guide.figures import GroupUsed, Level, OfferFigure, Reliability, Share, figures_for, figures_of
from app.guide.filters import GuideFilters, preset_for
from app.guide.outcomes import Tally
from app.guide.ranking import GuideRow, compared, guide_list, guide_rows, heading_of, prepare_guide, why_here
from app.guide.target_group import TargetGroup
from tests.helpers.built_guide import AS_OF, CITIZEN, TODAY, catalogue, ended, offer, outcomes


def titles(rows: tuple[GuideRow, ...]) -> list[str]:
    return [row.offer.offer_no for row in rows]


def explained(figure: OfferFigure, as_of: date | None = AS_OF) -> str:
    made = catalogue(offer("A"))
    (row,) = prepare_guide(made, figures_for(figures_of(made, outcomes({})), made, CITIZEN), CITIZEN, TODAY).rows
    return why_here(row._replace(figure=figure), as_of)


CLEANING = OfferFigure(
    "A",
    GroupUsed(Level.MATCH, "match 4"),
    Tally(ended=118, completed=96, known_6=118, good_6=50),
    118,
    Reliability.FIRM,
    Estimate(0.42, 0.34, 0.50, 118),
    carried=False,
    comparison=Share(27, 100),
)


def test_that_the_best_estimate_comes_first_and_what_is_not_known_last() -> None:
    made = catalogue(offer("A", "Åben"), offer("B"), offer("C"), offer("D", "Aften"), offer("E"))
    came = outcomes({"A": (ended(4, 4),), "B": (ended(100, 30),), "C": (ended(100, 60),), "E": (ended(5, 5),)})
    found = guide_rows(made, figures_of(made, came), CITIZEN, GuideFilters(), TODAY)
    assert titles(found.rows) == ["E", "C", "B", "D", "A"]
    assert [row.rank for row in found.rows] == [1, 2, 3, 4, 5]
    shares = [row.figure.estimate.share for row in found.rows if row.figure.estimate]
    assert shares == sorted(shares, reverse=True)


def test_that_of_equal_estimates_the_surer_one_comes_first() -> None:
    made = catalogue(offer("A", "Aa"), offer("B", "Bb"))
    figures = figures_for(figures_of(made, outcomes({})), made, CITIZEN)
    even = {
        "A": CLEANING._replace(estimate=Estimate(0.4, 0.2, 0.6, 30)),
        "B": CLEANING._replace(estimate=Estimate(0.4, 0.3, 0.5, 90)),
    }
    assert titles(prepare_guide(made, figures._replace(by_offer=even), CITIZEN, TODAY).rows) == ["B", "A"]


def test_that_a_match_outside_the_range_is_a_reason_and_no_wall() -> None:
    made = catalogue(offer("A", match_from=1, match_to=3), offer("B", match_from=4, match_to=5))
    came = outcomes({"A": (ended(100, 60),), "B": (ended(100, 20),)})
    found = guide_rows(made, figures_of(made, came), CITIZEN, GuideFilters(), TODAY)
    assert titles(found.rows) == ["A", "B"]
    first = found.rows[0]
    assert (first.fit.met, first.fit.unmet, fit_words(first.fit)) == (0, 1, "Opfylder krav 0 af 1")
    assert first.criteria[0].why == "Borgeren er i match 4; tilbuddet er tænkt til match 1–3."


def test_that_filters_keep_the_rank_among_all_and_families_stand_together() -> None:
    made = catalogue(
        offer("A", family="rengøring", groups=(TargetGroup.MATCH_4,)),
        offer("B", groups=(TargetGroup.MATCH_4_5,)),
        offer("C", family="rengøring", groups=(TargetGroup.MATCH_4,)),
        offer("D", groups=(TargetGroup.MATCH_1_3,)),
    )
    came = outcomes({number: (ended(100, good),) for number, good in zip("ABCD", (40, 30, 20, 60), strict=True)})
    prepared = prepare_guide(made, figures_for(figures_of(made, came), made, CITIZEN), CITIZEN, TODAY)
    found = guide_list(prepared, preset_for(CITIZEN))
    assert [(row.offer.offer_no, row.rank) for row in found.rows] == [("A", 2), ("B", 3), ("C", 4)]
    assert [(each.first.offer.offer_no, titles(each.others)) for each in found.families] == [("A", ["C"]), ("B", [])]
    assert (found.total, found.as_of) == (4, AS_OF)
    assert titles(compared(prepared, ["id-C", "gone", "id-A", "id-B", "id-D", "id-D"])) == ["C", "A", "B", "D"]


def test_that_the_sentence_tells_how_many_what_came_of_them_against_what_and_when() -> None:
    assert explained(CLEANING) == (
        "118 borgere i match 4 har afsluttet forløbet (heraf 96 gennemført). Skøn: 42 % i job eller uddannelse "
        "efter 6 måneder (34–50 %), mod 27 % for andre tilbud. Tal pr. 28.02.2007."
    )
    assert heading_of(CLEANING) == "Resultater og effekt"


def test_that_the_sentence_says_what_is_missing() -> None:
    alone = CLEANING._replace(comparison=None, tally=CLEANING.tally._replace(ended=130))
    assert explained(alone, None) == (
        "130 borgere i match 4 har afsluttet forløbet (heraf 96 gennemført); resultatet efter 6 måneder kendes for "
        "118. Skøn: 42 % i job eller uddannelse efter 6 måneder (34–50 %)."
    )
    assert heading_of(alone) == "Resultater"
    few = CLEANING._replace(estimate=None, reliability=Reliability.TOO_FEW)
    assert explained(few._replace(n=1)) == (
        "Kun 1 borger i match 4 har et kendt resultat efter 6 måneder, og det er for få til et skøn. "
        "Tal pr. 28.02.2007."
    )
    assert explained(few._replace(n=0)).startswith("Ingen borgere har et kendt resultat")
    wide = CLEANING._replace(carried=True, group_used=GroupUsed(Level.ALL, "alle grupper"))
    assert "skønnet er omregnet fra alle grupper. Tal pr." in explained(wide)
    young = CLEANING._replace(group_used=GroupUsed(Level.GROUP, "under 25 år"))
    assert explained(young).startswith("118 borgere i gruppen under 25 år har afsluttet")


def test_that_an_offer_without_provider_with_old_places_or_an_ended_contract_is_shown_as_what_it_is() -> None:
    made = catalogue(
        offer("A", provider_id=None, provider="", free_places_on=date(2007, 2, 18)),
        offer("B", free_places_on=date(2007, 2, 17)),
        offer("C", contract_to=date(2007, 4, 1)),
        offer("D", starts=(date(2007, 1, 8),), contract_to=date(2007, 3, 20), free_places_on=None),
        offer("E", starts=(), contract_to=None, free_places=None, free_places_on=None),
    )
    found = guide_rows(made, figures_of(made, outcomes({})), CITIZEN, GuideFilters(), TODAY)
    rows = {row.offer.offer_no: row for row in found.rows}
    assert [rows[each].places_are_old for each in "ABCDE"] == [False, True, False, True, False]
    assert [rows[each].contract_ended for each in "ABCDE"] == [False, False, True, False, False]
    assert [rows[each].next_start for each in "CDE"] == [date(2007, 4, 2), None, None]


def test_that_figures_never_bear_a_date_to_come() -> None:
    made = catalogue(offer("A"))
    came = outcomes({"A": (ended(30, 9),)})._replace(as_of=date(2007, 4, 30))
    assert guide_rows(made, figures_of(made, came), CITIZEN, GuideFilters(), TODAY).as_of == TODAY
