"""Where the worker was is found again after a lock, and only what is still there."""

from __future__ import annotations

import pytest

from app.cases.drafts import DraftKey, KeepDraft, keep_draft
from app.cases.place import PLACE, KeepPlace, Place, forget_place, keep_place, read_place
from app.cases.settings import write_setting
from app.changes import Done
from app.work import Work
from tests.helpers.desk import Desk

FORM = DraftKey("talk", "case-1", None)


def _place(desk: Desk) -> Place | None:
    with desk.memory.reading() as session:
        return read_place(session)


def test_that_page_and_form_are_found_again_once(desk: Desk) -> None:
    assert _place(desk) is None
    place = Place("cases", "æblehaven", FORM)
    desk.do(keep_place, KeepPlace(place))
    assert _place(desk) == place
    desk.do(keep_place, KeepPlace(Place("queue")))
    assert _place(desk) == Place("queue")
    desk.do(forget_place, None)
    assert _place(desk) is None


def test_that_a_form_that_was_being_saved_is_come_back_to_only_with_its_draft(desk: Desk) -> None:
    desk.do(keep_place, KeepPlace(Place("queue", None, FORM), saving=True))
    assert _place(desk) == Place("queue")
    desk.do(keep_draft, KeepDraft(FORM, "{}"))
    desk.do(keep_place, KeepPlace(Place("queue", None, FORM), saving=True))
    assert _place(desk) == Place("queue", None, FORM)


@pytest.mark.parametrize(
    "text", ["", "x", "[]", "3", "{}", '{"page": "a"}', '{"page": "a", "inside": null, "form": [1]}']
)
def test_that_a_place_that_cannot_be_read_is_none(desk: Desk, text: str) -> None:
    def write(work: Work, request: str) -> Done:
        write_setting(work, PLACE, request)
        return Done("")

    desk.do(write, text)
    assert _place(desk) is None
