"""Danish addresses: split what is written on one line, and find the housing area it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.cases.names import search_text

_POSTCODE_AND_CITY = re.compile(r"(?:^|,|\s)\s*(?:DK-)?(?P<postcode>\d{4})\s+(?P<city>[^\W\d][^\d,]*)$")
# A street may begin with a number ("10. Juni Vej"), so the house number is the first one after a space that
# is no ordinal. A letter belongs to it only when no other letter follows: "42 tv" has none.
_STREET = re.compile(
    r"^(?P<street>\D.*?|\d+\.\s.*?)\s+(?P<number>\d+(?:-\d+)?(?:\s?[A-Za-zÆØÅæøå](?!\w))?)(?!\.)(?P<rest>.*)$"
)
_FIRST_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Address:
    """Where someone lives: `Mjølnerparken`, `42`, `2. tv.`; a part that was not written is None."""

    street: str | None = None
    number: str | None = None
    floor_and_door: str | None = None
    postcode: str | None = None
    city: str | None = None

    @property
    def line(self) -> str:
        """Street, number, floor and door on one line."""
        first = " ".join(part for part in (self.street, self.number) if part)
        return ", ".join(part for part in (first, self.floor_and_door) if part)


@dataclass(frozen=True, slots=True)
class AreaRange:
    """The house numbers of a street that lie in an area.

    No bound means from the first or to the last number; `parity` is `all`, `odd` or `even`; no postcode means
    the street in every postal district.
    """

    area_id: str
    street: str
    from_number: int | None = None
    to_number: int | None = None
    parity: str = "all"
    postcode: str | None = None


def full_line(address: Address) -> str:
    """The whole address on one line, as `split_address` reads it again."""
    place = " ".join(part for part in (address.postcode, address.city) if part)
    return ", ".join(part for part in (address.line, place) if part)


def split_address(text: str) -> Address:
    """Split one line into its parts. What cannot be recognised stays in `street`, so that nothing is lost."""
    rest = " ".join(text.replace("\n", ", ").split())
    postcode = city = None
    if found := _POSTCODE_AND_CITY.search(rest):
        postcode, city = found["postcode"], found["city"].strip()
        rest = rest[: found.start()]
    rest = rest.strip(" ,")
    if match := _STREET.match(rest):
        floor = match["rest"].strip(" ,")
        return Address(match["street"].strip(" ,"), match["number"].replace(" ", ""), floor or None, postcode, city)
    return Address(rest or None, None, None, postcode, city)


def area_of(address: Address, ranges: Iterable[AreaRange]) -> str | None:
    """The id of the first area that the address lies in, or None.

    An address without a number lies only in an area that has the whole street.
    """
    if not address.street:
        return None
    street = search_text(address.street)
    found = _FIRST_NUMBER.search(address.number or "")
    number = int(found.group()) if found else None
    return next((each.area_id for each in ranges if _lies_in(street, number, address.postcode, each)), None)


def _lies_in(street: str, number: int | None, postcode: str | None, each: AreaRange) -> bool:
    if search_text(each.street) != street or (each.postcode and postcode and each.postcode != postcode):
        return False
    if number is None:
        return each.from_number is None and each.to_number is None and each.parity == "all"
    return (
        (each.from_number is None or number >= each.from_number)
        and (each.to_number is None or number <= each.to_number)
        and (each.parity == "all" or (each.parity == "odd") == (number % 2 == 1))
    )
