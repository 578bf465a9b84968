"""Stories about couples on cash assistance: each writes both spouses' cases, under one roof."""

from __future__ import annotations

from datetime import date

from app.demo.case_file import CaseFile
from app.demo.couples import move_together, warn
from app.demo.people import new_home
from app.demo.scene import workday
from app.demo.stories.steady import Wanted, steady
from app.rules.calendar import add_months
from db.values.cases import WarningKind


def couple_in_order(files: tuple[CaseFile, CaseFile], due_in: int) -> None:
    """Both are warned and well followed."""
    del due_in
    for file in files:
        steady(file)
    _together(files)


def couple_ceiling(files: tuple[CaseFile, CaseFile], due_in: int) -> None:
    """The ceiling hits in six months from the start; both are to be warned thirty days before."""
    scene = files[0].scene
    hit = scene.day(due_in + 30)
    began = add_months(hit, -6)
    for file in files:
        steady(file, Wanted(began=began, last_talk=scene.ago(scene.between(20, 45)), warned=False))
    _together(files)


def couple_ceiling_hit(files: tuple[CaseFile, CaseFile], due_in: int) -> None:
    """Already under the ceiling, and never warned."""
    del due_in
    for file in files:
        steady(file, Wanted(warned=False, months_on=11, stay="running"))
    _together(files)


def couple_hours_rule(files: tuple[CaseFile, CaseFile], due_in: int) -> None:
    """In good order but for the written warning of the hours rule."""
    del due_in
    for file in files:
        steady(file)
    _together(files, hours_rule_warned=False)


def couple_apart(files: tuple[CaseFile, CaseFile], due_in: int) -> None:
    """Still married, living each their place; one address is protected."""
    del due_in
    for file in files:
        steady(file)
    _together(files, apart=True)
    elsewhere, citizen = new_home(files[1].scene, in_area=False), files[1].citizen
    citizen.street, citizen.house_number, citizen.floor_and_door = (
        elsewhere.street,
        elsewhere.number,
        elsewhere.floor_and_door,
    )
    citizen.postcode, citizen.city, citizen.housing_area_id = elsewhere.postcode, elsewhere.city, None
    citizen.address_protected = True


def _together(files: tuple[CaseFile, CaseFile], *, hours_rule_warned: bool = True, apart: bool = False) -> None:
    scene = files[0].scene
    move_together(scene, files, add_months(scene.today, -scene.between(30, 120)), apart=apart)
    for file in files:
        file.citizen.children_at_home = scene.between(1, 3)
        if hours_rule_warned:
            _warn_of_hours_rule(file)


def _warn_of_hours_rule(file: CaseFile) -> None:
    # Six months before the rule's day, as the law asks; the rule set has that day as a fixed date.
    told = min(date(2006, 9, 27), file.scene.ago(60))
    warn(file, WarningKind.HOURS_RULE, max(workday(told), file.began))
