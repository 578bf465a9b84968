"""The pictures of Min produktion."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QDialog, QWidget

from app.queue.facets import Facet
from app.queue.filters import Chosen, Group, Whose
from ui.forms.short_dialog import ShortDialog
from ui.queue.actions import Action
from ui.queue.indicator_cards import FigureCard
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import Scene

if TYPE_CHECKING:
    from ui.queue.queue_page import QueuePage
    from ui.shell.workplace import Workplace


def _page(workplace: Workplace) -> QueuePage:
    from ui.queue.queue_page import QueuePage

    page = workplace.show_page(QUEUE_PAGE)
    assert isinstance(page, QueuePage)  # noqa: S101 - the first page is the list.
    page.notice.hide()
    return page


def _whole(workplace: Workplace) -> QWidget:
    _page(workplace).choose_view(Chosen(Whose.MINE))
    return workplace.window


def _plans(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.choose_view(Chosen(Whose.MINE, Group.PLANS))
    page.notice.say("Påmindelsen er gemt.", lambda: None)
    return workplace.window


def _narrowed(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    filters = {Facet.MATCH: frozenset({"4", "5"}), Facet.AGE: frozenset({"30-49", "50+"})}
    page.choose_view(Chosen(Whose.MINE, filters=filters))
    page.view.mark_all()
    return workplace.window


def _filters(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    page.choose_view(Chosen(Whose.MINE, filters={Facet.MATCH: frozenset({"4", "5"})}))
    page.show_filters()
    return workplace.window


def _close_filters(workplace: Workplace) -> None:
    page = _page(workplace)
    if page.panel is not None:
        page.panel.put_away()
    page.view.unmark()
    page.choose_view(Chosen(Whose.MINE))


def _form(action: Action) -> Scene:
    names = {
        Action.REMIND_ME: "paamind",
        Action.HAND_OVER: "overfoer",
        Action.OWN_REMINDER: "egen-paamindelse",
        Action.DONE_ELSEWHERE: "andetsteds",
    }

    def show(workplace: Workplace) -> QWidget:
        page = _page(workplace)
        page.choose_view(Chosen(Whose.MINE))
        page.why.action_pressed.emit(action, page.view.chosen())
        return _opened(page, ShortDialog)

    return Scene(f"koe-{names[action]}", show, _close)


def _figure(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    assert page.day is not None  # noqa: S101 - pictures are drawn with work done on the spot.
    page.day.cards.findChildren(FigureCard)[1].click()
    return _opened(page, QDialog)


def _own_results(workplace: Workplace) -> QWidget:
    page = _page(workplace)
    assert page.work is not None  # noqa: S101 - the worker has sat down.
    page.work.show_own_results()
    return _opened(page, QDialog)


def _procedure(workplace: Workplace) -> QWidget:
    from app.procedures.procedure import procedure_for
    from app.procedures.reader import standard_procedures

    page = _page(workplace)
    procedure = procedure_for("CONTACT_DUE", 4, standard_procedures())
    assert page.work is not None  # noqa: S101 - the worker has sat down.
    assert procedure is not None  # noqa: S101 - it comes with the program.
    page.work.show_procedure(procedure)
    return _opened(page, QDialog)


def _opened(page: QWidget, kind: type[QDialog]) -> QDialog:
    return next(each for each in page.findChildren(kind) if each.isVisible())


def _close(workplace: Workplace) -> None:
    for dialog in _page(workplace).findChildren(QDialog):
        dialog.reject()


SCENES: Final = (
    Scene("koe-dagen", _whole),
    Scene("koe-lille", _whole, small=True),
    Scene("koe-jobplaner", _plans, _close_filters, small=True),
    Scene("koe-valgte", _narrowed, _close_filters),
    Scene("koe-filtre", _filters, _close_filters),
    Scene("koe-maal", _figure, _close),
    Scene("koe-mine-resultater", _own_results, _close),
    Scene("koe-arbejdsgang", _procedure, _close),
    *(_form(action) for action in (Action.REMIND_ME, Action.HAND_OVER, Action.OWN_REMINDER, Action.DONE_ELSEWHERE)),
)
