"""Warnings owed in good time: the ceiling and the hours rule."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.facts import SummonsFact, WarningFact
from db.values.cases import WarningKind
from db.values.people import BenefitType
from db.values.talks import TalkPurpose
from tests.app.queue.edges import GONE, Edge, edge_test, row
from tests.helpers.built_facts import benefit, citizen, day


def _since(start: str, **more: Any) -> Any:
    return citizen(benefits=(benefit(start),), **more)


def _warned(on: str, kind: WarningKind = WarningKind.CEILING, *, in_writing: bool = False) -> Any:
    return {"warnings": (WarningFact("warning-1", kind, day(on), in_writing),)}


def _summoned(on: str, purpose: TalkPurpose) -> Any:
    return {"summonses": (SummonsFact("summons-1", day(on), purpose=purpose),)}


COUPLE = {"has_spouse": True, "spouse_on_cash_assistance": True}

EDGES = [
    Edge(
        "CEILING_WARNING",
        "thirty days before the ceiling is reached",
        _since("2006-10-01"),
        opens="2007-01-16",
        amber="2007-02-15",
        due="2007-03-02",
        answered=[_since("2006-10-01", **_warned("2007-02-14"))],
    ),
    Edge(
        "CEILING_WARNING",
        "when six months end with February, to a holiday",
        _since("2006-11-06"),
        opens="2007-02-20",
        amber="2007-03-22",
        due="2007-04-06",
        act_by="2007-04-04",
    ),
    Edge(
        "CEILING_WARNING",
        "clamps to the end of February",
        _since("2006-08-31"),
        opens="2006-12-15",
        amber="2007-01-14",
        due="2007-01-29",
    ),
    Edge(
        "CEILING_HIT",
        "from the day it was reached to the end of 2007",
        _since("2006-06-30"),
        opens="2006-12-30",
        amber="2007-11-01",
        due="2007-12-31",
        answered=[
            _since("2006-06-30", **_warned("2007-05-02")),
            _since("2006-06-30", **_summoned("2007-05-02", TalkPurpose.WARNING)),
        ],
    ),
    Edge(
        "HOURS_RULE_WARNING",
        "six months before the cut-off day, to a Sunday",
        _since("2006-01-01", **COUPLE),
        opens="2006-09-01",
        amber="2006-09-17",
        due="2006-10-01",
        act_by="2006-09-29",
        occurrence="2007-04-01",
        answered=[
            _since("2006-01-01"),
            _since("2006-01-01", **COUPLE, **_warned("2006-09-20", WarningKind.HOURS_RULE, in_writing=True)),
        ],
    ),
    Edge(
        "HOURS_RULE_WARNING",
        "not before the benefit began, here the last day of a month",
        _since("2007-02-28", **COUPLE),
        opens="2007-02-28",
        amber="2007-02-14",
        due="2007-02-28",
        occurrence="2007-04-01",
    ),
]


test_edges = edge_test(EDGES)


def test_that_the_warning_gives_way_when_the_ceiling_is_reached() -> None:
    case = _since("2006-10-01")
    kinds = ("CEILING_WARNING", "CEILING_HIT")
    assert [row(case, "2007-03-31", kind) is not None for kind in kinds] == [True, False]
    assert [row(case, "2007-04-01", kind) is not None for kind in kinds] == [False, True]


def test_that_a_warning_of_an_earlier_episode_does_not_count() -> None:
    benefits = (benefit("2005-01-01", "2006-06-30"), benefit("2006-10-01"))
    assert row(citizen(benefits=benefits, **_warned("2005-05-01")), "2007-03-02", "CEILING_WARNING") is not None


def test_that_a_summons_to_another_talk_is_no_summons_to_a_warning() -> None:
    case = _since("2006-06-30", **_summoned("2007-05-02", TalkPurpose.CONTACT))
    assert row(case, "2007-12-31", "CEILING_HIT") is not None


def test_that_who_comes_under_the_ceiling_after_2007_is_warned_in_good_time_and_not_forgotten() -> None:
    last, later = _since("2007-06-30"), _since("2007-07-01")
    assert row(last, "2007-12-30", "CEILING_HIT") is not None
    assert row(later, "2008-01-01", "CEILING_HIT") is GONE


@pytest.mark.parametrize(
    "kind", [BenefitType.START_ASSISTANCE, BenefitType.INTRODUCTION_BENEFIT, BenefitType.SICKNESS_BENEFIT]
)
def test_that_the_ceiling_is_on_cash_assistance_only(kind: BenefitType) -> None:
    case = citizen(benefits=(benefit("2006-06-30", None, kind),), **COUPLE)
    assert row(case, "2007-12-31", "CEILING_HIT") is None
    assert row(case, "2007-03-20", "HOURS_RULE_WARNING") is None


def test_that_a_warning_by_word_of_mouth_does_not_close_the_hours_rule() -> None:
    case = _since("2006-01-01", **COUPLE, **_warned("2006-09-20", WarningKind.HOURS_RULE))
    assert row(case, "2006-10-01", "HOURS_RULE_WARNING", "2007-04-01") is not None


def test_that_who_came_after_the_cut_off_day_is_not_warned_of_it() -> None:
    assert row(_since("2007-04-02", **COUPLE), "2007-05-01", "HOURS_RULE_WARNING", "2007-04-01") is None


def test_that_the_reason_says_when_the_ceiling_is_reached() -> None:
    found = row(_since("2006-10-01"), "2007-03-02", "CEILING_WARNING")
    assert found is not None
    assert found.reason == (
        "Kontanthjælp siden 1. oktober 2006. Loftet rammer 1. april 2007; borgeren varsles senest 30 dage før."
    )
