"""The guide at a real store: opened for a citizen, filtered, compared and chosen from, with what it wrote."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.cases.assess_match import AssessMatch, assess_match
from app.guide.decide import DecisionReason
from app.guide.filters import GuideFilters
from app.guide.target_group import TargetGroup
from db.rows.local import UsageLogRow
from db.rows.offers import IndustryRow, OfferRow, ProviderRow
from db.rows.orders import JobReferralRow, OfferOrderRow, VisitationDecisionRow
from db.rows.own import ReminderRow, SavedViewRow
from db.rows.people import CitizenRow, MatchAssessmentRow
from db.rows.plans import PlanActivityRow
from db.values.offers import OrderState, ReferralResult
from db.values.people import MatchBasis, UsageKind
from tests.ui.forms_open import items, shown
from tests.ui.test_every_screen import HEIGHT, WIDTH
from tests.ui.test_every_screen import _cut_off as cut_off
from ui.citizen.citizen_view import CitizenView
from ui.guide.compare_dialog import CompareDialog
from ui.guide.decide_form import DecideDialog
from ui.guide.guide_page import GuidePage
from ui.guide.profile_dialog import ProfileDialog
from ui.guide.referral_form import ReferralDialog, ResultDialog
from ui.operation import Road
from ui.shell.case_action import CaseAction
from ui.shell.offer import Subject
from ui.shell.workplace import Workplace

Dialog = TypeVar("Dialog", bound=QDialog)


@pytest.fixture
def case_id(workplace: Workplace) -> str:
    """A citizen with a match, as the queue has them."""
    return next(item.case_id or "" for item in items(workplace, "CONTACT_DUE") if item.match == 4)


@pytest.fixture
def page(workplace: Workplace, case_id: str) -> GuidePage:
    workplace.do(CaseAction.FIND_OFFER, Subject((case_id,)))
    found = workplace.show_page("guide")
    assert isinstance(found, GuidePage)
    found.choose(GuideFilters(target_groups=frozenset({TargetGroup.MATCH_4})))
    found.view.go_to(0)
    return found


def dialog_of(workplace: Workplace, kind: type[Dialog]) -> Dialog:
    return next(each for each in workplace.window.findChildren(kind) if each.isVisible())


def texts(widget: QWidget) -> str:
    # A label that gives way tells a screen reader all of it.
    return "\n".join(label.accessibleName() or label.text() for label in widget.findChildren(QLabel))


def test_that_the_guide_names_the_citizen_presets_filters_and_logs_the_opening(
    workplace: Workplace, case_id: str
) -> None:
    workplace.do(CaseAction.FIND_OFFER, Subject((case_id,)))
    page = workplace.show_page("guide")
    assert isinstance(page, GuidePage)
    with workplace.desk.store.reading() as session:
        citizen = session.get(CitizenRow, case_id)
        assert citizen is not None
        name = citizen.name
        opened = select(UsageLogRow).where(UsageLogRow.case_id == case_id, UsageLogRow.kind == UsageKind.OPENED)
        assert [row.purpose for row in session.scalars(opened)] == ["Visitationsguide"]
    assert "match 4" in texts(page.header)
    assert name in texts(page.header)
    assert "Match 4" in page.area.chips.texts()
    assert "Kontrakt gælder ved start" in page.area.chips.texts()
    assert workplace.current_case == case_id
    before = page.view.rows.rowCount()
    for words in page.area.chips.texts():
        page.area.chips.button(words).click()
    assert page.area.chips.texts() == ()
    assert page.view.rows.rowCount() > before
    page.without.click()
    assert "uden borger" in texts(page.header)
    assert not page.panel.order.isVisible()
    assert workplace.current_case is None


def test_that_searching_finds_parts_of_words_without_accents(page: GuidePage, qtbot: QtBot) -> None:
    page.choose(GuideFilters())
    all_rows = page.view.rows.rowCount()
    page.text.setFocus()
    QTest.keyClicks(page.text, "rengoring")
    found = [page.view.rows.line(place).title for place in range(page.view.rows.rowCount())]
    assert 0 < len(found) < all_rows
    assert any("Rengøring" in title for title in found)
    qtbot.waitUntil(lambda: page.panel.row is not None and page.panel.row == page.chosen())
    QTest.keyClick(page.text, Qt.Key.Key_Down)
    assert page.view.hasFocus()
    page.text.setFocus()
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert page.view.rows.rowCount() == all_rows


def test_that_further_filters_work_at_once_and_a_search_is_kept_by_its_name(
    workplace: Workplace, page: GuidePage
) -> None:
    page.filter_button.click()
    page.filters.free_places.click()
    page.filters.language.set_value(2)
    page.filters.hours_to.set_value(30)
    assert {"Kun ledige pladser", "Dansk til og med modul 2", "Højst 30 timer om ugen"} <= set(page.area.chips.texts())
    chosen = page.area.filters
    page.view_button.click()
    page.views.name.set_value("Ledige til match 4")
    page.views.keep.click()
    with workplace.desk.store.reading() as session:
        assert "guide" in {row.screen for row in session.scalars(select(SavedViewRow))}
    page.choose(GuideFilters())
    page.view_button.click()
    take = next(b for b in page.views.findChildren(QWidget) if b.accessibleName() == "Vis Ledige til match 4")
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert page.area.filters == chosen


def test_that_the_panel_says_why_and_the_profile_has_all_tabs(workplace: Workplace, page: GuidePage) -> None:
    row = page.chosen()
    assert row is not None
    beside = texts(page.panel)
    assert "har afsluttet forløbet" in beside
    assert "Kan afklare" in beside
    assert "kr. pr. uge" in beside
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    dialog = dialog_of(workplace, ProfileDialog)
    assert [tab.text() for tab in dialog.tabs] == [
        "Formål og indhold", "Krav", "Resultater", "Starter og pladser", "Kontakt",
    ]  # fmt: skip
    for number, tab in enumerate(dialog.tabs):
        tab.click()
        assert dialog.pages.currentIndex() == number
    dialog.reject()
    assert [each.offer_id for each in page.doings.looked.offers] == [row.offer.id]


def test_that_offers_are_compared_in_words_and_by_the_arrow_keys(workplace: Workplace, page: GuidePage) -> None:
    for place in (0, 1, 2):
        page.view.go_to(place)
        QTest.keyClick(page.view, Qt.Key.Key_Space)
    assert page.panel.compare.text() == "Sammenlign 3"
    page.panel.compare.click()
    dialog = dialog_of(workplace, CompareDialog)
    model = dialog.table.compared
    headings = [row.heading for row in model.rows]
    assert headings[0] == "I job eller uddannelse efter 6 måneder"
    assert {"Krav", "Næste start", "Pris", "Leverandør"} <= set(headings)
    price = headings.index("Pris")
    spoken = model.data(model.index(price, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken in {"Pris, forskel", "Pris, ens"}
    QTest.keyClick(dialog.table, Qt.Key.Key_Right)
    assert dialog.table.offer() == 1
    assert model.titles[1] in dialog.order.accessibleName()
    dialog.profile.click()
    dialog_of(workplace, ProfileDialog).reject()
    dialog.reject()
    assert len(page.doings.looked.offers) == 3


def test_that_a_choice_is_refused_at_its_fields_and_then_writes_decision_activity_and_order(
    workplace: Workplace, page: GuidePage, case_id: str
) -> None:
    for place in (0, 1):
        page.view.rows.tick(place)
    page.panel.compare.click()
    compare = dialog_of(workplace, CompareDialog)
    compare.order.click()
    dialog = shown(workplace, DecideDialog)
    chosen = page.chosen()
    assert chosen is not None
    other = page.doings.looked.besides(chosen.offer.id)
    assert other[0].title in texts(dialog)
    dialog.submit()
    assert dialog.form.errors() == {"reason": "Vælg, hvorfor det blev dette tilbud."}
    dialog.reason.set_value(DecisionReason.RESULTS)
    dialog.submit()
    assert list(dialog.form.errors()) == ["reason_text"]
    dialog.reason_text.set_value("Ønsker arbejde i rengøring.")
    if chosen.fit.unmet:
        dialog.submit()
        assert list(dialog.form.errors()) == ["override_reason"]
        dialog.override.set_value("Er i gang med at lære sproget.")
    dialog.wish.set_value("Vil gerne i gang.")
    dialog.agreed.set_value(True)
    dialog.submit()
    assert workplace.forms.dialog is None
    assert "Gemt: beslutningen, en aktivitet i jobplanen og en bestilling som kladde" in texts(workplace.window.notice)
    with workplace.desk.store.reading() as session:
        decision = session.scalars(
            select(VisitationDecisionRow).where(VisitationDecisionRow.reason == "Ønsker arbejde i rengøring.")
        ).one()
        order = session.scalars(select(OfferOrderRow).where(OfferOrderRow.decision_id == decision.id)).one()
        activity = session.scalars(select(PlanActivityRow).where(PlanActivityRow.order_id == order.id)).one()
    assert (decision.case_id, decision.chosen_offer_id) == (case_id, chosen.offer.id)
    assert decision.considered_offer_ids == other[0].offer_id
    assert decision.agreed_with_citizen is True
    assert order.state in {OrderState.PROPOSED, OrderState.FOR_APPROVAL}
    assert activity.case_id == case_id
    workplace.window.notice._undo.click()
    assert "Valget er taget tilbage" in texts(workplace.window.notice)
    with workplace.desk.store.reading() as session:
        order = session.scalars(select(OfferOrderRow).where(OfferOrderRow.decision_id == decision.id)).one()
        assert order.withdrawn_on == workplace.desk.clock.today()


def test_that_a_form_that_is_opened_again_knows_what_was_looked_at(workplace: Workplace, page: GuidePage) -> None:
    for place in (0, 1):
        page.view.rows.tick(place)
    page.panel.compare.click()
    dialog_of(workplace, CompareDialog).plan.click()
    dialog = shown(workplace, DecideDialog)
    assert dialog.windowTitle() == "Tilføj til jobplan"
    before, unmet = dialog.looked.offers, dialog.looked.unmet
    dialog.reason_text.set_value("Skrevet før låsen.")
    dialog.reject()
    row = page.chosen()
    assert row is not None
    case_id = page.citizen.case_id if page.citizen else None
    maker = workplace.form_makers()["visitation_decision"]
    workplace.forms.open(maker(), case_id, row.offer.id)
    again = shown(workplace, DecideDialog)
    assert again.reason_text.value() == "Skrevet før låsen."
    assert (again.looked.offers, again.looked.unmet) == (before, unmet)
    assert again.override.isVisible() is bool(unmet)


def test_that_an_offer_that_went_meanwhile_is_said_and_the_list_is_read_anew(
    workplace: Workplace, page: GuidePage
) -> None:
    row = page.chosen()
    assert row is not None
    with workplace.desk.store.writing() as session:
        gone = session.get(OfferRow, row.offer.id)
        assert gone is not None
        gone.withdrawn_on = workplace.desk.clock.today()
    page.panel.order.click()
    assert workplace.forms.dialog is None
    assert "trukket tilbage" in texts(workplace.window.notice)


def test_that_the_guide_comes_back_after_a_lock_and_follows_the_case(
    workplace: Workplace, page: GuidePage, case_id: str
) -> None:
    page.choose(GuideFilters(text="dansk", free_places_only=True))
    place = page.place()
    page.open_without()
    assert "uden borger" in texts(page.header)
    page.come_back(place)
    assert page.citizen is not None
    assert page.citizen.case_id == case_id
    assert page.area.filters == GuideFilters(text="dansk", free_places_only=True)
    assert page.text.text() == "dansk"
    page.open_case.click()
    assert isinstance(workplace.show_page("citizen"), CitizenView)


def test_that_a_citizen_is_referred_to_a_vacancy_with_a_follow_up(
    workplace: Workplace, page: GuidePage, case_id: str
) -> None:
    page.jobs_tab.click()
    orders = page.jobs.shown()
    assert orders
    page.jobs.industry.choose(orders[0].industry_id)
    assert {order.industry_id for order in page.jobs.shown()} == {orders[0].industry_id}
    page.jobs.industry.choose(None)
    page.text.setText(orders[1].order_ref)
    assert [order.order_ref for order in page.jobs.shown()] == [orders[1].order_ref]
    page.jobs.refer.click()
    dialog = shown(workplace, ReferralDialog)
    assert dialog.follow_up_on.value() == workplace.desk.clock.today() + timedelta(weeks=2)
    dialog.follow_up_on.set_value(workplace.desk.clock.today() - timedelta(days=1))
    dialog.submit()
    assert list(dialog.form.errors()) == ["follow_up_on"]
    dialog.follow_up_on.set_value(workplace.desk.clock.today() + timedelta(weeks=1))
    dialog.submit()
    with workplace.desk.store.reading() as session:
        referral = session.scalars(
            select(JobReferralRow).where(
                JobReferralRow.case_id == case_id, JobReferralRow.order_ref == orders[1].order_ref
            )
        ).one()
        reminder = session.scalars(
            select(ReminderRow).where(ReminderRow.case_ref == case_id, ReminderRow.text.contains(orders[1].order_ref))
        ).one()
    assert reminder.remind_on == referral.follow_up_on
    sent = [each.order_ref for each in page.jobs.sent.rows.facts()]
    assert orders[1].order_ref in sent
    page.jobs.sent.selectRow(sent.index(orders[1].order_ref))
    page.jobs.result.click()
    result = shown(workplace, ResultDialog)
    result.submit()
    assert list(result.form.errors()) == ["result"]
    result.what_came.set_value(ReferralResult.NOT_CHOSEN)
    result.submit()
    words = {each.order_ref: each.words for each in page.jobs.sent.rows.facts()}
    assert words[orders[1].order_ref] == "Fik ikke jobbet"


def test_that_a_match_assessed_anew_is_held_against_the_offers(
    workplace: Workplace, page: GuidePage, case_id: str
) -> None:
    filters = page.area.filters
    request = AssessMatch(case_id, 3, workplace.desk.clock.today(), (MatchBasis.SKILLS,), "Kan møde 20 timer.")
    workplace.run(Road.WRITE, workplace.desk.use(assess_match, request), lambda _done: None)
    with workplace.desk.store.reading() as session:
        assert session.scalars(select(MatchAssessmentRow).where(MatchAssessmentRow.case_id == case_id)).all()
    assert page.citizen is not None
    assert page.citizen.profile.match == 3
    assert "match 3" in texts(page.header)
    assert page.area.filters == filters


def test_that_the_longest_names_push_nothing_off_a_small_screen(workplace: Workplace, page: GuidePage) -> None:
    row = page.chosen()
    assert row is not None
    long = ("Vejledning og opkvalificering i rengøring, service og køkken på arbejdspladsen med dansk " * 2)[:120]
    with workplace.desk.store.writing() as session:
        offer = session.get(OfferRow, row.offer.id)
        assert offer is not None
        offer.title = long
        provider = session.get(ProviderRow, offer.provider_id)
        assert provider is not None
        provider.name, provider.contact_person = long, long
        for industry in session.scalars(select(IndustryRow)):
            industry.name = f"{industry.name} {long}"[:120]
    workplace.window.theme.apply()
    workplace.window.resize(WIDTH, HEIGHT)
    page.reader.forget()
    page.open_without()
    page.choose(GuideFilters(industry=next(iter(row.offer.industries)), provider_id=row.offer.provider_id))
    page.view.go_to(0)
    assert long in texts(page.panel)
    QApplication.processEvents()
    assert list(cut_off(workplace.window)) == []
    page.filter_button.click()
    QApplication.processEvents()
    assert list(cut_off(workplace.window)) == []
    page.filters.close_card()
    page.panel.profile.click()
    profile = dialog_of(workplace, ProfileDialog)
    for tab in profile.tabs:
        tab.click()
        QApplication.processEvents()
        assert list(cut_off(profile)) == []
    profile.reject()
    page.doings.compare(tuple(row.offer.id for row in page.prepared.rows[:4]) if page.prepared else ())
    assert list(cut_off(dialog_of(workplace, CompareDialog))) == []


def _tab_to(within: QWidget, words: str) -> QWidget:
    """Go on by Tab to the control that is called so."""
    for _ in range(80):
        focused = within.focusWidget()
        if focused.accessibleName().startswith(words) or (isinstance(focused, QPushButton) and focused.text() == words):
            return focused
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    raise AssertionError(words)


def test_that_one_comes_from_the_search_to_the_form_by_the_keyboard_alone(
    workplace: Workplace, page: GuidePage
) -> None:
    page.choose(GuideFilters())
    page.setFocus()
    assert page.text.hasFocus()
    QTest.keyClicks(page.text, "praktik")
    QTest.keyClick(page.text, Qt.Key.Key_Down)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(page.view, key)
    assert len(page.view.rows.ticked()) == 2
    QTest.keyClick(_tab_to(workplace.window, "Sammenlign 2"), Qt.Key.Key_Space)
    compare = dialog_of(workplace, CompareDialog)
    QTest.keyClick(compare.table, Qt.Key.Key_Right)
    QTest.keyClick(_tab_to(compare, "Opret bestilling"), Qt.Key.Key_Space)
    form = shown(workplace, DecideDialog)
    QTest.keyClick(form.reason.button(DecisionReason.GOAL), Qt.Key.Key_Space)
    assert form.reason.value() is DecisionReason.GOAL
    QTest.keyClick(_tab_to(form, "Begrundelse for valget"), Qt.Key.Key_A)
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    errors = form.form.errors() if workplace.forms.dialog is not None else {}
    assert set(errors) <= {"override_reason"}
