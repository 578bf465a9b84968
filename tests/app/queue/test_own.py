"""Own reminders, findings in the data, and fields that two have written differently."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.engine import queue_items
from app.queue.facts import ConflictFact, QualityFact, QueueFacts, ReminderFact
from app.rules.book import standard_rule_book
from tests.app.queue.edges import Edge, edge_test, kinds_on
from tests.helpers.built_facts import benefit, citizen, day
from tests.helpers.changed_facts import replace

REMINDER = ReminderFact("reminder-1", "worker-2", day("2007-05-28"), "Ring til skolen", 3)
FINDING = QualityFact("two_holders:1", "To tovholdere på samme sag", day("2007-03-23"))
CONFLICT = ConflictFact("conflict-1", day("2007-04-04"))


def _reminder(**changes: Any) -> Any:
    return citizen(reminders=(replace(REMINDER, **changes),))


EDGES = [
    Edge(
        "REMINDER",
        "on Whit Monday",
        _reminder(),
        opens="2007-05-28",
        amber="2007-05-28",
        due="2007-05-28",
        act_by="2007-05-25",
        answered=[_reminder(done_on=day("2007-05-28"))],
    ),
    Edge(
        "REMINDER",
        "on the last of a month",
        _reminder(remind_on=day("2007-02-28")),
        opens="2007-02-28",
        amber="2007-02-28",
        due="2007-02-28",
    ),
    Edge(
        "DATA_QUALITY",
        "to Good Friday",
        citizen(quality=(FINDING,)),
        opens="2007-03-23",
        amber="2007-04-06",
        due="2007-04-06",
        act_by="2007-04-04",
        answered=[citizen(quality=(replace(FINDING, accepted_on=day("2007-04-02")),))],
    ),
    Edge(
        "DATA_QUALITY",
        "to the end of the month",
        citizen(quality=(replace(FINDING, found_on=day("2007-02-14")),)),
        opens="2007-02-14",
        amber="2007-02-28",
        due="2007-02-28",
    ),
    Edge(
        "SYNC_CONFLICT",
        "over Easter",
        citizen(conflicts=(CONFLICT,)),
        opens="2007-04-04",
        amber="2007-04-10",
        due="2007-04-10",
        answered=[citizen(conflicts=(replace(CONFLICT, answered_on=day("2007-04-10")),))],
    ),
    Edge(
        "SYNC_CONFLICT",
        "over the end of the month",
        citizen(conflicts=(replace(CONFLICT, found_on=day("2007-02-28")),)),
        opens="2007-02-28",
        amber="2007-03-01",
        due="2007-03-01",
    ),
]

test_edges = edge_test(EDGES)


@pytest.mark.parametrize("consequence", [1, 2, 3, 4])
def test_that_a_reminder_brings_its_own_class_and_worker(consequence: int) -> None:
    (found,) = queue_items(QueueFacts((_reminder(consequence=consequence),)), standard_rule_book(), day("2007-05-28"))
    assert (found.consequence, found.worker_id) == (consequence, "worker-2")
    assert found.label == "Ring til skolen"


def test_that_a_reminder_may_belong_to_no_case() -> None:
    facts = QueueFacts((), loose_reminders=(REMINDER, replace(REMINDER, id="done", done_on=day("2007-05-01"))))
    (found,) = queue_items(facts, standard_rule_book(), day("2007-05-28"))
    assert (found.key, found.case_id, found.citizen, found.born) == ("REMINDER/-/reminder-1/", None, "", None)
    assert found.worker_id == "worker-2"


def test_that_a_closed_case_keeps_nothing_but_its_reminders() -> None:
    case = citizen(
        benefits=(benefit("2005-01-01"),),
        reminders=(REMINDER,),
        quality=(FINDING,),
        closed_on=day("2007-06-01"),
    )
    assert {"REMINDER", "DATA_QUALITY", "CONTACT_DUE"} <= kinds_on(case, "2007-05-31")
    assert kinds_on(case, "2007-06-01") == {"REMINDER"}
