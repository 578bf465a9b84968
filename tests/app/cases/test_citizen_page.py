"""The page of a citizen, searching, and the log of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date, time
from typing import TypeVar

import pytest
from sqlalchemy import text

from app.cases.assess_match import AssessMatch, assess_match
from app.cases.benefits import StartBenefit, start_benefit
from app.cases.citizen_page import CitizenPage, citizen_page, open_citizen_page, reveal_cpr
from app.cases.close_case import CloseCase, close_case
from app.cases.find import Find, Hit, find_citizens, hits_of, search
from app.cases.holders import AssignHolder, assign_holder
from app.cases.households import JoinHousehold, join_household
from app.cases.restrict_case import RestrictCase, restrict_case
from app.cases.usage_log import first_break
from app.cases.withdraw import Withdraw, withdraw
from app.clock import FixedClock
from app.talks.hold_talk import HoldTalk, hold_talk
from app.talks.summon import Meeting, Summon, summon
from app.work import Work, working
from db.errors import Refused
from db.rows.local import ChangesetRow, SettingRow, UsageLogRow
from db.rows.organisation import HousingAreaRow
from db.rows.people import CitizenRow
from db.values.people import BenefitType, ClosingReason, MatchBasis, UsageKind
from db.values.talks import TalkForm, TalkPurpose
from tests.helpers.desk import Desk

TODAY = date(2007, 3, 20)
Answer = TypeVar("Answer")


def read(desk: Desk, ask: Callable[[Work], Answer]) -> Answer:
    clock = FixedClock(TODAY, time(11, 0))
    with working(desk.store, author=desk.me, clock=clock, make_id=desk.make_id, use_case="read") as work:
        return ask(work)


def page_of(desk: Desk, case: str) -> CitizenPage:
    return read(desk, lambda work: open_citizen_page(work, case))


def found(desk: Desk, typed: str) -> tuple[Hit, ...]:
    return read(desk, lambda work: find_citizens(work, Find(typed)))


@pytest.fixture
def case(desk: Desk) -> str:
    case = desk.citizen(address="Ruten 7, 2700 Brønshøj")
    desk.do(assign_holder, AssignHolder(case, desk.me, desk.unit, date(2007, 1, 2)))
    desk.do(start_benefit, StartBenefit(case, BenefitType.CASH_ASSISTANCE, date(2006, 11, 1)))
    return case


def test_that_the_page_says_holder_benefit_and_match(desk: Desk, case: str) -> None:
    desk.do(assess_match, AssessMatch(case, 4, date(2007, 2, 1), (MatchBasis.SKILLS,), "Har arbejdet før"))
    page = page_of(desk, case)
    assert page.holder is not None
    assert (page.holder.name, page.holder.unit_name, page.holder.since) == ("M. Holm", "Nyropsgade", date(2007, 1, 2))
    assert page.benefit is not None
    assert (page.benefit.benefit, page.benefit.to_on) == (BenefitType.CASH_ASSISTANCE, None)
    assert page.match is not None
    assert (page.match.category, page.match.label) == (4, "Lav grad af match")
    assert (page.details.name, page.details.address.line, page.closed) == ("Samira Lund", "Ruten 7", None)


def test_that_a_new_case_has_an_empty_page(desk: Desk) -> None:
    page = page_of(desk, desk.citizen())
    assert (page.holder, page.benefit, page.match, page.household, page.closed, page.timeline) == (
        None, None, None, None, None, (),
    )  # fmt: skip


def test_that_no_field_of_the_page_or_of_a_hit_holds_the_cpr(desk: Desk, case: str) -> None:
    assert "cpr" not in {field.name for cls in (CitizenPage, Hit) for field in fields(cls)}
    assert "6101751001" not in repr(page_of(desk, case)) + repr(found(desk, "Samira"))


def test_that_the_timeline_is_newest_first_without_what_was_withdrawn(desk: Desk, case: str) -> None:
    talk = HoldTalk(
        case, date(2007, 3, 1), TalkForm.INDIVIDUAL, "Et notat", "Søger job", date(2007, 4, 1), match_kept=True
    )
    desk.do(hold_talk, talk)
    meeting = Meeting(TalkPurpose.CONTACT, TalkForm.INDIVIDUAL, date(2007, 3, 28), time(10, 0))
    summons = desk.do(summon, Summon(case, meeting)).id
    timeline = page_of(desk, case).timeline
    assert [entry.day for entry in timeline] == sorted((entry.day for entry in timeline), reverse=True)
    assert timeline[0].title == "Indkaldt til samtale kl. 10.00"
    assert {entry.kind: entry.title for entry in timeline} == {
        "summons": "Indkaldt til samtale kl. 10.00",
        "note": "Samtalenotat",
        "talk": "Individuel samtale, kontaktforløb",
        "case_holding": "Tovholder: M. Holm",
        "benefit_period": "Kontanthjælp begynder",
    }
    desk.do(withdraw, Withdraw("summons", summons, "Forkert"))
    assert "summons" not in {entry.kind for entry in page_of(desk, case).timeline}


def test_that_a_spouse_is_shown_with_address_while_they_live_together(desk: Desk, case: str) -> None:
    spouse = desk.citizen("Omar Lund", "620170-1002", "Ruten 7, 2700 Brønshøj", phone="11223344")
    desk.do(join_household, JoinHousehold(spouse, case, date(2007, 1, 1)))
    household = page_of(desk, case).household
    assert household is not None
    assert household.off_reason is None
    assert [(other.name, other.address, other.phone) for other in household.others] == [
        ("Omar Lund", "Ruten 7", "11223344")
    ]


def test_that_a_protected_address_hides_the_other_and_says_why(desk: Desk, case: str) -> None:
    spouse = desk.citizen(
        "Omar Lund", "620170-1002", "Ruten 7, 2700 Brønshøj", phone="11223344", address_protected=True
    )
    desk.do(join_household, JoinHousehold(spouse, case, date(2007, 1, 1)))
    for one in (case, spouse):
        household = page_of(desk, one).household
        assert household is not None
        assert household.off_reason == "Samordning slået fra: der er adressebeskyttelse."
        assert [(other.address, other.phone) for other in household.others] == [(None, None)]


def test_that_a_restricted_case_is_neither_opened_nor_found_by_others(desk: Desk, case: str) -> None:
    desk.do(restrict_case, RestrictCase(case, "Kollega", (desk.colleague,), TODAY))
    with pytest.raises(Refused) as refused:
        page_of(desk, case)
    assert refused.value.code == "restricted"
    assert found(desk, "Samira") == ()
    with desk.memory.reading() as session:
        assert len(search(session, "Samira", worker_id=desk.colleague, today=TODAY)) == 1
        assert citizen_page(session, case, worker_id=desk.colleague, today=TODAY).case_id == case


def test_that_opening_searching_and_revealing_are_logged_without_a_changeset(desk: Desk, case: str) -> None:
    before, logged = desk.count(ChangesetRow), desk.count(UsageLogRow)
    page_of(desk, case)
    found(desk, "sam")
    assert read(desk, lambda work: reveal_cpr(work, case)) == "610175-1001"
    rows = sorted(desk.rows(UsageLogRow), key=lambda row: row.seq)[logged:]
    assert [(row.seq, row.kind, row.case_id, row.count) for row in rows] == [
        (logged + 1, UsageKind.OPENED, case, 1),
        (logged + 2, UsageKind.SEARCHED, None, 1),
        (logged + 3, UsageKind.CPR_REVEALED, case, 1),
    ]
    assert {(row.worker_id, row.device) for row in rows} == {(desk.me, desk.row(SettingRow, name="device").value)}
    assert desk.count(ChangesetRow) == before
    assert "sam" not in "".join(row.purpose for row in rows)


def test_that_every_changed_case_leaves_its_row_in_the_log(desk: Desk, case: str) -> None:
    assert [row.case_id for row in desk.rows(UsageLogRow) if row.kind is UsageKind.CHANGED and row.case_id == case]
    device = desk.rows(UsageLogRow)[0].device
    with desk.memory.reading() as session:
        assert first_break(session, device) is None


@pytest.mark.parametrize("change", [
    "UPDATE usage_log SET count = 9 WHERE seq = 2",
    "UPDATE usage_log SET case_id = NULL WHERE seq = 2",
    "DELETE FROM usage_log WHERE seq = 2",
])  # fmt: skip
def test_that_a_changed_log_no_longer_follows_from_itself(desk: Desk, case: str, change: str) -> None:
    for _ in range(3):
        page_of(desk, case)
    device = desk.rows(UsageLogRow)[0].device
    with desk.memory.reading() as session:
        assert first_break(session, device) is None
    with desk.memory.writing() as session:
        session.execute(text(change))
    with desk.memory.reading() as session:
        assert first_break(session, device) == 2


@pytest.mark.parametrize(("typed", "names"), [
    ("samira", ["Samira Lund"]),
    ("lund", ["Omar Lund", "Samira Lund"]),
    ("LUND sam", ["Samira Lund"]),
    ("aase", ["Åse Kjær"]), ("kjar", ["Åse Kjær"]), ("Kjær", ["Åse Kjær"]),
    ("01-01-1975", ["Samira Lund"]), ("1.1.75", ["Samira Lund"]), ("010175", ["Samira Lund"]),
    ("1975-01-01", ["Samira Lund"]), ("1/1 1975", ["Samira Lund"]), ("610175", ["Samira Lund"]), ("1975-13-01", []),
    ("02.01.1970", ["Omar Lund"]), ("99.99.99", []), ("12", []),
    ("610175-1001", ["Samira Lund"]), ("6101751001", ["Samira Lund"]),
    ("610175-1002", []), ("%", []), ("_", []), ("", []), ("nobody", []),
])  # fmt: skip
def test_that_a_citizen_is_found_by_name_birth_date_or_cpr(desk: Desk, case: str, typed: str, names: list[str]) -> None:
    desk.citizen("Omar Lund", "620170-1002")
    desk.citizen("Åse Kjær", "630180-1003")
    assert [hit.name for hit in found(desk, typed)] == names


def test_that_the_best_hits_come_first_where_that_is_asked_for(desk: Desk) -> None:
    names = ("Ahmed Sandberg", "Bo Hansen", "Hanne Ager", "Hans Zander")
    cases = {name: desk.citizen(name, f"6{number}0170-100{number}") for number, name in enumerate(names, start=2)}
    desk.do(assign_holder, AssignHolder(cases["Hans Zander"], desk.me, desk.unit, TODAY))
    with desk.memory.reading() as session:
        by_name = search(session, "an", worker_id=desk.me, today=TODAY)
        assert [hit.name for hit in by_name] == ["Hanne Ager", "Bo Hansen", "Ahmed Sandberg", "Hans Zander"]
        best = search(session, "han", worker_id=desk.me, today=TODAY, best_first=True)
        assert [hit.name for hit in best] == ["Hans Zander", "Hanne Ager", "Bo Hansen"]
        inside = search(session, "sand", worker_id=desk.me, today=TODAY, best_first=True)
        assert [hit.name for hit in inside] == ["Ahmed Sandberg"]


def test_that_known_citizens_come_in_the_order_asked_and_restricted_ones_not_at_all(desk: Desk, case: str) -> None:
    omar, secret = desk.citizen("Omar Lund", "620170-1002"), desk.citizen("Åse Kjær", "630180-1003")
    desk.do(restrict_case, RestrictCase(secret, "Kollega", (desk.colleague,), TODAY))
    with desk.memory.reading() as session:
        hits = hits_of(session, [omar, secret, "gone", case], worker_id=desk.me, today=TODAY)
        assert [hit.name for hit in hits] == ["Omar Lund", "Samira Lund"]
        assert len(hits_of(session, [secret], worker_id=desk.colleague, today=TODAY)) == 1


def test_that_the_area_of_a_protected_address_is_not_told(desk: Desk) -> None:
    with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="area") as work:
        work.add(HousingAreaRow(id="area", name="Mjølnerparken"))
    for protected, area in ((False, "Mjølnerparken"), (True, None)):
        one = desk.citizen(f"Borger {protected}", f"61{1 + int(protected):02}70-1009", address_protected=protected)
        with working(desk.store, author=desk.me, clock=FixedClock(TODAY), make_id=desk.make_id, use_case="x") as work:
            row = work.session.get(CitizenRow, one)
            assert row is not None
            row.housing_area_id = "area"
        assert [hit.area_name for hit in found(desk, f"borger {protected}")] == [area]


def test_that_a_hit_tells_holder_and_whether_the_case_is_ended(desk: Desk, case: str) -> None:
    assert found(desk, "samira") == (Hit(case, "Samira Lund", date(1975, 1, 1), None, "M. Holm", is_closed=False),)
    desk.do(close_case, CloseCase(case, TODAY, ClosingReason.PENSION))
    (hit,) = found(desk, "samira")
    assert (hit.is_closed, hit.holder_name) == (True, None)
