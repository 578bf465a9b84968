"""A group talk from the invitation to each one's own talk; only that one fulfils the duty. Clicks counted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from db.rows.talks import AttendanceRow, TalkRow
from db.values.talks import AttendanceKind, TalkForm
from tests.journeys.hand import Hand
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.start_flow import StartFlow
from ui.talks.groups_page import GroupsPage
from ui.talks.letters_dialog import LettersDialog
from ui.talks.summon_dialog import SummonDialog
from ui.talks.talk_dialog import TalkDialog
from ui.talks.talk_fields import MatchAnswer

# The whole afternoon of three citizens: to invite 7, to tick 4, to give times 1, to register one talk 8.
MOST = 20


def test_that_a_group_is_invited_ticked_and_followed_by_a_talk_each(demo: StartFlow, qtbot: QtBot) -> None:
    workplace = demo.workplace
    assert workplace is not None
    due = [each for each in demo.page().shown_items() if each.kind == "CONTACT_DUE" and each.agreed is None]
    cases = tuple(dict.fromkeys(each.case_id or "" for each in due))[:3]
    hand = Hand("W3 Group talk: invite three, tick, give times, register one talk", MOST)

    # The citizens are marked in a list of another room; from there on it is counted.
    workplace.do(CaseAction.SUMMON, Subject(cases))
    qtbot.waitUntil(lambda: workplace.forms.dialog is not None and workplace.forms.dialog.isVisible(), timeout=20_000)
    summoning = workplace.forms.dialog
    assert isinstance(summoning, SummonDialog)
    hand.press(summoning, "Hold")
    hand.write(summoning.fields.theme.focus_widget(), "Job i service")
    hand.write(_emptied(summoning.fields.meets_on.focus_widget()), "i dag")
    hand.press(summoning, "Gem og udskriv")
    qtbot.waitUntil(lambda: bool(_letters(workplace.window)), timeout=20_000)
    assert _letters(workplace.window)[0].names.count() == 3
    hand.press(_letters(workplace.window)[0], "Luk")

    hand.click(workplace.window.navigation.button("groups"))
    page = workplace.window.findChild(GroupsPage)
    assert isinstance(page, GroupsPage)
    qtbot.waitUntil(lambda: page.opened() is not None and page.save.isVisible(), timeout=20_000)
    qtbot.waitUntil(page.marks.button(cases[0], AttendanceKind.ABSENT_WITH_NOTICE).isVisible, timeout=20_000)
    hand.click(page.marks.button(cases[0], AttendanceKind.ABSENT_WITH_NOTICE))
    hand.click(page.all_came)
    hand.click(page.save)
    qtbot.waitUntil(page.give.isVisible, timeout=20_000)
    hand.click(page.give)
    qtbot.waitUntil(lambda: bool(_registering(page)), timeout=20_000)

    hand.click(_registering(page)[0])
    qtbot.waitUntil(lambda: isinstance(workplace.forms.dialog, TalkDialog), timeout=20_000)
    talk = workplace.forms.dialog
    assert isinstance(talk, TalkDialog)
    qtbot.waitUntil(talk.fields.note.has_focus, timeout=20_000)
    # The form of the talk is known from its time.
    assert talk.fields.form.value() is TalkForm.INDIVIDUAL
    hand.write(talk.focusWidget(), "Talte om rengøring.")
    hand.click(talk.fields.match.button(MatchAnswer.KEPT))
    QTest.keyClick(talk.focusWidget(), Qt.Key.Key_Tab)
    hand.write(talk.focusWidget(), "Søger to stillinger")
    hand.press(talk, "+2 måneder")
    hand.press(talk, "Gem samtale")
    hand.done()

    qtbot.waitUntil(lambda: len(_held(demo, cases)) == 1, timeout=20_000)
    (talk_row,) = _held(demo, cases)

    def due_now() -> set[str | None]:
        return {each.case_id for each in demo.page().shown_items() if each.kind == "CONTACT_DUE"} & set(cases)

    # The two who have had no talk of their own are still due, though one of them was at the meeting.
    qtbot.waitUntil(lambda: due_now() == set(cases) - {talk_row.case_id}, timeout=20_000)
    assert _attendances(demo) == ["absent_with_notice", "came", "came"]


def _held(demo: StartFlow, cases: tuple[str, ...]) -> list[TalkRow]:
    assert demo.store is not None
    with demo.store.reading() as session:
        query = select(TalkRow).where(TalkRow.case_id.in_(cases), TalkRow.summons_id.is_not(None))
        return list(session.scalars(query))


def _attendances(demo: StartFlow) -> list[str]:
    assert demo.store is not None
    with demo.store.reading() as session:
        return sorted(str(each) for each in session.scalars(select(AttendanceRow.kind)))


def _letters(window: QWidget) -> list[LettersDialog]:
    return [each for each in window.findChildren(LettersDialog) if each.isVisible() and each.paper.sheets()]


def _registering(page: GroupsPage) -> list[QPushButton]:
    buttons = page.marks.findChildren(QPushButton)
    return [each for each in buttons if each.text() == "Registrér samtale" and each.isVisible()]


def _emptied(line: QWidget) -> QLineEdit:
    assert isinstance(line, QLineEdit)
    line.selectAll()
    return line
