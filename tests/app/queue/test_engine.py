"""Lanes, order, and what is stored about single items: snoozes, hand-overs, done elsewhere."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.queue.engine import queue_items, upcoming_items
from app.queue.facts import ExclusionFact, HandOverFact, OverrideFact, QueueFacts, ReminderFact, SnoozeFact
from app.queue.item import Lane, QueueItem
from app.queue.keys import case_of, kind_of
from app.queue.lanes import LANE_ORDER
from app.rules.book import standard_rule_book
from app.rules.kinds import KINDS
from db.values.people import BenefitType, ExclusionReason
from tests.app.queue import (
    test_applications,
    test_contact,
    test_match,
    test_offers,
    test_orders,
    test_own,
    test_plans,
    test_sanctions,
    test_sickness,
    test_talks,
    test_warnings,
    test_youth_and_visits,
)
from tests.helpers.built_facts import HOLDER, benefit, citizen, day, facts_of, match, plan, talk
from tests.helpers.changed_facts import replace

TUESDAY = date(2007, 3, 20)
CONTACT_KEY = "CONTACT_DUE/case-1/talk-2006-12-08/"
# Nothing but a contact talk, overdue since 8 March.
OVERDUE = citizen(
    benefits=(benefit("2006-12-01", None, BenefitType.REHABILITATION_BENEFIT),), talks=(talk("2006-12-08"),)
)
# The same, due on 8 April.
COMING = replace(OVERDUE, talks=(talk("2007-01-08"),))
# A row of class 3, overdue: a closer interval than is kept.
TARGET = replace(OVERDUE, talks=(talk("2007-02-01"),), overrides=(OverrideFact("o", 28, day("2007-01-01")),))


def _queue(*cases: Any, today: date = TUESDAY, **more: Any) -> tuple[QueueItem, ...]:
    return queue_items(facts_of(*cases, **more), standard_rule_book(), today)


def _reminder(on: str, **more: Any) -> Any:
    return ReminderFact(f"reminder-{on}", HOLDER, day(on), "Ring", **more)


def test_that_every_kind_of_the_table_has_edges_with_a_closed_day_or_a_months_end() -> None:
    subjects = (
        test_applications, test_contact, test_match, test_offers, test_orders, test_own, test_plans,
        test_sanctions, test_sickness, test_talks, test_warnings, test_youth_and_visits,
    )  # fmt: skip
    edges = [edge for subject in subjects for edge in subject.EDGES]
    assert {edge.kind for edge in edges} == set(standard_rule_book().kinds) == set(KINDS)
    assert {edge.kind for edge in edges if edge.answered} == set(KINDS)


@pytest.mark.parametrize(
    ("remind_on", "lane"),
    [
        ("2007-03-19", Lane.OVERDUE),
        ("2007-03-20", Lane.TODAY),
    ],
)
def test_that_a_row_stands_in_the_lane_of_its_day(remind_on: str, lane: Lane) -> None:
    (found,) = _queue(citizen(reminders=(_reminder(remind_on),)))
    assert found.lane is lane


@pytest.mark.parametrize(
    ("remind_on", "lane"),
    [
        ("2007-03-21", Lane.THIS_WEEK),
        ("2007-03-25", Lane.THIS_WEEK),  # Sunday: one must act on Friday.
        ("2007-03-26", Lane.FOUR_WEEKS),
        ("2007-04-22", Lane.FOUR_WEEKS),
        ("2007-04-23", Lane.LATER),
    ],
)
def test_that_the_week_ends_on_sunday_and_the_four_weeks_follow_it(remind_on: str, lane: Lane) -> None:
    facts = facts_of(citizen(reminders=(_reminder(remind_on),)))
    (found,) = upcoming_items(facts, standard_rule_book(), TUESDAY, date(2007, 12, 31))
    assert found.lane is lane


def test_that_a_legal_date_on_a_closed_day_is_to_be_acted_on_before_and_overdue_only_after() -> None:
    # Due on Easter Sunday, 8 April; the last working day before is Wednesday the 4th.
    lanes = [_queue(COMING, today=date(2007, 4, on))[0].lane for on in (3, 4, 5, 8, 9)]
    assert lanes == [Lane.THIS_WEEK, Lane.TODAY, Lane.TODAY, Lane.TODAY, Lane.OVERDUE]


def test_that_rows_are_ordered_by_lane_class_day_and_name() -> None:
    def of(name: str, **more: Any) -> Any:
        return citizen(name=name, case_id=name, **more)

    found = _queue(
        of("Øjvind Å", reminders=(_reminder("2007-03-20", consequence=2),)),
        of("Åse Å", reminders=(_reminder("2007-03-20", consequence=2),)),
        of("Ægir Å", reminders=(_reminder("2007-03-20", consequence=2),)),
        of("Zita Å", reminders=(_reminder("2007-03-20", consequence=2),)),
        of("Late", reminders=(_reminder("2007-03-19", consequence=3),)),
        of("Later", reminders=(_reminder("2007-03-16", consequence=3),)),
        of("Right", reminders=(_reminder("2007-03-19", consequence=1),)),
    )
    assert [item.citizen for item in found] == [
        "Right", "Later", "Late", "Zita Å", "Ægir Å", "Øjvind Å", "Åse Å",
    ]  # fmt: skip


def test_that_an_upcoming_row_is_given_by_the_day_one_must_act() -> None:
    facts = facts_of(COMING)
    assert queue_items(facts, standard_rule_book(), date(2007, 3, 10)) == ()
    kinds = {
        until: [item.kind for item in upcoming_items(facts, standard_rule_book(), date(2007, 3, 10), until)]
        for until in (date(2007, 4, 3), date(2007, 4, 4))
    }
    assert kinds == {date(2007, 4, 3): [], date(2007, 4, 4): ["CONTACT_DUE"]}


def test_that_a_snoozed_row_waits_among_the_later_ones_until_its_day() -> None:
    (key,) = [item.key for item in _queue(TARGET) if item.kind == "CONTACT_INTENSIVE"]
    snoozes = (SnoozeFact(key, day("2007-03-22")), SnoozeFact(key, day("2007-03-23")))

    def seen(today: date) -> Any:
        (item,) = (one for one in _queue(TARGET, today=today, snoozes=snoozes) if one.key == key)
        return item.lane, item.snoozed_until

    assert seen(date(2007, 3, 22)) == (Lane.LATER, day("2007-03-23"))
    assert seen(date(2007, 3, 23)) == (Lane.OVERDUE, None)


def test_that_an_overdue_right_of_the_citizen_stays_where_it_is() -> None:
    (found,) = _queue(OVERDUE, snoozes=(SnoozeFact(CONTACT_KEY, day("2007-03-23")),))
    assert (found.lane, found.snoozed_until) == (Lane.OVERDUE, day("2007-03-23"))
    key = "CONTACT_DUE/case-1/talk-2007-01-08/"
    (not_yet,) = _queue(COMING, snoozes=(SnoozeFact(key, day("2007-03-23")),))
    assert not_yet.lane is Lane.LATER


def test_that_a_row_handed_over_stands_in_the_colleagues_queue() -> None:
    (own,) = _queue(OVERDUE)
    (given,) = _queue(OVERDUE, hand_overs=(HandOverFact(CONTACT_KEY, "worker-9"),))
    assert (own.worker_id, given.worker_id) == (HOLDER, "worker-9")
    assert given.holder_name == "M. Holm"


def test_that_a_row_done_elsewhere_is_gone() -> None:
    assert _queue(OVERDUE, done_elsewhere=(CONTACT_KEY,)) == ()


def test_that_a_row_says_whom_it_is_about() -> None:
    case = replace(
        OVERDUE,
        matches=(match("2006-12-11", 4), match("2007-01-11", 3)),
        unit_id="unit-1",
        area_name="Mjølnerparken",
        household_key="household-1",
    )
    (found,) = _queue(case)
    assert (found.citizen, found.born, found.match) == ("Amina Yusuf", date(1972, 3, 14), 3)
    assert (found.benefit, found.unit_id) == (BenefitType.REHABILITATION_BENEFIT, "unit-1")
    assert (found.area_name, found.household_key) == ("Mjølnerparken", "household-1")


def test_that_an_exclusion_is_only_shown_where_the_rule_lets_it() -> None:
    away = ExclusionFact("e", ExclusionReason.IN_HOSPITAL, TUESDAY, TUESDAY)
    case = replace(OVERDUE, exclusions=(away,), talks=(talk("2006-12-08", has_note=False),))
    assert {item.kind: item.excluded for item in _queue(case)} == {"CONTACT_DUE": "indlagt", "NOTE_MISSING": None}


def test_that_a_key_tells_its_kind_and_case() -> None:
    assert (kind_of(CONTACT_KEY), case_of(CONTACT_KEY)) == ("CONTACT_DUE", "case-1")
    assert case_of("REMINDER/-/reminder-1/") is None


def test_that_a_row_that_needs_confirmation_by_a_lawyer_says_so() -> None:
    case = citizen(benefits=(benefit("2005-01-01"),), matches=(match("2005-01-05"),), plans=(plan("2006-12-01"),))
    sources = {item.kind: item.source for item in _queue(case)}
    assert sources["OFFER_FIRST_30"].endswith(" (til juridisk kontrol)")
    assert "juridisk" not in sources["CONTACT_DUE"]


def test_that_the_lanes_have_their_order() -> None:
    assert sorted(LANE_ORDER, key=LANE_ORDER.__getitem__) == list(Lane)


def test_that_a_store_without_cases_has_an_empty_queue() -> None:
    assert queue_items(QueueFacts(()), standard_rule_book(), TUESDAY) == ()
