"""Couples under one roof, and the warnings of the ceiling and the hours rule."""

from __future__ import annotations

from datetime import date

from app.demo.case_file import CaseFile
from app.demo.scene import Scene
from db.rows.people import HouseholdMemberRow, HouseholdRow
from db.rows.talks import TalkRow, WarningRow
from db.values.cases import WarningKind
from db.values.people import HouseholdPart


def move_together(scene: Scene, files: tuple[CaseFile, ...], since: date, *, apart: bool = False) -> None:
    """Write a household of spouses; `apart` when they still are married and live each their place."""
    first = files[0]
    unit = first.worker.unit_id if first.worker is not None else scene.reference.units[0].key
    citizen = first.citizen
    household = scene.add(
        HouseholdRow(
            unit_id=unit,
            address_text=None if apart else f"{citizen.street} {citizen.house_number}, {citizen.floor_and_door}",
            from_on=since,
        )
    )
    for file in files:
        file.add(
            HouseholdMemberRow,
            household_id=household.id,
            part=HouseholdPart.SPOUSE,
            from_on=since,
            lives_apart=apart,
        )


def warn(file: CaseFile, kind: WarningKind, on: date, *, talk: TalkRow | None = None) -> None:
    """Write that the citizen was warned in writing and by word."""
    file.add(
        WarningRow,
        kind=kind,
        warned_on=on,
        warned_how="samtale og brev",
        in_writing=True,
        text_version="2",
        understood=True,
        talk_id=None if talk is None else talk.id,
    )
