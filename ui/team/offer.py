"""What the room offers: Who holds which case, cover, exclusions and closed cases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.cases.holder_form import HOLDER_FORM
from ui.shell.case_action import CaseAction
from ui.shell.offer import CommandOffer, PageOffer, RoomOffer, Scene, Subject
from ui.team.team_forms import (
    CONFLICT_FORM,
    COVER_FORM,
    EXCLUSION_FORM,
    RESTRICTION_FORM,
    conflict_form,
    cover_form,
    exclusion_form,
    holder_form,
    restriction_form,
)
from ui.theme.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.shell.workplace import Workplace

TEAM_PAGE: Final = "team"


def _make(workplace: Workplace) -> QWidget:
    from ui.team.team_page import TeamPage

    return TeamPage(workplace)


def _change_holder(workplace: Workplace, subject: Subject) -> None:
    one = subject.case_ids[0] if len(subject.case_ids) == 1 else None
    workplace.forms.open(holder_form(subject.case_ids), one)


def _exclude(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(exclusion_form(), subject.case_id)


def _restrict(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(restriction_form(), subject.case_id)


def _declare_conflict(workplace: Workplace, subject: Subject) -> None:
    workplace.forms.open(conflict_form(), subject.case_id)


def _write_cover(workplace: Workplace) -> None:
    workplace.forms.open(cover_form())


def _begin(workplace: Workplace) -> None:
    from ui.team.saved_undo import SavedUndo

    SavedUndo(workplace)


def _scenes() -> tuple[Scene, ...]:
    from ui.team.scenes import SCENES

    return SCENES


OFFER: Final = RoomOffer(
    pages=(PageOffer(TEAM_PAGE, "Team", Icon.TEAM, _make, 50, "Ctrl+5"),),
    case_actions={
        CaseAction.CHANGE_HOLDER: _change_holder,
        CaseAction.EXCLUDE: _exclude,
        CaseAction.RESTRICT: _restrict,
        CaseAction.DECLARE_CONFLICT: _declare_conflict,
    },
    commands=(CommandOffer("cover", "Ny vikar", _write_cover, "ferie fravær afløser køen"),),
    forms={
        HOLDER_FORM: holder_form,
        COVER_FORM: cover_form,
        EXCLUSION_FORM: exclusion_form,
        RESTRICTION_FORM: restriction_form,
        CONFLICT_FORM: conflict_form,
    },
    begin=_begin,
    scenes=_scenes,
)
