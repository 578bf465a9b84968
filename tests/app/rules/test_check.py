"""Before a rule set is published one sees what it would change."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from app.rules.book import standard_rule_book, standard_rule_files
from app.rules.check import check_rules
from tests.app.rules.rule_text import rule_text
from tests.helpers.built_facts import benefit, citizen, facts_of, match, talk

TODAY = date(2007, 3, 20)
BOOK = standard_rule_book()


def _citizen(name: str, talk_on: str) -> Any:
    return citizen(
        case_id=name, benefits=(benefit("2005-01-01"),), matches=(match("2005-01-05"),), talks=(talk(talk_on),)
    )


FACTS = facts_of(_citizen("late", "2006-12-08"), _citizen("soon", "2007-01-22"), _citizen("new", "2007-02-12"))


def _file(folder: Path, *changes: tuple[str, str]) -> Path:
    """The shipped rule set with changes, under its own name, so that it takes its place."""
    text = standard_rule_files()[0].read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "ny.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_that_the_same_rules_change_nothing(tmp_path: Path) -> None:
    found = check_rules(_file(tmp_path), FACTS, BOOK, TODAY)
    assert (found.faults, found.gained, found.lost, found.moved, found.by_kind) == ((), (), (), (), {})


def test_that_rows_gained_lost_and_moved_are_counted_by_kind(tmp_path: Path) -> None:
    sooner = _file(tmp_path, ('due = "+3 months"', 'due = "+2 months"'))
    found = check_rules(sooner, FACTS, BOOK, TODAY)
    assert found.gained == ("CONTACT_DUE/new/talk-2007-02-12/", "CONTACT_DUE/soon/talk-2007-01-22/")
    assert found.moved == ("CONTACT_DUE/late/talk-2006-12-08/",)
    assert found.by_kind == {"CONTACT_DUE": (2, 0, 1)}
    later = _file(tmp_path, ('due = "+3 months"', 'due = "+9 months"'))
    assert check_rules(later, FACTS, BOOK, TODAY).by_kind == {"CONTACT_DUE": (0, 1, 0)}


def test_that_a_faulty_file_gives_its_faults_and_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "forkert.toml"
    path.write_text(rule_text(("+2 months", "soon"), ("class = 1", "class = 9")), encoding="utf-8")
    found = check_rules(path, FACTS, BOOK, TODAY)
    assert [(fault.file, fault.key) for fault in found.faults] == [("forkert.toml", "due"), ("forkert.toml", "class")]
    assert not found.gained
