"""The forms of the team, as the desk for forms opens them. The dialogs are imported when one is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from app.cases.change_holders import change_holders
from app.cases.citizen_head import OpenedCase, open_case_form
from app.cases.exclusions import exclude
from app.cases.holder_form import HOLDER_FORM, OpenedHolders, open_holder_form
from app.cases.restrict_case import declare_conflict, restrict_case
from app.cases.team_forms import OpenedCover, OpenedRestriction, open_cover_form, open_restriction_form
from app.cases.workers import set_cover
from ui.forms.case_form import CaseForm

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from app.cases.drafts import DraftKey
    from app.work import Work
    from ui.forms.case_dialog import CaseDialog

COVER_FORM: Final = "cover"
EXCLUSION_FORM: Final = "exclusion"
RESTRICTION_FORM: Final = "restriction"
CONFLICT_FORM: Final = "conflict"


def holder_form(case_ids: Sequence[str] = ()) -> CaseForm[OpenedHolders]:
    """Return *Skift tovholder* for one case or many; without any, its draft says which."""

    def read(work: Work, key: DraftKey) -> OpenedHolders:
        return open_holder_form(work, key, case_ids)

    def make(opened: OpenedHolders, today: date, window: QWidget) -> CaseDialog:
        from ui.team.holder_dialog import HolderDialog

        return HolderDialog(opened, today, window)

    return CaseForm(HOLDER_FORM, read, make, change_holders)


def cover_form() -> CaseForm[OpenedCover]:
    """Return *Vikar*."""

    def make(opened: OpenedCover, today: date, window: QWidget) -> CaseDialog:
        from ui.team.cover_dialog import CoverDialog

        return CoverDialog(opened, today, window)

    return CaseForm(COVER_FORM, open_cover_form, make, set_cover)


def exclusion_form() -> CaseForm[OpenedCase]:
    """Return *Undtag fra resultatmål*."""

    def make(opened: OpenedCase, today: date, window: QWidget) -> CaseDialog:
        from ui.team.exclusion_dialog import ExclusionDialog

        return ExclusionDialog(opened, today, window)

    def read(work: Work, key: DraftKey) -> OpenedCase:
        return open_case_form(work, key, "Undtagelse fra resultatmål")

    return CaseForm(EXCLUSION_FORM, read, make, exclude)


def restriction_form() -> CaseForm[OpenedRestriction]:
    """Return *Spær sagen*."""

    def make(opened: OpenedRestriction, today: date, window: QWidget) -> CaseDialog:
        from ui.team.restriction_dialog import RestrictionDialog

        return RestrictionDialog(opened, today, window)

    return CaseForm(RESTRICTION_FORM, open_restriction_form, make, restrict_case)


def conflict_form() -> CaseForm[OpenedCase]:
    """Return *Jeg er inhabil*."""

    def make(opened: OpenedCase, today: date, window: QWidget) -> CaseDialog:
        from ui.team.conflict_dialog import ConflictDialog

        return ConflictDialog(opened, today, window)

    def read(work: Work, key: DraftKey) -> OpenedCase:
        return open_case_form(work, key, "Inhabilitet")

    return CaseForm(CONFLICT_FORM, read, make, declare_conflict)
