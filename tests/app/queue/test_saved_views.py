"""Views of a list that are kept under a name."""

from __future__ import annotations

import pytest

from app.queue.saved_views import (
    BringBackView,
    RemoveView,
    RenameView,
    SavedView,
    SaveView,
    bring_back_view,
    remove_view,
    rename_view,
    save_view,
    saved_views,
)
from db.rows.own import SavedViewRow
from tests.helpers.desk import Desk

MINE = '{"whose": "mine"}'


def _names(desk: Desk, screen: str = "queue") -> list[str]:
    return [view.name for view in _views(desk, screen)]


def _views(desk: Desk, screen: str = "queue") -> tuple[SavedView, ...]:
    with desk.memory.reading() as session:
        return saved_views(session, desk.me, screen)


def _save(desk: Desk, name: str, settings: str = MINE, screen: str = "queue") -> str:
    return desk.do(save_view, SaveView(screen, name, settings)).id


def test_that_views_come_back_by_name_and_each_screen_has_its_own(desk: Desk) -> None:
    for name in ("Øst", "  Unge   under 25 ", "Årsmål"):
        _save(desk, name)
    _save(desk, "Øst", screen="cases")
    assert _names(desk) == ["Unge under 25", "Øst", "Årsmål"]
    assert [(view.name, view.settings) for view in _views(desk, "cases")] == [("Øst", MINE)]


def test_that_a_colleagues_views_are_not_shown_and_cannot_be_touched(desk: Desk) -> None:
    view_id = _save(desk, "Mine")
    me, desk.me = desk.me, desk.colleague
    assert _names(desk) == []
    desk.refuses(remove_view, RemoveView(view_id), code="unknown_row", field="view_id")
    desk.refuses(rename_view, RenameView(view_id, "Nyt"), code="unknown_row", field="view_id")
    _save(desk, "Mine")
    desk.me = me
    assert _names(desk) == ["Mine"]


def test_that_a_name_is_asked_for_once_and_may_be_saved_over(desk: Desk) -> None:
    view_id = _save(desk, "Mine")
    desk.refuses(save_view, SaveView("queue", " ", MINE), code="missing", field="name")
    desk.refuses(save_view, SaveView("queue", "x" * 61, MINE), code="too_long", field="name")
    desk.refuses(save_view, SaveView("queue", "MINE", "{}"), code="name_taken", field="name")
    assert desk.do(save_view, SaveView("queue", "MINE", "{}", over=True)).id == view_id
    assert [(view.name, view.settings) for view in _views(desk)] == [("MINE", "{}")]


def test_that_a_view_can_be_renamed_but_not_to_the_name_of_another(desk: Desk) -> None:
    first, _second = _save(desk, "Første"), _save(desk, "Anden")
    desk.refuses(rename_view, RenameView(first, "anden"), code="name_taken", field="name")
    desk.do(rename_view, RenameView(first, "FØRSTE"))
    assert _names(desk) == ["Anden", "FØRSTE"]


def test_that_removing_can_be_undone_until_another_has_the_name(desk: Desk) -> None:
    view_id = _save(desk, "Mine")
    changes = desk.do(remove_view, RemoveView(view_id)).changes
    assert changes.kinds == {"saved_view"}
    assert _names(desk) == []
    desk.refuses(remove_view, RemoveView(view_id), code="unknown_row", field="view_id")
    desk.do(bring_back_view, BringBackView(view_id))
    assert _names(desk) == ["Mine"]
    desk.do(remove_view, RemoveView(view_id))
    _save(desk, "Mine")
    desk.refuses(bring_back_view, BringBackView(view_id), code="name_taken", field="name")
    assert desk.count(SavedViewRow) == 2


def test_that_what_is_no_object_is_a_bug_of_the_screen(desk: Desk) -> None:
    with pytest.raises(ValueError, match="JSON object"):
        _save(desk, "Mine", "[]")


def test_that_nobody_keeps_no_views(desk: Desk) -> None:
    desk.me = ""
    desk.refuses(save_view, SaveView("queue", "Mine", MINE), code="no_worker", field=None)
