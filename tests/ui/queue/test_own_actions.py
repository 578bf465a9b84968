"""What is done about a row without doing its work, from the panel to the store and back."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QPushButton

from app.queue.item import Lane, QueueItem
from tests.ui.items import TODAY, item
from tests.ui.queue.conftest import AtWork
from ui.forms.short_dialog import ShortDialog
from ui.queue.actions import Action, actions_for, next_step, snooze_help
from ui.queue.queue_page import QueuePage
from ui.shell.case_action import CaseAction
from ui.theme.theme import Theme


def _dialog(at_work: AtWork) -> ShortDialog:
    return next(each for each in at_work.page.findChildren(ShortDialog) if each.isVisible())


def _some(at_work: AtWork, *, late: bool, consequence: int) -> QueueItem:
    return next(
        each
        for each in at_work.page.shown_items()
        if each.case_id
        and each.lane in ({Lane.OVERDUE} if late else {Lane.THIS_WEEK, Lane.FOUR_WEEKS})
        and each.consequence == consequence
    )


def test_that_only_what_somebody_does_has_a_button(theme: Theme) -> None:
    contact, own = item(0), frozenset((*Action, *CaseAction))
    assert actions_for(contact, (), "me") == ()
    assert actions_for(contact, own, "me")[0] is CaseAction.HOLD_TALK
    assert next_step(contact, own) is CaseAction.HOLD_TALK
    assert CaseAction.HOLD_TALK not in actions_for(item(0, kind="ORDER_UNANSWERED"), own, "me")
    assert next_step(item(0, kind="ORDER_UNANSWERED"), own) is None
    page = QueuePage(theme)
    page.show_queue((contact,), TODAY)
    assert not [each for each in page.why.findChildren(QPushButton) if each.isVisibleTo(page)]
    page.deleteLater()


def test_that_a_citizens_right_is_never_said_to_be_put_off() -> None:
    assert snooze_help(item(0), TODAY) == "Fristen ændres ikke."
    assert "borgerens ret" in snooze_help(item(3), TODAY)
    assert "Senere" in snooze_help(item(3, consequence=3), TODAY)


def test_that_an_overdue_right_is_remembered_and_its_deadline_stays(at_work: AtWork) -> None:
    late = _some(at_work, late=True, consequence=1)
    at_work.choose(late)
    at_work.press("Påmind mig …")
    dialog = _dialog(at_work)
    at_work.press("Om en uge", dialog)
    at_work.press("Gem", dialog)
    assert at_work.page.notice.text() == "Du bliver påmindet 27.03.2007. Fristen ændres ikke."
    after = at_work.item(late.key)
    assert after is not None
    assert (after.snoozed_until, after.due_on) == (TODAY + timedelta(7), late.due_on)
    chosen = at_work.page.view.chosen()
    assert chosen is not None
    assert chosen.key == late.key
    at_work.press("Fortryd")
    undone = at_work.item(late.key)
    assert undone is not None
    assert undone.snoozed_until is None


def test_that_a_wrong_day_is_said_at_its_field(at_work: AtWork) -> None:
    at_work.choose(_some(at_work, late=True, consequence=1))
    at_work.press("Påmind mig …")
    dialog = _dialog(at_work)
    at_work.press("Gem", dialog)
    assert dialog.form.errors() == {"until_on": "Skriv en dato."}
    dialog.form.fields["until_on"].set_state("19.3.2007")
    at_work.press("Gem", dialog)
    assert dialog.form.errors() == {"until_on": "Vælg en dag efter i dag."}
    assert dialog.isVisible()
    dialog.reject()


def test_that_a_row_goes_to_a_colleague_and_back(at_work: AtWork) -> None:
    row = _some(at_work, late=True, consequence=1)
    at_work.choose(row)
    at_work.press("Overfør til …")
    dialog = _dialog(at_work)
    at_work.press("Gem", dialog)
    assert dialog.form.errors() == {"to_worker_id": "Vælg en kollega."}
    box = dialog.form.fields["to_worker_id"].focus_widget()
    box.setCurrentIndex(1)  # type: ignore[attr-defined] # It is a box of choices.
    at_work.press("Gem", dialog)
    assert "reason" in dialog.form.errors()
    dialog.form.fields["reason"].set_state("Ferie")
    at_work.press("Gem", dialog)
    assert "overført" in at_work.page.notice.text()
    assert at_work.item(row.key) is None
    at_work.press("Fortryd")
    assert at_work.item(row.key) is not None


def test_that_an_own_reminder_stands_in_the_queue_until_it_is_done(at_work: AtWork) -> None:
    at_work.choose(_some(at_work, late=True, consequence=1))
    at_work.press("Egen påmindelse …")
    dialog = _dialog(at_work)
    dialog.form.fields["text"].set_state("Husk nøglen")
    dialog.form.fields["remind_on"].set_state("i dag")
    at_work.press("Gem", dialog)
    reminder = next(each for each in at_work.page.shown_items() if "Husk nøglen" in each.label)
    at_work.choose(reminder)
    at_work.press("Udført")
    assert at_work.item(reminder.key) is None


def test_that_what_was_done_elsewhere_leaves_the_queue_and_can_come_back(at_work: AtWork) -> None:
    row = _some(at_work, late=True, consequence=1)
    at_work.choose(row)
    at_work.press("Behandlet andetsteds …")
    dialog = _dialog(at_work)
    at_work.press("Gem", dialog)
    assert "note" in dialog.form.errors()
    dialog.form.fields["note"].set_state("Holdt i Borgerservice")
    at_work.press("Gem", dialog)
    assert at_work.item(row.key) is None
    at_work.press("Fortryd")
    assert at_work.item(row.key) is not None


def test_that_a_talk_is_asked_for_by_name_with_its_row(at_work: AtWork) -> None:
    row = next(each for each in at_work.page.shown_items() if each.kind == "CONTACT_DUE")
    at_work.choose(row)
    at_work.press("Registrér samtale")
    at_work.press("Telefonnotat")
    assert at_work.wanted == [("talk", row), ("phone_note", row)]
