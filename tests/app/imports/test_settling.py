"""What an import leaves for a person, and how it is answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from app.cases.change_citizen import ChangeCitizen, change_citizen
from app.cases.close_case import CloseCase, close_case
from app.cases.details import details_of
from app.cases.names import sort_name
from app.imports.applying.plan import FindingKind
from app.imports.findings import OpenFinding, former_runs, open_findings
from app.imports.settling import (
    AskAgain,
    EndMissing,
    KeepFindings,
    TakeExtract,
    ask_again,
    end_missing,
    keep_findings,
    take_extract,
)
from app.talks.hold_talk import HoldTalk, hold_talk
from db.rows.people import CaseClosingRow, CitizenRow
from db.rows.talks import TalkRow
from db.values.people import ClosingReason
from db.values.talks import TalkForm
from tests.helpers.desk import TODAY, Desk
from tests.helpers.import_office import ANNA, BO, CITIZENS, ImportOffice

EARLIER = date(2007, 3, 10)
HEADINGS = (*CITIZENS, "telefon", "adresse", "adressebeskyttet")


def found(desk: Desk, kind: FindingKind | None = None) -> list[OpenFinding]:
    with desk.memory.reading() as session:
        every = open_findings(session, worker_id=desk.me, today=desk.today)
    return [each for each in every if kind in {None, each.kind}]


def change(desk: Desk, case_id: str, **details: Any) -> None:
    """Change a citizen by hand today."""
    with desk.memory.reading() as session:
        row = session.get(CitizenRow, case_id)
        assert row is not None
        now = details_of(row)
    desk.do(change_citizen, ChangeCitizen(case_id, replace(now, **details)))


@pytest.fixture
def anna(office: ImportOffice) -> str:
    """Anna and Bo are taken in on the 10th; the case of Anna."""
    line = (*ANNA, "11111111", "Gade 1", "nej")
    other = (*BO, "33333333", "Vej 2", "nej")
    office.take_lines("borgere", HEADINGS, line, other, day=EARLIER)
    return office.desk.row(CitizenRow, name="Anna Test").id


def test_that_who_is_no_longer_in_a_full_extract_is_kept_or_ended_and_not_asked_again(
    office: ImportOffice, anna: str
) -> None:
    desk = office.desk
    office.take_lines("borgere", CITIZENS, BO, full=True)
    (missing,) = found(desk, FindingKind.NO_LONGER_THERE)
    assert (missing.citizen, missing.born, missing.unit, missing.extract_on) == (
        "Anna Test",
        date(1975, 1, 1),
        "Nyropsgade",
        TODAY,
    )
    desk.do(keep_findings, KeepFindings((missing.id,)))
    assert found(desk, FindingKind.NO_LONGER_THERE) == []
    desk.refuses(keep_findings, KeepFindings((missing.id,)), code="settled", field="ids")
    # The same extract again does not ask again.
    office.take_lines("borgere", CITIZENS, BO, full=True)
    assert found(desk, FindingKind.NO_LONGER_THERE) == []
    desk.do(ask_again, AskAgain((missing.id,)))
    (again,) = found(desk, FindingKind.NO_LONGER_THERE)
    ending = EndMissing((again.id,), TODAY, ClosingReason.OTHER)
    desk.refuses(end_missing, ending, code="missing", field="reason_text")
    desk.do(end_missing, EndMissing((again.id,), TODAY, ClosingReason.MOVED_AWAY))
    assert desk.row(CaseClosingRow).case_id == anna
    assert found(desk, FindingKind.NO_LONGER_THERE) == []


def test_that_one_who_comes_back_and_goes_again_is_asked_about_again(office: ImportOffice, anna: str) -> None:
    desk = office.desk
    office.take_lines("borgere", CITIZENS, BO, full=True)
    desk.do(keep_findings, KeepFindings(tuple(each.id for each in found(desk))))
    office.take_lines("borgere", CITIZENS, BO, ANNA, full=True)
    assert found(desk) == []
    office.take_lines("borgere", CITIZENS, BO, full=True)
    assert [each.case_id for each in found(desk)] == [anna]


def test_that_a_case_ended_in_the_meantime_needs_no_answer(office: ImportOffice, anna: str) -> None:
    office.take_lines("borgere", CITIZENS, BO, full=True)
    assert found(office.desk)
    office.desk.do(close_case, CloseCase(anna, TODAY, ClosingReason.PENSION))
    assert found(office.desk, FindingKind.NO_LONGER_THERE) == []


def test_that_our_own_later_word_is_listed_with_both_days_and_either_side_can_be_taken(
    office: ImportOffice, anna: str
) -> None:
    desk = office.desk
    change(desk, anna, phone="22222222")
    lines = (HEADINGS, (*ANNA, "44444444", "Gade 1", "nej"))
    office.take_lines("borgere", *lines, extract_on=EARLIER)
    (differs,) = found(desk, FindingKind.DIFFERS)
    assert (differs.heading, differs.own_value, differs.extract_value, differs.changed_on, differs.extract_on) == (
        "telefon",
        "22222222",
        "44444444",
        TODAY,
        EARLIER,
    )
    assert "2222" not in repr(differs)
    desk.do(keep_findings, KeepFindings((differs.id,)))
    office.take_lines("borgere", *lines, extract_on=EARLIER)
    assert found(desk, FindingKind.DIFFERS) == []
    # Another value is another question.
    office.take_lines("borgere", HEADINGS, (*ANNA, "55555555", "Gade 1", "nej"), extract_on=EARLIER)
    (differs,) = found(desk, FindingKind.DIFFERS)
    done = desk.do(take_extract, TakeExtract((differs.id,)))
    assert desk.row(CitizenRow, id=anna).phone == "55555555"
    assert anna in done.changes.cases
    assert found(desk, FindingKind.DIFFERS) == []


def test_that_an_address_is_taken_with_all_its_parts_and_a_name_with_its_sorting(
    office: ImportOffice, anna: str
) -> None:
    desk = office.desk
    change(desk, anna, name="Anna Tester", phone="22222222")
    line = ("610175-1001", "Anna Æble", *ANNA[2:], "22222222", "Nørrebrogade 7, 2. th", "nej")
    office.take_lines("borgere", HEADINGS, line, extract_on=EARLIER)
    both = found(desk, FindingKind.DIFFERS)
    assert {each.heading for each in both} == {"navn", "adresse"}
    desk.do(take_extract, TakeExtract(tuple(each.id for each in both)))
    row = desk.row(CitizenRow, id=anna)
    assert (row.name, row.street, row.house_number, row.floor_and_door) == ("Anna Æble", "Nørrebrogade", "7", "2. th")
    assert row.sort_name == sort_name("Anna Æble")


def test_that_a_talks_word_is_taken_for_the_talk_in_question(office: ImportOffice, anna: str) -> None:
    desk = office.desk
    for day in (date(2007, 3, 12), date(2007, 3, 19)):
        talk = HoldTalk(anna, day, TalkForm.TELEPHONE, "Notat.", "Ringer", date(2007, 5, 20), match_kept=True)
        desk.do(hold_talk, talk)
    headings = ("cpr", "dato", "form", "formål", "opfylder_pligt", "afholdt_af")
    line = ("610175-1001", "19-03-2007", "telefon", "kontakt", "ja", "A. Lind")
    office.take_lines("samtaler", headings, line, extract_on=EARLIER)
    both = {each.heading: each for each in found(desk, FindingKind.DIFFERS)}
    assert set(both) == {"opfylder_pligt", "afholdt_af"}
    desk.do(take_extract, TakeExtract((both["opfylder_pligt"].id,)))
    with desk.memory.reading() as session:
        query = select(TalkRow.held_on, TalkRow.fulfils_duty, TalkRow.held_by).order_by(TalkRow.held_on)
        talks = session.execute(query).all()
    assert [tuple(row) for row in talks] == [
        (date(2007, 3, 12), None, desk.me),
        (date(2007, 3, 19), True, desk.me),
    ]


def test_that_an_ended_case_that_is_in_the_extract_is_opened_again_when_its_word_is_taken(
    office: ImportOffice, anna: str
) -> None:
    desk = office.desk
    desk.do(close_case, CloseCase(anna, TODAY, ClosingReason.ORDINARY_JOB))
    office.take_lines("borgere", HEADINGS, (*ANNA, "11111111", "Gade 1", "nej"))
    (differs,) = found(desk, FindingKind.DIFFERS)
    assert differs.heading == "afsluttet"
    desk.do(take_extract, TakeExtract((differs.id,)))
    assert desk.row(CaseClosingRow).reopened_on == TODAY


def test_that_neither_a_number_nor_a_protected_address_stands_in_the_list(office: ImportOffice, anna: str) -> None:
    desk = office.desk
    change(desk, anna, address_protected=True, phone="22222222")
    office.take_lines("borgere", HEADINGS, (*ANNA, "44444444", "Skjult Vej 9", "ja"), extract_on=EARLIER)
    shown = {each.heading: (each.own_value, each.extract_value) for each in found(desk, FindingKind.DIFFERS)}
    assert set(shown) == {"telefon", "adresse"}
    assert {text for pair in shown.values() for text in pair} == {"(beskyttet)"}


def test_that_an_answer_asks_for_a_line_of_the_right_kind(office: ImportOffice, anna: str) -> None:
    desk = office.desk
    office.take_lines("borgere", CITIZENS, BO, full=True)
    missing = found(desk, FindingKind.NO_LONGER_THERE)[0].id
    desk.refuses(keep_findings, KeepFindings(()), code="missing", field="ids")
    desk.refuses(take_extract, TakeExtract((missing,)), code="wrong_kind", field="ids")
    desk.refuses(ask_again, AskAgain((missing,)), code="settled", field="ids")
    desk.refuses(keep_findings, KeepFindings(("nobody",)), code="settled", field="ids")
    change(desk, anna, phone="22222222")
    office.take_lines("borgere", HEADINGS, (*ANNA, "44444444", "Gade 1", "nej"), extract_on=EARLIER)
    differs = found(desk, FindingKind.DIFFERS)[0].id
    ending = EndMissing((differs,), TODAY, ClosingReason.PENSION)
    desk.refuses(end_missing, ending, code="wrong_kind", field="ids")


def test_that_former_runs_are_told_newest_first(office: ImportOffice, anna: str) -> None:
    office.take_lines("borgere", CITIZENS, ANNA, ("x", *BO[1:]))
    with office.desk.memory.reading() as session:
        newest, oldest = former_runs(session)
    assert (newest.kind, newest.read, newest.unchanged, newest.refused) == ("borgere", 2, 1, 1)
    assert (oldest.made_on, oldest.new, oldest.full) == (EARLIER, 2, False)
