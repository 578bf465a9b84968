"""Puts the demo's people on the stage: staff, catalogue, the worked example and every caseload."""

from __future__ import annotations

from random import Random

from app.cases.caseload_choice import CaseloadChoice, Filters, Scope
from app.demo.case_file import CaseFile
from app.demo.casting import CASELOADS, Caseload, CouplePart, Part
from app.demo.catalogue import add_catalogue, add_rest_of_catalogue
from app.demo.catalogue_lists import read_catalogue_lists
from app.demo.example import add_example
from app.demo.offer_history import write_offer_history
from app.demo.people import new_citizen, new_home, new_person
from app.demo.scene import Scene, area_id
from app.demo.seed_lists import read_seed_lists
from app.demo.staff import HOLM, TOFT, WORKERS, Worker, add_staff
from app.demo.stories.contact import in_order
from app.demo.writing import write_rows
from app.reference.read import read_reference
from app.reference.seed import seed_reference
from app.work import Work
from db.rows.own import ReminderRow, SavedViewRow
from db.rows.visits import AreaMeetingRow, OpenAdviceContactRow

_EXAMPLE = 2
_PROTECTED_SHARE = 0.03
_FILLER_AGES = (25, 61)


def populate(work: Work, seed: int, citizens: int) -> None:
    """Write reference data and an invented store's content; the same seed and day give the same rows."""
    reference = read_reference()
    seed_reference(work, reference)
    scene = Scene(work, Random(seed), read_seed_lists(), reference)  # noqa: S311 - repeatable on purpose, no secret.
    add_staff(scene)
    add_catalogue(scene)
    add_example(scene)
    left = citizens - _EXAMPLE
    for load in CASELOADS:
        left -= _cast(scene, load, left)
    _fill(scene, left)
    _add_own(scene)
    rest = read_catalogue_lists()
    add_rest_of_catalogue(scene, rest)
    write_rows(work, scene.rows)
    write_offer_history(scene, rest)


def _cast(scene: Scene, load: Caseload, most: int) -> int:
    """Tell a caseload's stories to at most so many citizens, and give how many there were."""
    told = 0
    for couple in load.couples:
        for due_in in couple.days:
            if told + 2 <= most:
                _tell_couple(scene, load, couple, due_in)
                told += 2
    for part in load.parts:
        for due_in in part.days:
            if told < most:
                _tell(scene, load, part, due_in)
                told += 1
    return told


def _tell(scene: Scene, load: Caseload, part: Part, due_in: int) -> None:
    in_area = part.area if part.area is not None else scene.chance(load.areas)
    file = _new_file(scene, load.worker, part.ages, in_area=in_area)
    part.story(file, due_in)
    if part.also is not None:
        part.also(file, 0)


def _new_file(scene: Scene, worker: Worker | None, ages: tuple[int, int], *, in_area: bool) -> CaseFile:
    citizen = new_citizen(scene, new_person(scene, ages), new_home(scene, in_area=in_area))
    citizen.address_protected = scene.chance(_PROTECTED_SHARE)
    if citizen.children_at_home is None and ages[0] >= _FILLER_AGES[0]:
        citizen.children_at_home = scene.one_of((0, 0, 0, 1, 2, 3))
        citizen.vocational_education = scene.chance(0.35)
    return CaseFile(scene, citizen, worker, scene.one_of(scene.lists.goals))


def _tell_couple(scene: Scene, load: Caseload, part: CouplePart, due_in: int) -> None:
    home = new_home(scene, in_area=scene.chance(load.areas))
    first = new_person(scene, (32, 55), female=True)
    second = new_person(scene, (32, 58), like=first, female=False)
    files = tuple(
        CaseFile(scene, new_citizen(scene, each, home), load.worker, scene.one_of(scene.lists.goals))
        for each in (first, second)
    )
    part.story((files[0], files[1]), due_in)


def _fill(scene: Scene, count: int) -> None:
    """A larger store than the tables have parts for gets more cases in good order, spread over the workers."""
    for no in range(count):
        in_order(_new_file(scene, WORKERS[1 + no % 6], _FILLER_AGES, in_area=no % 3 == 0), 0)


def _add_own(scene: Scene) -> None:
    for days, consequence in ((0, 4), (9, 3)):
        scene.add(
            ReminderRow(
                worker_id=HOLM.id,
                remind_on=scene.day(days),
                text=scene.text("reminder.loose"),
                consequence=consequence,
            )
        )
    in_area = Filters(area_id=area_id("mjoelnerparken"), without_plan=True)
    settings = CaseloadChoice(Scope.ALL, filters=in_area).to_json()
    scene.add(SavedViewRow(worker_id=HOLM.id, screen="cases", name="Mjølnerparken uden jobplan", settings=settings))
    for area in scene.reference.areas[:2]:
        scene.add(
            AreaMeetingRow(
                unit_id=TOFT.unit_id,
                held_on=scene.ago(15),
                place=f"Beboerlokalet i {area.name}",
                audience="Beboere på kontanthjælp",
                present=scene.between(9, 28),
            )
        )
    scene.add(OpenAdviceContactRow(unit_id=TOFT.unit_id, held_on=scene.ago(6), subject="Spurgte til danskhold"))
