"""A caseworker who opens the demo sees a queue that could be theirs."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from app.queue.item import Lane, QueueItem
from app.rules.kinds import KINDS
from tests.app.demo.demo_stores import DAYS, TODAY, content, queue


def _holms(items: tuple[QueueItem, ...]) -> list[QueueItem]:
    return [item for item in items if item.holder_name == "M. Holm"]


def test_that_m_holm_has_62_cases_and_a_believable_tuesday_morning() -> None:
    worker = next(row["id"] for row in content()["caseworker"] if row["name"] == "M. Holm")
    assert sum(row["worker_id"] == worker and row["to_on"] is None for row in content()["case_holding"]) == 62
    lanes = Counter(item.lane for item in _holms(queue()))
    assert 5 <= lanes[Lane.OVERDUE] <= 7
    assert 3 <= lanes[Lane.TODAY] <= 7
    assert 12 <= lanes[Lane.THIS_WEEK] <= 18
    assert 20 <= lanes[Lane.FOUR_WEEKS] <= 32
    assert lanes[Lane.AGREED] >= 3
    assert lanes[Lane.WAITING] >= 3
    shown = sum(lanes[lane] for lane in (Lane.OVERDUE, Lane.TODAY, Lane.THIS_WEEK, Lane.FOUR_WEEKS))
    assert 45 <= shown <= 56


def test_that_every_kind_of_row_is_somewhere_in_the_store() -> None:
    assert set(KINDS) - {item.kind for item in queue()} == set()


@pytest.mark.parametrize("today", DAYS)
def test_that_there_is_no_flood_on_any_day(today: date) -> None:
    items = queue(today)
    overdue = [item for item in items if item.lane is Lane.OVERDUE]
    assert 120 <= len(items) <= 200
    assert len(overdue) <= 0.15 * len(items)
    assert len([item for item in overdue if (today - item.due_on).days > 30]) <= 4


def test_that_the_first_rows_of_the_day_are_not_all_of_one_kind() -> None:
    overdue = {item.kind for item in _holms(queue()) if item.lane is Lane.OVERDUE}
    assert len(overdue) >= 4


def test_that_both_spouses_stand_under_one_household() -> None:
    warned = [item for item in _holms(queue()) if item.kind == "CEILING_WARNING"]
    assert len(warned) == 2
    assert len({item.household_key for item in warned} - {None}) == 1


def test_that_todays_talks_are_at_nine_half_past_ten_and_one() -> None:
    today = [row["meets_at"] for row in content()["summons"] if row["meets_on"] == TODAY]
    assert sorted(today) == ["09:00", "10:30", "13:00"]
