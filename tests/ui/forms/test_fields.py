"""The fields: value, error at the field, names for a screen reader, and the state of a draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from db.errors import Refused
from ui.forms.choice_fields import Choice, MultiChoice, SegmentedChoice, YesNoUnknown
from ui.forms.day_field import DayField
from ui.forms.field import Field
from ui.forms.form import Form
from ui.forms.number_field import NumberField
from ui.forms.text_fields import Note, TextLine

TODAY = date(2007, 3, 20)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


WORDS = {Colour.RED: "Rød", Colour.BLUE: "Blå"}


@pytest.fixture
def fields() -> dict[str, Field]:
    return {
        "line": TextLine("Linje"),
        "note": Note("Notat"),
        "day": DayField("Dato", TODAY, quick=(("+1 måned", "+1 mdr"),)),
        "choice": Choice("Valg", WORDS, empty="Vælg"),
        "segment": SegmentedChoice("Form", WORDS),
        "answer": YesNoUnknown("Deltid"),
        "number": NumberField("Timer", unit="timer om ugen", largest=37, decimals=1),
        "several": MultiChoice("Flere", WORDS),
    }


@pytest.fixture
def form(fields: dict[str, Field], qtbot: QtBot) -> Iterator[Form]:
    page = QWidget()
    column = QVBoxLayout(page)
    for field in fields.values():
        column.addWidget(field)
    qtbot.addWidget(page)
    page.show()
    # The page is kept until the test has ended; `qtbot` alone would let it go.
    yield Form(fields, page)
    page.close()


FILLED: dict[str, object] = {
    "line": "æøå",
    "note": "to\nlinjer",
    "day": "21.03.2007",
    "choice": "blue",
    "segment": "red",
    "answer": False,
    "number": "7,5",
    "several": ["red", "blue"],
}


def test_that_a_form_comes_back_from_its_draft(form: Form) -> None:
    for name, state in FILLED.items():
        form.fields[name].set_state(state)
    kept = form.to_json()
    form.reset()
    assert not form.is_touched()
    assert form.from_json(kept)
    assert form.values() == FILLED


def test_that_values_are_typed(form: Form, fields: dict[str, Field]) -> None:
    for name, state in FILLED.items():
        form.fields[name].set_state(state)
    found = {name: field.value() for name, field in fields.items()}  # type: ignore[attr-defined] # each kind has one.
    assert found == {
        "line": "æøå",
        "note": "to\nlinjer",
        "day": date(2007, 3, 21),
        "choice": Colour.BLUE,
        "segment": Colour.RED,
        "answer": False,
        "number": Decimal("7.5"),
        "several": (Colour.RED, Colour.BLUE),
    }


@pytest.mark.parametrize("name", list(FILLED))
def test_that_a_field_tells_of_a_change_and_gives_up_its_error(form: Form, name: str) -> None:
    told: list[int] = []
    field = form.fields[name]
    field.changed.connect(lambda: told.append(1))
    field.show_error("Forkert.")
    field.set_state(FILLED[name])
    assert told
    assert field.error() == ""


@pytest.mark.parametrize("broken", ["", "[]", '{"fields": 3}', "{"])
def test_that_a_draft_that_cannot_be_read_changes_nothing(form: Form, broken: str) -> None:
    assert not form.from_json(broken)
    assert not form.is_touched()


def test_that_a_draft_of_another_version_is_taken_as_far_as_it_goes(form: Form) -> None:
    assert form.from_json('{"fields": {"line": "kendt", "gone": 3, "day": 7, "segment": "green", "several": 1}}')
    assert form.values()["line"] == "kendt"
    assert form.values()["segment"] is None


def test_that_the_cursor_comes_back(form: Form, qtbot: QtBot) -> None:
    note = form.fields["note"]
    note.set_state("en lang sætning")
    note.take_focus()
    qtbot.waitUntil(note.has_focus)
    note.put_cursor(7)
    kept = form.to_json()
    form.fields["line"].take_focus()
    note.put_cursor(0)
    form.from_json(kept)
    assert note.has_focus()
    assert note.cursor_place() == 7


def test_that_a_refusal_stands_at_its_field_and_takes_the_focus(form: Form) -> None:
    assert form.show_refused(Refused("Skriv notatet.", field="note"))
    assert form.errors() == {"note": "Skriv notatet."}
    assert form.fields["note"].has_focus()
    assert form.fields["note"].focus_widget().accessibleDescription() == "Skriv notatet."
    assert not form.show_refused(Refused("Andet.", field="elsewhere"))
    assert form.errors() == {}


def test_that_what_cannot_be_read_is_shown_and_kept(form: Form) -> None:
    form.fields["day"].set_state("snart")
    form.fields["number"].set_state("40")
    assert not form.check()
    assert form.errors() == {
        "day": "Datoen kan ikke læses. Skriv den som 20.3.2007, 20.3, i dag eller +14.",
        "number": "Tallet kan højst være 37.",
    }
    assert form.values()["day"] == "snart"


def test_that_a_day_is_written_out_when_the_field_is_left(form: Form) -> None:
    day = form.fields["day"]
    day.take_focus()
    QTest.keyClicks(day.focus_widget(), "+14")
    QTest.keyClick(day.focus_widget(), Qt.Key.Key_Tab)
    edit = day.focus_widget()
    assert isinstance(edit, QLineEdit)
    assert edit.text() == "03.04.2007"


def test_that_a_quick_choice_writes_the_day(form: Form) -> None:
    button = next(each for each in form.fields["day"].findChildren(QPushButton) if each.text() == "+1 måned")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert form.values()["day"] == "20.04.2007"


def test_that_every_widget_has_a_name_and_each_label_its_field(form: Form) -> None:
    for field in form.fields.values():
        assert field.findChildren(QLabel)[0].buddy() is not None
        for widget in [*field.findChildren(QLineEdit), *field.findChildren(QPlainTextEdit)]:
            assert widget.accessibleName().startswith(field.label)
        for button in field.findChildren(QPushButton):
            assert button.accessibleName().startswith(field.label)


def test_that_tab_goes_through_the_form_and_out_of_it_again(form: Form) -> None:
    page = form.parent()
    assert isinstance(page, QWidget)
    form.fields["line"].take_focus()
    seen: list[QWidget | None] = []
    for _ in range(40):
        seen.append(page.focusWidget())
        focused = page.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if page.focusWidget() is seen[0]:
            break
    else:
        raise AssertionError("Tab never comes round")
    reached = {name for name, field in form.fields.items() if any(field.isAncestorOf(each) for each in seen if each)}
    assert reached == set(form.fields)
