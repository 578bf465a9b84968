"""Which row an event follows: the one in force on its own day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.queue.engine import queue_items
from app.rules.book import RuleBook, standard_rule_book
from app.rules.calendar import LocalHolidays
from app.rules.faults import RuleFileRefused
from app.rules.reader import parse_rule_set
from app.rules.rule import UnderOffer
from db.values.people import BenefitType
from tests.app.rules.rule_text import rule_text
from tests.helpers.built_facts import benefit, citizen, day, facts_of, match, talk

KOEBENHAVN = standard_rule_book().rule_sets[0]
# Every two months from 2008, for cash assistance only.
NEW = parse_rule_set(rule_text(), "ny.toml")
BOTH = RuleBook([NEW, KOEBENHAVN])


def _due(book: RuleBook, talk_on: str, kind: BenefitType = BenefitType.CASH_ASSISTANCE) -> date | None:
    case = citizen(
        benefits=(benefit("2005-01-01", None, kind),), matches=(match("2005-01-05"),), talks=(talk(talk_on),)
    )
    items = queue_items(facts_of(case), book, date(2010, 1, 4))
    return next((item.due_on for item in items if item.kind == "CONTACT_DUE"), None)


def test_that_rule_sets_are_ordered_by_their_first_day() -> None:
    assert [rule_set.name for rule_set in BOTH.rule_sets] == ["koebenhavn-2007", "proeve"]


@pytest.mark.parametrize(
    ("talk_on", "due"),
    [
        ("2007-12-31", date(2008, 3, 31)),
        ("2008-01-01", date(2008, 3, 1)),
        ("2006-06-30", date(2006, 9, 30)),  # Before the first set: the oldest row holds.
    ],
)
def test_that_an_event_follows_the_row_of_its_own_day(talk_on: str, due: date) -> None:
    assert _due(BOTH, talk_on) == due


def test_that_the_rows_of_a_newer_set_take_the_place_of_all_older_ones_of_the_kind() -> None:
    assert _due(BOTH, "2007-12-31", BenefitType.START_ASSISTANCE) == date(2008, 3, 31)
    assert _due(BOTH, "2008-01-01", BenefitType.START_ASSISTANCE) is None


def test_that_a_rule_may_begin_later_than_its_set() -> None:
    later = parse_rule_set(rule_text(("excludable = true", "excludable = true\nvalid_from = 2008-07-01")), "ny.toml")
    book = RuleBook([KOEBENHAVN, later])
    assert _due(book, "2008-06-30") == date(2008, 9, 30)
    assert _due(book, "2008-07-01") == date(2008, 9, 1)


def test_that_after_its_last_day_a_rule_gives_way_to_the_older_one() -> None:
    passing = parse_rule_set(rule_text(("excludable = true", "excludable = true\nvalid_to = 2008-06-30")), "ny.toml")
    book = RuleBook([KOEBENHAVN, passing])
    assert _due(book, "2008-06-30") == date(2008, 8, 30)
    assert _due(book, "2008-07-01") == date(2008, 10, 1)


def test_that_nothing_is_in_force_after_the_last_day_of_the_only_row() -> None:
    rules = tuple(replace(rule, valid_to=date(2007, 12, 31)) for rule in KOEBENHAVN.rules)
    book = RuleBook([replace(KOEBENHAVN, rules=rules)])
    assert _due(book, "2007-12-31") == date(2008, 3, 31)
    assert _due(book, "2008-01-01") is None


def test_that_nothing_counts_from_before_the_day_a_rule_says_it_counts_from() -> None:
    assert standard_rule_book().rows_on("PLAN_MISSING", date(2006, 12, 31)) == ()
    assert len(standard_rule_book().rows_on("PLAN_MISSING", date(2007, 1, 1))) == 1
    assert len(standard_rule_book().rows_on("OFFER_FIRST_30", date(2006, 12, 31))) == 1
    assert len(standard_rule_book().rows_on("OFFER_FIRST_30", date(2007, 1, 1))) == 2


def test_that_a_kind_that_no_set_has_gives_no_rows() -> None:
    book = RuleBook([replace(KOEBENHAVN, rules=KOEBENHAVN.rules[:1])])
    assert book.rows_on("CONTACT_DUE", date(2007, 3, 20)) == ()
    assert book.label("CONTACT_DUE") == "CONTACT_DUE"
    assert _due(book, "2006-12-08") is None


def test_that_a_set_of_the_same_name_takes_the_place_of_the_old_one() -> None:
    changed = replace(KOEBENHAVN, title="Ny udgave")
    assert [rule_set.title for rule_set in BOTH.with_set(changed).rule_sets] == ["Ny udgave", "Prøve"]


def test_that_parameters_hold_until_another_set_changes_them() -> None:
    assert BOTH.parameters_on(date(2008, 1, 1)) is KOEBENHAVN.parameters
    assert KOEBENHAVN.parameters is not None
    other = replace(KOEBENHAVN.parameters, under_offer=UnderOffer.OTHER_FORM)
    book = RuleBook([KOEBENHAVN, replace(NEW, parameters=other)])
    assert book.parameters_on(date(1999, 1, 1)).under_offer is UnderOffer.RESTS
    assert book.parameters_on(date(2007, 12, 31)).under_offer is UnderOffer.RESTS
    assert book.parameters_on(date(2008, 1, 1)).under_offer is UnderOffer.OTHER_FORM


def test_that_a_book_needs_parameters_from_its_first_set() -> None:
    with pytest.raises(RuleFileRefused, match="parameters"):
        RuleBook([NEW])
    with pytest.raises(RuleFileRefused):
        RuleBook([])


def test_that_the_closed_days_are_those_of_the_municipality() -> None:
    assert not standard_rule_book().calendar.is_working_day(date(2007, 5, 1))
    assert KOEBENHAVN.parameters is not None
    open_in_may = replace(KOEBENHAVN.parameters, local_holidays=LocalHolidays(first_of_may=False))
    assert RuleBook([replace(KOEBENHAVN, parameters=open_in_may)]).calendar.is_working_day(date(2007, 5, 1))


@pytest.mark.parametrize(
    ("condition", "who", "holds"),
    [
        ("match_from = 2, match_to = 3", {"matches": (match("2007-01-02", 3),)}, True),
        ("match_from = 2, match_to = 3", {"matches": (match("2007-01-02", 1),)}, False),
        ("match_from = 2, match_to = 3", {"matches": (match("2007-01-02", 4),)}, False),
        ("match_from = 2", {}, False),
        ("age_from = 30", {"born": day("1978-01-01")}, True),  # On the event's day, 1 January 2008.
        ("age_from = 30", {"born": day("1978-01-02")}, False),
        ("age_below = 30", {"born": day("1978-01-02")}, True),
        ('age_from = 30, age_on = "today"', {"born": day("1978-01-02")}, True),
        ('areas = ["Mjølnerparken"]', {"area_name": "Mjølnerparken"}, True),
        ('areas = ["Mjølnerparken"]', {"area_name": "Tingbjerg"}, False),
        ('areas = ["Mjølnerparken"]', {}, False),
        ("campaign = false", {}, True),
        ("campaign = true", {}, False),
        ("spouse_on_cash_assistance = true", {"spouse_on_cash_assistance": True}, True),
        ("spouse_on_cash_assistance = true", {}, False),
        ("vocational_education = false", {"vocational_education": False}, True),
        ("vocational_education = false", {}, False),
        ("children_at_home = true", {"children_at_home": 2}, True),
        ("children_at_home = true", {"children_at_home": 0}, False),
        ("children_at_home = false", {}, False),
    ],
)
def test_that_a_rule_holds_for_whom_it_says(condition: str, who: dict[str, Any], holds: bool) -> None:
    rule_set = parse_rule_set(rule_text(('benefits = ["cash_assistance"]', condition)), "ny.toml")
    case = citizen(**{"benefits": (benefit("2005-01-01"),), "talks": (talk("2008-01-01"),), **who})
    items = queue_items(facts_of(case), RuleBook([KOEBENHAVN, rule_set]), date(2008, 3, 1))
    assert any(item.kind == "CONTACT_DUE" for item in items) is holds
