"""What follows a talk: report, note, outcome of a summons, call back; and what a summons covers."""

from __future__ import annotations

from typing import Any

import pytest

from app.queue.facts import CallFact, ReportFact, SummonsFact, VisitFact
from app.queue.item import Lane
from db.values.cases import VisitEntry
from db.values.people import BenefitType
from db.values.talks import AttendanceKind, ReportState, ReportSubject, TalkPurpose
from tests.app.queue.edges import Edge, edge_test, kinds_on, row
from tests.helpers.built_facts import benefit, citizen, day, match, talk
from tests.helpers.changed_facts import replace


def report(
    on: str, state: ReportState = ReportState.TO_SEND, subject: ReportSubject = ReportSubject.TALK
) -> ReportFact:
    return ReportFact("report-1", subject, "talk-1", day(on), state)


def _reported(state: ReportState) -> Any:
    return citizen(reports=(report("2007-05-02", state),))


VISIT = VisitFact("visit-1", day("2007-03-30"), 1, day("2007-03-30"), VisitEntry.YES, has_note=False)
SUMMONS = SummonsFact("summons-1", day("2007-03-23"), "10:00")
CALL = CallFact("call-1", day("2007-05-03"))

EDGES = [
    Edge(
        "PORTAL_REPORT",
        "of a talk, over Store Bededag and a weekend",
        citizen(reports=(report("2007-05-02"),)),
        opens="2007-05-02",
        amber="2007-05-08",
        due="2007-05-10",
        occurrence="talk",
        answered=[_reported(ReportState.SENT), _reported(ReportState.CORRECTED), _reported(ReportState.NOT_NEEDED)],
    ),
    Edge(
        "PORTAL_REPORT",
        "of a match, over the end of the month",
        citizen(reports=(report("2007-02-26", subject=ReportSubject.MATCH),)),
        opens="2007-02-26",
        amber="2007-03-03",
        due="2007-03-05",
        occurrence="match",
    ),
    Edge(
        "NOTE_MISSING",
        "of a talk, over Easter",
        citizen(talks=(talk("2007-04-04", has_note=False),)),
        opens="2007-04-04",
        amber="2007-04-10",
        due="2007-04-11",
        answered=[citizen(talks=(talk("2007-04-04"),))],
    ),
    Edge(
        "NOTE_MISSING",
        "of a visit, over the end of the month",
        citizen(visits=(VISIT,)),
        opens="2007-03-30",
        amber="2007-04-02",
        due="2007-04-03",
        answered=[citizen(visits=(replace(VISIT, has_note=True),))],
    ),
    Edge(
        "SUMMONS_OUTCOME",
        "from the day after the meeting, over a weekend",
        citizen(summonses=(SUMMONS,)),
        opens="2007-03-24",
        amber="2007-03-26",
        due="2007-03-26",
        answered=[
            citizen(summonses=(replace(SUMMONS, attendance=AttendanceKind.ABSENT),)),
            citizen(summonses=(replace(SUMMONS, talk_held=True),)),
            citizen(summonses=(SUMMONS,), talks=(talk("2007-03-23"),)),
        ],
    ),
    Edge(
        "CALLBACK",
        "over Store Bededag",
        citizen(calls=(CALL,)),
        opens="2007-05-03",
        amber="2007-05-07",
        due="2007-05-07",
        answered=[citizen(calls=(replace(CALL, called_back_on=day("2007-05-03")),))],
    ),
]

test_edges = edge_test(EDGES)


def test_that_a_rejected_report_says_so() -> None:
    found = row(_reported(ReportState.REJECTED), "2007-05-10", "PORTAL_REPORT", "talk")
    assert found is not None
    assert found.label == "Indberetning afvist: 02.05"
    assert "afvist" in found.reason


def _summoned(on: str, at: str | None = "10:00", purpose: TalkPurpose = TalkPurpose.CONTACT, **more: Any) -> Any:
    return citizen(
        benefits=(benefit("2006-12-08"),),
        matches=(match("2006-12-11"),),
        summonses=(SummonsFact("summons-1", day(on), at, purpose, **more),),
    )


def test_that_a_summons_to_come_puts_the_rows_it_covers_among_the_agreed() -> None:
    found = row(_summoned("2007-03-28"), "2007-03-20", "CONTACT_DUE")
    assert found is not None
    assert (found.lane, found.agreed) == (Lane.AGREED, "Indkaldt 28.03 kl. 10")
    assert found.due_on == day("2007-03-08")  # The legal date has passed and stays as it is.


@pytest.mark.parametrize(
    ("at", "text"),
    [("10:30", "Indkaldt 28.03 kl. 10.30"), ("09:00", "Indkaldt 28.03 kl. 9"), (None, "Indkaldt 28.03")],
)
def test_that_the_time_is_written_as_one_says_it(at: str | None, text: str) -> None:
    found = row(_summoned("2007-03-28", at), "2007-03-20", "CONTACT_DUE")
    assert found is not None
    assert found.agreed == text


def test_that_the_rows_come_back_the_day_after_without_a_talk_and_ask_what_happened() -> None:
    case = _summoned("2007-03-28")
    on_the_day, after = row(case, "2007-03-28", "CONTACT_DUE"), row(case, "2007-03-29", "CONTACT_DUE")
    assert on_the_day is not None
    assert after is not None
    assert (on_the_day.lane, after.lane, after.agreed) == (Lane.AGREED, Lane.OVERDUE, None)
    assert row(case, "2007-03-28", "SUMMONS_OUTCOME") is None
    assert row(case, "2007-03-29", "SUMMONS_OUTCOME") is not None


def test_that_a_summons_covers_only_what_such_a_talk_can_close() -> None:
    found = row(_summoned("2007-03-28", purpose=TalkPurpose.WARNING), "2007-03-20", "CONTACT_DUE")
    assert found is not None
    assert (found.lane, found.agreed) == (Lane.OVERDUE, None)


def test_that_a_summons_the_citizen_has_cried_off_covers_nothing() -> None:
    case = _summoned("2007-03-28", attendance=AttendanceKind.ABSENT_WITH_NOTICE)
    found = row(case, "2007-03-20", "CONTACT_DUE")
    assert found is not None
    assert found.lane is Lane.OVERDUE


def test_that_a_benefit_that_has_ended_leaves_only_what_was_begun() -> None:
    case = citizen(
        benefits=(benefit("2006-01-01", "2007-03-01"), benefit("2007-03-02", None, BenefitType.NONE)),
        reports=(report("2007-03-01"),),
        talks=(talk("2007-03-01", has_note=False),),
        calls=(CallFact("call-1", day("2007-03-01")),),
        summonses=(SummonsFact("summons-1", day("2007-03-01")),),
    )
    assert kinds_on(case, "2007-03-20") == {"PORTAL_REPORT", "NOTE_MISSING", "CALLBACK"}
