"""Sager in the window, on the invented people's store: typed, sorted, marked, kept, exported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from sqlalchemy import select

from app.cases.caseload_choice import CaseloadChoice, Filters, Scope
from app.cases.caseload_index import CaseloadIndex
from app.cases.caseload_row import CaseColumn
from app.cases.restrict_case import RestrictCase, restrict_case
from db.rows.local import UsageLogRow
from db.values.people import UsageKind
from tests.helpers.window import button_saying
from ui.cases.case_columns import HEADINGS
from ui.cases.caseload_model import COLUMNS
from ui.cases.cases_page import CasesPage
from ui.cases.list_output import as_html
from ui.operation import Road
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace


@pytest.fixture
def page(workplace: Workplace) -> CasesPage:
    QTest.mouseClick(workplace.window.navigation.button("cases"), Qt.MouseButton.LeftButton)
    assert workplace.shown_page() == "cases"
    shown = workplace.show_page("cases")
    assert isinstance(shown, CasesPage)
    return shown


def names(page: CasesPage) -> list[str]:
    return [row.name for row in page.view.rows.shown()]


def mark(page: CasesPage, places: Sequence[int]) -> None:
    page.view.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for place in places:
        page.view.selectionModel().select(page.view.rows.index(place, 0), flags.Select | flags.Rows)


def heading(page: CasesPage, column: CaseColumn) -> None:
    """Press the heading of a column."""
    header = page.view.horizontalHeader()
    place = header.sectionViewportPosition(COLUMNS.index(column)) + 20
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 10))


def logged(workplace: Workplace, kind: UsageKind) -> list[tuple[str, int]]:
    with workplace.desk.store.reading() as session:
        rows = session.scalars(select(UsageLogRow).where(UsageLogRow.kind == kind).order_by(UsageLogRow.seq))
        return [(row.purpose, row.count) for row in rows]


def test_that_the_model_keeps_qts_rules_whatever_is_shown(page: CasesPage) -> None:
    tester = QAbstractItemModelTester(page.view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    for choice in (
        CaseloadChoice(Scope.ALL),
        CaseloadChoice(Scope.ALL, together=True, sort_by=CaseColumn.DEADLINE, descending=True),
        CaseloadChoice(Scope.ALL, text="nobody of that name"),
        CaseloadChoice(Scope.CLOSED),
    ):
        page.choose(choice)
    assert isinstance(tester.model(), QAbstractItemModel)
    everything = page.view.rows.index(0, 0) if page.view.rows.rowCount() else None
    assert everything is None or isinstance(everything.data(), str)


def test_that_one_types_and_the_list_follows_and_the_marks_stay(page: CasesPage) -> None:
    QTest.mouseClick(page.scopes.button(Scope.ALL), Qt.MouseButton.LeftButton)
    everybody = names(page)
    assert page.scopes.button(Scope.ALL).text() == f"Alle {len(everybody)}"
    assert len(names(page)) > len(everybody) // 2
    mark(page, (0, 3))
    wanted = [everybody[0], everybody[3]]
    part = everybody[3].split()[0][:4]
    QTest.keyClicks(page.text, part)
    assert everybody[3] in names(page)
    assert len(names(page)) < len(everybody)
    assert everybody[3] in [row.name for row in page.view.marked_rows()]
    # Esc empties the line; the row that was out of sight is no longer marked, so that nobody is acted on unseen.
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert names(page) == everybody
    assert {row.name for row in page.view.marked_rows()} <= set(wanted)
    QTest.keyClicks(page.text, "xqz")
    assert names(page) == []
    assert page.empty_text() == "Ingen passer til det, du har skrevet eller valgt."


def test_that_a_heading_sorts_and_sorts_the_other_way(page: CasesPage) -> None:
    page.choose(CaseloadChoice(Scope.ALL))
    heading(page, CaseColumn.DEADLINE)
    model = page.view.rows
    deadlines = [page._deadlines.get(row.case_id) for row in model.shown()]
    known = [each.act_by for each in deadlines if each is not None]
    assert known == sorted(known)
    assert None in deadlines
    assert deadlines[: len(known)].count(None) == 0
    column = COLUMNS.index(CaseColumn.DEADLINE)
    assert model.headerData(column, Qt.Orientation.Horizontal) == "Næste frist ↓"
    heading(page, CaseColumn.DEADLINE)
    assert model.headerData(column, Qt.Orientation.Horizontal) == "Næste frist ↑"
    assert page.choice.descending


def test_that_filters_show_as_chips_that_are_taken_away_one_by_one(page: CasesPage) -> None:
    page.choose(CaseloadChoice(Scope.ALL))
    everybody = len(names(page))
    QTest.mouseClick(button_saying(page, "Filtre"), Qt.MouseButton.LeftButton)
    assert page.filters.isVisible()
    page.filters.match.set_value((4, 5))
    page.filters.idle.focus_widget().setFocus()
    QTest.keyClicks(page.filters.idle.focus_widget(), "10")
    assert page.chips.texts() == ("Match 4, 5", "Uden aktivitet i over 10 dage")
    narrowed = len(names(page))
    assert 0 < narrowed < everybody
    assert {row.match for row in page.view.rows.shown()} <= {4, 5}
    QTest.keyClick(page.filters, Qt.Key.Key_Escape)
    assert not page.filters.isVisible()
    QTest.mouseClick(page.chips.chip("Match 4, 5"), Qt.MouseButton.LeftButton)
    assert page.chips.texts() == ("Uden aktivitet i over 10 dage",)
    assert page.choice.filters == Filters(idle_over=10)
    QTest.mouseClick(page.chips.chip("Uden aktivitet i over 10 dage"), Qt.MouseButton.LeftButton)
    assert len(names(page)) == everybody
    assert not page.chips.isVisible()


def test_that_columns_and_views_are_kept_in_the_store(page: CasesPage, workplace: Workplace) -> None:
    page.columns.box(CaseColumn.WEIGHT).setChecked(True)
    page.columns.box(CaseColumn.PLACEMENT).setChecked(False)
    up = next(each for each in page.columns.findChildren(QPushButton) if each.accessibleName() == "Flyt Match: Op")
    up.click()
    page.choose(CaseloadChoice(Scope.ALL, filters=Filters(without_plan=True), sort_by=CaseColumn.IDLE))
    QTest.mouseClick(button_saying(page, "Visninger"), Qt.MouseButton.LeftButton)
    page.views.keep.click()
    assert page.views.name.error() == "Skriv et navn til visningen."
    QTest.keyClicks(page.views.name.focus_widget(), "Uden plan")
    page.views.keep.click()
    again = CasesPage(workplace)
    again.setParent(workplace.window)
    again.show()
    shown = again.view.shown_columns()
    assert CaseColumn.WEIGHT in shown
    assert CaseColumn.PLACEMENT not in shown
    assert shown.index(CaseColumn.MATCH) == 1
    view = next(each for each in again.views.findChildren(QPushButton) if each.text() == "Uden plan")
    view.click()
    assert again.choice == replace(page.choice, text="")
    wanted = "Fjern visningen Uden plan"
    away = next(each for each in again.views.findChildren(QPushButton) if each.accessibleName() == wanted)
    away.click()
    assert "Uden plan" in workplace.window.notice.text()
    assert not [
        each for each in again.views.findChildren(QPushButton) if each.text() == "Uden plan" and each.isVisible()
    ]
    again.hide()
    again.deleteLater()


def test_that_couples_stand_together_on_one_ground(page: CasesPage) -> None:
    page.choose(CaseloadChoice(Scope.ALL))
    page.together.click()
    model = page.view.rows
    places = [place for place in range(model.rowCount()) if model.is_together(place)]
    assert places
    for place in places[::2]:
        assert model.row(place).household == model.row(place + 1).household
        assert not model.ends_group(place)


def test_that_the_marked_ones_go_to_the_action_and_one_of_them_is_opened(
    page: CasesPage, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[CaseAction, Subject]] = []
    opened: list[str] = []
    monkeypatch.setattr(workplace, "do", lambda action, subject: done.append((action, subject)))
    monkeypatch.setattr(workplace, "show_citizen", opened.append)
    page.choose(CaseloadChoice(Scope.ALL))
    assert not page.bar.change_holder.isEnabled()
    mark(page, (1, 2))
    assert page.bar.change_holder.text() == "Skift tovholder for 2 …"
    QTest.mouseClick(page.bar.change_holder, Qt.MouseButton.LeftButton)
    cases = tuple(row.case_id for row in page.view.marked_rows())
    assert done == [(CaseAction.CHANGE_HOLDER, Subject(cases))]
    page.view.selectRow(4)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert opened == [page.view.rows.row(4).case_id]


def test_that_what_is_on_the_screen_is_exported_and_logged(
    page: CasesPage, workplace: Workplace, tmp_path: Path
) -> None:
    page.choose(CaseloadChoice(Scope.ALL, text=names(page)[0].split()[0]))
    shown = names(page)
    dialog = page.output.ask_for_file(page.on_screen())
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "xlsx"
    # An ending that is left out is that of the kind that was chosen.
    dialog.filterSelected.emit(dialog.nameFilters()[1])
    assert dialog.defaultSuffix() == "csv"
    dialog.close()
    page.output.write(page.on_screen(), tmp_path / "sager.csv")
    head, *lines = (tmp_path / "sager.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith("Borger;Født;Næste frist;Match;")
    assert [line.split(";")[0] for line in lines] == shown
    assert logged(workplace, UsageKind.EXPORTED) == [("Eksport af sager", 1)] * len(shown)
    assert "er skrevet til sager.csv" in workplace.window.notice.text()
    listed = page.on_screen()
    hostile = listed._replace(rows=(listed.rows[0]._replace(name="<b>Bold</b>"),))
    assert "&lt;b&gt;Bold" in as_html(hostile)


def test_that_looking_is_logged_once_a_list_and_typing_is_not(page: CasesPage, workplace: Workplace) -> None:
    before = len(logged(workplace, UsageKind.LISTED))
    mine = page.view.rows.rowCount()
    assert logged(workplace, UsageKind.LISTED)[-1] == ("Sagslisten", mine)
    QTest.keyClicks(page.text, "a")
    assert len(logged(workplace, UsageKind.LISTED)) == before
    page.choose(CaseloadChoice(Scope.ALL))
    assert logged(workplace, UsageKind.LISTED)[-1][1] == page.view.rows.rowCount()


def test_that_a_change_elsewhere_is_shown_and_a_closed_case_goes_away(page: CasesPage, workplace: Workplace) -> None:
    page.choose(CaseloadChoice(Scope.ALL))
    row = page.view.rows.row(0)
    desk = workplace.desk
    with desk.store.raw_reader() as connection:
        others = connection.execute("select id from caseworker where id != ?", (desk.author,))
        other = next(iter(others))[0]
    request = RestrictCase(row.case_id, "Ansat i huset", (other,), desk.clock.today())
    workplace.run(Road.WRITE, desk.use(restrict_case, request), lambda _: None)
    assert row.case_id not in {each.case_id for each in page.view.rows.shown()}


def test_that_an_answer_to_an_older_question_is_dropped(page: CasesPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    choose = CaseloadIndex.choose

    def slow(index: CaseloadIndex, choice: CaseloadChoice) -> object:
        asked.append(choice.text)
        if choice.text == "a":
            # What is typed while the reader is at work.
            page.text.setText("ab")
            page.text.setText("abx")
        return choose(index, choice)

    monkeypatch.setattr(CaseloadIndex, "choose", slow)
    answers: list[str] = []
    page.reader.answered.connect(lambda choice, _shown: answers.append(choice.text))
    page.text.setText("a")
    assert asked == ["a", "abx"]
    assert answers == ["abx"]


def test_that_every_column_has_a_heading_and_something_to_say(page: CasesPage) -> None:
    assert set(HEADINGS) == set(CaseColumn)
    page.choose(CaseloadChoice(Scope.ALL))
    for column in CaseColumn:
        texts = {page.view.rows.cell(place, column).text for place in range(page.view.rows.rowCount())}
        assert all(texts)
