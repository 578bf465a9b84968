"""The open program: its pages, its keys, and what is done about a case from anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from db.errors import Refused
from ui.operation import Road
from ui.pictured_case import row_in_queue
from ui.shell.case_action import WORDS, CaseAction
from ui.shell.navigation import QUEUE_PAGE
from ui.shell.offer import PageOffer, RoomOffer, Subject
from ui.shell.workplace import Workplace
from ui.talks.talk_dialog import TalkDialog
from ui.theme.icons import Icon


def test_that_every_page_of_the_navigation_opens_and_is_marked(workplace: Workplace) -> None:
    for page in workplace.pages():
        if not page.in_navigation:
            continue
        QTest.mouseClick(workplace.window.navigation.button(page.name), Qt.MouseButton.LeftButton)
        assert workplace.shown_page() == page.name
        assert workplace.window.navigation.button(page.name).isChecked()
        assert not workplace.window.navigation.button(QUEUE_PAGE).isChecked()
    QTest.mouseClick(workplace.window.navigation.button(QUEUE_PAGE), Qt.MouseButton.LeftButton)
    assert workplace.shown_page() == QUEUE_PAGE
    # Pressing it again lets it stay.
    QTest.mouseClick(workplace.window.navigation.button(QUEUE_PAGE), Qt.MouseButton.LeftButton)
    assert workplace.window.navigation.button(QUEUE_PAGE).isChecked()


def test_that_a_page_is_made_once_when_it_is_first_shown(workplace: Workplace) -> None:
    made: list[str] = []

    def make(_workplace: Workplace) -> QLabel:
        made.append("made")
        return QLabel("Side")

    room = RoomOffer(pages=(PageOffer("side", "Side", Icon.CASES, make, 1),))
    own = Workplace(workplace.desk, workplace.window, rooms=(room,))
    assert not made
    first = own.show_page("side")
    own.show_page(QUEUE_PAGE)
    assert own.show_page("side") is first
    assert made == ["made"]


def test_that_an_action_about_a_row_opens_the_form_that_fits_it(workplace: Workplace) -> None:
    row = row_in_queue(workplace, "CONTACT_DUE")
    workplace.do(CaseAction.HOLD_TALK, Subject((row.case_id or "",), row))
    assert isinstance(workplace.forms.dialog, TalkDialog)
    key = workplace.forms.key()
    assert key is not None
    assert key.case_id == row.case_id


def test_that_what_no_room_offers_does_nothing(workplace: Workplace) -> None:
    bare = Workplace(workplace.desk, workplace.window, rooms=())
    bare.do(CaseAction.HOLD_TALK, Subject(("nobody",)))
    assert bare.forms.dialog is None
    assert bare.offered() == frozenset()


def test_that_the_end_of_work_is_told_once_and_last_however_it_went(workplace: Workplace) -> None:
    told: list[object] = []

    def refused() -> None:
        raise Refused("Det går ikke.")

    workplace.run(Road.READ, lambda: "læst", told.append, ended=lambda: told.append("slut"))
    workplace.run(Road.READ, refused, told.append, ended=lambda: told.append(workplace.window.notice.text()))
    assert told == ["læst", "slut", "Det går ikke."]


def test_that_every_action_has_words() -> None:
    assert set(WORDS) == set(CaseAction)
