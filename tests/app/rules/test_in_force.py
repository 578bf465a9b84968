"""The table of rules holds every row in force, each with its set."""

from __future__ import annotations

from datetime import date

from app.rules.book import standard_rule_book
from app.rules.in_force import rules_in_force


def test_that_every_kind_has_its_rows_of_the_day_with_the_set_they_stand_in() -> None:
    book = standard_rule_book()
    day = date(2007, 3, 20)
    lines = rules_in_force(book, day)
    assert [line.rule for line in lines] == [row.rule for kind in book.kinds for row in book.rows_on(kind, day)]
    assert {(line.set_name, line.set_title, line.set_from) for line in lines} == {
        ("koebenhavn-2007", "Københavns Kommune 2007", date(2007, 1, 1))
    }


def test_that_a_rule_that_has_ended_is_not_shown() -> None:
    ended = {rule.kind for rule in standard_rule_book().rule_sets[0].rules if rule.valid_to == date(2007, 12, 31)}
    shown = {line.rule.kind for line in rules_in_force(standard_rule_book(), date(2008, 1, 1))}
    assert ended
    assert not ended & shown
