"""`tovholder rules` as IT staff see it: what a file would change, what is wrong with it, and the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.rules.book import standard_rule_files
from tests.ui.demo_store import copy_demo
from ui.main import main

AT = ("--today", "2007-03-20")


@pytest.fixture
def demo(directory: Path) -> Path:
    return copy_demo(directory)


def _file(folder: Path, old: str, new: str) -> str:
    text = standard_rule_files()[0].read_text(encoding="utf-8")
    assert old in text
    path = folder / "ny.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return str(path)


def test_that_the_shipped_rules_change_nothing(demo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", str(standard_rule_files()[0]), "--store", str(demo), *AT]) == 0
    assert capsys.readouterr().out == "giver 0 nye, 0 færre rækker\n"


def test_that_the_change_is_counted_by_kind(demo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    longer = _file(tmp_path, 'due = "+3 months"\nopens = 28', 'due = "+3 months"\nopens = 90')
    assert main(["rules", "check", longer, "--store", str(demo), *AT]) == 0
    first, _, heading, _, *rows = capsys.readouterr().out.splitlines()
    assert first.startswith("giver ")
    assert first.endswith(" nye, 0 færre rækker")
    assert heading.split()[:2] == ["slags", "betegnelse"]
    assert [row.split()[0] for row in rows] == ["CONTACT_DUE"]


def test_that_every_fault_of_a_file_is_told_and_the_program_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spoilt = _file(tmp_path, 'class = 1\nturn = "ours"', 'class = 7\nturn = "min"')
    # Without a store, so that nobody is asked for a passphrase.
    assert main(["rules", "check", spoilt]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    lines = told.err.splitlines()
    assert "ny.toml · CONTACT_DUE · class: skal være et helt tal fra 1 til 4" in lines
    assert any(line.startswith("ny.toml · CONTACT_DUE · turn: »min« er ukendt") for line in lines)
    assert len(lines) > 10


def test_that_a_file_that_is_not_there_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check", "findes-ikke.toml"]) == 1
    assert "findes-ikke.toml" in capsys.readouterr().err


def test_that_the_table_shows_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + 49
    (contact,) = (line for line in lines if line.startswith("CONTACT_DUE "))
    assert "Kontaktsamtale" in contact
    assert "+3 months" in contact


def test_that_one_kind_is_shown_with_source_and_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "--kind", "contact_due"]) == 0
    shown = capsys.readouterr().out
    assert "Kilde: lov om en aktiv beskæftigelsesindsats, kap. 7; Redegørelse 26.9.2006, afsnit 2.3" in shown
    assert "Begrundelse: Seneste samtale var {date}. Samtale mindst hver 3. måned." in shown


def test_that_an_unknown_kind_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "--kind", "TEA_DUE"]) == 1
    assert "CONTACT_DUE" in capsys.readouterr().err


def test_that_a_check_needs_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "check"]) == 2
    assert "tovholder rules check FIL" in capsys.readouterr().err


def test_that_the_table_of_deadlines_is_no_wider_than_a_screen_and_one_kind_has_all_of_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["rules", "show"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 190
    assert main(["rules", "show", "--kind", "CASE_STEP_DUE"]) == 0
    (told,) = {line for line in capsys.readouterr().out.splitlines() if line.startswith("Frist: ")}
    assert "…" not in told


def test_that_showing_the_rules_takes_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "show", "f.toml"]) == 2
    assert "rules check" in capsys.readouterr().err
