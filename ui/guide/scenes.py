"""The pictures of the guide."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from app.guide.filters import GuideFilters
from app.guide.target_group import TargetGroup
from ui.guide.guide_page import GuidePage
from ui.guide.offer import GUIDE_PAGE
from ui.operation import Road
from ui.pictured_case import case_in_queue
from ui.shell.offer import Scene

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

    from ui.shell.workplace import Workplace

_Dialog = TypeVar("_Dialog", bound="QDialog")

# Work is done on the spot while pictures are drawn: what was asked for is there in the next line.


def _page(workplace: Workplace) -> GuidePage:
    page = workplace.show_page(GUIDE_PAGE)
    assert isinstance(page, GuidePage)  # noqa: S101 - the room's own page.
    page.show_jobs(shown=False)
    return page


def _for_citizen(workplace: Workplace) -> GuidePage:
    page = _page(workplace)
    page.open_for(case_in_queue(workplace, "OFFER_REPEAT"))
    page.choose(replace(page.area.filters, industry=None))
    page.view.setFocus()
    page.view.go_to(0)
    return page


def _whole(workplace: Workplace) -> QWidget:
    page = _for_citizen(workplace)
    page.view.rows.tick(0)
    page.view.rows.tick(1)
    return page.window()


def _plain(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.open_without(GuideFilters(target_groups=frozenset({TargetGroup.UNDER_30})))
    page.view.setFocus()
    return page.window()


def _filters(workplace: Workplace) -> QWidget:
    page = _for_citizen(workplace)
    page.choose(replace(page.area.filters, free_places_only=True, start_within_weeks=8, language_level=3))
    page.filters.open()
    return page.window()


def _compare(workplace: Workplace) -> QWidget:
    from ui.guide.compare_dialog import CompareDialog

    page = _for_citizen(workplace)
    for place in range(3):
        page.view.rows.tick(place)
    page.panel.compare.click()
    return _opened(workplace, CompareDialog)


def _profile(workplace: Workplace) -> QWidget:
    from ui.guide.profile_dialog import ProfileDialog

    page = _for_citizen(workplace)
    page.panel.profile.click()
    dialog = _opened(workplace, ProfileDialog)
    dialog.show_tab(2)
    dialog.tabs[2].setFocus()
    return dialog


def _decision(workplace: Workplace) -> QWidget:
    from ui.guide.compare_dialog import CompareDialog

    _compare(workplace)
    _opened(workplace, CompareDialog).order.click()
    assert workplace.forms.dialog is not None  # noqa: S101 - it has just been opened.
    return workplace.forms.dialog


def _jobs(workplace: Workplace) -> QWidget:
    page = _for_citizen(workplace)
    page.show_jobs(shown=True)
    if not page.jobs.sent.rows.facts():
        _refer(workplace, page)
    page.jobs.table.setFocus()
    return page.window()


def _refer(workplace: Workplace, page: GuidePage) -> None:
    """Somebody has been sent to a vacancy before."""
    from app.guide.job_orders import ReferToJob, refer_to_job

    today, order = workplace.desk.clock.today(), page.jobs.shown()[1]
    assert page.citizen is not None  # noqa: S101 - it is opened for one.
    request = ReferToJob(page.citizen.case_id, order.id, today, today + timedelta(days=14))
    workplace.run(Road.WRITE, workplace.desk.use(refer_to_job, request), lambda _done: None)


def _referral(workplace: Workplace) -> QWidget:
    page = _for_citizen(workplace)
    page.show_jobs(shown=True)
    page.jobs.refer.click()
    assert workplace.forms.dialog is not None  # noqa: S101 - it has just been opened.
    return workplace.forms.dialog


def _opened(workplace: Workplace, kind: type[_Dialog]) -> _Dialog:
    return next(each for each in workplace.window.findChildren(kind) if each.isVisible())


def _close(workplace: Workplace) -> None:
    from ui.guide.compare_dialog import CompareDialog
    from ui.guide.profile_dialog import ProfileDialog

    for kind in (CompareDialog, ProfileDialog):
        for dialog in workplace.window.findChildren(kind):
            dialog.reject()
    page = _page(workplace)
    page.filters.close_card()
    page.open_without()


SCENES: Final = (
    Scene("guide", _whole, _close),
    Scene("guide-uden-borger", _plain, _close),
    Scene("guide-filtre", _filters, _close),
    Scene("guide-sammenlign", _compare, _close),
    Scene("guide-profil", _profile, _close),
    Scene("guide-beslutning", _decision, _close),
    Scene("guide-jobordrer", _jobs, _close),
    Scene("guide-henvis", _referral, _close),
    Scene("guide-lille", _whole, _close, small=True),
)
