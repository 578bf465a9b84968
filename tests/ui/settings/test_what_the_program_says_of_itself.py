"""Rules, news and about: everything is there, can be found, and comes once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.rules.book import standard_rule_book
from app.rules.kinds import COUNTED_FROM
from app.rules.rule import Mark, Turn
from db.rows.local import SettingRow
from ui.crash import crash_folder
from ui.search.search_room import room_of
from ui.settings.about_facts import program_version
from ui.settings.rule_table_page import RuleTablePage
from ui.settings.rule_table_words import EVENTS, MARKS, TURNS, facts
from ui.settings.whats_new import WhatsNewPage, news_folder, tell_of_new_version
from ui.shell.workplace import Workplace
from ui.theme.tokens import DARK, LIGHT


@pytest.fixture
def rules(workplace: Workplace) -> RuleTablePage:
    page = workplace.show_page("rules")
    assert isinstance(page, RuleTablePage)
    return page


def test_that_every_rule_in_force_is_listed_and_found_by_any_of_its_words(rules: RuleTablePage) -> None:
    model = rules.table.model()
    assert model.rowCount() == len(rules._lines)
    assert {line.rule.kind for line in rules._lines} == set(standard_rule_book().kinds)
    assert rules.shown_text().startswith("Match mangler")
    rules.search.setText("hver 3 måned")
    (line,) = [rules.table._rules.line(row) for row in range(model.rowCount())]
    assert line is not None
    assert line.rule.kind == "CONTACT_DUE"
    said = rules.shown_text()
    for words in (
        "Kontaktsamtale",
        "Frist: 3 måneder efter",
        "Vises: 28 dage før",
        "Gul: 14 dage før",
        "Følge: Borgerens ret",
        "kontanthjælp, starthjælp",
        "Seneste samtale var ‹dato›. Samtale mindst hver 3. måned.",
        "lov om en aktiv beskæftigelsesindsats, kap. 7",
        "Gælder fra: 01.01.2007",
        "Københavns Kommune 2007",
    ):
        assert words in said, words
    rules.search.clear()
    rules.only_to_check.setChecked(True)
    assert rules.only_to_check.text() == f"Kun til juridisk kontrol ({model.rowCount()})"
    assert 0 < model.rowCount() < len(rules._lines)
    rules.search.setText("findes ikke")
    assert model.rowCount() == 0
    assert rules.shown_text() == ""
    rules.show_kind("RISK_MISSING")
    assert rules.shown_text().startswith("Risikovurdering mangler")


def test_that_every_word_of_a_rule_is_danish(rules: RuleTablePage) -> None:
    assert set(EVENTS) == COUNTED_FROM
    assert set(MARKS) == set(Mark)
    assert set(TURNS) == set(Turn)
    for line in rules._lines:
        said = " ".join(text for _, text in facts(line))
        assert "_" not in said, line.rule.kind
        assert "{" not in said, line.rule.kind
        assert all(text for _, text in facts(line)), line.rule.kind


def test_that_about_says_version_licences_and_where_things_lie(workplace: Workplace) -> None:
    page = workplace.show_page("about")
    said = [label.text().replace("\u200b", "") for label in page.findChildren(QLabel)]
    for words in (
        f"Tovholder {program_version()}",
        "Tovholder er ikke kommunens officielle journal, før kommunen har besluttet det.",
        "Københavns Kommune 2007, i kraft fra 01.01.2007",
        str(workplace.desk.store.directory),
        str(crash_folder()),
        "MPL-2.0",
        "LGPL-3.0",
        "OFL-1.1",
        "ISC",
    ):
        assert words in said, words
    buttons = [each for each in page.findChildren(QPushButton) if each.text() == "Kopiér sti"]
    buttons[-1].click()
    assert QApplication.clipboard().text() == str(crash_folder())
    QApplication.clipboard().clear()
    next(each for each in page.findChildren(QPushButton) if each.text() == "Vis reglerne").click()
    assert workplace.shown_page() == "rules"


def test_that_a_new_version_is_told_of_once_and_leads_to_its_news(workplace: Workplace) -> None:
    notice = workplace.window.notice
    assert notice.text() == ""
    tell_of_new_version(workplace, "9.9")
    assert notice.text() == "Tovholder er opdateret til version 9.9."
    next(each for each in notice.findChildren(QPushButton) if each.text() == "Hvad er nyt").click()
    page = workplace.show_page("whats_new")
    assert workplace.shown_page() == "whats_new"
    assert isinstance(page, WhatsNewPage)
    assert page.text.toPlainText().startswith("Version ")
    tell_of_new_version(workplace, "9.9")
    assert notice.text() == ""


def test_that_this_version_has_news() -> None:
    text = (news_folder() / f"{program_version()}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# Version {program_version()}\n")


@pytest.fixture
def own_colours(workplace: Workplace) -> Iterator[Workplace]:
    yield workplace
    workplace.theme.use(LIGHT)


def test_that_light_and_dark_change_at_once_and_are_remembered(own_colours: Workplace, qtbot: QtBot) -> None:
    workplace = own_colours
    workplace.command("swap_theme")
    assert workplace.theme.colours is DARK
    with workplace.desk.store.reading() as session:
        assert session.scalars(select(SettingRow.value).where(SettingRow.name == "theme")).one() == "dark"
    workplace.theme.use(LIGHT)
    room_of(workplace).follow_choice()
    assert workplace.theme.colours is DARK
    workplace.command("swap_theme")
    assert workplace.theme.colours is LIGHT
