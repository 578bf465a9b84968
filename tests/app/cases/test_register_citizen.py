"""Taking a citizen in, and correcting what is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.cases.addresses import Address, split_address
from app.cases.change_citizen import ChangeCitizen, ChangeCpr, change_citizen, change_cpr
from app.cases.cpr import Cpr
from app.cases.details import CitizenDetails, details_of
from app.cases.register_citizen import RegisterCitizen, register_citizen
from db.rows.local import ChangesetRow
from db.rows.organisation import AddressRangeRow, HousingAreaRow
from db.rows.people import CitizenRow
from db.values.people import CprMark
from tests.helpers.desk import Desk

CPR = Cpr.parse("610175-1001")


def with_area(desk: Desk, street: str) -> str:
    with desk.memory.writing() as session:
        session.add(HousingAreaRow(id=f"area-{street}", name=street))
        session.add(AddressRangeRow(id=f"range-{street}", area_id=f"area-{street}", street=street))
    return f"area-{street}"


def test_that_a_citizen_is_written_with_birth_date_area_and_keys(desk: Desk) -> None:
    area = with_area(desk, "Mjølnerparken")
    details = CitizenDetails("  Åse  Kjær ", split_address("Mjølnerparken 42, 2. tv."), phone=" 11 22 33 44 ")
    done = desk.do(register_citizen, RegisterCitizen(CPR, details, date(2007, 3, 1)))
    row = desk.row(CitizenRow)
    assert (row.id, row.name, row.search_text, row.phone) == (done.id, "Åse Kjær", "ase kjar", "11 22 33 44")
    assert (row.born, row.cpr_mark, row.housing_area_id) == (date(1975, 1, 1), CprMark.REPLACEMENT, area)
    assert (row.street, row.house_number, row.floor_and_door) == ("Mjølnerparken", "42", "2. tv.")
    assert (row.author, row.first_enquiry_on) == (desk.me, date(2007, 3, 1))
    assert done.changes.cases == {done.id}
    assert "erstatningsnummer" in done.notices[0]
    assert desk.rows(ChangesetRow)[-1].use_case == "register_citizen"


def test_that_a_number_that_fails_modulus_11_is_taken_with_a_notice(desk: Desk) -> None:
    number = "0101" + "98" + "5000"
    done = desk.do(register_citizen, RegisterCitizen(Cpr.parse(number), CitizenDetails("Ada Bro")))
    assert "modulus 11" in done.notices[0]


def test_that_the_same_cpr_is_not_registered_twice(desk: Desk) -> None:
    desk.citizen()
    request = RegisterCitizen(CPR, CitizenDetails("En Anden"))
    refused = desk.refuses(register_citizen, request, code="duplicate_cpr", field="cpr")
    assert "1001" not in refused.message


def test_that_a_citizen_needs_a_name(desk: Desk) -> None:
    desk.refuses(register_citizen, RegisterCitizen(CPR, CitizenDetails("  ")), code="missing", field="name")


def test_that_an_enquiry_cannot_lie_in_the_future(desk: Desk) -> None:
    request = RegisterCitizen(CPR, CitizenDetails("Ada Bro"), date(2007, 3, 21))
    desk.refuses(register_citizen, request, code="in_the_future", field="first_enquiry_on")


def test_that_a_new_address_moves_the_citizen_to_another_area(desk: Desk) -> None:
    with_area(desk, "Ruten")
    case = desk.citizen(address="Ruten 7")
    details = details_of(desk.row(CitizenRow))
    done = desk.do(change_citizen, ChangeCitizen(case, replace(details, address=Address("Langgade", "3"))))
    assert done.changes.rows == {("citizen", case)}
    assert desk.row(CitizenRow).housing_area_id is None


def test_that_an_area_against_the_address_needs_a_reason_and_then_stays(desk: Desk) -> None:
    area = with_area(desk, "Ruten")
    case = desk.citizen(address="Langgade 3")
    details = replace(details_of(desk.row(CitizenRow)), area_overruled_to=area)
    desk.refuses(change_citizen, ChangeCitizen(case, details), code="missing", field="area_overruled_reason")
    desk.do(change_citizen, ChangeCitizen(case, replace(details, area_overruled_reason="Bor hos sin søster")))
    assert desk.row(CitizenRow).housing_area_id == area
    assert details_of(desk.row(CitizenRow)).area_overruled_to == area


def test_that_an_unchanged_form_changes_nothing(desk: Desk) -> None:
    case = desk.citizen(address="Ruten 7, 2700 Brønshøj", language="somali", children_at_home=2)
    done = desk.do(change_citizen, ChangeCitizen(case, details_of(desk.row(CitizenRow))))
    assert not done.changes


def test_that_there_are_no_fewer_than_no_children(desk: Desk) -> None:
    case = desk.citizen()
    details = CitizenDetails("Samira Lund", children_at_home=-1)
    desk.refuses(change_citizen, ChangeCitizen(case, details), code="negative", field="children_at_home")


def test_that_a_replacement_number_becomes_another_number(desk: Desk) -> None:
    case = desk.citizen()
    desk.do(change_cpr, ChangeCpr(case, Cpr.parse("910160-1111")))
    assert desk.row(CitizenRow).born == date(1960, 1, 31)


def test_that_two_cases_never_get_one_number(desk: Desk) -> None:
    desk.citizen()
    other = desk.citizen("Ada Bro", "620175-1002")
    desk.refuses(change_cpr, ChangeCpr(other, CPR), code="duplicate_cpr", field="cpr")


def test_that_a_case_which_is_not_here_is_refused(desk: Desk) -> None:
    request = ChangeCitizen("nobody", CitizenDetails("Ada Bro"))
    desk.refuses(change_citizen, request, code="unknown_case", field="case_id")
