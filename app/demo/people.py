"""Invented citizens. Every CPR number is a replacement number, day + 60: it cannot be a living person's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.cases.cpr import Cpr
from app.cases.names import search_text, sort_name
from app.demo.scene import Scene, area_id
from app.reference.values import AreaEntry
from db.rows.people import CitizenRow
from db.values.people import ContactWish

_CITIES = {"2100": "København Ø", "2200": "København N", "2500": "Valby", "2700": "Brønshøj"}
_FLOORS = ("st. tv.", "st. th.", "1. tv.", "1. th.", "2. tv.", "2. th.", "3. mf.", "4. tv.")
_WISHES = (ContactWish.LETTER, ContactWish.LETTER, ContactWish.PHONE, ContactWish.SMS)


@dataclass(frozen=True, slots=True)
class Home:
    """An address; `area` is a housing area's key, or None outside of the five."""

    street: str
    number: str
    floor_and_door: str
    postcode: str
    city: str
    area: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A name, a sex for the number's last digit, and a day of birth."""

    first: str
    last: str
    female: bool
    born: date
    language: str | None = None


def new_home(scene: Scene, *, in_area: bool) -> Home:
    """Give an address in one of the housing areas, or on another street."""
    if in_area:
        area = scene.one_of(scene.reference.areas)
        return _home_in(scene, area)
    street = scene.one_of(scene.lists.streets)
    number = str(scene.between(1, street.most))
    return Home(street.name, number, scene.one_of(_FLOORS), street.postcode, street.city, None)


def _home_in(scene: Scene, area: AreaEntry) -> Home:
    stretch = scene.one_of(area.ranges)
    number = str(scene.one_of(stretch.numbers()))
    return Home(stretch.street, number, scene.one_of(_FLOORS), stretch.postcode, _CITIES[stretch.postcode], area.key)


def new_person(
    scene: Scene, ages: tuple[int, int], *, like: Person | None = None, female: bool | None = None
) -> Person:
    """Give a person of an age, both ends included; `like` shares the last name with another, as a spouse may."""
    # A large store may use up the names of a small group; two people may then share one, as in life.
    tries = 30
    person = _draw(scene, ages, like, female=female)
    while f"{person.first} {person.last}" in scene.names_taken and tries:
        person = _draw(scene, ages, like, female=female)
        tries -= 1
    scene.names_taken.add(f"{person.first} {person.last}")
    return person


def _draw(scene: Scene, ages: tuple[int, int], like: Person | None, *, female: bool | None) -> Person:
    groups = scene.lists.names
    if like is None:
        group = scene.dice.choices(groups, weights=[each.weight for each in groups])[0]
        last = scene.one_of(group.last)
    else:
        group = next(each for each in groups if like.last in each.last)
        last = like.last
    woman = scene.chance(0.5) if female is None else female
    days = int(scene.between(*ages) * 365.25) + scene.between(10, 350)
    speaks = group.language if group.language and scene.chance(0.35) else None
    first = scene.one_of(group.female if woman else group.male)
    return Person(first, last, woman, scene.today - timedelta(days=days), speaks)


def new_citizen(scene: Scene, person: Person, home: Home, *, children: int | None = None) -> CitizenRow:
    """Write the citizen's row."""
    name = f"{person.first} {person.last}"
    cpr = _new_cpr(scene, person)
    return scene.add(
        CitizenRow(
            cpr=cpr.digits,
            cpr_mark=cpr.mark,
            name=name,
            sort_name=sort_name(name),
            search_text=search_text(name),
            born=person.born,
            street=home.street,
            house_number=home.number,
            floor_and_door=home.floor_and_door,
            postcode=home.postcode,
            city=home.city,
            housing_area_id=None if home.area is None else area_id(home.area),
            phone=f"0{scene.between(2, 9)} {scene.between(10, 99)} {scene.between(10, 99)} {scene.between(10, 99)}",
            language=person.language,
            interpreter_needed=person.language is not None and scene.chance(0.7),
            contact_wish=scene.one_of(_WISHES),
            children_at_home=children,
        )
    )


def _new_cpr(scene: Scene, person: Person) -> Cpr:
    born = person.born
    # The seventh digit tells the century, the last one the sex, as in a real number.
    centuries = "0123" if born.year < 2000 else "49"
    while True:
        serial = (
            f"{scene.one_of(centuries)}{scene.between(10, 99)}{scene.one_of('02468' if person.female else '13579')}"
        )
        digits = f"{born.day + 60}{born:%m%y}{serial}"
        if digits not in scene.cpr_taken:
            scene.cpr_taken.add(digits)
            return Cpr.parse(digits)
