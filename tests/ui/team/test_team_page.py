"""Team in the window, on the invented people's store: spread, give, cover, leave out, close, and take it back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog
from sqlalchemy import select

from app.cases.caseload import read_whole_caseload
from app.cases.caseload_row import CaseloadRow
from app.cases.change_holders import ChangeHolders, Share, change_holders
from db.rows.people import CaseHoldingRow
from db.values.people import ExclusionReason
from ui.forms.short_dialog import ShortDialog
from ui.lists.fact_table import FactTable
from ui.operation import Road
from ui.shell.case_action import CaseAction
from ui.shell.citizen_picker import CitizenPicker
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace
from ui.team.conflict_dialog import ConflictDialog
from ui.team.cover_dialog import CoverDialog
from ui.team.exclusion_dialog import ExclusionDialog
from ui.team.holder_dialog import NOBODY, HolderDialog
from ui.team.restriction_dialog import RestrictionDialog
from ui.team.team_page import TeamPage

TODAY = date(2007, 3, 20)


@pytest.fixture
def page(workplace: Workplace) -> TeamPage:
    QTest.mouseClick(workplace.window.navigation.button("team"), Qt.MouseButton.LeftButton)
    shown = workplace.show_page("team")
    assert isinstance(shown, TeamPage)
    return shown


def cases(workplace: Workplace) -> dict[str, CaseloadRow]:
    with workplace.desk.store.raw_reader() as connection:
        return {row.case_id: row for row in read_whole_caseload(connection, TODAY) if row.closed_on is None}


def mark(table: FactTable[object], *places: int) -> None:
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag
    for place in places:
        table.selectionModel().select(table.rows.index(place, 0), flags.Select | flags.Rows)


def put_back(workplace: Workplace) -> None:
    """Lay one case in its unit, without a holder."""
    row = next(row for row in cases(workplace).values() if row.unit_id is not None)
    request = ChangeHolders((Share(None, row.unit_id or "", (row.case_id,)),), TODAY, "Skal fordeles")
    workplace.run(Road.WRITE, workplace.desk.use(change_holders, request), lambda _: None)


def undo(workplace: Workplace) -> None:
    """Press Fortryd in the line above the page."""
    workplace.window.notice._undo.click()


def test_that_the_workers_stand_by_weight_and_their_cases_beside(page: TeamPage, workplace: Workplace) -> None:
    tab = page.spread
    QAbstractItemModelTester(tab.workers.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    QAbstractItemModelTester(tab.cases.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, page)
    loads = tab.workers.rows.facts()
    assert [load.weight for load in loads] == sorted((load.weight for load in loads), reverse=True)
    everybody = cases(workplace)
    for place, load in enumerate(loads):
        assert load.cases == sum(row.holder_id == load.worker_id for row in everybody.values())
        tab.workers.selectRow(place)
        assert tab.cases.rows.rowCount() == load.cases
    tab.workers.selectRow(0)
    header = tab.cases.horizontalHeader()
    for column in range(tab.cases.rows.columnCount()):
        mark(tab.cases, 0)  # type: ignore[arg-type] # a table of anything.
        (before,) = tab.cases.marked_facts()
        header.sectionClicked.emit(column)
        header.sectionClicked.emit(column)
        assert tab.cases.marked_facts() == (before,)


def test_that_many_cases_are_spread_and_it_is_undone(page: TeamPage, workplace: Workplace) -> None:
    tab = page.spread
    tab.workers.selectRow(0)
    from_load, *others = tab.workers.rows.facts()
    mark(tab.cases, 0, 1, 2)  # type: ignore[arg-type] # a table of anything.
    moved = [line.row.case_id for line in tab.cases.marked_facts()]
    assert tab.spread.text() == "Fordel 3 …"
    tab.spread.click()
    dialog = workplace.forms.dialog
    assert isinstance(dialog, HolderDialog)
    dialog.submit()
    assert dialog.form.errors() == {"to_worker_id": "Vælg den eller dem, der skal have sagerne."}
    dialog.workers.set_value([others[-1].worker_id, others[-2].worker_id])
    changes = {change.name: change for change in dialog.load_changes()}
    assert changes[from_load.name].cases_after == from_load.cases - 3
    assert sum(changes[load.name].cases_after - load.cases for load in others[-2:]) == 3
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvorfor sagerne overføres."}
    dialog.reason.set_value("Ny fordeling af teamets sager")
    dialog.letter.set_value("yes")
    dialog.submit()
    assert workplace.forms.dialog is None
    assert workplace.window.notice.text() == "3 sager er overført."
    now = cases(workplace)
    assert {now[case].holder_id for case in moved} <= {load.worker_id for load in others[-2:]}
    with workplace.desk.store.reading() as session:
        rows = session.scalars(select(CaseHoldingRow).where(CaseHoldingRow.reason == "Ny fordeling af teamets sager"))
        assert {row.letter_sent_on for row in rows} == {TODAY}
    undo(workplace)
    assert {cases(workplace)[case].holder_id for case in moved} == {from_load.worker_id}
    assert workplace.window.notice.text() == "Det er fortrudt."


def test_that_a_case_nobody_has_gets_a_holder_from_its_list(page: TeamPage, workplace: Workplace) -> None:
    tab = page.unassigned
    put_back(workplace)
    QTest.mouseClick(page.button(tab), Qt.MouseButton.LeftButton)
    count = tab.cases.rows.rowCount()
    assert count
    assert page.button(tab).text() == f"Uden tovholder {count}"
    tab.cases.selectRow(0)
    case = tab.cases.marked_facts()[0].row.case_id
    tab.give.click()
    dialog = workplace.forms.dialog
    assert isinstance(dialog, HolderDialog)
    dialog.workers.set_value([workplace.desk.author])
    dialog.submit()
    assert cases(workplace)[case].holder_id == workplace.desk.author
    assert tab.cases.rows.rowCount() == count - 1
    # One case has one holder, and may be laid back in the unit.
    workplace.do(CaseAction.CHANGE_HOLDER, Subject((case,)))
    again = workplace.forms.dialog
    assert isinstance(again, HolderDialog)
    again.workers.set_value([workplace.desk.author, NOBODY])
    again.submit()
    assert again.form.errors() == {"to_worker_id": "Vælg, hvem der skal have sagen."}
    again.workers.set_value([NOBODY])
    again.reason.set_value("Skal visiteres på ny")
    again.submit()
    assert cases(workplace)[case].holder_id is None


def test_that_a_draft_of_the_spreading_comes_back_with_its_cases(page: TeamPage, workplace: Workplace) -> None:
    chosen = tuple(cases(workplace))[:3]
    workplace.do(CaseAction.CHANGE_HOLDER, Subject(chosen))
    dialog = workplace.forms.dialog
    assert isinstance(dialog, HolderDialog)
    dialog.reason.set_value("Halvt skrevet")
    dialog.reject()
    # As after a lock: the form is opened by its name alone.
    workplace.forms.open(workplace.form_makers()["change_holder"]())
    again = workplace.forms.dialog
    assert isinstance(again, HolderDialog)
    assert again.reason.value() == "Halvt skrevet"
    assert again.windowTitle() == "Fordel 3 sager"
    again.reject()
    workplace.do(CaseAction.CHANGE_HOLDER, Subject(tuple(cases(workplace))[1:3]))
    other = workplace.forms.dialog
    assert isinstance(other, HolderDialog)
    assert other.reason.value() == ""
    del page


def test_that_a_cover_says_what_it_means_and_is_ended_and_undone(page: TeamPage, workplace: Workplace) -> None:
    tab = page.covers
    QTest.mouseClick(page.button(tab), Qt.MouseButton.LeftButton)
    before = tab.covers.rows.rowCount()
    tab.new.click()
    dialog = workplace.forms.dialog
    assert isinstance(dialog, CoverDialog)
    dialog.submit()
    assert dialog.form.errors() == {"by_worker_id": "Vælg, hvem der er vikar."}
    lind = next(worker for worker in dialog._workers.values() if worker.name == "A. Lind")
    dialog.cover.set_value(lind.id)
    dialog.from_on.set_value(TODAY)
    dialog.to_on.set_value(date(2007, 4, 3))
    me = dialog._workers[workplace.desk.author].name
    assert dialog.sentence() == (
        f"For {me} 20. marts – 3. april 2007: A. Lind ser og kan behandle køen; tovholder uændret."
    )
    dialog.submit()
    assert tab.covers.rows.rowCount() == before + 1
    undo(workplace)
    assert tab.covers.rows.rowCount() == before
    workplace.command("cover")
    dialog = workplace.forms.dialog
    assert isinstance(dialog, CoverDialog)
    dialog.cover.set_value(lind.id)
    dialog.from_on.set_value(TODAY)
    dialog.to_on.set_value(date(2007, 4, 3))
    dialog.submit()
    place = next(no for no, cover in enumerate(tab.covers.rows.facts()) if cover.by_worker_id == lind.id)
    tab.covers.selectRow(place)
    assert tab.end.isEnabled()
    tab.end.click()
    assert {cover.to_on for cover in tab.covers.rows.facts() if cover.by_worker_id == lind.id} == {TODAY}
    undo(workplace)
    assert {cover.to_on for cover in tab.covers.rows.facts() if cover.by_worker_id == lind.id} == {date(2007, 4, 3)}


def _pick(workplace: Workplace, name: str) -> None:
    picker = next(each for each in workplace.window.findChildren(CitizenPicker) if each.isVisible())
    QTest.keyClicks(picker.text, "zzzqqq")
    QTest.keyClick(picker.text, Qt.Key.Key_Return)
    assert not picker.take.isEnabled()
    picker.text.clear()
    QTest.keyClicks(picker.text, name)
    # Enter before the answer asks, and chooses nobody.
    QTest.keyClick(picker.text, Qt.Key.Key_Return)
    assert picker.isVisible()
    assert picker.hits.count() > 0
    QTest.keyClick(picker.text, Qt.Key.Key_Return)
    assert not picker.isVisible()
    QApplication.processEvents()


def test_that_a_citizen_is_found_and_left_out_and_it_ends_early(page: TeamPage, workplace: Workplace) -> None:
    tab = page.exclusions
    QTest.mouseClick(page.button(tab), Qt.MouseButton.LeftButton)
    before = {line.id for line in tab.lines.rows.facts()}
    row = next(iter(cases(workplace).values()))
    tab.new.click()
    _pick(workplace, row.name)
    dialog = workplace.forms.dialog
    assert isinstance(dialog, ExclusionDialog)
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Vælg en årsag."}
    dialog.reason.set_value(ExclusionReason.PARENTAL_LEAVE)
    dialog.submit()
    assert dialog.form.errors() == {"until_on": "Skriv, hvornår undtagelsen slutter."}
    dialog.until_on.set_value(date(2007, 12, 1))
    dialog.submit()
    assert "højst seks måneder" in dialog.form.errors()["until_on"]
    dialog.until_on.set_value(date(2007, 6, 1))
    dialog.submit()
    (line,) = [line for line in tab.lines.rows.facts() if line.id not in before]
    assert line.reason is ExclusionReason.PARENTAL_LEAVE
    tab.lines.selectRow(tab.lines.rows.facts().index(line))
    tab.end.click()
    ending = _ending(workplace)
    ending.save.click()
    assert {each.until_on for each in tab.lines.rows.facts() if each.id == line.id} == {TODAY}


def _ending(workplace: Workplace) -> ShortDialog:
    return next(each for each in workplace.window.findChildren(ShortDialog) if each.isVisible())


def test_that_a_case_is_closed_with_its_readers_and_opened_again(page: TeamPage, workplace: Workplace) -> None:
    tab = page.restrictions
    QTest.mouseClick(page.button(tab), Qt.MouseButton.LeftButton)
    before = tab.lines.rows.rowCount()
    row = next(iter(cases(workplace).values()))
    workplace.do(CaseAction.RESTRICT, Subject((row.case_id,)))
    dialog = workplace.forms.dialog
    assert isinstance(dialog, RestrictionDialog)
    assert dialog.readers.value() == (workplace.desk.author,)
    dialog.readers.set_value([])
    dialog.reason.set_value("Ansat i huset")
    dialog.submit()
    assert dialog.form.errors() == {"readers": "Vælg mindst én, som må åbne sagen."}
    QTest.keyClick(dialog.readers.box(), Qt.Key.Key_Down)
    dialog.readers.flip(dialog.readers.item(workplace.desk.author))
    dialog.submit()
    assert tab.lines.rows.rowCount() == before + 1
    place = next(no for no, line in enumerate(tab.lines.rows.facts()) if line.case_id == row.case_id)
    tab.lines.selectRow(place)
    tab.lift.click()
    _ending(workplace).save.click()
    assert "Ophæv spærringen" in workplace.window.notice.text()


def test_that_who_is_not_impartial_sends_the_case_to_the_leader(page: TeamPage, workplace: Workplace) -> None:
    me = workplace.desk.author
    row = next(row for row in cases(workplace).values() if row.holder_id == me)
    workplace.do(CaseAction.DECLARE_CONFLICT, Subject((row.case_id,)))
    dialog = workplace.forms.dialog
    assert isinstance(dialog, ConflictDialog)
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Skriv, hvorfor du er inhabil."}
    dialog.reason.set_value("Min nabo")
    dialog.submit()
    assert cases(workplace)[row.case_id].holder_id != me
    assert "Sagen er" in workplace.window.notice.text()
    # It stands in the list without a name, since it is closed to the one who looks.
    page.show_tab(page.restrictions)
    assert "Spærret sag" in {line.name for line in page.restrictions.lines.rows.facts()}
    assert row.name not in {line.name for line in page.restrictions.lines.rows.facts()}


def test_that_citizens_in_offers_are_handed_to_their_unit_and_back(page: TeamPage, workplace: Workplace) -> None:
    tab = page.hand_overs
    QTest.mouseClick(page.button(tab), Qt.MouseButton.LeftButton)
    assert tab.cases.rows.rowCount() == 0
    assert not tab.all.isEnabled()
    place = next(no for no in range(tab.unit.count()) if "borgere i tilbud" in tab.unit.itemText(no))
    tab.unit.setCurrentIndex(place)
    tab.unit.activated.emit(place)
    due = tab.cases.rows.facts()
    assert due
    assert page.button(tab).text() == f"Skal overdrages {len(due)}"
    tab.cases.selectRow(0)
    first = tab.cases.marked_facts()[0]
    before = cases(workplace)[first.case_id].unit_id
    tab.some.click()
    assert len(tab.cases.rows.facts()) == len(due) - 1
    assert cases(workplace)[first.case_id].unit_id == first.to_unit_id
    undo(workplace)
    assert cases(workplace)[first.case_id].unit_id == before
    tab.all.click()
    assert tab.cases.rows.rowCount() == 0
    undo(workplace)
    assert len(tab.cases.rows.facts()) == len(due)
    assert not [each for each in workplace.window.findChildren(QDialog) if each.isVisible()]
