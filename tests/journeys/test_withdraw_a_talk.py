"""A talk on the wrong citizen is withdrawn, and the deadline stands in the queue again, with the clicks counted."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from app.queue.item import QueueItem
from app.talks.hold_talk import HoldTalk, hold_talk
from db.values.talks import TalkForm
from tests.journeys.hand import Hand
from ui.citizen.citizen_view import CitizenView
from ui.operation import Road
from ui.start_flow import StartFlow

TODAY = date(2007, 3, 20)
MOST = 7
# Ctrl+K, the name and Enter: the row is gone from the queue, so that the citizen is searched for.
TO_FIND_THE_CITIZEN = 3


def test_that_a_withdrawn_talk_brings_the_deadline_back(demo: StartFlow, qtbot: QtBot) -> None:
    workplace = demo.workplace
    assert workplace is not None

    def due() -> list[QueueItem]:
        return [each for each in demo.page().shown_items() if each.kind == "CONTACT_DUE"]

    item = next(each for each in due() if each.match is not None)
    case_id = item.case_id or ""
    wrong = HoldTalk(case_id, TODAY, TalkForm.INDIVIDUAL, "Talte om bus.", "Ringer", date(2007, 5, 1), match_kept=True)
    workplace.run(Road.WRITE, workplace.desk.use(hold_talk, wrong), lambda _done: None)
    qtbot.waitUntil(lambda: item.key not in {each.key for each in due()}, timeout=20_000)
    workplace.show_citizen(case_id)
    page = workplace.show_page("citizen")
    assert isinstance(page, CitizenView)
    qtbot.waitUntil(lambda: page.name.full_text() == item.citizen, timeout=10_000)
    hand = Hand("Withdraw a talk", MOST)
    hand.count = TO_FIND_THE_CITIZEN
    place = next(n for n, each in enumerate(page.timeline.entries()) if (each.kind, each.day) == ("talk", TODAY))
    hand.choose(page.timeline.view, page.timeline.view.model().index(place, 0))
    qtbot.waitUntil(page.timeline.withdraw.isVisible, timeout=10_000)
    hand.click(page.timeline.withdraw)
    qtbot.waitUntil(lambda: workplace.forms.dialog is not None and workplace.forms.dialog.isVisible(), timeout=10_000)
    dialog = workplace.forms.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.form.fields["reason"].has_focus)
    hand.write(dialog.form.fields["reason"].focus_widget(), "Forkert borger")
    hand.press(dialog, "Træk tilbage")
    hand.done()
    qtbot.waitUntil(lambda: item.key in {each.key for each in due()}, timeout=20_000)

    def struck() -> bool:
        return any(each.kind == "talk" and each.withdrawn is not None for each in page.timeline.entries())

    qtbot.waitUntil(struck, timeout=10_000)
    # It can be taken back from the notice: the talk had closed no summons.
    qtbot.waitUntil(lambda: "trukket tilbage" in workplace.window.notice.text(), timeout=10_000)
    hand.press(workplace.window.notice, "Fortryd")
    qtbot.waitUntil(lambda: item.key not in {each.key for each in due()}, timeout=20_000)
