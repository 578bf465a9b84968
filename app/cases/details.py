"""What is known of a citizen as a person: the fields of the form, and how they are written to the row."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.cases.addresses import Address, area_of
from app.cases.checking import required, tidy
from app.cases.housing_areas import area_ranges
from app.cases.names import search_text, sort_name, tidy_name
from app.work import Work
from db.errors import Refused
from db.rows.people import CitizenRow
from db.values.people import ContactWish


@dataclass(frozen=True, slots=True)
class CitizenDetails:
    """The form of a citizen. `language` is the interpreter's language.

    `area_overruled_to` is an area chosen against the address, with its reason; None follows the address.
    """

    name: str
    address: Address = field(default_factory=Address)
    address_protected: bool = False
    phone: str | None = None
    email: str | None = None
    language: str | None = None
    interpreter_needed: bool = False
    contact_wish: ContactWish | None = None
    children_at_home: int | None = None
    vocational_education: bool | None = None
    area_overruled_to: str | None = None
    area_overruled_reason: str | None = None


def write_details(work: Work, citizen: CitizenRow, details: CitizenDetails) -> None:
    """Set every field of the form; the housing area is derived again from the address.

    Refused: `name` or `area_overruled_reason` missing, `children_at_home` below zero.
    """
    name = tidy_name(required(details.name, "name", "Skriv borgerens navn."))
    if details.children_at_home is not None and details.children_at_home < 0:
        raise Refused("Antal børn kan ikke være under nul.", field="children_at_home", code="negative")
    citizen.name = name
    citizen.sort_name = sort_name(name)
    citizen.search_text = search_text(name)
    citizen.street = tidy(details.address.street)
    citizen.house_number = tidy(details.address.number)
    citizen.floor_and_door = tidy(details.address.floor_and_door)
    citizen.postcode = tidy(details.address.postcode)
    citizen.city = tidy(details.address.city)
    citizen.address_protected = details.address_protected
    citizen.phone = tidy(details.phone)
    citizen.email = tidy(details.email)
    citizen.language = tidy(details.language)
    citizen.interpreter_needed = details.interpreter_needed
    citizen.contact_wish = details.contact_wish
    citizen.children_at_home = details.children_at_home
    citizen.vocational_education = details.vocational_education
    if details.area_overruled_to is None:
        citizen.housing_area_id = area_of(details.address, area_ranges(work.session))
        citizen.housing_area_overruled = None
    else:
        message = "Skriv, hvorfor boligområdet er et andet end adressens."
        citizen.housing_area_overruled = required(details.area_overruled_reason, "area_overruled_reason", message)
        citizen.housing_area_id = details.area_overruled_to


def details_of(citizen: CitizenRow) -> CitizenDetails:
    """The form as it stands now, for editing."""
    overruled = citizen.housing_area_overruled is not None
    return CitizenDetails(
        name=citizen.name,
        address=Address(citizen.street, citizen.house_number, citizen.floor_and_door, citizen.postcode, citizen.city),
        address_protected=citizen.address_protected,
        phone=citizen.phone,
        email=citizen.email,
        language=citizen.language,
        interpreter_needed=citizen.interpreter_needed,
        contact_wish=citizen.contact_wish,
        children_at_home=citizen.children_at_home,
        vocational_education=citizen.vocational_education,
        area_overruled_to=citizen.housing_area_id if overruled else None,
        area_overruled_reason=citizen.housing_area_overruled,
    )
