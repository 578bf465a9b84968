"""Youth alerts with their follow-ups, and home visits with their attempts."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.facts import VisitFact, YouthAlertFact
from db.values.cases import VisitEntry
from tests.app.queue.edges import GONE, Edge, edge_test, row
from tests.helpers.built_facts import citizen, day
from tests.helpers.changed_facts import replace

ALERT = YouthAlertFact("alert-1", day("2007-05-02"))
OFFERED = YouthAlertFact("alert-1", day("2006-11-24"), day("2006-11-30"))
VISIT = VisitFact("visit-1", day("2007-03-28"))
NOBODY = VisitFact("visit-1", day("2007-03-23"), 1, entry=VisitEntry.NOBODY_HOME)


def _alert(alert: YouthAlertFact, **changes: Any) -> Any:
    return citizen(youth_alerts=(replace(alert, **changes),))


def _visit(visit: VisitFact, **changes: Any) -> Any:
    return citizen(visits=(replace(visit, **changes),))


EDGES = [
    Edge(
        "YOUTH_ALERT",
        "five working days over Store Bededag, without any benefit",
        _alert(ALERT),
        opens="2007-05-02",
        amber="2007-05-08",
        due="2007-05-10",
        answered=[_alert(ALERT, talk_offered_on=day("2007-05-09"))],
    ),
    Edge(
        "YOUTH_ALERT",
        "over the end of the month",
        _alert(ALERT, received_on=day("2007-02-26")),
        opens="2007-02-26",
        amber="2007-03-03",
        due="2007-03-05",
    ),
    Edge(
        "YOUTH_FOLLOW_UP",
        "three months after the offer, at the end of February",
        _alert(OFFERED),
        opens="2007-02-14",
        amber="2007-02-21",
        due="2007-02-28",
        occurrence="3-months",
        answered=[
            _alert(OFFERED, followed_up_3_months_on=day("2007-02-20")),
            _alert(OFFERED, followed_up_6_months_on=day("2007-02-20")),
        ],
    ),
    Edge(
        "YOUTH_FOLLOW_UP",
        "six months after the offer, on Whit Monday",
        _alert(OFFERED, talk_offered_on=day("2006-11-28"), followed_up_3_months_on=day("2007-02-20")),
        opens="2007-05-14",
        amber="2007-05-21",
        due="2007-05-28",
        act_by="2007-05-25",
        occurrence="6-months",
        answered=[_alert(OFFERED, followed_up_6_months_on=day("2007-05-21"))],
    ),
    Edge(
        "HOME_VISIT",
        "on its day",
        _visit(VISIT),
        opens="2007-03-25",
        amber="2007-03-28",
        due="2007-03-28",
        answered=[
            _visit(VISIT, entry=VisitEntry.YES, visited_on=day("2007-03-28")),
            _visit(VISIT, entry=VisitEntry.NO),
            _visit(VISIT, given_up_on=day("2007-03-27")),
        ],
    ),
    Edge(
        "HOME_VISIT",
        "on a Saturday, the last of a month",
        _visit(VISIT, planned_on=day("2007-03-31")),
        opens="2007-03-28",
        amber="2007-03-31",
        due="2007-03-31",
        act_by="2007-03-30",
    ),
    Edge(
        "HOME_VISIT",
        "a new attempt at once when nobody was home, to Good Friday",
        _visit(NOBODY),
        opens="2007-03-23",
        amber="2007-04-06",
        due="2007-04-06",
        act_by="2007-04-04",
        occurrence="next-attempt",
        answered=[citizen(visits=(NOBODY, VISIT)), _visit(NOBODY, given_up_on=day("2007-04-02"))],
    ),
    Edge(
        "HOME_VISIT",
        "a letter after the third attempt, over Store Bededag",
        _visit(NOBODY, planned_on=day("2007-05-02"), attempt_no=3),
        opens="2007-05-02",
        amber="2007-05-10",
        due="2007-05-10",
        occurrence="letter",
        answered=[_visit(NOBODY, planned_on=day("2007-05-02"), attempt_no=3, given_up_on=day("2007-05-08"))],
    ),
]

test_edges = edge_test(EDGES)


@pytest.mark.parametrize(("attempt", "label"), [(1, "Hjemmebesøg · 2. forsøg"), (2, "Hjemmebesøg · 3. forsøg")])
def test_that_the_row_counts_the_attempts(attempt: int, label: str) -> None:
    found = row(_visit(NOBODY, attempt_no=attempt), "2007-03-24", "HOME_VISIT", "next-attempt")
    assert found is not None
    assert found.label == label


def test_that_a_third_attempt_in_vain_asks_for_a_letter_and_no_fourth() -> None:
    case = _visit(NOBODY, attempt_no=3)
    assert row(case, "2007-03-24", "HOME_VISIT", "next-attempt") is GONE
    assert row(case, "2007-03-24", "HOME_VISIT", "letter") is not None


def test_that_three_and_six_months_are_two_items() -> None:
    three, six = (row(_alert(OFFERED), "2007-05-28", "YOUTH_FOLLOW_UP", one) for one in ("3-months", "6-months"))
    assert three is not None
    assert six is not None
    assert three.key != six.key
