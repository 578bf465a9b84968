"""CPR number, note with headings, measures, and the parts of a long form."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.items import TODAY
from ui.forms.cpr_field import CprField
from ui.forms.headed_note import HeadedNote
from ui.forms.section import Section
from ui.forms.text_fields import TextLine
from ui.talks.measures_field import MeasuresField


@pytest.mark.parametrize(
    ("typed", "born", "problem"),
    [
        ("610375-1002", "1975", None),
        ("6103751002", "1975", None),
        ("6103", None, "Skriv CPR-nummeret med ti cifre."),
        ("711375-1002", None, "CPR-nummeret begynder med en dato, der ikke findes."),
        ("610375-5002", None, None),
    ],
)
def test_that_a_number_is_read_and_kept_as_it_was_typed(
    qtbot: QtBot, typed: str, born: str | None, problem: str | None
) -> None:
    field = CprField("CPR-nummer", TODAY)
    qtbot.addWidget(field)
    field.set_state(typed)
    assert field.state() == typed
    found = field.problem()
    assert (found is None) if problem is None else (found or "").startswith(problem)
    value = field.value()
    if born is not None:
        assert value is not None
        assert str(value.born.year) == born
    again = CprField("CPR-nummer", TODAY)
    qtbot.addWidget(again)
    again.set_value(value)
    assert (again.value() is None) == (value is None)


def test_that_half_a_number_is_no_error_until_the_field_is_left(qtbot: QtBot) -> None:
    field = CprField("CPR-nummer", TODAY)
    qtbot.addWidget(field)
    field.show()
    edit = field.findChild(QLineEdit)
    assert edit is not None
    edit.setText("6103")
    assert field.error() == ""
    edit.editingFinished.emit()
    assert field.error() == "Skriv CPR-nummeret med ti cifre."
    edit.setText("610375-1002")
    assert field.error() == ""
    assert edit.accessibleName() == "CPR-nummer"


def test_that_a_heading_without_text_is_left_out(qtbot: QtBot) -> None:
    note = HeadedNote("Notat", ("Fakta", "Prøvet", "Konklusion"))
    qtbot.addWidget(note)
    assert note.value() == ""
    note.set_value("Fakta:\nPrøvet: praktik\n\nKonklusion:\nKan arbejde\n  få timer")
    assert note.value() == "Prøvet: praktik\nKonklusion:\nKan arbejde\n  få timer"
    note.set_value("Egen tekst")
    assert note.value() == "Egen tekst"


def test_that_measures_are_one_text_and_come_back(qtbot: QtBot) -> None:
    field = MeasuresField("Fastholdelse, hvordan")
    qtbot.addWidget(field)
    assert field.value() == ""
    field.findChildren(QCheckBox)[1].click()
    other = field.findChild(QLineEdit)
    assert other is not None
    other.setText("Ny leder")
    assert field.value() == "Hjælpemidler; Ny leder"
    again = MeasuresField("Fastholdelse, hvordan")
    qtbot.addWidget(again)
    again.set_state(field.state())
    assert again.value() == field.value()
    assert other.accessibleName() == "Fastholdelse, hvordan: andet"


def test_that_a_part_folds_and_says_so_to_a_screen_reader(qtbot: QtBot, qapp: QApplication) -> None:
    section = Section("Ydelse", "kontanthjælp", folded=True)
    qtbot.addWidget(section)
    field = TextLine("Fra")
    section.add(field)
    section.show()
    heading = section.findChild(QPushButton)
    assert heading is not None
    assert (section.is_folded(), field.isVisible(), heading.accessibleName()) == (
        True,
        False,
        "Ydelse, foldet sammen",
    )
    heading.click()
    assert (section.is_folded(), field.isVisible(), heading.accessibleName()) == (False, True, "Ydelse, foldet ud")
    assert section.holds(field)
    assert heading.height() >= 24
